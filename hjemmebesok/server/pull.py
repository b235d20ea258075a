"""One page of a pull: what has happened in the user's cases since the laptop last heard of them.

State, not history: a first download and a catch-up are the same question. Records and conflicts go out as they lie.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from msgspec import Raw
from sqlalchemy import Connection, Table, bindparam, select

from hjemmebesok.server.among import Among
from hjemmebesok.server.asked import Behind, parameter, since
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.tables import conflict, record
from hjemmebesok.wire.messages import RECORDS_A_RESPONSE, Case

CASES_AT_ONCE = 50
BYTES_A_PAGE = 4 * 1024 * 1024
ROWS_AT_ONCE = 500

_NAMED = select(record.c.body).where(
    record.c.municipality_id == bindparam("place"), Among(record.c.id, "ids"), Among(record.c.case_id, "cases")
)


class Place(NamedTuple):
    """A place in the order in which things are sent."""

    case: str
    seq: int


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in one table, in order, and the place from which on something may be missing."""

    bodies: list[tuple[Place, bytes]]
    horizon: Place | None

    def before(self, horizon: Place | None) -> list[Raw]:
        """What lies before this place."""
        return [Raw(body) for place, body in self.bodies if horizon is None or place < horizon]


@dataclass(slots=True)
class Page:
    """Records and conflicts as they travel, and how far they bring the laptop in each case."""

    records: list[Raw] = field(default_factory=list)
    conflicts: list[Raw] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)
    more: bool = False

    @property
    def full(self) -> bool:
        """True where nothing more should go in."""
        size = sum(map(len, self.records)) + sum(map(len, self.conflicts))
        return size > BYTES_A_PAGE or max(len(self.records), len(self.conflicts)) >= RECORDS_A_RESPONSE


def behind(cases: Iterable[Case], held: Mapping[str, int]) -> list[Behind]:
    """The cases to send. A laptop that is ahead has met a newer server than this; it gets the whole case again."""
    known = [Behind(case.case, held.get(case.case, 0), case.head) for case in cases]
    return [case if case.held < case.head else case._replace(held=0) for case in known if case.held != case.head]


def page(connection: Connection, caller: Caller, cases: list[Behind]) -> Page:
    """As much of these cases as goes into one answer. What was written together is sent together."""
    given = Page()
    for start in range(0, len(cases), CASES_AT_ONCE):
        if given.full:
            given.more = True
            break
        asked = cases[start : start + CASES_AT_ONCE]
        room = RECORDS_A_RESPONSE - len(given.records)
        records = _find(connection, caller, record, asked, room)
        conflicts = _find(connection, caller, conflict, asked, RECORDS_A_RESPONSE)
        horizon = min((one.horizon for one in (records, conflicts) if one.horizon), default=None)
        given.records += records.before(horizon)
        given.conflicts += conflicts.before(horizon)
        given.held |= _reached(asked, horizon)
        if horizon:
            given.more = True
            break
    return given


def named(connection: Connection, caller: Caller, cases: Collection[str], ids: Collection[str]) -> list[Raw]:
    """These records, where they lie in these cases."""
    if not ids:
        return []
    wanted = {"place": caller.municipality, "ids": ids, "cases": cases}
    return [Raw(body) for body in connection.execute(_NAMED, wanted).scalars()]


def _find(connection: Connection, caller: Caller, table: Table, cases: list[Behind], most: int) -> Found:
    wanted = {"asked": parameter(cases), "place": caller.municipality}
    bodies: list[tuple[Place, bytes]] = []
    size = 0
    statement = since(connection.dialect.name, table)
    # As a stream where much may come; a stream costs PostgreSQL four more questions.
    how = {"yield_per": ROWS_AT_ONCE} if sum(case.head - case.held for case in cases) > ROWS_AT_ONCE else {}
    with connection.execute(statement, wanted, execution_options=how) as found:
        for case, seq, body in chain.from_iterable(found.partitions(ROWS_AT_ONCE)):
            if body is None:
                continue
            bodies.append((Place(case, seq), body))
            size += len(body)
            if (size > BYTES_A_PAGE or len(bodies) > most) and bodies[0][0] < bodies[-1][0]:
                return Found(bodies, bodies[-1][0])
    return Found(bodies, None)


def _reached(cases: list[Behind], horizon: Place | None) -> dict[str, int]:
    whole = {case.case: case.head for case in cases if horizon is None or case.case < horizon.case}
    return whole | {horizon.case: horizon.seq - 1} if horizon else whole
