"""Two laptops that do the same thing without having heard of each other."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import conflicts_of, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household, save_person, search_households
from hjemmebesok.casework.imports import run_import
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.casework.visits import (
    close_visit,
    correct_visit,
    open_visit,
    plan_visit,
    save_answer,
    save_presence,
    start_visit,
)
from hjemmebesok.domain.household import Household

HEADINGS = "Leietaker-ID;Navn;Adressebeskyttelse;Adresse;Bolignummer"
REGISTER = f"{HEADINGS}\r\n0042;Ayşe Yılmaz;;Fjellåsen 14;H0302\r\n".encode("utf-8-sig")


@pytest.mark.parametrize("granted", [False, True])
def test_of_two_who_import_the_register_one_has_the_household_until_it_is_shared(
    municipality: Municipality, kari: Desk, ola: Desk, granted: bool
) -> None:
    for desk in (kari, ola):
        run_import(desk, REGISTER)
    sync_now(kari)
    (card,) = search_households(kari, "")
    if granted:
        municipality.grant(card.household.id, ola.user.id)
    report = sync_now(ola)
    assert report.left == (() if granted else (card.household.id,))
    assert search_households(ola, "") == ([card] if granted else [])
    assert set_aside_changes(ola) == []
    municipality.grant(card.household.id, ola.user.id)
    sync_now(ola)
    assert search_households(ola, "") == [card]


def test_two_files_with_different_columns_are_both_remembered_and_no_correction_is_written_over(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    run_import(kari, REGISTER)
    (card,) = search_households(kari, "")
    sync_now(kari)
    municipality.grant(card.household.id, ola.user.id)
    sync_now(ola)
    row = REGISTER.decode("utf-8-sig").splitlines()
    phones, rents = (
        f"{row[0]};{name}\r\n{row[1]};{told}\r\n"
        for name, told in (("Telefon", "000 00 101"), ("Leie/mnd", "12 600,00"))
    )
    run_import(kari, phones.encode("utf-8-sig"))
    run_import(ola, rents.encode("utf-8-sig"))
    meet(kari, ola)
    (tenant,) = search_households(kari, "")[0].persons
    save_person(kari, replace(tenant, phone="000 00 202"))
    meet(kari, ola)
    for desk in (kari, ola):
        for register in (phones, rents):
            preview, _ = run_import(desk, register.encode("utf-8-sig"))
            assert preview.changed == ()
        assert search_households(desk, "")[0].persons[0].phone == "000 00 202"
    assert conflicts_of(kari) == []


@pytest.fixture
def visit(municipality: Municipality, kari: Desk, ola: Desk) -> str:
    """A planned visit, on both laptops."""
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz"))
    visit_id = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    return visit_id


def answers(desk: Desk, visit_id: str) -> dict[str, object]:
    form = open_visit(desk, visit_id).form
    assert form is not None
    return form.answers


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def test_two_who_start_the_same_visit_fill_in_one_form(kari: Desk, ola: Desk, visit: str) -> None:
    for desk in (kari, ola):
        start_visit(desk, visit)
        save_presence(desk, visit, ("Kari", "Ola"), (), None)
    save_answer(kari, visit, "wishes.own", True)
    save_answer(ola, visit, "economy.savings", 1_200_000)
    meet(kari, ola)
    assert answers(kari, visit) == answers(ola, visit) == {"wishes.own": True, "economy.savings": 1_200_000}
    assert conflicts_of(kari) == []


def test_two_who_correct_the_same_note_make_one_correction(kari: Desk, ola: Desk, visit: str) -> None:
    start_visit(kari, visit)
    save_answer(kari, visit, "wishes.own", True)
    close_visit(kari, visit)
    meet(kari, ola)
    corrected = {correct_visit(desk, visit).made for desk in (kari, ola)}
    (correction,) = corrected
    save_answer(kari, correction, "economy.savings", 1_200_000)
    save_answer(ola, correction, "wishes.term", 40)
    meet(kari, ola)
    assert answers(kari, correction) == answers(ola, correction)
    assert answers(ola, correction) == {"wishes.own": True, "economy.savings": 1_200_000, "wishes.term": 40}
    assert len(open_household(ola, "h1").visits) == 2


def test_of_two_who_close_the_same_visit_the_second_keeps_what_she_wrote_beside_the_note(
    kari: Desk, ola: Desk, visit: str
) -> None:
    for desk, wish in ((kari, "Fjell"), (ola, "Tunet")):
        start_visit(desk, visit)
        save_answer(desk, visit, "wishes.where", wish)
        save_answer(desk, visit, f"summary.steps/{desk.user.id}", {"step": "apply"})
        close_visit(desk, visit)
    meet(kari, ola)
    assert answers(kari, visit)["wishes.where"] == answers(ola, visit)["wishes.where"] == "Fjell"
    assert "Tunet" in {aside.change.set.get("wishes.where") for aside in set_aside_changes(ola)}
    assert len(open_household(kari, "h1").follow_ups) == len(open_household(ola, "h1").follow_ups) == 2


@pytest.mark.parametrize("first", [True, False])
def test_of_two_who_close_the_same_visit_the_note_that_holds_says_who_consented_and_how_many_they_are(
    kari: Desk, ola: Desk, visit: str, first: bool
) -> None:
    start_visit(kari, visit)
    meet(kari, ola)
    family = {kari: ["Ayşe"], ola: ["Ayşe", "Mehmet", "Onkel"]}
    for desk, consents in ((kari, first), (ola, not first)):
        save_answer(desk, visit, "consent.given", consents)
        for line, who in enumerate(family[desk]):
            save_answer(desk, visit, f"household.members/{line}", {"who": who, "age": 40})
        close_visit(desk, visit)
    assert (open_household(kari, "h1").consent_on is not None) is first
    meet(kari, ola, kari)
    for desk in (kari, ola):
        told = open_household(desk, "h1")
        assert (told.consent_on, told.card.household.adults) == (date(2026, 10, 12) if first else None, 1)
    assert conflicts_of(kari) == conflicts_of(ola) == []


def test_the_newest_locked_note_in_which_they_were_asked_says_whether_they_consent(kari: Desk, visit: str) -> None:
    def consents(visit_id: str, given: bool | None) -> bool:
        start_visit(kari, visit_id)
        if given is not None:
            save_answer(kari, visit_id, "consent.given", given)
        close_visit(kari, visit_id)
        return open_household(kari, "h1").consent_on is not None

    def later(day: int) -> str:
        return plan_visit(kari, "h1", datetime(2026, 10, day, 10, 30)).made

    assert not consents(later(20), False)
    assert not consents(visit, True)  # an older visit, closed after it
    assert consents(later(21), True)
    newest = later(22)
    assert consents(newest, None)
    correction = correct_visit(kari, newest).made
    save_answer(kari, correction, "consent.given", False)
    assert open_household(kari, "h1").consent_on  # begun, and not locked
    close_visit(kari, correction)
    assert open_household(kari, "h1").consent_on is None


def test_what_a_colleague_agreed_is_promised_though_whoever_locked_the_note_had_not_heard_of_it(
    kari: Desk, ola: Desk, visit: str
) -> None:
    start_visit(kari, visit)
    meet(kari, ola)
    save_answer(ola, visit, "summary.steps/his", {"step": "apply", "owner": "family", "due": "2026-11-01"})
    save_answer(ola, visit, "summary.steps/half", {"owner": "family"})
    sync_now(ola)
    save_answer(kari, visit, "summary.steps/hers", {"step": "lease"})
    close_visit(kari, visit)
    meet(kari, ola)
    for desk in (kari, ola):
        assert {each.step for each in open_household(desk, "h1").follow_ups} == {"apply", "lease"}
    assert conflicts_of(kari) == set_aside_changes(kari) == []
    assert sync_now(kari).sent == 0


def test_a_correction_that_is_set_aside_takes_no_promise_away(kari: Desk, ola: Desk, visit: str) -> None:
    start_visit(kari, visit)
    save_answer(kari, visit, "summary.steps/1", {"step": "apply"})
    close_visit(kari, visit)
    meet(kari, ola)
    for desk in (kari, ola):
        correction = correct_visit(desk, visit).made
    save_answer(kari, correction, "wishes.own", True)
    save_answer(ola, correction, "summary.steps/1", None)
    for desk in (kari, ola):
        close_visit(desk, correction)
    assert open_household(ola, "h1").follow_ups == ()
    meet(kari, ola, kari)
    for desk in (kari, ola):
        assert "summary.steps/1" in answers(desk, correction)
        assert [each.step for each in open_household(desk, "h1").follow_ups] == ["apply"]
