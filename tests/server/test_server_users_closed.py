"""A user who is closed gets in nowhere, whatever her role; nothing of hers is lost or handed over."""

from datetime import UTC, datetime
from itertools import product

import pytest
from sqlalchemy import select
from talking import Denied, Laptop, Town, new_case
from test_server_rights import a_case, now, reads, team_of, writes

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.closing import close_user, open_user
from hjemmebesok.server.rights import RIGHTS, Reach, Role, Verb, may
from hjemmebesok.server.tables import access_log


def close(town: Town, laptop: Laptop) -> list[str]:
    return close_user(town.database, town.id, laptop.user, datetime.now(UTC))


def reopen(town: Town, laptop: Laptop) -> None:
    open_user(town.database, town.id, laptop.user, datetime.now(UTC))


ALLOWED = [(role, reach) for role, reach in product(Role, Reach) if reach in RIGHTS[role]]


@pytest.mark.parametrize(("role", "reach"), ALLOWED)
def test_who_is_closed_does_nothing_of_what_the_table_says_until_she_is_opened(
    town: Town, kari: Laptop, role: Role, reach: Reach
) -> None:
    hers = town.laptop("Ada Eksempel", role)
    case = a_case(town, hers, kari, reach)
    close(town, hers)
    for deed in (reads, writes):
        with pytest.raises(Denied) as refused:
            deed(hers, case)
        assert (refused.value.status, refused.value.problem.code) == (403, "closed")
    hers.written = 0  # the server counts what it took
    reopen(town, hers)
    assert reads(hers, case) is may(role, Verb.READ, reach)
    assert writes(hers, case) is may(role, Verb.WRITE, reach)


def test_no_code_lets_her_in(town: Town, kari: Laptop, ola: Laptop) -> None:
    code, of_another = town.code(kari.user), town.code(ola.user)
    close(town, kari)
    assert town.enrol(of_another).user == ola.user
    with pytest.raises(Denied) as refused:
        town.enrol(code)
    assert (refused.value.status, refused.value.problem.code) == (403, "enrolment")
    with pytest.raises(Refused):
        town.code(kari.user)
    reopen(town, kari)
    with pytest.raises(Denied):
        town.enrol(code)
    town.enrol(town.code(kari.user))


def test_the_cases_that_nobody_holds_then_are_told_and_are_handed_over_by_somebody(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    alone, shared, revoked = (new_case(kari) for _ in range(3))
    town.grant(shared, ola)
    town.revoke(revoked, kari)
    town.grant(alone, ola)
    town.revoke(alone, ola)
    assert close(town, kari) == [alone]
    assert close(town, ola) == [shared], "who is closed does not count"
    reopen(town, ola)
    with pytest.raises(Refused):
        town.grant(alone, kari)
    with pytest.raises(Refused):
        caseload.hand_over(town.database, town.id, ola.user, kari.user, now)
    assert caseload.hand_over(town.database, town.id, kari.user, ola.user, now) == 2
    assert reads(ola, alone)
    assert close(town, kari) == []


def test_a_leader_still_reaches_the_cases_of_a_closed_member(town: Town, kari: Laptop) -> None:
    leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
    team_of(town, leader, kari)
    case = new_case(kari)
    close(town, kari)
    assert reads(leader, case)


def test_a_laptop_that_was_suspended_stays_so(town: Town, kari: Laptop) -> None:
    admin.suspend_device(town.database, town.id, kari.device, now())
    close(town, kari)
    reopen(town, kari)
    with pytest.raises(Denied) as refused:
        kari.sync()
    assert refused.value.problem.code == "suspended"


def test_to_close_her_again_leaves_the_day(town: Town, kari: Laptop) -> None:
    first = datetime(2026, 10, 12, tzinfo=UTC)
    close_user(town.database, town.id, kari.user, first)
    day = [row.closed_at for row in admin.users(town.database, town.id)]
    close(town, kari)
    assert [row.closed_at for row in admin.users(town.database, town.id)] == day


def test_closing_is_logged_and_lists_the_day(town: Town, kari: Laptop) -> None:
    close(town, kari)
    assert [row.closed_at is None for row in admin.users(town.database, town.id)] == [False]
    reopen(town, kari)
    assert [row.closed_at is None for row in admin.users(town.database, town.id)] == [True]
    with town.database.read(town.id) as connection:
        logged = select(access_log.c.action).where(access_log.c.municipality_id == town.id).order_by(access_log.c.id)
        assert list(connection.execute(logged).scalars())[-2:] == ["close", "open"]
    with pytest.raises(Refused):
        close_user(town.database, town.id, "nobody", now())
