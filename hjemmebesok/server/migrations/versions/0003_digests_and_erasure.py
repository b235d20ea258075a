"""What each case holds, as a digest of the records and conflicts that are there; and the cases erased by law."""

import msgspec
import sqlalchemy as sa
from alembic import op

from hjemmebesok.wire import digest
from hjemmebesok.wire.messages import Conflict, RecordState

revision = "0003"
down_revision = "0002"

KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "case_digest",
        *_keys("municipality_id", "case_id"),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", "case_id", name="case_digest_pk"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["case_file.municipality_id", "case_file.id"],
            name="case_digest_of_case_file",
        ),
    )
    op.create_table(
        "erased_case",
        *_keys("municipality_id", "case_id", "at"),
        sa.PrimaryKeyConstraint("municipality_id", "case_id", name="erased_case_pk"),
    )
    _digest_what_is_there()


def _digest_what_is_there() -> None:
    connection = op.get_bind()
    digests: dict[tuple[str, str], bytes] = {}
    for table, of_one in (("record", _of_record), ("conflict", _of_conflict)):
        wanted = sa.text(f"SELECT municipality_id, case_id, body FROM {table}")
        for place, case, body in connection.execute(wanted, execution_options={"yield_per": 500}):
            key = place, case
            digests[key] = digest.laid_over([digests.get(key, digest.NOTHING), of_one(bytes(body))])
    rows = [{"municipality_id": place, "case_id": case, "digest": each} for (place, case), each in digests.items()]
    if rows:
        columns: list[sa.ColumnClause[str]] = [sa.column(name) for name in rows[0]]
        connection.execute(sa.insert(sa.table("case_digest", *columns)), rows)


def _of_record(body: bytes) -> bytes:
    return digest.of_record(msgspec.msgpack.decode(body, type=RecordState))


def _of_conflict(body: bytes) -> bytes:
    return digest.of_conflict(msgspec.msgpack.decode(body, type=Conflict))


def _keys(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, KEY, nullable=False) for name in names]
