"""Which cases a user reaches, and how. A case nobody has heard of becomes the case of whoever writes to it first."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, literal, or_, select

from hjemmebesok.server import access_log, rows
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rights import Reach, Verb, may
from hjemmebesok.server.tables import case_digest, case_file, case_grant, team_member
from hjemmebesok.wire.messages import Case
from hjemmebesok.wire.municipal import MUNICIPAL_CASES


def manifest(connection: Connection, caller: Caller, now: datetime) -> list[Case]:
    """The cases that go out to the user now, and how far each of them has come."""
    if not may(caller.role, Verb.READ, Reach.OWN):
        return []
    leads = may(caller.role, Verb.READ, Reach.TEAM)
    holder = case_grant.c.user_id == caller.user
    if leads:
        holder = case_grant.c.user_id.in_(_mates(caller).union(select(literal(caller.user))))
    file = and_(case_file.c.municipality_id == case_grant.c.municipality_id, case_file.c.id == case_grant.c.case_id)
    held = and_(
        case_digest.c.municipality_id == case_grant.c.municipality_id, case_digest.c.case_id == case_grant.c.case_id
    )
    wanted = (
        select(case_grant.c.case_id, case_file.c.head_seq, case_digest.c.digest)
        .join(case_file, file)
        .outerjoin(case_digest, held)
        .where(case_grant.c.municipality_id == caller.municipality, holder, _holds(now), ~case_file.c.restricted)
        .where(case_grant.c.case_id.not_in(MUNICIPAL_CASES))
        .order_by(case_grant.c.case_id)
    )
    found = [*connection.execute(wanted.distinct() if leads else wanted), *_municipal(connection, caller)]
    return [Case(row.case_id, row.head_seq, row.digest or b"") for row in found]


def _municipal(connection: Connection, caller: Caller) -> list[Row[Any]]:
    if not may(caller.role, Verb.READ, Reach.MUNICIPAL):
        return []
    held = and_(case_digest.c.municipality_id == case_file.c.municipality_id, case_digest.c.case_id == case_file.c.id)
    wanted = (
        select(case_file.c.id.label("case_id"), case_file.c.head_seq, case_digest.c.digest)
        .outerjoin(case_digest, held)
        .where(case_file.c.municipality_id == caller.municipality, case_file.c.id.in_(MUNICIPAL_CASES))
    )
    return list(connection.execute(wanted))


class Access:
    """The caller's access to the cases of one push, and how far each of them had come before it."""

    def __init__(self, connection: Connection, caller: Caller, cases: Collection[str], now: datetime) -> None:
        self._connection = connection
        self._caller = caller
        self._now = now
        self.before: dict[str, int] = {}
        self._reach: dict[str, Reach] = {}
        self._heads: dict[str, int] = {}
        self._restricted: set[str] = set()
        self._load(cases)

    def allows(self, case: str) -> bool:
        """True where the caller may write to the case; new ones too."""
        return self.may(Verb.WRITE, case)

    def may(self, verb: Verb, case: str) -> bool:
        """True where the caller may do this with the case."""
        return may(self._caller.role, verb, self._reach.get(case, _unheard_of(case)))

    def holds(self, case: str) -> bool:
        """True for a case the caller may know of."""
        if case not in self._reach:
            self._load([case])
        return self._reach.get(case, Reach.OTHERS) is not Reach.OTHERS

    def moved(self, case: str, seq: int) -> None:
        """The case has come to this number. A new one is the caller's from now on."""
        self._heads[case] = seq
        self._reach.setdefault(case, Reach.MUNICIPAL if case in MUNICIPAL_CASES else Reach.OWN)

    def restrict(self, case: str) -> None:
        """The case leaves the server no more, whatever is written to it later."""
        self._restricted.add(case)

    def save(self) -> dict[str, int]:
        """Write the new heads and grants; returns the heads."""
        place = self._caller.municipality
        heads = [
            {"municipality_id": place, "id": case, "head_seq": seq, "restricted": case in self._restricted}
            for case, seq in self._heads.items()
        ]
        rows.upsert(self._connection, case_file, heads)
        new = [case for case in self._heads if case not in self.before and case not in MUNICIPAL_CASES]
        if new:
            hers = {"municipality_id": place, "user_id": self._caller.user, "revoked_at": None}
            rows.insert(
                self._connection, case_grant, [hers | {"case_id": case, "granted_at": stamp(self._now)} for case in new]
            )
            who = {"user": self._caller.user, "device": self._caller.device}
            access_log.write(self._connection, place, "found", self._now, cases=new, **who)
        return self._heads

    def _load(self, cases: Collection[str]) -> None:
        own = _granted(case_grant.c.user_id == self._caller.user, self._now).label("own")
        leads = may(self._caller.role, Verb.READ, Reach.TEAM)
        team = _granted(case_grant.c.user_id.in_(_mates(self._caller)), self._now) if leads else literal(False)
        wanted = select(case_file.c.id, case_file.c.head_seq, case_file.c.restricted, own, team.label("team")).where(
            case_file.c.municipality_id == self._caller.municipality,
            rows.among(self._connection, case_file.c.id, cases),
        )
        for row in self._connection.execute(wanted):
            self.before[row.id] = row.head_seq
            hers = _reach(own=row.own, team=row.team, restricted=row.restricted)
            self._reach[row.id] = Reach.MUNICIPAL if row.id in MUNICIPAL_CASES else hers
            self._restricted |= {row.id} if row.restricted else set()


def _unheard_of(case: str) -> Reach:
    return Reach.MUNICIPAL if case in MUNICIPAL_CASES else Reach.NEW


def _reach(*, own: bool, team: bool, restricted: bool) -> Reach:
    if not (own or team):
        return Reach.OTHERS
    if restricted:
        return Reach.RESTRICTED
    return Reach.OWN if own else Reach.TEAM


def _granted(holder: ColumnElement[bool], now: datetime) -> ColumnElement[bool]:
    return exists().where(
        case_grant.c.municipality_id == case_file.c.municipality_id,
        case_grant.c.case_id == case_file.c.id,
        holder,
        _holds(now),
    )


def _holds(now: datetime) -> ColumnElement[bool]:
    until = case_grant.c.revoked_at
    return and_(case_grant.c.granted_at <= stamp(now), or_(until.is_(None), until > stamp(now)))


def _mates(caller: Caller) -> Select[tuple[str]]:
    """The users in the caller's teams."""
    mate, mine = team_member.alias(), team_member.alias()
    same = and_(mate.c.municipality_id == mine.c.municipality_id, mate.c.team_id == mine.c.team_id)
    return (
        select(mate.c.user_id)
        .join_from(mine, mate, same)
        .where(mine.c.municipality_id == caller.municipality, mine.c.user_id == caller.user)
    )
