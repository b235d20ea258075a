"""A team leader and her colleagues: who of them holds how much, and cases that she gives from one to another.

Cases that stay on the server (kode 6) go along when a whole caseload is handed over, as with the command of IT staff:
else a family would be left to somebody who has gone. She moves them without seeing them. They are counted, since she
must know that all of it moves, and no answer names them.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, or_, select

from hjemmebesok.server import access_log, grants, journal
from hjemmebesok.server.access import mates
from hjemmebesok.server.among import AmongFound
from hjemmebesok.server.columns import Key, stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.grants import Passing
from hjemmebesok.server.identity import Caller, asked_again
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Reach, Role, Verb, may
from hjemmebesok.server.tables import case_file, case_grant, user_account
from hjemmebesok.wire.municipal import MUNICIPAL_CASES
from hjemmebesok.wire.team import Colleague, HandedOver, HandOver, Team


def team(database: Database, caller: Caller, now: datetime) -> Team:
    """Everyone in the caller's teams, and herself, with what they hold. Raises Refusal where she leads none."""
    must_lead(caller)
    asked = {"place": caller.municipality, "user": caller.user, "now": stamp(now)}
    with database.read(caller.municipality) as connection:
        held = defaultdict(list)
        for row in connection.execute(_HELD, asked):
            held[row.user_id].append(row)
        return Team([_colleague(row, held[row.id], asked["now"]) for row in connection.execute(_COLLEAGUES, asked)])


def hand_over(database: Database, caller: Caller, asked: HandOver, clock: Callable[[], datetime]) -> HandedOver:
    """Give the cases; all of it or nothing. The giver may be closed, as one who has left is; the taker must be open,
    and one who may write; and the leader must still be one when it is her turn. Raises Refusal, with the same answer
    for all who are not colleagues that cases can go between, whether or not they exist."""
    must_lead(caller)
    only = None if asked.cases is None else frozenset(asked.cases)
    passing = Passing(caller.municipality, asked.giver, asked.taker, only, caller.device)
    with database.write(caller.municipality) as connection:
        journal.lock(connection, caller.municipality)
        must_lead(asked_again(connection, caller))
        now = clock()  # not before: what another has moved meanwhile would end later than that
        _check_colleagues(connection, caller, asked)
        cases = (grants.share if asked.keeps else grants.hand_over)(connection, passing, now)
        who = {"user": caller.user, "device": caller.device}
        access_log.write(connection, caller.municipality, "passed_on", now, cases=cases, **who)
    return HandedOver(len(cases))


def must_lead(caller: Caller) -> None:
    """Raises Refusal for all but team leaders."""
    if not may(caller.role, Verb.GIVE, Reach.TEAM):
        raise Refusal(403, "not_leader", "only team leaders ask about others' cases")


def _check_colleagues(connection: Connection, caller: Caller, asked: HandOver) -> None:
    here = {"place": caller.municipality, "user": caller.user}
    found = {row.id: row for row in connection.execute(_COLLEAGUES, here)}
    giver, taker = found.get(asked.giver), found.get(asked.taker)
    if giver is None or taker is None or giver is taker or not _takes(taker):
        raise Refusal(403, "not_colleagues", "these are not two of the caller's teams that cases can go between")


def _colleague(user: Row[Any], held: list[Row[Any]], now: str) -> Colleague:
    named = [row.case_id for row in held if row.granted_at <= now and not row.restricted]
    leads = may(Role(user.role), Verb.READ, Reach.TEAM)
    return Colleague(user.id, user.name, len(held), named, _takes(user), user.closed_at is not None, leads)


def _takes(user: Row[Any]) -> bool:
    return user.closed_at is None and may(Role(user.role), Verb.WRITE, Reach.OWN)


_PLACE, _USER, _NOW = (bindparam(name, type_=Key) for name in ("place", "user", "now"))
_ACCOUNT, _UNTIL = user_account.c, case_grant.c.revoked_at
_TEAM = mates().union(select(_USER))  # as one list: with an "or" the database reads everybody's grants
_COLLEAGUES: Select[Any] = (
    select(_ACCOUNT.id, _ACCOUNT.name, _ACCOUNT.role, _ACCOUNT.closed_at)
    .where(_ACCOUNT.municipality_id == _PLACE, AmongFound(_ACCOUNT.id, _TEAM))
    .order_by(_ACCOUNT.id)
)
# Looked up for each case: where PostgreSQL may join, it reads all of the municipality once it knows that to be large.
_RESTRICTED = (
    select(case_file.c.restricted)
    .where(case_file.c.municipality_id == case_grant.c.municipality_id, case_file.c.id == case_grant.c.case_id)
    .scalar_subquery()
    .label("restricted")
)
_HELD: Select[Any] = (
    select(case_grant.c.user_id, case_grant.c.case_id, case_grant.c.granted_at, _RESTRICTED)
    .where(case_grant.c.municipality_id == _PLACE, case_grant.c.case_id.not_in(MUNICIPAL_CASES))
    .where(AmongFound(case_grant.c.user_id, _TEAM), or_(_UNTIL.is_(None), _UNTIL > _NOW))
    .order_by(case_grant.c.user_id, case_grant.c.case_id)
)
