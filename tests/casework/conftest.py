from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from letter_desk import change, closed, meeting, planned

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.store.keys import LOWEST_COST

__all__ = ["change", "closed", "desk", "family", "meeting", "planned"]  # some are fixtures of another file

NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = create_desk(
        tmp_path / "store",
        "fjell om høsten",
        "Kari Nordmann",
        "Eksempel kommune",
        phone="000 00 100",
        cost=LOWEST_COST,
        clock=lambda: NOW,
    )
    yield opened
    opened.close()


@pytest.fixture
def family(desk: Desk) -> str:
    """The id of a household with two adults, a flat and a lease."""
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr", adults=2, children=2))
        work.put(Person(id="p1", case="h1", name="Mehmet Yılmaz"))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", unit="H0302"))
        ends = datetime(2027, 4, 30).date()
        work.put(Tenancy(id="t1", case="h1", dwelling="d1", rent=Money(1_260_000), ends=ends))
    return "h1"
