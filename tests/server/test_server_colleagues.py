"""A team leader gives cases from one colleague to another over the network, and sees who holds how much."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from talking import Denied, Laptop, Town, new_case, new_id

from hjemmebesok.server import admin, caseload, closing, teams
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import access_log
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE
from hjemmebesok.wire.team import CASES_A_HAND_OVER, Colleague, HandedOver, HandOver, Team, TeamRequest


def now() -> datetime:
    return datetime.now(UTC)


def holds(laptop: Laptop) -> set[str]:
    return {one.case for one in laptop.ask().manifest}


def team_of(laptop: Laptop) -> dict[str, Colleague]:
    answer = unpack(laptop.post(pack(TeamRequest()), "/v1/team").content, Team)
    return {one.user: one for one in answer.colleagues}


def give(laptop: Laptop, giver: Laptop, taker: Laptop, *cases: str, keeps: bool = False) -> int:
    """The cases, or all of them where none is named."""
    asked = HandOver(giver.user, taker.user, list(cases) or None, keeps)
    return unpack(laptop.post(pack(asked), "/v1/hand-over").content, HandedOver).moved


def refused(laptop: Laptop, giver: Laptop, taker: Laptop, *cases: str) -> tuple[int, str]:
    with pytest.raises(Denied) as denied:
        give(laptop, giver, taker, *cases)
    return denied.value.status, denied.value.problem.code


def logged(town: Town, case: str) -> set[tuple[str, str | None, str | None]]:
    with town.database.read(town.id) as connection:
        columns = access_log.c.action, access_log.c.user_id, access_log.c.device_id
        here = (access_log.c.municipality_id == town.id, access_log.c.case_id == case)
        return {tuple(row) for row in connection.execute(select(*columns).where(*here))}  # type: ignore[misc] # of three


@pytest.fixture
def leader(town: Town, kari: Laptop, ola: Laptop) -> Laptop:
    """She leads the team that Kari and Ola are in."""
    lene = town.laptop("Lene Leder", Role.TEAM_LEADER)
    vest = teams.create_team(town.database, town.id, "Vest")
    for laptop in (lene, kari, ola):
        teams.join(town.database, town.id, vest, laptop.user, now())
    return lene


def test_a_leader_sees_who_holds_how_much_in_her_teams_and_nobody_else(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    new_case(town.laptop("Siv Annensteds"))
    cases = {new_case(kari), new_case(kari)}
    found = team_of(leader)
    assert found.keys() == {leader.user, kari.user, ola.user}
    hers = found[kari.user]
    assert (hers.name, hers.held, set(hers.cases), hers.takes, hers.leads) == ("Kari Eksempel", 2, cases, True, False)
    assert found[leader.user].leads
    assert (found[ola.user].held, found[leader.user].held) == (0, 0)


def test_a_leader_hands_over_a_whole_caseload(leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    cases = {new_case(kari) for _ in range(3)}
    assert give(leader, kari, ola) == 3
    assert (holds(kari), holds(ola)) == (set(), cases)


def test_a_leader_hands_over_chosen_cases_and_no_other(leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    one, other, olas = new_case(kari), new_case(kari), new_case(ola)
    assert give(leader, kari, leader, one, olas, new_id()) == 1
    assert holds(kari) == {other}
    assert holds(ola) == {olas}
    assert one in team_of(leader)[leader.user].cases


def test_a_choice_of_no_case_hands_over_none(leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    case = new_case(kari)
    answer = leader.post(pack(HandOver(kari.user, ola.user, [])), "/v1/hand-over")
    assert unpack(answer.content, HandedOver).moved == 0
    assert holds(kari) == {case}


def test_asking_twice_after_a_lost_answer_does_no_harm(town: Town, leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    case = new_case(kari)
    assert (give(leader, kari, ola, case), give(leader, kari, ola, case), give(leader, kari, ola)) == (1, 0, 0)
    assert (holds(kari), holds(ola)) == (set(), {case})
    assert sum(row.case_id == case and row.revoked_at is None for row in admin.grants(town.database, town.id)) == 1


def test_a_shared_case_is_held_by_both(leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    one, other = new_case(kari), new_case(kari)
    assert (give(leader, kari, ola, one, keeps=True), give(leader, kari, ola, one, keeps=True)) == (1, 0)
    assert holds(kari) == {one, other}
    assert holds(ola) == {one}
    assert ola.sync(ola.change(new_id(), "followup", one, step="Ring")).results[0].outcome == "clean"


def test_what_is_not_sent_when_the_case_goes_goes_with_it(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    case = new_case(kari)
    late = kari.change(new_id(), "note", case, text="Vil eie")
    give(leader, kari, ola)
    answer = kari.sync(late)
    assert (answer.results[0].outcome, answer.manifest, answer.records) == ("clean", [], [])
    ola.sync()
    assert ola.fields(late.record)["text"] == "Vil eie"


def test_who_decided_stands_in_the_access_log_with_her_laptop(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    moved, shared = new_case(kari), new_case(kari)
    give(leader, kari, ola, moved)
    give(leader, kari, ola, shared, keeps=True)
    asked = leader.device
    hers = ("passed_on", leader.user, asked)
    assert {hers, ("handed_over", kari.user, asked), ("taken_over", ola.user, asked)} <= logged(town, moved)
    assert {hers, ("share", ola.user, asked)} <= logged(town, shared)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.READER, Role.IT])
def test_nobody_but_a_leader_gives_cases_or_sees_the_team(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop, role: Role
) -> None:
    case = new_case(kari)
    admin.set_role(town.database, town.id, leader.user, role, now())
    assert refused(leader, kari, ola, case) == (403, "not_leader")
    with pytest.raises(Denied) as denied:
        team_of(leader)
    assert denied.value.problem.code == "not_leader"
    admin.set_role(town.database, town.id, leader.user, Role.TEAM_LEADER, now())
    assert team_of(leader)[kari.user].cases == [case]


def test_between_whom_cases_cannot_go_is_told_alike_whether_or_not_there_is_such_a_user(
    town: Town, new_town: Callable[[], Town], leader: Laptop, kari: Laptop
) -> None:
    case = new_case(kari)
    siv, far = town.laptop("Siv Annensteds"), new_town().laptop("Per Langtborte")
    nobody = Laptop(town.http, "", "", new_id())
    for stranger in (siv, far, nobody):
        assert refused(leader, kari, stranger, case) == (403, "not_colleagues")
        assert refused(leader, stranger, kari) == (403, "not_colleagues")
    assert refused(leader, kari, kari) == (403, "not_colleagues")
    assert holds(kari) == {case}


def test_cases_go_to_one_who_may_write_and_is_open_and_from_anybody(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    case = new_case(kari)
    admin.set_role(town.database, town.id, ola.user, Role.READER, now())
    assert not team_of(leader)[ola.user].takes
    assert refused(leader, kari, ola) == (403, "not_colleagues")
    closing.close_user(town.database, town.id, kari.user, now())
    assert refused(leader, ola, kari) == (403, "not_colleagues")
    gone = team_of(leader)[kari.user]
    assert (gone.closed, gone.takes, gone.held) == (True, False, 1)
    assert give(leader, kari, leader) == 1
    assert team_of(leader)[leader.user].cases == [case]


def test_kode_6_goes_along_with_the_caseload_and_is_counted_but_never_named(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    plain, hidden = new_case(kari), new_case(kari, protection="strengt_fortrolig")
    hers = team_of(leader)[kari.user]
    assert (hers.held, hers.cases) == (2, [plain])
    assert give(leader, kari, ola) == 2
    assert holds(ola) == {plain}
    caseload.release_case(town.database, town.id, hidden, now())
    assert holds(ola) == {plain, hidden}
    assert ("passed_on", leader.user, leader.device) in logged(town, hidden)


def test_what_she_will_hold_goes_along_and_what_has_ended_or_was_erased_does_not(
    town: Town, leader: Laptop, kari: Laptop, ola: Laptop
) -> None:
    ends, ahead = new_case(ola), new_case(ola)
    later = now() + timedelta(hours=1)
    caseload.grant_case(town.database, town.id, ahead, kari.user, now(), starts=later)
    town.grant(ends, kari)
    town.revoke(ends, kari)
    hers = team_of(leader)[kari.user]
    assert (hers.held, hers.cases) == (1, [])
    assert give(leader, kari, leader) == 1


def test_two_leaders_at_once_give_each_case_to_one(town: Town, leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    cases = {new_case(kari) for _ in range(5)}
    with ThreadPoolExecutor(2) as both:
        moved = sum(both.map(lambda taker: give(leader, kari, taker), [ola, leader, ola, leader]))
    assert moved == len(cases)
    held = [case for one in team_of(leader).values() for case in one.cases]
    assert sorted(held) == sorted(cases)


@pytest.mark.parametrize("wrong", [b"[1]", b'{"giver":"a"}', b'{"giver":"../x","taker":"a"}', b'{"giver":1,"taker":2}'])
def test_a_request_that_is_no_hand_over_is_refused(leader: Laptop, wrong: bytes) -> None:
    with pytest.raises(Denied) as denied:
        leader.post(wrong, "/v1/hand-over", "application/json")
    assert (denied.value.status, denied.value.problem.code) == (400, "unreadable")


def test_more_cases_than_anybody_chooses_are_refused(leader: Laptop, kari: Laptop, ola: Laptop) -> None:
    many = [f"c{number}" for number in range(CASES_A_HAND_OVER + 1)]
    assert refused(leader, kari, ola, *many) == (400, "unreadable")
    assert give(leader, kari, ola, *many[1:]) == 0


@pytest.mark.parametrize("path", ["/v1/team", "/v1/hand-over"])
def test_nothing_is_read_of_one_who_shows_no_token(town: Town, path: str) -> None:
    response = town.http.post(path, content=b"x", headers={"content-type": MEDIA_TYPE})
    assert response.status_code == 401
