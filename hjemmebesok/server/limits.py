"""How often a laptop and an address may ask: a bucket each, which every request takes from and which fills steadily.

Kept in each worker process, for they are there to keep one caller from taking the others' turn in it, not to count. The
buckets are wide: an office with hundreds of laptops may stand behind one address. Being wrong about who one is costs a
hundred requests, and as many times that as there are workers to ask, so guessing is slow from the fiftieth on.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from time import monotonic

from hjemmebesok.server.refusal import Refusal

WRONG = 100.0  # what it costs to show a token, a code or an identity that is none
BEGINS = 50.0  # what it costs to begin a sign-in
_MOST = 20_000  # buckets that are remembered; the longest untouched is forgotten first


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests a second in the long run, so many at once."""

    a_second: float
    at_once: float


DEVICE = Rate(100, 1_000)
ADDRESS = Rate(500, 5_000)


class Buckets:
    """A bucket for each key, full at first; one of as many as there are workers."""

    def __init__(self, rate: Rate, seconds: Callable[[], float] = monotonic, workers: int = 1) -> None:
        self._rate = rate
        self._seconds = seconds
        self._workers = workers
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> None:
        """One request. Raises Refusal 429 while there is nothing in the bucket."""
        level = self._level(key)
        if level < 1:
            wait = ceil((1 - level) / self._rate.a_second)
            raise Refusal(429, "too_many", "too many requests; wait a little", retry_after=wait)
        self._set(key, level - 1)

    def charge(self, key: str, cost: float) -> None:
        """Take this much in all, down to as far below empty as full is above. What the other workers have been asked is
        not known here; so that it comes to no more in all, each takes the share of every one."""
        self._set(key, max(self._level(key) - cost * self._workers, -self._rate.at_once))

    def _level(self, key: str) -> float:
        level, at = self._levels.get(key, (self._rate.at_once, 0.0))
        return min(self._rate.at_once, level + (self._seconds() - at) * self._rate.a_second)

    def _set(self, key: str, level: float) -> None:
        self._levels[key] = level, self._seconds()
        self._levels.move_to_end(key)
        if len(self._levels) > _MOST:
            self._levels.popitem(last=False)


class Limits:
    """The buckets of the laptops, and those of the addresses."""

    def __init__(
        self,
        device: Rate = DEVICE,
        address: Rate = ADDRESS,
        seconds: Callable[[], float] = monotonic,
        workers: int = 1,
    ) -> None:
        self.devices = Buckets(device, seconds, workers)
        self.addresses = Buckets(address, seconds, workers)
