"""A letter waits for two values of just what it tells: whatever would make it say something else, and no more."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from letter_desk import Change

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import card_of
from hjemmebesok.casework.letters import KINDS, Details, Wanted, letter_data
from hjemmebesok.casework.visits import close_visit, correct_visit, save_answer
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import Visit
from hjemmebesok.letters.letter import Letter
from hjemmebesok.store import replica
from hjemmebesok.store.codec import from_fields, to_fields
from hjemmebesok.store.kinds import KINDS as RECORDS
from hjemmebesok.wire.groups import group_of
from hjemmebesok.wire.merge import FIELDS, Policy
from hjemmebesok.wire.messages import Conflict, Value

_CHOSEN = (Policy.KEEP_BOTH, Policy.NEEDS_YOU, Policy.LINES)  # whose two values stay until somebody chooses
_NOT_PAPER = {"household.safety_note", "person.phone", "person.name", "tenancy.rent"}
_ANSWERS = {
    "household.changes": "Flere barn",
    "household.members/1": {"who": "Mehmet", "age": 40, "loan": "applicant"},
    "economy.debts/1": {"creditor": "Banken", "balance": 100_000, "monthly": 5_000},
    "health.everyday": "Går på kurs",
    "consent.photos": True,
    "summary.note": "Vil eie på Fjell.",
    "summary.outcome": "own",
}
_OTHERWISE: dict[type, Any] = {bool: lambda value: not value, int: lambda value: value + 1, str: lambda _: "noe annet"}


@pytest.fixture
def everything(desk: Desk, closed: str, planned: str, meeting: str, change: Change) -> dict[str, str]:
    """What each kind of letter is about; all of it is filled in."""
    corrected = correct_visit(desk, closed).made
    for field, value in _ANSWERS.items():
        save_answer(desk, corrected, field, value)
    close_visit(desk, corrected)
    change(Household, "h1", language="tr")
    change(Dwelling, "d1", postcode="0000", place="Eksempel", rooms=3, area_m2=60)
    change(Meeting, meeting, topics="Budsjett", capacity=10)
    told = dict.fromkeys(("visit_summary", "eligibility_outcome", "board_proposal"), corrected)
    return told | {"visit_notice": planned, "meeting_invitation": meeting}


def data(desk: Desk, kind: str, about: str) -> Letter:
    with desk.read() as reading:
        card = card_of(reading, "h1")
    return letter_data(Wanted(desk, card, about, Details()), kind)


def waits(desk: Desk, kind: str, about: str, record: str, of: str, field: str) -> bool:
    """Whether this letter waits where the field has two values, as the server tells of them."""
    tell(desk, record, of, field, "open")
    try:
        data(desk, kind, about)
    except Refused as refused:
        assert "To har skrevet ulikt i ett felt" in str(refused)
        return True
    finally:
        tell(desk, record, of, field, "settled")
    return False


def tell(desk: Desk, record: str, of: str, field: str, state: Literal["open", "settled"]) -> None:
    shown, other = (Value(name, name, name, "2026-10-12T08:31:00+00:00") for name in ("kari", "ola"))
    with desk.store.writing_connection() as connection:
        replica.take_conflicts(connection, [Conflict("x1", record, of, "h1", field, 1, shown, other, state)])


def fields_with_two(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Every field of the household's records and the meeting's whose two values stay until somebody chooses."""
    with desk.read() as reading:
        kinds = (Household, Person, Dwelling, Tenancy, Visit, Kartlegging, Meeting, FollowUp)
        found = [each for kind in kinds for each in reading.all(kind)]
    for record in found:
        named = {name for policy in _CHOSEN for name in FIELDS[record.kind].get(policy, "").split()}
        answers = record.answers if isinstance(record, Kartlegging) else {}
        for name in sorted(named | {*answers}):
            yield record.kind, record.id, name


def test_whatever_would_make_a_letter_say_something_else_holds_it_back(desk: Desk, everything: dict[str, str]) -> None:
    missed, held = [], set()
    for kind, _words in KINDS:
        about = everything.get(kind, "")
        before = data(desk, kind, about)
        for of, record, field in fields_with_two(desk):
            if says_otherwise(desk, kind, about, before, of, record, field):
                held.add(f"{of}.{field}")
                if not waits(desk, kind, about, record, of, group_of(of, field)[0]):
                    missed.append((kind, of, field))
    assert missed == []
    assert {
        "household.name",
        "household.case_number",
        "dwelling.place",
        "visit.minutes",
        "meeting.topics",
        "kartlegging.summary.note",
    } <= held
    assert held.isdisjoint(_NOT_PAPER)


def says_otherwise(desk: Desk, kind: str, about: str, before: Letter, of: str, record: str, field: str) -> bool:
    """Whether the letter would be another one with another value there. The store is left as it was."""
    known = RECORDS[of].record
    with desk.read() as reading:
        old = reading.get(known, record)
    fields = to_fields(old)
    if (other := otherwise(fields.get(field))) is None:
        return False
    try:
        with desk.work() as work:
            work.put(from_fields(known, record, old.case, fields | {field: other}))
        return data(desk, kind, about) != before
    except (Refused, ValueError):
        return False  # no letter at all, for another reason
    finally:
        with desk.work() as work:
            work.put(old)


def otherwise(value: object) -> object:
    if isinstance(value, dict):
        return {name: otherwise(each) if isinstance(each, int) else each for name, each in value.items()}
    if isinstance(value, str) and value.startswith("2026-10-"):
        return value.replace("-10-2", "-11-2").replace("-10-1", "-10-2")
    known = _OTHERWISE.get(type(value))
    return known(value) if known else None


@pytest.mark.parametrize("field", sorted(_NOT_PAPER))
def test_what_stands_on_no_paper_holds_no_letter_back(desk: Desk, everything: dict[str, str], field: str) -> None:
    of, _, name = field.partition(".")
    record = {"household": "h1", "person": "p1", "tenancy": "t1"}[of]
    assert not [kind for kind, _ in KINDS if waits(desk, kind, everything.get(kind, ""), record, of, name)]


def test_another_visits_note_holds_no_letter_back(desk: Desk, everything: dict[str, str], closed: str) -> None:
    with desk.read() as reading:
        (older,) = reading.of_parent(Kartlegging, closed)
    assert not waits(desk, "visit_summary", everything["visit_summary"], older.id, "kartlegging", "summary.note")


def test_a_protected_address_stands_in_no_letter_and_holds_none_back(desk: Desk, family: str, change: Change) -> None:
    assert waits(desk, "information", "", "d1", "dwelling", "address")
    change(Household, family, protection=Protection.FORTROLIG)
    assert not waits(desk, "information", "", "d1", "dwelling", "address")
