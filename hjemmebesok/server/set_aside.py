"""What was set aside, for the team leaders who read the cases: when the author's laptop has let a case go, nobody else
can find what she wrote.

What would come from a case that stays on the server (kode 6) is shown to nobody, and neither is a case's where what was
set aside would have kept it there. It is counted, so that nothing is hidden.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, Row, Select, and_, bindparam, func, or_, select

from hjemmebesok.server import access_log, colleagues, dealt_with
from hjemmebesok.server.access import Access
from hjemmebesok.server.among import Among
from hjemmebesok.server.columns import Key
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.pull import BYTES_A_PAGE
from hjemmebesok.server.rights import Verb
from hjemmebesok.server.tables import change, payload, quarantine, record, user_account
from hjemmebesok.wire.messages import Change
from hjemmebesok.wire.restricted import is_restricted
from hjemmebesok.wire.set_aside import SetAsideChange, SetAsidePage, SetAsideRequest, said

CHANGES_A_PAGE = 50
_ROWS_AT_ONCE = 10  # each may be as large as a change may be
_NEWEST = 2**53 + 1


def set_aside(database: Database, caller: Caller, asked: SetAsideRequest, now: datetime) -> SetAsidePage:
    """Note what is dealt with, and tell what is left. Both stand in the access log, before anything is told. Raises
    Refusal where she leads no team."""
    colleagues.must_lead(caller)
    if asked.done:
        with database.write(caller.municipality) as connection:
            _finish(connection, caller, asked.done, now)
    with database.read(caller.municipality) as connection:
        given = _page(connection, caller, asked.before or _NEWEST, now)
    if given.changes:
        with database.write(caller.municipality) as connection:
            _note(connection, caller, "set_aside_read", {one.case for one in given.changes}, now)
    return given


@dataclass(frozen=True, slots=True)
class _Sight:
    """Which of these cases the caller reads, and which of the others she would be told of."""

    read: Collection[str]
    concern: Callable[[str], bool]

    def shows(self, row: Row[Any]) -> bool:
        """Whether she reads the case it was written in, and that in which its record lies."""
        return row.case_id in self.read and (row.lies_in is None or row.lies_in in self.read)


def _finish(connection: Connection, caller: Caller, numbers: Sequence[int], now: datetime) -> None:
    found = connection.execute(_NUMBERED, {"place": caller.municipality, "numbers": numbers}).all()
    sight = _sight(connection, caller, found, now)
    hers = [row for row in found if sight.shows(row)]
    dealt_with.note(connection, caller.municipality, [row.seq for row in hers], now)
    _note(connection, caller, "set_aside_done", {row.case_id for row in hers}, now)


def _page(connection: Connection, caller: Caller, before: int, now: datetime) -> SetAsidePage:
    counted = connection.execute(_COUNTED, {"place": caller.municipality}).all()
    sight = _sight(connection, caller, counted, now)
    elsewhere = sum(row.number for row in counted if not sight.shows(row) and sight.concern(row.case_id))
    given: list[SetAsideChange] = []
    size = 0
    asked = {"place": caller.municipality, "cases": sight.read, "before": before}
    with connection.execute(_SHOWN, asked, execution_options={"yield_per": _ROWS_AT_ONCE}) as found:
        for row in found:
            if len(given) == CHANGES_A_PAGE or size > BYTES_A_PAGE:
                return SetAsidePage(given, more=True, elsewhere=elsewhere)
            given.append(_told(row))
            size += len(row.body)
    return SetAsidePage(given, more=False, elsewhere=elsewhere)


def _sight(connection: Connection, caller: Caller, rows: Sequence[Row[Any]], now: datetime) -> _Sight:
    cases = {case for row in rows for case in (row.case_id, row.lies_in) if case}
    access = Access(connection, caller, cases, now)
    kept = _kept_here(connection, caller.municipality)
    read = {case for case in cases - kept if access.may(Verb.READ, case)}
    # What she may give includes what she may not see.
    return _Sight(read, lambda case: case not in access.before or access.may(Verb.GIVE, case))


def _kept_here(connection: Connection, place: str) -> set[str]:
    """The cases that would stay on the server if what was set aside in them had been taken."""
    found = connection.execute(_OF_HOUSEHOLDS, {"place": place})
    changes = ((row.case_id, msgspec.msgpack.decode(row.body, type=Change)) for row in found)
    return {case for case, one in changes if is_restricted(one.kind, one.set)}


def _told(row: Row[Any]) -> SetAsideChange:
    one = msgspec.msgpack.decode(row.body, type=Change)
    return SetAsideChange(row.seq, one.case, one.record, one.kind, row.name, row.written_at, row.reason, said(one))


def _note(connection: Connection, caller: Caller, action: str, cases: Collection[str], now: datetime) -> None:
    who = {"user": caller.user, "device": caller.device}
    access_log.write(connection, caller.municipality, action, now, cases=sorted(cases), **who)


_PLACE: BindParameter[str] = bindparam("place", type_=Key)
_LINE = and_(change.c.municipality_id == _PLACE, change.c.seq == quarantine.c.seq)
_TEXT = and_(payload.c.municipality_id == _PLACE, payload.c.seq == quarantine.c.seq)
_AUTHOR = and_(user_account.c.municipality_id == _PLACE, user_account.c.id == quarantine.c.author_id)
_RECORD = and_(record.c.municipality_id == _PLACE, record.c.id == change.c.record_id)
_LIES_IN = record.c.case_id.label("lies_in")
_CASES = (change.c.case_id, _LIES_IN)


def _waiting(*columns: Any) -> Select[Any]:
    """What waits, with the case it was written in and that of its record, which are one as a rule."""
    wanted = select(*columns).join_from(quarantine, change, _LINE).outerjoin(record, _RECORD)
    return wanted.where(quarantine.c.municipality_id == _PLACE, quarantine.c.done_at.is_(None))


_COUNTED = _waiting(*_CASES, func.count().label("number")).group_by(*_CASES)
_NUMBERED = _waiting(quarantine.c.seq, *_CASES).where(quarantine.c.seq.in_(bindparam("numbers", expanding=True)))
_OF_HOUSEHOLDS = (
    _waiting(change.c.case_id, payload.c.body).join(payload, _TEXT).where(change.c.record_id == change.c.case_id)
)
_SHOWN = (
    _waiting(quarantine.c.seq, quarantine.c.reason, change.c.written_at, user_account.c.name, payload.c.body)
    .join(payload, _TEXT)
    .join(user_account, _AUTHOR)
    .where(Among(change.c.case_id, "cases"), or_(record.c.case_id.is_(None), Among(record.c.case_id, "cases")))
    .where(quarantine.c.seq < bindparam("before"))
    .order_by(quarantine.c.seq.desc())
    .limit(CHANGES_A_PAGE + 1)
)
