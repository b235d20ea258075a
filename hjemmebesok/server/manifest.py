"""The manifest: the cases that go out to the user now, and how far each of them has come.

It is asked in every round, so that a laptop hears also of what it no longer holds. It is one question, and looks up the
user's cases and no others, however many the municipality has.
"""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, and_, select, true

from hjemmebesok.server.access import HERS, HOLDS, PLACE, USER, at, mates
from hjemmebesok.server.among import Among, AmongFound
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rights import Reach, Verb, may
from hjemmebesok.server.tables import case_digest, case_file, case_grant
from hjemmebesok.wire.messages import Case
from hjemmebesok.wire.municipal import MUNICIPAL_CASES


def manifest(connection: Connection, caller: Caller, now: datetime) -> list[Case]:
    """The cases that go out to the user now, and how far each of them has come."""
    if not may(caller.role, Verb.READ, Reach.OWN):
        return []
    leads, municipal = (may(caller.role, Verb.READ, reach) for reach in (Reach.TEAM, Reach.MUNICIPAL))
    who = {"place": caller.municipality, "user": caller.user, **at(now)}
    asked = who | {"municipal": MUNICIPAL_CASES if municipal else ()}
    found = connection.execute(_manifest(connection.dialect.name, leads=leads), asked).all()
    return [Case(case, head, held or b"") for case, head, held in found]


@cache  # to build a statement takes longer than to run it
def _manifest(dialect: str, *, leads: bool) -> Select[Any]:
    """The given cases that go out, with their heads and digests.

    SQLite joins case by case. PostgreSQL is told to, with a lookup that OFFSET keeps it from turning into a join: where
    it knew nothing of new tables yet it read all of the municipality for each case, and where it knew them to be large
    it read all of it once.
    """
    given = _given(leads=leads).subquery("given")
    case = given.c.case_id
    file = and_(case_file.c.municipality_id == PLACE, case_file.c.id == case, ~case_file.c.restricted)
    digest = and_(case_digest.c.municipality_id == PLACE, case_digest.c.case_id == case_file.c.id)
    if dialect == "sqlite":
        told = select(case, case_file.c.head_seq, case_digest.c.digest)
        return told.join_from(given, case_file, file).outerjoin(case_digest, digest).order_by(case)
    found = select(case_file.c.head_seq, case_digest.c.digest).join_from(case_file, case_digest, digest, isouter=True)
    lookup = found.where(file).offset(0).lateral("lookup")
    return select(case, *lookup.c).join_from(given, lookup, true()).order_by(case)


def _given(*, leads: bool) -> CompoundSelect[str]:
    """The cases that are hers, with those of her teams where she leads them, and the municipality's own."""
    holder = AmongFound(case_grant.c.user_id, mates().union(select(USER))) if leads else HERS
    hers = select(case_grant.c.case_id).where(case_grant.c.municipality_id == PLACE, holder, HOLDS)
    hers = hers.where(case_grant.c.case_id.not_in(MUNICIPAL_CASES))
    theirs = select(case_file.c.id).where(case_file.c.municipality_id == PLACE, Among(case_file.c.id, "municipal"))
    return (hers.distinct() if leads else hers).union_all(theirs)
