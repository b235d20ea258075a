"""The laptop's copy of what the server holds: taking in records, conflicts and the manifest."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import drafts, file_queue, outbox, search, statements, tables, weighed, whole, work
from hjemmebesok.store.codec import to_json
from hjemmebesok.store.file_queue import Named
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.messages import Case, Change, Conflict, Held, RecordState, SyncResponse

TO_WIPE = "log_to_wipe"  # setting
_HELD = "SELECT case_id, seq FROM cursor"
_COME = f"{_HELD} WHERE seq > 0"
_ADVANCE = "INSERT INTO cursor (case_id, seq) VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq"
_NOTE_TAKEN = (
    "INSERT OR IGNORE INTO cursor (case_id, seq) SELECT value, 0 FROM json_each(?)"
    " WHERE EXISTS (SELECT 1 FROM record WHERE case_id = value)"
)
_TELLING = (tables.record, tables.outbox, tables.conflict, tables.draft, tables.weighed)
_FORGET_CONFLICTS = "DELETE FROM conflict WHERE case_id IN (SELECT value FROM json_each(?))"


def held(connection: Connection) -> list[Held]:
    """How far this laptop has come in each case of which something has come."""
    return [Held(case, seq) for case, seq in statements.rows(connection, _COME)]


def note_taken(connection: Connection, cases: Collection[str]) -> None:
    """The server has something from here of these cases. One that never came is known as held from its beginning, so
    that it leaves where it is not hers: two who import the same register make the same households, and one of the two
    is given them; and a household may be strictly protected before the server first hears of it."""
    if cases:
        statements.run(connection, _NOTE_TAKEN, (to_json(list(cases)),))


def take(connection: Connection, reply: SyncResponse, accepted: list[Change]) -> None:
    """Store what came: records, conflicts, and how far it brings this laptop. What the server has `accepted` of this
    laptop's it has, and need not send."""
    begin_anew(connection, reply.held)
    whole.note_arrived(connection, accepted)
    take_records(connection, reply.records)
    take_conflicts(connection, reply.conflicts)
    advance(connection, reply.held)
    whole.finish(connection, reply.manifest)


def take_records(connection: Connection, records: list[RecordState]) -> None:
    """Store pulled records. A field with an unsent value keeps showing it; the server judges it when it is sent."""
    if not records:
        return
    unsent = outbox.unsent_fields(connection, [state.id for state in records])
    unfinished = outbox.unfinished_records(connection)
    own = unsent.keys() | unfinished
    plain = [state for state in records if state.id not in own]
    work.write_records(connection, [_as_it_came(state) for state in plain])
    for state in (state for state in records if state.id in own):
        keeps = state.id in unfinished
        work.write_records(connection, [_with_own(connection, state, unsent.get(state.id, {}), keeps=keeps)])
    whole.note_arrived(connection, records)


def begin_anew(connection: Connection, arrived: list[Held]) -> None:
    """Forget the conflicts of those cases that now come from their beginning: all that there are come with them, and
    what a restored server no longer knows could never be settled."""
    if not arrived:
        return
    here = dict(statements.rows(connection, _HELD))
    whole.ask_anew(connection, [each.case for each in arrived if each.seq < here.get(each.case, 0)])
    anew = [each.case for each in arrived if not here.get(each.case) or each.seq < here[each.case]]
    if anew:
        statements.run(connection, _FORGET_CONFLICTS, (to_json(anew),))


def advance(connection: Connection, held: list[Held]) -> None:
    """Note how far we have come in each case."""
    statements.run_each(connection, _ADVANCE, [(case.case, case.seq) for case in held])


def start_over(connection: Connection) -> None:
    """Ask for every case from its beginning: the server is another one, or an older copy that counts anew."""
    whole.ask_anew(connection, [each.case for each in held(connection)])


def take_conflicts(connection: Connection, conflicts: list[Conflict]) -> None:
    """Store the conflicts, or what has become of them."""
    for conflict in conflicts:
        values = {
            "id": conflict.id, "record": conflict.record, "case_id": conflict.case, "body": to_json(conflict),
            "open": conflict.state == "open",
        }  # fmt: skip
        connection.execute(upsert(tables.conflict).values(values).on_conflict_do_update(["id"], set_=values))


def no_longer_granted(connection: Connection, manifest: list[Case], in_use: Collection[str] = ()) -> list[str]:
    """Cases here that the manifest does not name and that have nothing unsent; they may leave. Those with files that
    the server lacks, with a change too large to send, or with something that is not saved, as a draft or on a screen
    where they are `in_use`, are noted, and stay for it."""
    known = set(statements.column(connection, _HELD)) | outbox.withheld_cases(connection)
    known -= {case.case for case in manifest}
    staying = known & (file_queue.unsent_cases(connection) | _unsaved_or_stuck(connection, in_use)) if known else set()
    file_queue.stay(connection, staying)
    return sorted(known - staying - outbox.unsent_cases(connection)) if known else []


def let_go(connection: Connection, unwanted: Collection[Named], in_use: Collection[str] = ()) -> list[str]:
    """Remove the cases that stayed for their files, where these are safe or `unwanted` by the server, and nothing else
    keeps them; their ids."""
    staying = file_queue.staying(connection)
    if not staying:
        return []
    unsent = outbox.unsent_cases(connection) | _unsaved_or_stuck(connection, in_use)
    left = sorted(staying - file_queue.unsent_cases(connection, unwanted) - unsent)
    drop_cases(connection, left)
    file_queue.stay(connection, staying.difference(left))
    return left


def _unsaved_or_stuck(connection: Connection, in_use: Collection[str]) -> set[str]:
    """The cases with something that only their author can bring to the server."""
    return {*drafts.cases_with_draft(connection), *outbox.unsendable_cases(connection), *in_use}


def drop_cases(connection: Connection, cases: list[str]) -> None:
    """Remove every trace of these cases: records, files, words, figures, conflicts, drafts and what was sent. The
    last of it leaves the disk with `write_anew` and `Store.wipe_log`."""
    theirs = file_queue.files_in(connection, cases)
    for case in cases:
        search.forget(connection, case)
        weighed.forget(connection, case)
        records = select(tables.record.c.id).where(tables.record.c.case_id == case)
        connection.execute(delete(tables.draft).where(tables.draft.c.record.in_(records)))
        for table in (tables.record, tables.conflict, tables.outbox, tables.cursor, tables.arrived):
            connection.execute(delete(table).where(table.c.case_id == case))
    if cases:
        file_queue.sweep(connection, theirs)
        write_setting(connection, TO_WIPE, True)  # kept until it is done: this laptop may be shut down before


def write_anew(connection: Connection) -> None:
    """Write anew the tables that hold what people have said, and begin the index of what they are called anew. Where
    SQLite moves rows from page to page, it leaves copies of them behind in room that is not used, and no deletion
    reaches those."""
    for table in _TELLING:
        names = ", ".join(table.columns.keys())
        place = "" if tables.outbox is table else "rowid, "  # its key is its place
        statements.run(connection, f"CREATE TEMP TABLE kept AS SELECT {place}{names} FROM {table.name} ORDER BY rowid")
        statements.run(connection, f"DELETE FROM {table.name}")
        statements.run(connection, f"INSERT INTO {table.name} ({place}{names}) SELECT * FROM kept ORDER BY 1")
        statements.run(connection, "DROP TABLE kept")
    search.begin_anew(connection)


def is_to_wipe(connection: Connection) -> bool:
    """True where something has left, and the log may still hold it."""
    return bool(read_setting(connection, TO_WIPE))


def is_wiped(connection: Connection) -> None:
    """The log has been emptied since something left."""
    write_setting(connection, TO_WIPE, False)


def _as_it_came(state: RecordState) -> work.Written:
    return state.kind, state.id, state.case, state.fields, state.versions


def _with_own(connection: Connection, state: RecordState, unsent: dict[str, str], *, keeps: bool) -> work.Written:
    """The server's state, with the values that are unsent as they stand here; where it `keeps` them, also with those
    that no server has."""
    fields, versions = state.fields, state.versions
    mine, mine_from = work.stored(connection, state.id)
    kept = {name: change for name, change in unsent.items() if name in mine}
    own = {name: value for name, value in mine.items() if name in kept or (keeps and name not in mine_from)}
    return state.kind, state.id, state.case, own | fields | {name: mine[name] for name in kept}, versions | kept
