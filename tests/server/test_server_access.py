"""Who sees and writes what: grants between users, walls between municipalities."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from talking import Laptop, Town, new_id

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.closing import close_user
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import access_log, payload, quarantine


@pytest.fixture
def case(kari: Laptop) -> str:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    return case


def told(laptop: Laptop, record: str, kind: str, case: str, **fields: object) -> tuple[str, str]:
    result = laptop.sync(laptop.change(record, kind, case, **fields)).results[0]
    return result.outcome, result.reason


def test_a_case_of_somebody_else_is_neither_read_nor_written(kari: Laptop, ola: Laptop, case: str) -> None:
    ola.held[case] = 0
    assert told(ola, case, "household", case, name="Tatt") == ("refused", "no_access")
    assert ola.last and (ola.last.manifest, ola.last.records) == ([], [])
    kari.sync()
    assert kari.fields(case)["name"] == "Familien Eksempel"


def test_somebody_elses_record_is_not_drawn_into_a_case_of_ones_own(kari: Laptop, ola: Laptop, case: str) -> None:
    mine = new_id()
    assert told(ola, case, "household", mine, name="Tatt") == ("refused", "no_access")
    assert ola.last and ola.last.manifest == []


def test_a_record_stays_in_its_case_and_of_its_kind(kari: Laptop, case: str) -> None:
    other = new_id()
    kari.sync(kari.change(other, "household", other, name="Familien Prøve"))
    answer = kari.sync(
        kari.change(other, "person", other, name="Ada Eksempel"),
        kari.change(case, "household", other, name="Familien Flyttet"),
        kari.change(new_id(), "person", case, name="Ada Eksempel"),
    )
    assert [result.reason for result in answer.results] == ["elsewhere", "elsewhere", ""]


def test_a_record_of_another_of_ones_own_cases_is_said_to_lie_there(kari: Laptop, case: str) -> None:
    other = new_id()
    answer = kari.sync(
        kari.change(other, "household", other, name="Familien Prøve"),
        kari.change(other, "household", case, name="Familien Flyttet"),
    )
    assert [result.reason for result in answer.results] == ["", "elsewhere"]


def test_a_revoked_case_leaves_the_manifest_and_takes_what_she_had_written_before_she_heard(
    town: Town, kari: Laptop, ola: Laptop, case: str
) -> None:
    town.grant(case, ola)
    ola.sync()
    town.revoke(case, ola)
    assert told(ola, case, "household", case, name="Skrevet før")[0] == "clean"
    assert ola.last and (ola.last.manifest, ola.last.records) == ([], [])
    town.grant(case, ola)
    assert told(ola, case, "household", case, name="Igjen")[0] == "clean"


def test_a_reader_reads_and_does_not_write(town: Town, kari: Laptop, case: str) -> None:
    reader = town.laptop("Lene Leser", Role.READER)
    town.grant(case, reader)
    reader.sync()
    assert told(reader, case, "household", case, name="Endret") == ("refused", "read_only")
    assert told(reader, new_id(), "household", new_id(), name="Ny") == ("refused", "read_only")
    assert reader.fields(case) == {"name": "Familien Eksempel"}


def test_nobody_writes_in_anothers_name(kari: Laptop, ola: Laptop, case: str) -> None:
    forged = replace(kari.change(case, "household", case, name="Ola var her"), author=ola.user)
    assert [result.reason for result in kari.sync(forged).results] == ["not_author"]


def test_a_change_id_of_somebody_else_answers_as_any_other(kari: Laptop, ola: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    kari.sync(change)
    his = replace(change, author=ola.user)
    answer = ola.ask(his, replace(his, id=new_id()))
    assert [(one.outcome, one.reason) for one in answer.results] == [("refused", "no_access")] * 2


def test_a_change_that_says_something_else_than_before_is_not_answered_as_before(kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    first = kari.sync(change).results
    assert kari.sync(replace(change, device_seq=2)).results == first
    kari.written = 3
    more = replace(change, device_seq=3, set=change.set | {"adults": 2})
    assert [(one.outcome, one.reason) for one in kari.ask(more).results] == [("refused", "id_taken")]
    assert [one.reason for one in kari.ask(kari.change(case, "household", case, adults=3), more).results] == [
        "",
        "id_taken",
    ]


def test_the_same_user_on_a_new_device_gets_the_answer_the_old_one_got(town: Town, kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    first = kari.sync(change)
    again = town.laptop("", user=kari.user)
    assert again.sync(change).results == first.results
    assert again.fields(case) == {"name": "Familien Eksempel"}


def test_a_municipality_cannot_see_or_collide_with_another(new_town: Callable[[], Town], kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    kari.sync(change)
    other = new_town().laptop("Per Eksempel")
    answer = other.sync(replace(change, author=other.user, set={"name": "Familien Annet"}))
    assert [(result.outcome, result.seq) for result in answer.results] == [("clean", 1)]
    assert other.sync().manifest[0].head == 1
    assert other.fields(case) == {"name": "Familien Annet"}
    kari.sync()
    assert kari.fields(case) == {"name": "Familien Eksempel"}


def test_a_refused_change_is_kept_with_its_reason(town: Town, kari: Laptop, ola: Laptop, case: str) -> None:
    ola.sync(ola.change(case, "household", case, name="Det Ola skrev"))
    with town.database.read(town.id) as connection:
        here = (quarantine.c.municipality_id == town.id, payload.c.municipality_id == town.id)
        row = connection.execute(
            select(quarantine, payload.c.body).where(*here, payload.c.seq == quarantine.c.seq)
        ).one()
    assert (row.author_id, row.reason) == (ola.user, "no_access")
    assert b"Det Ola skrev" in row.body


def test_it_is_logged_who_was_given_which_case(town: Town, kari: Laptop, ola: Laptop, case: str) -> None:
    town.grant(case, ola)
    ola.sync()
    ola.sync()
    with town.database.read(town.id) as connection:
        rows = connection.execute(
            select(access_log.c.action, access_log.c.user_id)
            .where(access_log.c.municipality_id == town.id, access_log.c.case_id == case)
            .order_by(access_log.c.id)
        )
        assert [tuple(row) for row in rows] == [("found", kari.user), ("grant", ola.user), ("given", ola.user)]


def test_it_staff_are_told_what_they_asked_wrongly(town: Town, kari: Laptop, case: str) -> None:
    now = datetime.now(UTC)
    wrong: list[Callable[[], object]] = [
        lambda: admin.create_municipality(town.database, town.id, "Eksempel kommune"),
        lambda: admin.create_municipality(town.database, "Eksempel kommune", "Eksempel kommune"),
        lambda: admin.create_user(town.database, "nowhere", "Kari", Role.READER, now),
        lambda: admin.make_code(town.database, town.id, "nobody", now),
        lambda: caseload.grant_case(town.database, town.id, "nothing", kari.user, now),
        lambda: caseload.grant_case(town.database, town.id, case, "nobody", now),
        lambda: caseload.revoke_case(town.database, town.id, "nothing", kari.user, now),
        lambda: admin.suspend_device(town.database, town.id, "nothing", now),
        lambda: caseload.restrict_case(town.database, "nowhere", case, now),
        lambda: caseload.hand_over(town.database, "nowhere", kari.user, kari.user, lambda: now),
        lambda: close_user(town.database, "nowhere", kari.user, now),
        lambda: erase_case(town.database, town.id, "nothing", now),
        lambda: erase_case(town.database, "nowhere", case, now),
    ]
    for asked in wrong:
        with pytest.raises(Refused):
            asked()


def test_a_time_that_is_out_before_it_begins_takes_no_case_from_anybody(town: Town, kari: Laptop, case: str) -> None:
    now = datetime.now(UTC)
    for starts, until in (
        (now, now),
        (now, now - timedelta(days=1)),
        (now + timedelta(days=2), now + timedelta(days=1)),
    ):
        with pytest.raises(Refused):
            caseload.grant_case(town.database, town.id, case, kari.user, now, starts=starts, until=until)
    assert {one.case for one in kari.sync().manifest} == {case}


def test_a_caseload_is_not_handed_over_to_it_staff_whom_it_would_never_reach(
    town: Town, kari: Laptop, case: str
) -> None:
    staff, now = town.user("Ida Berg", Role.IT), datetime.now(UTC)
    with pytest.raises(Refused):
        caseload.hand_over(town.database, town.id, kari.user, staff, lambda: now)
    assert {one.case for one in kari.sync().manifest} == {case}


def test_it_staff_see_users_devices_and_grants(town: Town, kari: Laptop, case: str) -> None:
    assert [(row.id, row.name, row.role) for row in admin.users(town.database, town.id)] == [
        (kari.user, "Kari Eksempel", "caseworker")
    ]
    assert [(row.id, row.name, row.state) for row in admin.devices(town.database, town.id)] == [
        (kari.device, "Bærbar 1", "active")
    ]
    assert [(row.case_id, row.user_id) for row in admin.grants(town.database, town.id)] == [(case, kari.user)]
