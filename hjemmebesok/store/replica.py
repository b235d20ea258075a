"""The laptop's copy of what the server holds: taking in records, conflicts and the manifest."""

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import outbox, search, tables, weighed, work
from hjemmebesok.store.codec import from_json, to_json
from hjemmebesok.wire.messages import Case, Conflict, Held, RecordState

_CURSOR = upsert(tables.cursor)
_ADVANCE = _CURSOR.on_conflict_do_update(["case_id"], set_={"seq": _CURSOR.excluded.seq})


def held(connection: Connection) -> list[Held]:
    """How far this laptop has come in each case."""
    return [Held(case, seq) for case, seq in connection.execute(select(tables.cursor.c.case_id, tables.cursor.c.seq))]


def take_records(connection: Connection, records: list[RecordState]) -> None:
    """Store pulled records. A field with an unsent value keeps showing it; the server judges it when it is sent."""
    unsent = outbox.unsent_fields(connection)
    work.write_records(connection, (_with_unsent(connection, state, unsent.get(state.id)) for state in records))


def begin_anew(connection: Connection, arrived: list[Held]) -> None:
    """Forget the conflicts of those cases that now come from their beginning: all that there are come with them, and
    what a restored server no longer knows could never be settled."""
    here = {each.case: each.seq for each in held(connection)}
    anew = [each.case for each in arrived if not here.get(each.case) or each.seq < here[each.case]]
    connection.execute(delete(tables.conflict).where(tables.conflict.c.case_id.in_(anew)))


def advance(connection: Connection, held: list[Held]) -> None:
    """Note how far we have come in each case."""
    if held:
        connection.execute(_ADVANCE, [{"case_id": case.case, "seq": case.seq} for case in held])


def start_over(connection: Connection) -> None:
    """Ask for every case from its beginning: the server is another one, or an older copy that counts anew."""
    connection.execute(update(tables.cursor).values(seq=0))


def take_conflicts(connection: Connection, conflicts: list[Conflict]) -> None:
    """Store the conflicts, or what has become of them."""
    for conflict in conflicts:
        values = {
            "id": conflict.id, "record": conflict.record, "case_id": conflict.case, "body": to_json(conflict),
            "open": conflict.state == "open",
        }  # fmt: skip
        connection.execute(upsert(tables.conflict).values(values).on_conflict_do_update(["id"], set_=values))


def no_longer_granted(connection: Connection, manifest: list[Case]) -> list[str]:
    """Cases here that the manifest does not name and that have nothing unsent; they may leave. So may those that were
    never hers: two who import the same register make the same households, and one of the two is given them."""
    row = tables.outbox.c
    granted = {case.case for case in manifest}
    unsent = set(connection.execute(select(row.case_id).where(row.state.in_(outbox.UNSENT))).scalars())
    refusals = select(row.case_id).where(row.state.in_(("needs_you", "laid_aside")), row.reason == "no_access")
    refused = set(connection.execute(refusals).scalars())
    return sorted(({hold.case for hold in held(connection)} | refused) - granted - unsent)


def drop_cases(connection: Connection, cases: list[str]) -> None:
    """Remove every trace of these cases: records, words, figures, conflicts, drafts and what was sent about them. The
    last of it leaves the disk with `Store.wipe_log`."""
    for case in cases:
        search.forget(connection, case)
        weighed.forget(connection, case)
        records = select(tables.record.c.id).where(tables.record.c.case_id == case)
        connection.execute(delete(tables.draft).where(tables.draft.c.record.in_(records)))
        for table in (tables.record, tables.conflict, tables.outbox, tables.cursor):
            connection.execute(delete(table).where(table.c.case_id == case))
    if cases:
        search.rub_out(connection)


def _with_unsent(connection: Connection, state: RecordState, unsent: dict[str, str] | None) -> work.Written:
    fields, versions = state.fields, state.versions
    if unsent:
        mine = _stored_fields(connection, state.id)
        kept = {name: change for name, change in unsent.items() if name in mine}
        fields = fields | {name: mine[name] for name in kept}
        versions = versions | kept
    return state.kind, state.id, state.case, fields, versions


def _stored_fields(connection: Connection, record_id: str) -> dict[str, object]:
    row = connection.execute(select(tables.record.c.fields).where(tables.record.c.id == record_id)).first()
    return from_json(row.fields) if row else {}
