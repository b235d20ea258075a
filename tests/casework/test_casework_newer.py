"""What a newer version of the program wrote, and this one cannot read, hides nothing else."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import household_names, open_household, search_households
from hjemmebesok.casework.imports import run_import
from hjemmebesok.casework.meetings import all_meetings, open_meeting
from hjemmebesok.casework.syncing import after_round, sync_status
from hjemmebesok.casework.today import day_plan
from hjemmebesok.casework.unseen import note_unseen
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store import replica
from hjemmebesok.store.settings import TO_SEE_TO, read_setting, write_setting
from hjemmebesok.wire.messages import RecordState

REGISTER = b"Leietaker-ID;Navn;Adressebeskyttelse;Adresse\r\n0042;Liv Strand;;Tunveien 5\r\n"


@pytest.fixture
def pulled(desk: Desk) -> Callable[..., None]:
    """Takes a record from the server."""

    def take(record_id: str, kind: str, case: str, **fields: Any) -> None:
        with desk.store.writing_connection() as connection:
            replica.take_records(connection, [RecordState(record_id, kind, case, 1, fields, {})])

    return take


@pytest.fixture
def newer(family: str, pulled: Callable[..., None]) -> None:
    """A household protected in a way of tomorrow, with a visit, a seat and a promise; the family h1 has the same."""
    pulled("h2", "household", "h2", name="Liv Strand", protection="kode8")
    pulled("m1", "meeting", "m1", number=1, starts="2026-10-12T17:00:00")
    for case in (family, "h2"):
        pulled(f"v-{case}", "visit", case, starts="2026-10-12T10:30:00")
        pulled(f"s-{case}", "participant", case, meeting="m1")
        pulled(f"f-{case}", "follow_up", case, step="apply", due="2026-10-13")


@pytest.mark.usefixtures("newer")
def test_the_others_show_and_how_many_do_not_is_told(desk: Desk, family: str) -> None:
    assert [card.household.id for card in search_households(desk, "")] == [family]
    assert list(household_names(desk)) == [family]
    plan = day_plan(desk, date(2026, 10, 12))
    assert [each.visit.case for each in plan.visits] == [family]
    assert [each.follow_up.case for each in plan.promises] == [family]
    assert [seat.participant.case for seat in open_meeting(desk, "m1").seats] == [family]
    assert sync_status(desk).unreadable == 1


@pytest.mark.usefixtures("newer")
def test_it_is_refused_by_itself_and_never_written_over(desk: Desk) -> None:
    with pytest.raises(Refused, match="nyere versjon"):
        open_household(desk, "h2")
    with desk.work() as work, pytest.raises(Refused, match="nyere versjon"):
        work.find(Household, "h2")


@pytest.mark.usefixtures("newer")
def test_it_can_be_read_again_when_somebody_has_put_it_right(desk: Desk, pulled: Callable[..., None]) -> None:
    search_households(desk, "")
    pulled("h2", "household", "h2", name="Liv Strand", protection="fortrolig")
    assert len(search_households(desk, "")) == 2
    assert sync_status(desk).unreadable == 0


def test_a_meeting_that_cannot_be_read_hides_neither_the_others_nor_the_household(
    desk: Desk, family: str, pulled: Callable[..., None]
) -> None:
    pulled("m1", "meeting", "m1", number=1, starts="2026-10-12T17:00:00")
    pulled("m2", "meeting", "m2", number=2, starts={"at": "17:00", "zone": "Europe/Oslo"})
    for meeting in ("m1", "m2"):
        pulled(f"s-{meeting}", "participant", family, meeting=meeting)
    assert [line.meeting.id for line in all_meetings(desk)] == ["m1"]
    assert [meeting.id for meeting in open_household(desk, family).meetings] == ["m1"]
    with desk.read() as reading, pytest.raises(Refused):
        reading.get(Meeting, "m2")


def test_a_register_is_imported_although_a_household_that_left_it_cannot_be_read(
    desk: Desk, pulled: Callable[..., None]
) -> None:
    run_import(desk, REGISTER)
    (card,) = search_households(desk, "")
    pulled(card.household.id, "household", card.household.id, name="Liv Strand", interpreter_needed=5)
    preview, _ = run_import(desk, REGISTER.replace(b"0042;Liv Strand", b"0043;Zeynep Kaya"))
    assert (len(preview.new), preview.gone) == (1, ())


def test_what_has_arrived_without_its_household_waits_for_it(
    desk: Desk, family: str, pulled: Callable[..., None]
) -> None:
    pulled("v1", "visit", family, starts="2026-10-12T10:30:00")
    pulled("v2", "visit", "h2", starts="2026-10-12T12:30:00")
    assert [each.visit.id for each in day_plan(desk, date(2026, 10, 12)).visits] == ["v1"]
    pulled("h2", "household", "h2", name="Liv Strand")
    assert [each.visit.id for each in day_plan(desk, date(2026, 10, 12)).visits] == ["v1", "v2"]
    with desk.read() as reading:
        assert len(reading.all(Visit)) == 2


def test_a_locked_note_to_be_read_keeps_nobody_out_where_a_newer_program_has_written(
    desk: Desk, family: str, pulled: Callable[..., None]
) -> None:
    locked: dict[str, Any] = {"starts": "2026-10-12T10:30:00", "status": "closed", "kartlegging": "k1"}
    locked |= {"closed_by": desk.user.name, "locked_answers": {}}
    pulled("v1", "visit", family, **locked)
    pulled("k1", "kartlegging", family, visit="v1", **{"health.needs": "Trenger heis"})
    note_unseen(desk)
    assert sync_status(desk).need_you == 1
    pulled("v1", "visit", family, **locked, purpose="digital")
    assert (sync_status(desk).need_you, sync_status(desk).unreadable) == (0, 1)
    pulled("v1", "visit", family, **locked)
    assert sync_status(desk).need_you == 1


def test_a_round_is_done_although_who_lives_in_a_household_of_tomorrow_cannot_be_counted_again(
    desk: Desk, family: str
) -> None:
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    save_answer(desk, visit, "household.members/04", {"who": "Farmor"})
    with desk.store.writing_connection() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'accepted'")
    close_visit(desk, visit)
    with desk.store.writing_connection() as connection:
        closing = "json_extract(fields, '$.status') = 'closed'"
        connection.exec_driver_sql(f"UPDATE outbox SET state = 'needs_you', reason = 'closed' WHERE {closing}")
        tomorrow = "json_set(fields, '$.protection', 'kode8')"
        connection.exec_driver_sql(f"UPDATE record SET fields = {tomorrow} WHERE id = 'h1'")
        write_setting(connection, TO_SEE_TO, "an answer")
    after_round(desk)
    with desk.store.reading_connection() as connection:
        assert not read_setting(connection, TO_SEE_TO)
