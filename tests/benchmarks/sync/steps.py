"""What everyone is asked to do, and how it is told: one line of JSON on standard output.

A laptop brings `count` records up, a new laptop takes them down, nobody has anything to do, one record changes, every
record changes; and where there are caseloads, a new laptop takes one of fifty.
"""

import json
import resource
import statistics
import time
from collections.abc import Callable
from typing import Protocol, runtime_checkable


class Side(Protocol):
    """Two laptops that hold the same records, and a server between them."""

    def change(self, count: int) -> None:
        """Change so many records on the first laptop, making them where there are none."""

    def up(self) -> int | None:
        """The first laptop comes into step; the number of requests where it is known."""

    def down(self) -> int | None:
        """The second laptop comes into step."""

    def check(self, count: int) -> None:
        """The second laptop holds so many records, and they are the newest."""


CASELOADS = 50
SHORT_TURNS = 9  # of what takes milliseconds; the median counts


@runtime_checkable
class Shared(Side, Protocol):
    """The same, where not everyone holds everything."""

    def new_colleague(self) -> Callable[[], int | None]:
        """A third laptop; what it does to take one caseload of so many."""


def run(side: Side | Shared, count: int) -> None:
    """Go through the steps and print seconds and requests."""
    told: dict[str, list[float | None]] = {}
    times: dict[str, list[float]] = {}

    def step(name: str, work: Callable[[], int | None]) -> None:
        started = time.perf_counter()
        requests = work()
        took = times.setdefault(name, [])
        took.append(time.perf_counter() - started)
        told[name] = [statistics.median(took), requests]

    side.change(count)
    step("all new, up", side.up)
    step("all new, down", side.down)
    side.check(count)
    for changes, name in ((0, "nothing"), (1, "one")):
        for _ in range(SHORT_TURNS):
            side.change(changes)
            step(f"{name}, up", side.up)
            step(f"{name}, down", side.down)
    side.change(count)
    step("all changed, up", side.up)
    step("all changed, down", side.down)
    side.check(count)
    if isinstance(side, Shared):
        step(f"one caseload of {CASELOADS}, down", side.new_colleague())
    print(json.dumps({"steps": told, "laptop_mb": _megabytes(resource.RUSAGE_SELF)}), flush=True)


def _megabytes(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024
