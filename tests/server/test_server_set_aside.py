"""A team leader reads what was set aside in the cases she reads, and notes what is dealt with. Nobody else does."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select
from talking import Denied, Laptop, Town, new_case, new_id

from hjemmebesok.server import admin, caseload, closing, teams
from hjemmebesok.server.audit import audit
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.rights import Role
from hjemmebesok.server.set_aside import CHANGES_A_PAGE
from hjemmebesok.server.tables import access_log, payload
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, Change
from hjemmebesok.wire.set_aside import DONE_AT_ONCE, SetAsidePage, SetAsideRequest


def now() -> datetime:
    return datetime.now(UTC)


def asks(laptop: Laptop, *done: int, before: int | None = None) -> SetAsidePage:
    return unpack(laptop.post(pack(SetAsideRequest(before, list(done))), "/v1/set-aside").content, SetAsidePage)


def said(page: SetAsidePage) -> list[dict[str, Any]]:
    return [one.fields for one in page.changes]


def too_late(laptop: Laptop, case: str, /, **values: Any) -> Change:
    """A change to a note of the case that was locked meanwhile, and that the server sets aside."""
    visit = new_id()
    laptop.sync(laptop.change(visit, "visit", case, status="closed", notes="Slik det ble"))
    late = laptop.change(visit, "visit", case, **values)
    assert [result.reason for result in laptop.sync(late).results] == ["closed"]
    return late


def logged(town: Town, action: str) -> list[tuple[str, str, str]]:
    with town.database.read(town.id) as connection:
        columns = access_log.c.user_id, access_log.c.device_id, access_log.c.case_id
        here = (access_log.c.municipality_id == town.id, access_log.c.action == action)
        return [tuple(row) for row in connection.execute(select(*columns).where(*here))]  # type: ignore[misc] # of three


def payloads(town: Town) -> int:
    with town.database.read(town.id) as connection:
        counted = select(func.count()).select_from(payload).where(payload.c.municipality_id == town.id)
        return connection.execute(counted).scalar_one()


@pytest.fixture
def leader(town: Town, kari: Laptop, ola: Laptop) -> Laptop:
    """She leads the team that Kari and Ola are in."""
    lene = town.laptop("Lene Leder", Role.TEAM_LEADER)
    vest = teams.create_team(town.database, town.id, "Vest")
    for laptop in (lene, kari, ola):
        teams.join(town.database, town.id, vest, laptop.user, now())
    return lene


def test_what_was_set_aside_can_be_read_when_the_case_has_left_its_author(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    case = new_case(kari)
    late = too_late(kari, case, notes="Huset er solgt")
    caseload.hand_over(town.database, town.id, kari.user, ola.user, now)
    closing.close_user(town.database, town.id, kari.user, now())
    page = asks(leader)
    (one,) = page.changes
    assert (one.case, one.record, one.kind, one.author) == (case, late.record, "visit", "Kari Eksempel")
    assert (one.reason, one.fields) == ("closed", {"notes": "Huset er solgt"})
    assert abs(datetime.fromisoformat(one.at) - now()).total_seconds() < 60
    assert (page.more, page.elsewhere) == (False, 0)


def test_what_is_empty_is_told_where_something_stood_before(leader: Laptop, kari: Laptop) -> None:
    too_late(kari, new_case(kari), notes=None, staff="", present=[], minutes=0, two_together=False)
    assert said(asks(leader)) == [{"notes": None, "minutes": 0, "two_together": False}]


def test_the_newest_comes_first_and_those_before_it_when_asked_for(leader: Laptop, kari: Laptop) -> None:
    case = new_case(kari)
    late = too_late(kari, case, notes="1")
    many = [kari.change(late.record, "visit", case, notes=str(n)) for n in range(2, CHANGES_A_PAGE + 3)]
    kari.sync(*many)
    first = asks(leader)
    assert (len(first.changes), first.more) == (CHANGES_A_PAGE, True)
    second = asks(leader, before=first.changes[-1].number)
    assert [one["notes"] for one in said(first) + said(second)] == [str(n) for n in range(CHANGES_A_PAGE + 2, 0, -1)]
    assert not second.more


def test_a_page_has_room_for_large_changes_and_ends_where_it_is_full(leader: Laptop, kari: Laptop) -> None:
    case = new_case(kari)
    late = too_late(kari, case, notes="x" * 1_000_000)
    for n in range(5):
        kari.sync(kari.change(late.record, "visit", case, notes=str(n) * 1_000_000))
    first = asks(leader)
    assert (len(first.changes), first.more) == (5, True)
    assert len(asks(leader, before=first.changes[-1].number).changes) == 1


def test_what_is_dealt_with_waits_no_more_and_is_kept(town: Town, leader: Laptop, kari: Laptop) -> None:
    case = new_case(kari)
    for text in ("Den ene", "Den andre"):
        too_late(kari, case, notes=text)
    kept = payloads(town)
    newest = asks(leader).changes[0]
    assert said(asks(leader, newest.number, 10_000)) == [{"notes": "Den ene"}]
    assert said(asks(leader, newest.number)) == [{"notes": "Den ene"}], "asking twice does no harm"
    assert payloads(town) == kept
    assert audit(town.database, town.id).whole
    assert logged(town, "set_aside_done") == [(leader.user, leader.device, case)]


def test_who_has_read_it_stands_in_the_access_log(town: Town, leader: Laptop, kari: Laptop) -> None:
    asks(leader)
    assert logged(town, "set_aside_read") == []
    cases = [new_case(kari), new_case(kari)]
    for case in (*cases, cases[0]):
        too_late(kari, case, notes="For sent")
    asks(leader)
    assert sorted(logged(town, "set_aside_read")) == sorted((leader.user, leader.device, case) for case in cases)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.READER, Role.IT])
def test_nobody_but_a_leader_reads_it_or_deals_with_it(town: Town, leader: Laptop, kari: Laptop, role: Role) -> None:
    too_late(kari, new_case(kari), notes="For sent")
    number = asks(leader).changes[0].number
    admin.set_role(town.database, town.id, leader.user, role, now())
    for done in ([], [number]):
        with pytest.raises(Denied) as denied:
            asks(leader, *done)
        assert (denied.value.status, denied.value.problem.code) == (403, "not_leader")
    admin.set_role(town.database, town.id, leader.user, Role.TEAM_LEADER, now())
    assert [one.number for one in asks(leader).changes] == [number]


def test_another_teams_cases_and_another_municipalitys_are_not_shown_counted_or_dealt_with(
    town: Town, new_town: Callable[[], Town], leader: Laptop
) -> None:
    siv, far = town.laptop("Siv Annensteds"), new_town()
    per, hers = far.laptop("Per Langtborte"), town.laptop("Ada Leder", Role.TEAM_LEADER)
    east = teams.create_team(town.database, town.id, "Øst")
    for laptop in (siv, hers):
        teams.join(town.database, town.id, east, laptop.user, now())
    for laptop in (siv, per):
        too_late(laptop, new_case(laptop), notes="Til en annen leder")
    (one,) = asks(hers).changes
    assert asks(leader, one.number) == SetAsidePage([], more=False, elsewhere=0)
    assert len(asks(hers).changes) == 1
    assert len(admin.quarantined(far.database, far.id)) == 1


def test_kode_6_is_counted_and_never_shown(town: Town, leader: Laptop, kari: Laptop) -> None:
    case = new_case(kari)
    too_late(kari, case, notes="Kanariordet")
    number = asks(leader).changes[0].number
    caseload.restrict_case(town.database, town.id, case, now())
    assert asks(leader, number) == SetAsidePage([], more=False, elsewhere=1)
    caseload.release_case(town.database, town.id, case, now())
    assert said(asks(leader)) == [{"notes": "Kanariordet"}]


def test_a_case_that_somebody_tried_to_put_under_kode_6_shows_nothing_of_what_she_wrote(
    town: Town, leader: Laptop, kari: Laptop
) -> None:
    case = new_case(kari)
    admin.set_role(town.database, town.id, kari.user, Role.READER, now())
    kari.sync(
        kari.change(case, "household", case, protection="strengt_fortrolig"),
        kari.change(new_id(), "dwelling", case, street="Fjellåsen 14"),
    )
    assert asks(leader) == SetAsidePage([], more=False, elsewhere=2)


def test_what_was_written_on_a_record_of_a_case_that_stays_is_not_shown_by_way_of_another(
    town: Town, leader: Laptop, kari: Laptop
) -> None:
    case, hidden = new_case(kari), new_case(kari)
    secret = kari.change(new_id(), "note", hidden, text="Fjellåsen 14")
    kari.sync(secret)
    caseload.restrict_case(town.database, town.id, hidden, now())
    moved = kari.change(secret.record, "note", case, text="Fjellåsen 16")
    assert [result.reason for result in kari.sync(moved).results] == ["elsewhere"]
    assert asks(leader) == SetAsidePage([], more=False, elsewhere=1)


def test_what_cannot_be_placed_in_a_case_is_counted(town: Town, leader: Laptop, kari: Laptop) -> None:
    unheard_of = kari.change(new_id(), "note", new_id(), text="Ny sak")
    admin.set_role(town.database, town.id, kari.user, Role.READER, now())
    malformed = replace(kari.change(new_id(), "note", new_id(), text="x"), kind="a kind")
    assert [result.reason for result in kari.sync(unheard_of, malformed).results] == ["read_only", "malformed"]
    assert asks(leader) == SetAsidePage([], more=False, elsewhere=2)


def test_what_is_the_whole_municipalitys_is_every_leaders(town: Town, leader: Laptop) -> None:
    siv = town.laptop("Siv Annensteds")
    late = siv.change(new_id(), "rate_table", "rules", body="Satser")
    assert [result.reason for result in siv.sync(late).results] == ["not_your_role"]
    assert said(asks(leader)) == [{"body": "Satser"}]


def test_of_an_erased_case_nothing_is_left_to_read(town: Town, leader: Laptop, kari: Laptop) -> None:
    case = new_case(kari)
    late = too_late(kari, case, notes="For sent")
    erase_case(town.database, town.id, case, now())
    kari.sync(kari.change(late.record, "visit", case, notes="Enda senere"))
    assert asks(leader).changes == []


def test_it_is_told_in_json_too(leader: Laptop, kari: Laptop) -> None:
    too_late(kari, new_case(kari), notes="For sent")
    answer = leader.post(b"{}", "/v1/set-aside", "application/json").json()
    assert answer["changes"][0]["fields"] == {"notes": "For sent"}


@pytest.mark.parametrize("wrong", [b"[1]", b'{"before":0}', b'{"done":["1"]}', b'{"done":[-1]}', b'{"done":[1e300]}'])
def test_a_request_that_asks_nothing_is_refused(leader: Laptop, wrong: bytes) -> None:
    with pytest.raises(Denied) as denied:
        leader.post(wrong, "/v1/set-aside", "application/json")
    assert (denied.value.status, denied.value.problem.code) == (400, "unreadable")


def test_more_numbers_than_anybody_deals_with_are_refused(leader: Laptop) -> None:
    with pytest.raises(Denied) as denied:
        asks(leader, *range(1, DONE_AT_ONCE + 2))
    assert denied.value.problem.code == "unreadable"
    assert asks(leader, *range(1, DONE_AT_ONCE + 1)).changes == []


def test_nothing_is_read_of_one_who_shows_no_token(town: Town) -> None:
    response = town.http.post("/v1/set-aside", content=b"x", headers={"content-type": MEDIA_TYPE})
    assert response.status_code == 401
