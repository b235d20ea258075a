"""What is closed stays as it was: a correction is a new record."""

import pytest
from msgspec.structs import replace
from talking import Laptop, Town, new_id


@pytest.fixture
def case(kari: Laptop) -> str:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    return case


@pytest.fixture
def visit(kari: Laptop, case: str) -> str:
    """A visit under way, with its form."""
    visit = new_id()
    kari.sync(kari.change(visit, "visit", case, status="started", starts="2026-11-22T10:00", minutes=60))
    return visit


@pytest.fixture
def form(kari: Laptop, case: str, visit: str) -> str:
    form = new_id()
    kari.sync(kari.change(form, "kartlegging", case, visit=visit, consent__given=True))
    return form


def close(laptop: Laptop, visit: str, case: str) -> None:
    closing = laptop.change(visit, "visit", case, status="closed", closed_by="Kari Eksempel", minutes=75)
    assert laptop.sync(closing).results[0].outcome == "clean"


def told(laptop: Laptop, record: str, kind: str, case: str, **fields: object) -> tuple[str, str]:
    result = laptop.sync(laptop.change(record, kind, case, **fields)).results[0]
    return result.outcome, result.reason


def test_the_change_that_closes_a_visit_may_say_more(kari: Laptop, case: str, visit: str) -> None:
    close(kari, visit, case)
    assert kari.fields(visit)["minutes"] == 75


@pytest.mark.parametrize("fields", [{"minutes": 5}, {"status": "started"}, {"a_new_field": 1}])
def test_a_closed_visit_cannot_be_edited(kari: Laptop, case: str, visit: str, fields: dict[str, object]) -> None:
    close(kari, visit, case)
    before = dict(kari.fields(visit))
    assert told(kari, visit, "visit", case, **fields) == ("refused", "closed")
    assert kari.fields(visit) == before
    assert kari.last and [record.fields for record in kari.last.records] == [before]  # though it was in step


def test_a_closed_visits_form_cannot_be_edited(kari: Laptop, case: str, visit: str, form: str) -> None:
    close(kari, visit, case)
    assert told(kari, form, "kartlegging", case, consent__given=False) == ("refused", "closed")
    assert told(kari, form, "kartlegging", case, visit="another") == ("refused", "closed")


def test_the_form_is_open_as_long_as_its_visit(kari: Laptop, case: str, form: str) -> None:
    assert told(kari, form, "kartlegging", case, consent__given=False) == ("clean", "")


def test_the_form_is_closed_by_the_same_request_that_closes_the_visit(
    kari: Laptop, case: str, visit: str, form: str
) -> None:
    answer = kari.sync(
        kari.change(form, "kartlegging", case, wishes__area="Eksempel"),
        kari.change(visit, "visit", case, status="closed"),
        kari.change(form, "kartlegging", case, wishes__area="Et annet sted"),
    )
    assert [result.outcome for result in answer.results] == ["clean", "clean", "refused"]
    assert kari.fields(form)["wishes.area"] == "Eksempel"


def test_a_correction_is_a_new_visit_with_a_form_of_its_own(kari: Laptop, case: str, visit: str, form: str) -> None:
    close(kari, visit, case)
    again = new_id()
    assert told(kari, again, "visit", case, status="closed", corrects=visit, version=2) == ("clean", "")
    assert told(kari, new_id(), "kartlegging", case, visit=again, consent__given=False) == ("clean", "")


def test_a_closed_meeting_and_an_issued_letter_cannot_be_edited(kari: Laptop) -> None:
    meeting, letter = new_id(), new_id()
    assert told(kari, meeting, "meeting", meeting, status="closed", number=1) == ("clean", "")
    assert told(kari, meeting, "meeting", meeting, topics="Lån") == ("refused", "closed")
    assert told(kari, letter, "letter", meeting, letter="program", language="tr") == ("clean", "")
    assert told(kari, letter, "letter", meeting, language="nb") == ("refused", "closed")


def test_saying_what_a_closed_record_says_already_is_no_edit(kari: Laptop, case: str, visit: str) -> None:
    close(kari, visit, case)
    assert told(kari, visit, "visit", case, minutes=75)[0] == "clean"
    assert kari.fields(visit)["minutes"] == 75


def test_a_colleagues_late_edit_is_set_aside_and_she_gets_the_closed_visit(
    town: Town, kari: Laptop, ola: Laptop, case: str, visit: str
) -> None:
    town.grant(case, ola)
    ola.sync()
    late = ola.change(visit, "visit", case, minutes=30)
    close(kari, visit, case)
    assert [result.reason for result in ola.sync(late).results] == ["closed"]
    assert ola.fields(visit) == kari.fields(visit)


def test_what_has_happened_outranks_what_was_planned(
    town: Town, kari: Laptop, ola: Laptop, case: str, visit: str
) -> None:
    town.grant(case, ola)
    ola.sync()
    close(kari, visit, case)
    cancelled = ola.change(visit, "visit", case, status="cancelled")
    assert ola.sync(cancelled).results[0].reason == "closed"
    other = new_id()
    kari.sync(kari.change(other, "visit", case, status="planned"))
    ola.sync()
    kari.sync(kari.change(other, "visit", case, status="cancelled"))
    assert ola.sync(ola.change(other, "visit", case, status="closed")).results[0].outcome == "concurrent"
    assert ola.fields(other)["status"] == "closed"


def test_a_conflict_on_a_closed_visit_can_still_be_settled_by_keeping_what_is_shown(
    town: Town, kari: Laptop, ola: Laptop, case: str, visit: str
) -> None:
    town.grant(case, ola)
    ola.sync()
    kari.sync(kari.change(visit, "visit", case, minutes=60))
    ola.sync(ola.change(visit, "visit", case, minutes=90))
    close_it = ola.change(visit, "visit", case, status="closed")
    assert ola.sync(close_it).results[0].outcome == "clean"
    (conflict,) = ola.open_conflicts()
    keep = replace(ola.change(visit, "visit", case), settles=[conflict.id])
    assert ola.sync(keep).results[0].outcome == "clean"
    assert ola.open_conflicts() == []


def test_a_visit_in_another_case_closes_no_form(town: Town, kari: Laptop, ola: Laptop, case: str, visit: str) -> None:
    close(kari, visit, case)
    mine, form = new_id(), new_id()
    told(ola, form, "kartlegging", mine, visit=visit, consent__given=True)
    assert told(ola, form, "kartlegging", mine, consent__given=False) == ("clean", "")


def test_a_signature_stays_as_it_was_drawn_and_can_be_taken_away_and_put_back(kari: Laptop, case: str) -> None:
    signature = new_id()
    kari.sync(kari.change(signature, "signature", case, name="Ayşe Yılmaz", text_sha256="a" * 64))
    for fields in ({"name": "Kari Nordmann"}, {"text_sha256": "b" * 64}, {"removed": True, "text_sha256": "b" * 64}):
        assert told(kari, signature, "signature", case, **fields) == ("refused", "closed")
    removal = kari.change(signature, "signature", case, removed=True)
    seen = dict(kari.records[signature].versions)  # whoever takes something away tells everything she had seen
    assert kari.sync(replace(removal, base=seen)).results[0].outcome == "clean"
    assert told(kari, signature, "signature", case, removed=False) == ("clean", "")
    assert kari.fields(signature)["name"] == "Ayşe Yılmaz"
