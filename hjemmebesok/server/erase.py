"""Erasing a case by law: what was written in it is gone, that something was written stands, and the chain verifies."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import access_log, files, grants, journal
from hjemmebesok.server.admin import must_be_a_case
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import (
    case_digest,
    case_grant,
    change,
    conflict,
    erased_case,
    file,
    file_piece,
    payload,
    quarantine,
    record,
)
from hjemmebesok.wire.messages import Change

_NAMELESS = ("malformed", "too_large")  # the journal does not tell which case these were about


def erase_case(database: Database, place: str, case: str, now: datetime) -> None:
    """Take away everything that was ever written in the case, files too. It leaves every laptop at its next sync, and
    what is written to it later is not kept. Erasing wins over everything, and is never taken back. Raises Refused."""
    with database.write(place) as connection:
        must_be_a_case(connection, place, case)
        journal.lock(connection, place)  # no push may write to it meanwhile
        files.lock(connection, place, case)  # and no piece of a file arrive
        must_not_be_erased(connection, place, case)
        _forget_what_was_written(connection, place, case)
        for table in (record, conflict, case_digest, file_piece, file):
            connection.execute(delete(table).where(table.c.municipality_id == place, table.c.case_id == case))
        held = (case_grant.c.municipality_id == place, case_grant.c.case_id == case, grants.runs(now))
        connection.execute(update(case_grant).where(*held).values(revoked_at=stamp(now)))
        connection.execute(insert(erased_case).values(municipality_id=place, case_id=case, at=stamp(now)))
        access_log.write(connection, place, "erased", now, cases=[case])


def must_not_be_erased(connection: Connection, place: str, case: str) -> None:
    """Raises Refused for a case that has been erased."""
    this = (erased_case.c.municipality_id == place, erased_case.c.case_id == case)
    if connection.execute(select(erased_case.c.at).where(*this)).first():
        raise Refused(Phrase("Saken «{case}» er slettet fra før.", case=case))


def _forget_what_was_written(connection: Connection, place: str, case: str) -> None:
    named = select(change.c.seq).where(change.c.municipality_id == place, change.c.case_id == case)
    nameless = _nameless(connection, place, case)
    for table in (payload, quarantine):
        gone = or_(table.c.seq.in_(named), table.c.seq.in_(nameless))
        connection.execute(delete(table).where(table.c.municipality_id == place, gone))


def _nameless(connection: Connection, place: str, case: str) -> list[int]:
    body = and_(payload.c.municipality_id == change.c.municipality_id, payload.c.seq == change.c.seq)
    wanted = select(payload.c.seq, payload.c.body).join_from(change, payload, body)
    found = connection.execute(wanted.where(change.c.municipality_id == place, change.c.reason.in_(_NAMELESS)))
    return [row.seq for row in found if msgspec.msgpack.decode(row.body, type=Change).case == case]
