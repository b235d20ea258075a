"""Whether a case here is what the server holds, and making it so where it is not.

What lies here is never deleted first: a case that differs is asked for from its beginning, what comes is noted, and
when all has come, what the server does not have is taken away. A field without a version is the laptop's own: no server
has it, so it is not compared.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from hjemmebesok.store import outbox, search, statements, tables, weighed
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.wire import digest
from hjemmebesok.wire.messages import Case, Change, Conflict, RecordState

_CURSOR = tables.cursor.c
_RECORD = tables.record.c
_ARRIVED = insert(tables.arrived).prefix_with("OR IGNORE")
_SAME = "UPDATE cursor SET digest = ? WHERE case_id = ?"
_AMONG = "case_id IN (SELECT value FROM json_each(?))"  # however many they are, it is the same statement
_RECORDS = f"SELECT case_id, id, kind, fields, versions FROM record WHERE {_AMONG}"
_CONFLICTS = f"SELECT case_id, body FROM conflict WHERE {_AMONG}"
_KNOWN = "SELECT case_id, digest FROM cursor"
_ANEW = "SELECT case_id, seq FROM cursor WHERE anew"


def differing(connection: Connection, manifest: Sequence[Case], but: Collection[str] = ()) -> list[str]:
    """The cases, `but` these, that are not what the server holds. Those with something unsent are not compared yet."""
    known = dict(statements.rows(connection, _KNOWN))
    doubtful = [
        each for each in manifest if each.digest and known.get(each.case) != each.digest and each.case not in but
    ]
    if not doubtful:
        return []
    unsent = outbox.unsent_cases(connection)
    compared = digests_of(connection, [each.case for each in doubtful if each.case not in unsent])
    alike = [(each.digest, each.case) for each in doubtful if compared.get(each.case) == each.digest]
    statements.run_each(connection, _SAME, alike)
    return [each.case for each in doubtful if each.case in compared and compared[each.case] != each.digest]


def is_doubtful(connection: Connection) -> bool:
    """Whether some case here may not be what the server holds: what no record names may be named again by one that is
    on its way."""
    return statements.value(connection, "SELECT 1 FROM cursor WHERE digest IS NULL LIMIT 1") is not None


def doubt(connection: Connection, case: str) -> None:
    """What lies here of the case may no longer be what the server holds."""
    connection.execute(update(tables.cursor).where(_CURSOR.case_id == case).values(digest=None))


def ask_anew(connection: Connection, cases: Iterable[str]) -> None:
    """Ask for these cases from their beginning."""
    wanted = list(cases)
    if wanted:
        anew = update(tables.cursor).where(_CURSOR.case_id.in_(wanted))
        connection.execute(anew.values(seq=0, anew=True, digest=None))


def note_arrived(connection: Connection, records: Sequence[RecordState | Change]) -> None:
    """The server has these: they have come, or it has taken them; noted for cases that come anew."""
    anew = {case for case, _ in statements.rows(connection, _ANEW)} if records else set()
    of = [(each.record if isinstance(each, Change) else each.id, each.case) for each in records]
    arrived = [{"record": record, "case_id": case} for record, case in of if case in anew]
    if arrived:
        connection.execute(_ARRIVED, arrived)


def finish(connection: Connection, manifest: Sequence[Case]) -> list[str]:
    """Take away what the server does not have of the cases that have come anew, and come whole; their ids. What is
    unsent stays, and so does what was never sent."""
    seqs = dict(statements.rows(connection, _ANEW))
    whole = [each.case for each in manifest if seqs.get(each.case) == each.head]
    for case in whole:
        _take_away(connection, case)
        connection.execute(delete(tables.arrived).where(tables.arrived.c.case_id == case))
        connection.execute(update(tables.cursor).where(_CURSOR.case_id == case).values(anew=False))
    return whole


def _take_away(connection: Connection, case: str) -> None:
    here = select(tables.arrived.c.record).where(tables.arrived.c.case_id == case)
    unsent = select(tables.outbox.c.record).where(tables.outbox.c.state.in_(outbox.UNSENT))
    gone = (_RECORD.case_id == case, _RECORD.id.not_in(here), _RECORD.id.not_in(unsent), _RECORD.versions != "{}")
    if connection.execute(select(_RECORD.id).where(*gone).limit(1)).first():
        search.forget(connection, case)
        weighed.forget(connection, case)
        connection.execute(delete(tables.record).where(*gone))
        search.note(connection, case)
        weighed.note(connection, case)


def digest_of(connection: Connection, case: str) -> bytes:
    """The digest of what lies here of the case."""
    return digests_of(connection, [case])[case]


def digests_of(connection: Connection, cases: Collection[str]) -> dict[str, bytes]:
    """The digest of what lies here of each of these cases."""
    parts: dict[str, list[bytes]] = {case: [] for case in cases}
    asked = (to_json(list(cases)),)
    for row in statements.driver(connection).execute(_RECORDS, asked):
        parts[row[0]].append(_of_row(*row))
    for case, body in statements.rows(connection, _CONFLICTS, asked):
        parts[case].append(digest.of_conflict(msgspec.json.decode(body, type=Conflict)))
    return {case: digest.laid_over(each) for case, each in parts.items()}


def _of_row(case: str, record: str, kind: str, fields: str, versions: str) -> bytes:
    known = from_json(versions)
    if not known:
        return digest.NOTHING
    sent = from_json(fields)
    if sent.keys() != known.keys():
        sent = {name: value for name, value in sent.items() if name in known}
    return digest.of_record(RecordState(record, kind, case, 0, sent, known))
