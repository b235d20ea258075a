"""A real server process, and laptops that enrol with it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from municipality import PLACE, Municipality, running_server

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.visits import plan_visit, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.server import admin
from hjemmebesok.store.keys import LOWEST_COST


@pytest.fixture
def municipality(tmp_path: Path) -> Iterator[Municipality]:
    with running_server(tmp_path) as made:
        admin.create_municipality(made.database, PLACE, "Eksempel kommune")
        yield made


@pytest.fixture(scope="module")
def server_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Municipality]:
    """A server for a whole file of tests, each with a municipality of its own."""
    with running_server(tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Makes laptops that no server knows."""
    opened: list[Desk] = []

    def make(name: str) -> Desk:
        start = datetime(2026, 10, 12, 8, 0, tzinfo=timezone(timedelta(hours=2)))
        ticks = iter(range(1_000_000))
        folder = tmp_path / f"laptop-{len(opened)}"
        clock = lambda: start + timedelta(seconds=next(ticks))  # noqa: E731 - a clock that moves
        opened.append(create_desk(folder, "fjell om høsten", name, "Eksempel kommune", cost=LOWEST_COST, clock=clock))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def kari(municipality: Municipality, new_desk: Callable[[str], Desk]) -> Desk:
    """Kari's laptop, enrolled."""
    return enrol(new_desk("Kari"), municipality.address, municipality.code(municipality.user("Kari Nordmann")))


@pytest.fixture
def ola(municipality: Municipality, new_desk: Callable[[str], Desk]) -> Desk:
    """A colleague's laptop, enrolled with an account of his own."""
    return enrol(new_desk("Ola"), municipality.address, municipality.code(municipality.user("Ola Nordmann")))


@pytest.fixture
def visit(municipality: Municipality, kari: Desk, ola: Desk) -> str:
    """A started visit, on both laptops; the household is "h1"."""
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe Yılmaz"))
    made = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, made)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    return made
