"""The rows that say who holds which case from when until when, and how they pass from one user to another.

Whoever gives has locked the journal, before asking whether the taker is open: two at once would give the same case to
two, and who is closed in the same moment would get what nobody is told of.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, or_, select, update

from hjemmebesok.server import access_log, rows
from hjemmebesok.server.among import Among
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.tables import case_grant
from hjemmebesok.wire.municipal import MUNICIPAL_CASES


class Grant(NamedTuple):
    """A case that somebody holds, as the moments are stored; `until` None is until it is ended."""

    case: str
    starts: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Passing:
    """What passes from one user to another: of the giver's cases `only` these, or all that she holds or will hold.
    `device` is the laptop it was asked for from."""

    place: str
    giver: str
    taker: str
    only: frozenset[str] | None = None
    device: str | None = None


def hand_over(connection: Connection, passing: Passing, now: datetime) -> list[str]:
    """The cases are the taker's from now on, and the giver's no more. Returns them.

    Where the taker holds a case already, she keeps it for the longer of the two times.
    """
    cases = [grant.case for grant, _ in _give(connection, passing, now)]
    end(connection, passing.place, passing.giver, now, cases)
    _log(connection, passing, "handed_over", passing.giver, cases, now)
    _log(connection, passing, "taken_over", passing.taker, cases, now)
    return cases


def share(connection: Connection, passing: Passing, now: datetime) -> list[str]:
    """The cases are the taker's too, for as long as they are the giver's. Returns those that she did not hold so."""
    cases = [grant.case for grant, before in _give(connection, passing, now) if grant != before]
    _log(connection, passing, "share", passing.taker, cases, now)
    return cases


def put(connection: Connection, place: str, user: str, grants: Collection[Grant]) -> None:
    """The user holds these cases, whatever she held of them before."""
    given = [
        {"municipality_id": place, "user_id": user, "case_id": case, "granted_at": starts, "revoked_at": until}
        for case, starts, until in grants
    ]
    rows.upsert(connection, case_grant, given)


def add(connection: Connection, place: str, user: str, grant: Grant, now: datetime) -> bool:
    """The user holds the case in this time too: what she holds or will hold of it she keeps, and what lies between the
    two. False, with nothing done, where it would end before what she has: a grant takes nothing away."""
    already = _running(connection, place, user, now).get(grant.case)
    longer = _longer(grant, already, now)
    if longer.until != grant.until:
        return False
    put(connection, place, user, [longer])
    return True


def end(connection: Connection, place: str, user: str, now: datetime, cases: Collection[str]) -> int:
    """The user holds these cases no more; how many of them she held."""
    hers = (case_grant.c.municipality_id == place, case_grant.c.user_id == user, Among(case_grant.c.case_id))
    ended = update(case_grant).where(*hers, runs(now)).values(revoked_at=stamp(now))
    return connection.execute(ended, {"asked": cases}).rowcount


def runs(now: datetime) -> ColumnElement[bool]:
    """Which grants have not ended; they may not have begun either."""
    return or_(case_grant.c.revoked_at.is_(None), case_grant.c.revoked_at > stamp(now))


def _give(connection: Connection, passing: Passing, now: datetime) -> list[tuple[Grant, Grant | None]]:
    """Grant them to the taker: each grant, and the one she had of that case before."""
    hers = _running(connection, passing.place, passing.giver, now)
    already = _running(connection, passing.place, passing.taker, now)
    wanted = hers.keys() if passing.only is None else hers.keys() & passing.only
    given = [(_longer(hers[case], already.get(case), now), already.get(case)) for case in sorted(wanted)]
    put(connection, passing.place, passing.taker, [grant for grant, _ in given])
    return given


def _log(connection: Connection, passing: Passing, action: str, user: str, cases: list[str], now: datetime) -> None:
    access_log.write(connection, passing.place, action, now, user=user, device=passing.device, cases=cases)


def _running(connection: Connection, place: str, user: str, now: datetime) -> dict[str, Grant]:
    """What the user holds or will hold, by case."""
    running = select(case_grant.c.case_id, case_grant.c.granted_at, case_grant.c.revoked_at).where(
        case_grant.c.municipality_id == place,
        case_grant.c.user_id == user,
        case_grant.c.case_id.not_in(MUNICIPAL_CASES),
        runs(now),
    )
    return {row.case_id: Grant(*row) for row in connection.execute(running)}


def _longer(given: Grant, already: Grant | None, now: datetime) -> Grant:
    starts = max(given.starts, stamp(now))
    if already is None:
        return Grant(given.case, starts, given.until)
    until = max(given.until, already.until) if given.until and already.until else None
    return Grant(given.case, min(starts, already.starts), until)
