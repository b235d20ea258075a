"""A household's visit, meeting and plans to make letters of, and letters read back as text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pypdfium2
import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import Details, MadeLetter, make_letter
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.record import Record

MEETING = Meeting(
    id="", case="", number=12, starts=datetime(2026, 10, 26, 17, 0), place="Fjell grendehus", language="tr"
)
PURCHASE = {
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 3_400_000},
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "health.needs": "hemmelig helse",
    "wishes.own": True,
    "wishes.price": 210_000_000,
    "wishes.costs": 109_000,
    "wishes.joint_debt": 15_000_000,
    "wishes.term": 40,
    "wishes.ownership": "andel",
    "wishes.preemption": True,
    "wishes.public_seller": True,
    "wishes.own_dwelling": True,
    "summary.steps/1": {"step": "bank_answer", "owner": "family", "due": "2026-10-19"},
    "summary.steps/2": {"step": "office_talk", "owner": "municipality", "due": "2026-10-20"},
}
DEFAULT = Details()
Change = Callable[..., None]


@pytest.fixture
def change(desk: Desk) -> Change:
    """Change some fields of a record."""

    def change(kind: type[Record], record: str, **fields: object) -> None:
        with desk.work() as work:
            work.put(replace(work.get(kind, record), **fields))

    return change


@pytest.fixture
def closed(desk: Desk, family: str, change: Change) -> str:
    change(Household, family, case_number="2026-0203", adults=1, children=0)
    change(Person, "p1", born=date(1986, 5, 17))
    change(Dwelling, "d1", estate="Fjellåsen borettslag", borettslag_number="000 000 000", share_number="1432")
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    for field, value in PURCHASE.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    return visit


@pytest.fixture
def planned(desk: Desk, family: str) -> str:
    return plan_visit(desk, family, datetime(2026, 10, 19, 10, 0), 60, interpreter_booked=True, two_together=True).made


@pytest.fixture
def meeting(desk: Desk, family: str) -> str:
    made = plan_meeting(desk, MEETING).made
    invite(desk, made, family)
    return made


def read(made: MadeLetter) -> str:
    document = pypdfium2.PdfDocument(made.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def said(desk: Desk, kind: str, about: str = "", details: Details = DEFAULT) -> str:
    return read(make_letter(desk, kind, "h1", "nb", about, details))


def refusal(desk: Desk, kind: str, about: str = "", details: Details = DEFAULT) -> str:
    with pytest.raises(Refused) as refused:
        make_letter(desk, kind, "h1", "nb", about, details)
    return str(refused.value)


def again(desk: Desk, family: str, answers: dict[str, object]) -> str:
    """A later visit with other answers, closed."""
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 14, 0)).made
    start_visit(desk, visit)
    for field, value in answers.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    return visit
