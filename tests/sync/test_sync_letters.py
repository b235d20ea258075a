"""What two people wrote in one field without having seen each other's goes on no paper before somebody has chosen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import choose_value, conflicts_of
from hjemmebesok.casework.desk import Desk, introduce
from hjemmebesok.casework.editable import editable_letter
from hjemmebesok.casework.filed import letter_as_filed
from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import Details, MadeLetter, Wanted, file_letter, letter_data, make_letter
from hjemmebesok.casework.mailing import make_mailing
from hjemmebesok.casework.mailing_plan import Choices, plan_mailing
from hjemmebesok.casework.signing import sign_visit, signatures_of
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.visits import close_visit, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter_text import TextStatus
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.signature import Signer, Strokes
from hjemmebesok.domain.visit import Visit
from hjemmebesok.letters.kinds.visit_summary import VisitSummary
from hjemmebesok.server import admin
from hjemmebesok.server.rights import Role

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz")
OTHERS = Household(id="h2", case="h2", name="Bjørn Ås")
STARTS = datetime(2026, 10, 20, 10, 30)
CHOOSE = "Velg først hva som gjelder, under «I takt med serveren»."
WRITTEN: Strokes = (((80, 200), (140, 60), (200, 210), (260, 90)), ((90, 150), (250, 140)))
NUMBERS = count(1)
INFORMATION = Choices("information", with_folder=False)


@pytest.fixture
def municipality(server_of_many: Municipality) -> Municipality:
    """One of many on the server that this file shares."""
    made = replace(server_of_many, place=f"t{next(NUMBERS)}")
    admin.create_municipality(made.database, made.place, "Eksempel kommune")
    return made


@pytest.fixture
def kari(municipality: Municipality, new_desk: Callable[[str], Desk]) -> Desk:
    """Her laptop, with what letters need: her telephone, and a text that she may approve."""
    leads = municipality.user("Kari Nordmann", Role.TEAM_LEADER)
    desk = enrol(introduce(new_desk("Kari"), "Kari", "000 00 100"), municipality.address, municipality.code(leads))
    sync_now(desk)
    set_status(desk, "information", "nb", TextStatus.APPROVED, "Styringsgruppen", desk.today())
    return desk


@pytest.fixture
def visit(municipality: Municipality, kari: Desk, ola: Desk) -> str:
    """A visit ahead of one of two households, all of it on both laptops."""
    for household in (HOME, OTHERS):
        home = Dwelling(id=f"d-{household.id}", case=household.id, address="Fjellåsen 14", postcode="0000", place="By")
        with kari.work() as work:
            work.put(household)
            work.put(home)
            work.put(Person(id=f"p-{household.id}", case=household.id, name="Mehmet Yılmaz"))
    made = plan_visit(kari, "h1", STARTS).made
    meet(kari)
    for household in (HOME, OTHERS):
        municipality.grant(household.id, ola.user.id)
    meet(ola)
    return made


@pytest.fixture
def disagree(kari: Desk, ola: Desk) -> Callable[..., None]:
    """Both write another value in the same field, and hear of it."""

    def write(kind: type[Record], record: str, field: str, *values: object) -> None:
        for desk, value in zip((kari, ola), values, strict=True):
            with desk.work() as work:
                work.put(replace(work.get(kind, record), **{field: value}))
        meet(kari, ola)

    return write


@pytest.fixture
def both_noting(kari: Desk, ola: Desk, visit: str) -> str:
    """The visit under way; both have written its note over, each in their own words, and not heard of the other's."""
    start_visit(kari, visit)
    save_answer(kari, visit, "summary.note", "Vil eie.")
    meet(kari, ola)
    save_answer(kari, visit, "summary.note", "Vil eie på Fjell.")
    save_answer(ola, visit, "summary.note", "Vil ikke flytte.")
    return visit


@pytest.fixture
def noted(kari: Desk, ola: Desk, both_noting: str) -> str:
    """Both have heard of it."""
    meet(kari, ola)
    return both_noting


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def letter(desk: Desk, kind: str = "information", about: str = "") -> MadeLetter:
    return make_letter(desk, kind, "h1", "nb", about)


def why_not(desk: Desk, kind: str = "information", about: str = "") -> str:
    with pytest.raises(Refused) as refused:
        letter(desk, kind, about)
    return str(refused.value)


def choose_all(desk: Desk) -> None:
    for conflict in conflicts_of(desk):
        choose_value(desk, conflict, conflict.shown.value)


@pytest.mark.usefixtures("visit")
def test_an_address_with_two_values_stops_every_letter_until_one_is_chosen(
    kari: Desk, disagree: Callable[..., None]
) -> None:
    disagree(Dwelling, "d-h1", "address", "Tunveien 5", "Tunveien 7")
    words = f"To har skrevet ulikt i ett felt som brevet forteller om. {CHOOSE}"
    assert why_not(kari) == words
    with pytest.raises(Refused, match="ett felt som brevet forteller om"):
        editable_letter(kari, "information", "h1", "nb")
    choose_all(kari)
    assert letter(kari).pages


def test_the_time_of_a_visit_stops_its_notice_and_no_other_letter(
    kari: Desk, disagree: Callable[..., None], visit: str
) -> None:
    disagree(Visit, visit, "starts", STARTS.replace(hour=9), STARTS.replace(hour=12))
    disagree(Visit, visit, "two_together", True, False)
    assert "i ett felt" in why_not(kari, "visit_notice", visit)
    assert "i ett felt" in why_not(kari, "document_checklist")
    assert letter(kari).pages


@pytest.mark.usefixtures("visit")
def test_what_no_letter_tells_stops_none(kari: Desk, disagree: Callable[..., None]) -> None:
    disagree(Person, "p-h1", "phone", "000 00 101", "000 00 202")
    disagree(Household, "h1", "adults", 2, 3)
    assert len(conflicts_of(kari)) == 2
    assert letter(kari).pages


def test_the_lines_of_two_notes_go_to_no_family_also_when_the_note_is_locked(
    kari: Desk, ola: Desk, both_noting: str
) -> None:
    sync_now(ola)
    close_visit(kari, both_noting)  # before she has heard of it
    meet(kari)
    form = open_visit(kari, both_noting).form
    assert form is not None
    assert "‹Ola Nordmann›" in form.answers["summary.note"]
    assert "i ett felt" in why_not(kari, "visit_summary", both_noting)
    choose_all(kari)
    meet(kari)
    assert letter(kari, "visit_summary", both_noting).pages


def test_a_note_that_two_wrote_differently_is_signed_when_one_is_chosen(kari: Desk, noted: str) -> None:
    with pytest.raises(Refused) as refused:
        sign_visit(kari, noted, Signer.HOME, "Mehmet Yılmaz", WRITTEN)
    assert str(refused.value) == f"To har skrevet ulikt i ett felt av det som signeres. {CHOOSE}"
    assert signatures_of(kari, noted) == []
    choose_all(kari)
    sign_visit(kari, noted, Signer.HOME, "Mehmet Yılmaz", WRITTEN)
    assert [each.stands for each in signatures_of(kari, noted)] == [True]


def test_what_is_not_signed_holds_no_signature_back(kari: Desk, disagree: Callable[..., None], visit: str) -> None:
    start_visit(kari, visit)
    meet(kari)
    disagree(Visit, visit, "minutes", 30, 60)
    (conflict,) = conflicts_of(kari)
    choose_value(kari, conflict, conflict.shown.value)
    disagree(Person, "p-h1", "phone", "000 00 101", "000 00 202")
    assert conflicts_of(kari)
    sign_visit(kari, visit, Signer.HOME, "Mehmet Yılmaz", WRITTEN)


@pytest.mark.usefixtures("visit")
def test_a_letter_that_has_gone_out_is_still_made_again_as_it_was(kari: Desk, disagree: Callable[..., None]) -> None:
    made = letter(kari)
    file_letter(kari, made)
    disagree(Household, "h1", "name", "Ayşe Yılmaz", "Ayşe og Mehmet Y.")
    (conflict,) = conflicts_of(kari)
    with kari.work() as work:
        work.set_fields(Household, "h1", "h1", {"name": HOME.name})
    assert conflicts_of(kari) == [conflict]
    assert "i ett felt" in why_not(kari)
    assert letter_as_filed(kari, made.letter).pdf == made.pdf


@pytest.mark.usefixtures("visit")
def test_a_mailing_leaves_out_the_household_with_the_reason_and_the_others_get_theirs(
    kari: Desk, disagree: Callable[..., None], tmp_path: Path
) -> None:
    disagree(Household, "h1", "name", "Ayşe Yılmaz", "Mehmet Yılmaz")
    disagree(Household, "h1", "case_number", "2026/1", "2026/2")
    told = [("h1", f"To har skrevet ulikt i 2 felt som brevet forteller om. {CHOOSE}")]
    plan = plan_mailing(kari, INFORMATION)
    assert [(each.household, str(each.why)) for each in plan.left_out] == told
    result = make_mailing(kari, INFORMATION, tmp_path, lambda *_: True)
    assert result.made == 1
    assert [(each.household, str(each.why)) for each in result.left_out] == told


@pytest.mark.usefixtures("visit")
def test_two_values_that_come_while_a_mailing_is_made_leave_the_household_out(
    kari: Desk, disagree: Callable[..., None], tmp_path: Path
) -> None:

    def goes_on(done: int, _all: int) -> bool:
        if done == 1:
            disagree(Household, "h1", "case_number", "2026/1", "2026/2")
            (conflict,) = conflicts_of(kari)
            with kari.work() as work:  # the letter would say the same as before
                work.set_fields(Household, "h1", "h1", {"case_number": ""})
            assert conflicts_of(kari) == [conflict]
        return True

    result = make_mailing(kari, INFORMATION, tmp_path, goes_on)
    assert result.made == 1
    assert [each.household for each in result.left_out] == ["h1"]


def test_the_summary_tells_what_its_note_agreed_and_a_colleagues_promise_is_kept_all_the_same(
    kari: Desk, ola: Desk, visit: str
) -> None:
    start_visit(kari, visit)
    meet(kari, ola)
    for desk, agreed in ((kari, "apply"), (ola, "lease")):
        save_answer(desk, visit, f"summary.steps/{agreed}", {"step": agreed})
        close_visit(desk, visit)
    meet(kari, ola)
    home = open_household(kari, "h1")
    assert {each.step for each in home.follow_ups} == {"apply", "lease"}
    told = letter_data(Wanted(kari, home.card, visit, Details()), "visit_summary")
    assert isinstance(told, VisitSummary)
    assert [step.what for step in told.steps] == [promised(each) for each in home.follow_ups if each.step == "apply"]
