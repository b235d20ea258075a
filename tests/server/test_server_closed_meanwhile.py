"""Who is shut out at the moment she is given cases does not get them, or they are told of; and she writes no more."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime

import pytest
from sqlalchemy import update
from talking import Laptop, Town, new_case
from test_server_at_once import MEANWHILE
from test_server_rights import team_of

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, caseload, colleagues, grants, journal
from hjemmebesok.server.closing import close_user, open_user
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.grants import Grant, Passing
from hjemmebesok.server.identity import Caller, identify
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tables import user_account
from hjemmebesok.wire.messages import PROTOCOL, SyncRequest
from hjemmebesok.wire.team import HandOver

NOW = datetime.now(UTC)
Gives = Callable[[Town, Laptop, str, Laptop, Laptop], None]


def granted(town: Town, leader: Laptop, case: str, giver: Laptop, taker: Laptop) -> None:
    town.grant(case, taker)


def handed_over_by_it(town: Town, leader: Laptop, case: str, giver: Laptop, taker: Laptop) -> None:
    caseload.hand_over(town.database, town.id, giver.user, taker.user, lambda: NOW)


def handed_over_by_a_leader(town: Town, leader: Laptop, case: str, giver: Laptop, taker: Laptop) -> None:
    caller = Caller(town.id, leader.user, "Lene Leder", Role.TEAM_LEADER, leader.device)
    colleagues.hand_over(town.database, caller, HandOver(giver.user, taker.user), giver.now)


@pytest.mark.parametrize("give", [granted, handed_over_by_it, handed_over_by_a_leader])
def test_who_is_closed_while_a_case_is_given_to_her_does_not_get_it(
    town: Town, kari: Laptop, ola: Laptop, give: Gives
) -> None:
    case, leader = new_case(kari), town.laptop("Lene Leder", Role.TEAM_LEADER)
    team_of(town, leader, kari, ola)
    this = (user_account.c.municipality_id == town.id, user_account.c.id == ola.user)
    with ThreadPoolExecutor(1) as threads:
        with town.database.write(town.id) as connection:
            journal.lock(connection, town.id)
            given = threads.submit(give, town, leader, case, kari, ola)
            wait([given], MEANWHILE)
            connection.execute(update(user_account).where(*this).values(closed_at=stamp(NOW)))
        with pytest.raises((Refused, Refusal)):
            given.result()
    assert {(row.user_id, row.revoked_at) for row in admin.grants(town.database, town.id)} == {(kari.user, None)}


def test_what_is_given_to_her_while_she_is_closed_is_told_as_left_to_nobody(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    case = new_case(kari)
    town.revoke(case, kari)
    with ThreadPoolExecutor(1) as threads:
        with town.database.write(town.id) as connection:
            journal.lock(connection, town.id)
            grants.add(connection, town.id, ola.user, Grant(case, stamp(kari.now()), None), kari.now())
            closed = threads.submit(close_user, town.database, town.id, ola.user, kari.now())
            wait([closed], MEANWHILE)
        assert closed.result() == [case]


def test_what_went_elsewhere_while_a_hand_over_waited_its_turn_is_not_counted(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    case, per = new_case(kari), town.laptop("Per Hansen")
    with ThreadPoolExecutor(1) as threads:
        with town.database.write(town.id) as connection:
            journal.lock(connection, town.id)
            moved = threads.submit(caseload.hand_over, town.database, town.id, kari.user, ola.user, kari.now)
            wait([moved], MEANWHILE)
            assert grants.hand_over(connection, Passing(town.id, kari.user, per.user), kari.now()) == [case]
        assert moved.result() == 0
    held = {row.user_id for row in admin.grants(town.database, town.id) if row.revoked_at is None}
    assert held == {per.user}


def test_who_is_shut_out_while_her_push_waits_its_turn_writes_nothing(town: Town, kari: Laptop) -> None:
    case, at = new_case(kari), kari.now()
    change = kari.change(case, "household", case, name="Familien Ny")
    with town.database.read(town.id) as connection:
        caller = identify(connection, kari.token, at)
    for shut_out, let_in, which, code in (
        (admin.suspend_device, admin.resume_device, kari.device, "suspended"),
        (close_user, open_user, kari.user, "closed"),
    ):
        shut_out(town.database, town.id, which, at)
        with pytest.raises(Refusal, match=code) as refused:
            sync(town.database, caller, SyncRequest(PROTOCOL, "", at.isoformat(), [], [change]), at)
        assert refused.value.status == 403
        let_in(town.database, town.id, which, at)
    assert [result.seq for result in kari.sync(change).results] == [2]


def test_who_may_only_read_when_it_is_the_turn_of_her_push_writes_nothing(town: Town, kari: Laptop) -> None:
    case, at = new_case(kari), kari.now()
    with town.database.read(town.id) as connection:
        caller = identify(connection, kari.token, at)
    admin.set_role(town.database, town.id, kari.user, Role.READER, at)
    change = kari.change(case, "household", case, name="Familien Ny")
    answer = sync(town.database, caller, SyncRequest(PROTOCOL, "", at.isoformat(), [], [change]), at)
    assert [(result.outcome, result.reason) for result in answer.results] == [("refused", "read_only")]
    assert not answer.writes


def test_who_leads_no_more_when_it_is_the_turn_of_her_push_is_given_nothing_of_her_teams(
    town: Town, kari: Laptop
) -> None:
    case, leader = new_case(kari), town.laptop("Lene Leder", Role.TEAM_LEADER)
    team_of(town, leader, kari)
    with town.database.read(town.id) as connection:
        caller = identify(connection, leader.token, NOW)
    admin.set_role(town.database, town.id, leader.user, Role.CASEWORKER, NOW)
    change = leader.change(case, "household", case, name="Familien Ny")
    answer = sync(town.database, caller, SyncRequest(PROTOCOL, "", NOW.isoformat(), [], [change]), NOW)
    assert (answer.manifest, answer.records, answer.publishes) == ([], [], False)


def closed(town: Town, leader: Laptop) -> None:
    close_user(town.database, town.id, leader.user, NOW)


def suspended(town: Town, leader: Laptop) -> None:
    admin.suspend_device(town.database, town.id, leader.device, NOW)


def made_a_caseworker(town: Town, leader: Laptop) -> None:
    admin.set_role(town.database, town.id, leader.user, Role.CASEWORKER, NOW)


@pytest.mark.parametrize("no_more", [closed, suspended, made_a_caseworker])
def test_who_leads_no_more_when_it_is_her_turn_gives_no_case_away(
    town: Town, kari: Laptop, ola: Laptop, no_more: Callable[[Town, Laptop], None]
) -> None:
    case, leader = new_case(kari), town.laptop("Lene Leder", Role.TEAM_LEADER)
    team_of(town, leader, kari, ola)
    no_more(town, leader)  # after she was let in
    with pytest.raises(Refusal) as refused:
        handed_over_by_a_leader(town, leader, case, kari, ola)
    assert refused.value.status == 403
    assert [row.user_id for row in admin.grants(town.database, town.id)] == [kari.user]
