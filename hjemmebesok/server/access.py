"""Which cases a user reaches, and how. A case nobody has heard of becomes the case of whoever writes to it first."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Column, ColumnElement, Connection, Select, and_, bindparam, literal, or_, select

from hjemmebesok.server import access_log
from hjemmebesok.server.among import Among, AmongFound
from hjemmebesok.server.check import CLOCK_TOLERANCE
from hjemmebesok.server.columns import Key, stamp
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rights import Reach, Verb, may
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import case_digest, case_file, case_grant, erased_case, team_member
from hjemmebesok.wire.municipal import MUNICIPAL_CASES

LATELY = timedelta(days=60)  # as long as a laptop keeps what it has sent


class Access:
    """The caller's access to the cases of one push, and how far each of them had come before it: its head, its digest,
    and whether it was erased."""

    def __init__(self, connection: Connection, caller: Caller, cases: Collection[str], now: datetime) -> None:
        self._connection = connection
        self._caller = caller
        self._now = now
        self.before: dict[str, int] = {}
        self.digests: dict[str, bytes] = {}
        self.erased: set[str] = set()
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

    def save(self, together: Together) -> dict[str, int]:
        """The new heads and grants are to be written; returns the heads."""
        place = self._caller.municipality
        heads = [
            {"municipality_id": place, "id": case, "head_seq": seq, "restricted": case in self._restricted}
            for case, seq in self._heads.items()
        ]
        together.upsert(case_file, heads)
        new = [case for case in self._heads if case not in self.before and case not in MUNICIPAL_CASES]
        if new:
            hers = {"municipality_id": place, "user_id": self._caller.user, "revoked_at": None}
            together.insert(case_grant, [hers | {"case_id": case, "granted_at": stamp(self._now)} for case in new])
            who = {"user": self._caller.user, "device": self._caller.device}
            access_log.write(self._connection, place, "found", self._now, cases=new, **who)
        return self._heads

    def _load(self, cases: Collection[str]) -> None:
        leads = may(self._caller.role, Verb.READ, Reach.TEAM)
        who = {"place": self._caller.municipality, "user": self._caller.user}
        asked = who | at(self._now) | {"lately": stamp(self._now - LATELY), "asked": cases}
        for row in self._connection.execute(_REACHED_BY_LEADERS if leads else _REACHED, asked):
            self.before[row.id] = row.head_seq
            self.digests |= {row.id: row.digest} if row.digest else {}
            self.erased |= {row.id} if row.erased else set()
            hers = _reach(own=row.own, team=row.team, left=row.left, restricted=row.restricted)
            self._reach[row.id] = Reach.MUNICIPAL if row.id in MUNICIPAL_CASES else hers
            self._restricted |= {row.id} if row.restricted else set()


def at(now: datetime) -> dict[str, str]:
    """What HOLDS is given to tell who holds what now."""
    return {"now": stamp(now), "soon": stamp(now + CLOCK_TOLERANCE)}


def _unheard_of(case: str) -> Reach:
    return Reach.MUNICIPAL if case in MUNICIPAL_CASES else Reach.NEW


def _reach(*, own: bool, team: bool, left: bool, restricted: bool) -> Reach:
    if not (own or team):
        return Reach.LEFT if left else Reach.OTHERS
    if restricted:
        return Reach.RESTRICTED
    return Reach.OWN if own else Reach.TEAM


def _granted(holder: ColumnElement[bool], when: ColumnElement[bool]) -> ColumnElement[bool]:
    """Looked up for each case: without OFFSET, PostgreSQL may read all grants once, where it knows them to be many."""
    return _of_case(case_grant.c.case_id).where(holder, when).offset(0).exists()


def _of_case(wanted: Column[Any]) -> Select[Any]:
    """What a table with a row for a case says of this one."""
    of = wanted.table.c
    return select(wanted).where(of.municipality_id == case_file.c.municipality_id, of.case_id == case_file.c.id)


def mates() -> Select[tuple[str]]:
    """The users in the caller's teams, for a statement that is given `place` and `user`."""
    mate, mine = team_member.alias(), team_member.alias()
    same = and_(mate.c.municipality_id == mine.c.municipality_id, mate.c.team_id == mine.c.team_id)
    hers = (mine.c.municipality_id == PLACE, mine.c.user_id == USER)
    return select(mate.c.user_id).join_from(mine, mate, same).where(*hers)


def _reached(team: ColumnElement[bool]) -> Select[Any]:
    """Some cases as they stand to the caller: whether one is hers, or was lately, and whether it is her team's."""
    hers = _granted(HERS, HOLDS).label("own"), _granted(HERS, _HELD).label("left")
    holds = _of_case(case_digest.c.digest).scalar_subquery().label("digest")
    erased = _of_case(erased_case.c.case_id).exists().label("erased")
    file = case_file.c.id, case_file.c.head_seq, case_file.c.restricted
    wanted = select(*file, holds, erased, *hers, team.label("team"))
    return wanted.where(case_file.c.municipality_id == PLACE, Among(case_file.c.id))


# Made once, with parameters for who asks and when: to build a statement takes longer than to run it.
PLACE: BindParameter[str] = bindparam("place", type_=Key)
USER: BindParameter[str] = bindparam("user", type_=Key)
_NOW: BindParameter[str] = bindparam("now", type_=Key)
_SOON: BindParameter[str] = bindparam("soon", type_=Key)
_LATELY: BindParameter[str] = bindparam("lately", type_=Key)
_UNTIL = case_grant.c.revoked_at
# A grant counts a little before it begins: the clock may be put back, and another worker's may be behind, and what she
# wrote a moment ago must not be another's then.
HOLDS = and_(case_grant.c.granted_at <= _SOON, or_(_UNTIL.is_(None), _UNTIL > _NOW))
_HELD = and_(case_grant.c.granted_at < _UNTIL, _UNTIL <= _NOW, _UNTIL > _LATELY)
HERS = case_grant.c.user_id == USER
_TEAMS = AmongFound(case_grant.c.user_id, mates())
_REACHED, _REACHED_BY_LEADERS = _reached(literal(False)), _reached(_granted(_TEAMS, HOLDS))
