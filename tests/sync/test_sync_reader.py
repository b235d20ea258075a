"""One who may read and not write: she is told so at once, and nothing that she had written before is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from municipality import Municipality

from hjemmebesok.casework.access import access_file
from hjemmebesok.casework.archiving import made_again
from hjemmebesok.casework.conflicts import choose_value, conflicts_of, lay_aside, set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import mark_done
from hjemmebesok.casework.households import open_household, save_household
from hjemmebesok.casework.leaving import lay_aside_unsaved, unsaved
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.casework.mailing import make_mailing
from hjemmebesok.casework.mailing_plan import Choices
from hjemmebesok.casework.meetings import close_meeting, invite, open_meeting, plan_meeting, start_meeting
from hjemmebesok.casework.syncing import enrol, server_of, sync_now, sync_status
from hjemmebesok.casework.talks import keep_note_draft
from hjemmebesok.casework.visits import (
    close_visit,
    enter_visit,
    keep_draft,
    open_visit,
    plan_visit,
    save_answer,
    start_visit,
)
from hjemmebesok.casework.writing import ONLY_READS, may_write
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.server import admin
from hjemmebesok.server.rights import Role
from hjemmebesok.store.changes import Changes
from hjemmebesok.sync.round import run_round
from hjemmebesok.sync.transport import Transport

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")
AT = datetime(2026, 10, 12, 10, 30)


def put(desk: Desk, *records: Household | Person | FollowUp) -> None:
    with desk.work() as work:
        for record in records:
            work.put(record)


def household(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


@pytest.fixture
def becomes(municipality: Municipality) -> Callable[[Desk, Role], None]:
    """Gives somebody another role; her laptop has not heard of it yet."""

    def give(desk: Desk, role: Role) -> None:
        admin.set_role(municipality.database, municipality.place, desk.user.id, role, datetime.now(UTC))

    return give


@pytest.fixture
def ida(municipality: Municipality, kari: Desk, new_desk: Callable[[str], Desk]) -> Desk:
    """A reader, who holds Kari's household with a visit that is planned."""
    put(kari, HOME, Person(id="p1", case="h1", name="Ayşe Yılmaz"), FollowUp(id="f1", case="h1", step="savings"))
    plan_visit(kari, "h1", AT)
    sync_now(kari)
    user = municipality.user("Ida Berg", Role.READER)
    desk = enrol(new_desk("Ida"), municipality.address, municipality.code(user))
    municipality.grant("h1", user)
    sync_now(desk)
    return desk


def the_visit(desk: Desk) -> str:
    return open_household(desk, "h1").visits[0].id


def removes(desk: Desk) -> Changes:
    with desk.work() as work:
        work.remove(work.get(FollowUp, "f1"))
        return work.changes


@pytest.mark.parametrize(
    "writing",
    [
        lambda ida: save_household(ida, replace(household(ida), safety_note="Hund")),
        lambda ida: plan_visit(ida, "h1", AT),
        lambda ida: start_visit(ida, the_visit(ida)),
        lambda ida: mark_done(ida, "f1"),
        removes,
        lambda ida: make_letter(ida, "information", "h1", "tr"),
        lambda ida: access_file(ida, "h1", "p1"),
        lambda ida: made_again(ida, "h1"),
        lambda ida: make_mailing(ida, Choices(letter="information"), ida.store.folder, lambda *_: True),
    ],
)
def test_a_reader_is_refused_at_once_and_nothing_waits_to_be_sent(ida: Desk, writing: Callable[[Desk], object]) -> None:
    before = (open_household(ida, "h1"), sorted(ida.store.folder.iterdir()))
    with pytest.raises(Refused) as refused:
        writing(ida)
    assert refused.value.phrase == ONLY_READS
    assert (open_household(ida, "h1"), sorted(ida.store.folder.iterdir())) == before
    assert sync_status(ida).unsent == 0


def test_what_is_there_already_a_reader_may_save_again(ida: Desk) -> None:
    assert not save_household(ida, household(ida))


def test_a_reader_does_not_settle_what_two_have_written(
    municipality: Municipality, kari: Desk, ola: Desk, ida: Desk
) -> None:
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    for desk, adults in ((kari, 2), (ola, 3)):
        save_household(desk, replace(household(desk), adults=adults))
        sync_now(desk)
    sync_now(ida)
    (conflict,) = conflicts_of(ida)
    with pytest.raises(Refused):
        choose_value(ida, conflict, conflict.other.value)
    assert conflicts_of(ida) == [conflict]


def test_a_reader_goes_into_a_planned_visit_without_starting_it(kari: Desk, ida: Desk) -> None:
    assert not enter_visit(ida, the_visit(ida))
    opened = open_visit(ida, the_visit(ida))
    assert (opened.visit.status, opened.locked) == (VisitStatus.PLANNED, True)
    assert enter_visit(kari, the_visit(kari))
    sync_now(kari)
    sync_now(ida)
    opened = open_visit(ida, the_visit(ida))
    assert (opened.visit.status, opened.locked) == (VisitStatus.STARTED, True)


def test_the_door_opens_with_the_round_after_she_may_write_again(
    ida: Desk, becomes: Callable[[Desk, Role], None]
) -> None:
    assert not may_write(ida)
    becomes(ida, Role.CASEWORKER)
    sync_now(ida)
    assert may_write(ida)
    save_household(ida, replace(household(ida), safety_note="Hund"))
    assert sync_now(ida).sent == 1
    assert sync_status(ida).need_you == 0


def test_a_laptop_that_no_server_knows_or_that_has_not_been_in_step_yet_is_written_on(
    municipality: Municipality, new_desk: Callable[[str], Desk]
) -> None:
    alone = new_desk("Uten server")
    put(alone, HOME)
    enrolled = enrol(alone, municipality.address, municipality.code(municipality.user("Ida Berg", Role.READER)))
    assert may_write(enrolled)
    save_household(enrolled, replace(household(enrolled), safety_note="Hund"))


def test_what_a_reader_wrote_before_she_heard_of_it_needs_her_until_she_lays_it_aside_and_is_never_sent_again(
    municipality: Municipality, ola: Desk, kari: Desk, becomes: Callable[[Desk, Role], None]
) -> None:
    put(kari, HOME)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    becomes(ola, Role.READER)
    save_household(ola, replace(household(ola), safety_note="Skrevet av en leser"))
    assert sync_now(ola).set_aside == 1
    (aside,) = set_aside_changes(ola)
    assert (aside.reason, aside.change.set) == ("read_only", {"safety_note": "Skrevet av en leser"})
    assert sync_status(ola).need_you == 1
    assert lay_aside(ola, aside.change.id)
    assert (set_aside_changes(ola), sync_status(ola).need_you) == ([], 0)
    assert not lay_aside(ola, aside.change.id)
    assert sync_now(ola).sent == 0


@pytest.fixture
def left(municipality: Municipality, kari: Desk, ola: Desk, becomes: Callable[[Desk, Role], None]) -> tuple[str, str]:
    """A visit and a seat at a meeting of which something was typed on Ola's laptop when he became a reader: the form
    of the one, and the note of the other, whose meeting Kari has closed meanwhile."""
    put(kari, HOME)
    meeting = plan_meeting(kari, Meeting(id="", case="", number=12, starts=AT, language="nb")).made
    seat = invite(kari, meeting, "h1").made
    start_meeting(kari, meeting)
    sync_now(kari)
    for case in ("h1", meeting):
        municipality.grant(case, ola.user.id)
    sync_now(ola)
    visit = plan_visit(ola, "h1", AT).made
    start_visit(ola, visit)
    sync_now(ola)
    keep_draft(ola, visit, "summary.note", "Vil eie på Fjell")
    keep_note_draft(ola, seat, "Trenger tolk")
    close_meeting(kari, meeting)
    sync_now(kari)
    becomes(ola, Role.READER)
    return visit, meeting


def test_what_was_typed_when_she_became_a_reader_stays_and_no_round_fails(ola: Desk, left: tuple[str, str]) -> None:
    visit, meeting = left
    save_answer(ola, visit, "wishes.term", 30)
    assert sync_now(ola).set_aside == 1
    sync_now(ola)
    assert open_visit(ola, visit).drafts == {"summary.note": "Vil eie på Fjell"}
    (seat,) = open_meeting(ola, meeting).seats
    assert (seat.note, seat.participant.note) == ("Trenger tolk", "")


def test_what_was_typed_is_saved_with_the_round_after_she_may_write_again(
    ola: Desk, left: tuple[str, str], becomes: Callable[[Desk, Role], None]
) -> None:
    sync_now(ola)
    becomes(ola, Role.CASEWORKER)
    sync_now(ola)
    (seat,) = open_meeting(ola, left[1]).seats
    assert seat.participant.note == "Trenger tolk"


@pytest.mark.usefixtures("left")
def test_of_a_case_that_is_hers_no_more_a_reader_reads_what_was_typed_and_lays_it_aside(
    municipality: Municipality, ola: Desk
) -> None:
    municipality.revoke("h1", ola.user.id)
    sync_now(ola)
    (waiting,) = unsaved(ola)
    assert waiting.typed == {"summary.note": "Vil eie på Fjell"}
    lay_aside_unsaved(ola, waiting.form)
    assert unsaved(ola) == []


def test_what_a_note_promised_that_she_had_locked_waits_until_she_may_write_again(
    municipality: Municipality, kari: Desk, ola: Desk, becomes: Callable[[Desk, Role], None]
) -> None:
    put(kari, HOME)
    visit = plan_visit(kari, "h1", AT).made
    start_visit(kari, visit)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    save_answer(kari, visit, "summary.steps/1", {"step": "lease"})
    sync_now(kari)
    close_visit(ola, visit)  # who has not heard of what was agreed
    with Transport(*server_of(ola)) as transport:
        run_round(ola.store, transport, ola.now)  # and locks his laptop before anything follows from it
    becomes(ola, Role.READER)
    for note, promised in (("Hund", 0), ("Hund og katt", 1)):
        save_household(kari, replace(household(kari), safety_note=note))
        sync_now(kari)
        sync_now(ola)
        assert len(open_household(ola, "h1").follow_ups) == promised
        becomes(ola, Role.CASEWORKER)
        sync_now(ola)
