"""A case that is not hers any more stays for what is typed in it and not saved: that is nowhere but on her laptop."""

from datetime import datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.leaving import cases_leaving, lay_aside_unsaved, unsaved
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.talks import keep_note_draft
from hjemmebesok.casework.visits import keep_draft, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting, Participant


@pytest.fixture
def visit(kari: Desk) -> str:
    """A started visit, in step with the server."""
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
    made = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, made)
    sync_now(kari)
    return made


def has(desk: Desk) -> bool:
    with desk.read() as reading:
        return reading.find(Household, "h1") is not None


def answers(desk: Desk, visit: str) -> dict[str, object]:
    form = open_visit(desk, visit).form
    assert form is not None
    return form.answers


def test_what_was_left_in_the_form_goes_to_the_server_before_the_case_leaves(
    municipality: Municipality, kari: Desk, ola: Desk, visit: str
) -> None:
    municipality.grant("h1", ola.user.id)
    keep_draft(kari, visit, "summary.note", "Broren kan stille som kausj")
    municipality.revoke("h1", kari.user.id)
    assert sync_now(kari).left == ()
    assert answers(kari, visit)["summary.note"] == "Broren kan stille som kausj"
    report = sync_now(kari)
    assert (report.sent, report.left) == (1, ("h1",))


def test_what_cannot_be_saved_as_it_stands_keeps_the_case_until_she_is_done_with_it(
    municipality: Municipality, kari: Desk, visit: str
) -> None:
    keep_draft(kari, visit, "economy.savings", "12 0")
    municipality.revoke("h1", kari.user.id)
    for _ in range(2):
        assert sync_now(kari).left == ()
    status = sync_status(kari)
    assert (status.unsaved, status.leaving, status.held_back) == (1, 0, 0)
    left = unsaved(kari)
    assert [(each.visit, each.typed) for each in left] == [(visit, {"economy.savings": "12 0"})]
    save_answer(kari, visit, "economy.savings", 1_200_000)
    assert sync_now(kari).left == ("h1",)
    assert unsaved(kari) == []


def test_she_may_lay_it_aside(municipality: Municipality, kari: Desk, visit: str) -> None:
    keep_draft(kari, visit, "economy.savings", "12 0")
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    assert lay_aside_unsaved(kari, unsaved(kari)[0].form)
    assert sync_now(kari).left == ("h1",)
    assert cases_leaving(kari) == set()


def test_a_note_of_a_talk_goes_to_the_server_too(municipality: Municipality, kari: Desk, visit: str) -> None:
    assert visit
    starts = datetime(2026, 10, 14, 17, 0)
    meeting = plan_meeting(kari, Meeting(id="", case="", number=1, starts=starts)).made
    invite(kari, meeting, "h1")
    with kari.read() as reading:
        seat = reading.of_parent(Participant, meeting)[0].id
    sync_now(kari)
    keep_note_draft(kari, seat, "Vil bo nær skolen")
    municipality.revoke("h1", kari.user.id)
    assert sync_now(kari).left == ()
    report = sync_now(kari)
    assert (report.sent, report.left) == (1, ("h1",))


def test_a_case_that_she_has_open_stays_until_she_leaves_it(municipality: Municipality, kari: Desk, visit: str) -> None:
    assert visit
    municipality.revoke("h1", kari.user.id)
    assert sync_now(kari, in_use=lambda: ["h1"]).left == ()
    assert has(kari)
    assert sync_status(kari).unsaved == 1
    assert sync_now(kari).left == ("h1",)
    assert not has(kari)


def test_drafts_of_cases_that_are_hers_hold_up_nothing(kari: Desk, visit: str) -> None:
    keep_draft(kari, visit, "summary.note", "halvt skrev")
    sync_now(kari)
    assert open_visit(kari, visit).drafts == {"summary.note": "halvt skrev"}
    assert (sync_status(kari).unsaved, unsaved(kari)) == (0, [])
