"""A municipality on a server, what its IT staff do, and what lies in its database."""

from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, select

from hjemmebesok.server import admin, caseload
from hjemmebesok.server.closing import close_user, open_user
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import (
    case_digest,
    case_file,
    case_grant,
    change,
    conflict,
    file,
    file_piece,
    metadata,
    municipality,
    payload,
    record,
)
from hjemmebesok.store.file_queue import Named
from hjemmebesok.wire import digest
from hjemmebesok.wire.messages import Change, Conflict, RecordState

Rows = dict[str, list[dict[str, Any]]]


@dataclass
class Town:
    """One municipality."""

    database: Database
    id: str

    @classmethod
    def founded(cls, database: Database, id_: str) -> "Town":
        """A new one."""
        admin.create_municipality(database, id_, "Eksempel kommune")
        return cls(database, id_)

    def code(self, name: str) -> str:
        """A code for a laptop of a new user."""
        user = admin.create_user(self.database, self.id, name, Role.CASEWORKER, datetime.now(UTC))
        return admin.make_code(self.database, self.id, user, datetime.now(UTC))

    def grant(self, case: str, user: str) -> None:
        caseload.grant_case(self.database, self.id, case, user, datetime.now(UTC))

    def revoke(self, case: str, user: str) -> None:
        caseload.revoke_case(self.database, self.id, case, user, datetime.now(UTC))

    def hand_over(self, giver: str, taker: str) -> None:
        caseload.hand_over(self.database, self.id, giver, taker, lambda: datetime.now(UTC))

    def close(self, user: str) -> None:
        close_user(self.database, self.id, user, datetime.now(UTC))

    def open(self, user: str) -> None:
        open_user(self.database, self.id, user, datetime.now(UTC))

    def is_open(self, user: str) -> bool:
        return any(one.id == user and one.closed_at is None for one in admin.users(self.database, self.id))

    def holders(self) -> dict[str, set[str]]:
        """Who may hold which case: case -> users."""
        granted = select(case_grant.c.case_id, case_grant.c.user_id, case_file.c.restricted).where(
            case_file.c.municipality_id == self.id,
            case_grant.c.municipality_id == self.id,
            case_file.c.id == case_grant.c.case_id,
            case_grant.c.revoked_at.is_(None),
        )
        found: dict[str, set[str]] = {}
        with self.database.read(self.id) as connection:
            for row in connection.execute(granted):
                found.setdefault(row.case_id, set()).update(set() if row.restricted else {row.user_id})
        return found

    def restricted(self) -> set[str]:
        """The cases that may be on no laptop."""
        wanted = select(case_file.c.id).where(case_file.c.municipality_id == self.id, case_file.c.restricted)
        with self.database.read(self.id) as connection:
            return set(connection.execute(wanted).scalars())

    def head(self) -> int:
        """How far the journal has come."""
        with self.database.read(self.id) as connection:
            return int(connection.execute(select(municipality.c.head_seq).filter_by(id=self.id)).scalar_one())

    def journal(self) -> dict[str, Change]:
        """Every change that was ever taken or set aside."""
        with self.database.read(self.id) as connection:
            bodies = connection.execute(select(payload.c.body).where(payload.c.municipality_id == self.id)).scalars()
            return {one.id: one for one in (msgspec.msgpack.decode(body, type=Change) for body in bodies)}

    def outcomes(self) -> dict[str, str]:
        """What became of each change."""
        wanted = select(change.c.id, change.c.outcome).where(change.c.municipality_id == self.id)
        with self.database.read(self.id) as connection:
            return {row.id: row.outcome for row in connection.execute(wanted)}

    def times_taken(self) -> int:
        """How often a change stands in the journal more than once."""
        once = func.count() - func.count(change.c.id.distinct())
        with self.database.read(self.id) as connection:
            return int(connection.execute(select(once).where(change.c.municipality_id == self.id)).scalar_one())

    def records(self) -> dict[str, RecordState]:
        """Every record."""
        with self.database.read(self.id) as connection:
            bodies = connection.execute(select(record.c.body).where(record.c.municipality_id == self.id)).scalars()
            return {one.id: one for one in (msgspec.msgpack.decode(body, type=RecordState) for body in bodies)}

    def conflicts(self) -> list[Conflict]:
        """Every conflict, open or settled."""
        with self.database.read(self.id) as connection:
            bodies = connection.execute(select(conflict.c.body).where(conflict.c.municipality_id == self.id)).scalars()
            return [msgspec.msgpack.decode(body, type=Conflict) for body in bodies]

    def digests(self) -> dict[str, bytes]:
        """The digest of each case, worked out from what lies there and found the same as what is kept."""
        parts: dict[str, list[bytes]] = {}
        for one in self.records().values():
            parts.setdefault(one.case, []).append(digest.of_record(one))
        for each in self.conflicts():
            parts.setdefault(each.case, []).append(digest.of_conflict(each))
        worked_out = {case: digest.laid_over(each) for case, each in parts.items()}
        wanted = select(case_digest.c.case_id, case_digest.c.digest).where(case_digest.c.municipality_id == self.id)
        with self.database.read(self.id) as connection:
            assert {row.case_id: row.digest for row in connection.execute(wanted)} == worked_out
        return worked_out

    def files(self) -> dict[Named, bytes]:
        """What lies here of each file that counts as received."""
        whole = select(file.c.case_id, file.c.sha256).where(_here(file, self.id), file.c.received == file.c.size)
        with self.database.read(self.id) as connection:
            found = [Named(*row) for row in connection.execute(whole).all()]
            return {name: b"".join(connection.execute(self._pieces(name)).scalars()) for name in found}

    def _pieces(self, name: Named) -> Any:
        this = (_here(file_piece, self.id), file_piece.c.case_id == name.case, file_piece.c.sha256 == name.sha256)
        return select(file_piece.c.body).where(*this).order_by(file_piece.c.number)

    def copy(self) -> Rows:
        """Everything the server knows of this municipality, as a backup has it."""
        with self.database.read(self.id) as connection:
            return {
                table.name: [
                    dict(row) for row in connection.execute(select(table).where(_here(table, self.id))).mappings()
                ]
                for table in metadata.sorted_tables
            }

    def restore(self, rows: Rows) -> None:
        """Put the server back to a copy; it tells the laptops so, by another epoch."""
        place = [row | {"epoch": token_hex(16)} for row in rows[municipality.name]]
        with self.database.write(self.id) as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table).where(_here(table, self.id)))
            for table in metadata.sorted_tables:
                if rows[table.name]:
                    connection.execute(insert(table), place if table is municipality else rows[table.name])


def _here(table: Any, place: str) -> Any:
    return next(iter(table.primary_key.columns)) == place
