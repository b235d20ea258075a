"""Which cases a user holds. A case nobody has heard of becomes the case of whoever writes to it first."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, select

from hjemmebesok.server import access_log, rows
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.tables import case_file, case_grant


class Access:
    """The caller's access to the cases of one push, and how far each of them had come before it."""

    def __init__(self, connection: Connection, caller: Caller, cases: Collection[str]) -> None:
        self._connection = connection
        self._caller = caller
        self.before: dict[str, int] = {}
        self._held: set[str] = set()
        self._heads: dict[str, int] = {}
        self._load(cases)

    def allows(self, case: str) -> bool:
        """True for the caller's own cases, and for new ones."""
        return case in self._held or case not in self.before

    def holds(self, case: str) -> bool:
        """True for the caller's own cases."""
        if case not in self._held:
            self._load([case])
        return case in self._held

    def moved(self, case: str, seq: int) -> None:
        """The case has come to this number. A new one is the caller's from now on."""
        self._heads[case] = seq
        self._held.add(case)

    def save(self, now: datetime) -> dict[str, int]:
        """Write the new heads and grants; returns the heads."""
        place = self._caller.municipality
        heads = [{"municipality_id": place, "id": case, "head_seq": seq} for case, seq in self._heads.items()]
        rows.upsert(self._connection, case_file, heads)
        new = [case for case in self._heads if case not in self.before]
        if new:
            hers = {"municipality_id": place, "user_id": self._caller.user, "revoked_at": None}
            rows.insert(
                self._connection, case_grant, [hers | {"case_id": case, "granted_at": stamp(now)} for case in new]
            )
            who = {"user": self._caller.user, "device": self._caller.device}
            access_log.write(self._connection, place, "found", now, cases=new, **who)
        return self._heads

    def _load(self, cases: Collection[str]) -> None:
        hers = and_(
            case_grant.c.municipality_id == case_file.c.municipality_id,
            case_grant.c.case_id == case_file.c.id,
            case_grant.c.user_id == self._caller.user,
            case_grant.c.revoked_at.is_(None),
        )
        wanted = (
            select(case_file.c.id, case_file.c.head_seq, case_grant.c.user_id)
            .outerjoin(case_grant, hers)
            .where(case_file.c.municipality_id == self._caller.municipality, case_file.c.id.in_(cases))
        )
        for row in self._connection.execute(wanted):
            self.before[row.id] = row.head_seq
            self._held |= {row.id} if row.user_id else set()
