"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    _access()
    _cases()
    _journal()
    _aside()


def _access() -> None:
    op.create_table(
        "municipality",
        *_keys("id"),
        _text("name"),
        _number("head_seq"),
        _bytes("head_hash"),
        sa.PrimaryKeyConstraint("id", name="municipality_pk"),
    )
    op.create_table(
        "user_account",
        *_keys("municipality_id", "id"),
        _text("name"),
        _text("role"),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="user_account_pk"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.id"], name="user_account_of_municipality"),
    )
    op.create_table(
        "device",
        *_keys("municipality_id", "id", "user_id"),
        _text("name"),
        _bytes("token_hash"),
        _text("state"),
        _number("last_seq"),
        *_keys("enrolled_at"),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="device_pk"),
        _of("device", "user_account", "user_id"),
    )
    op.create_index("device_by_token", "device", ["municipality_id", "token_hash"], unique=True)
    op.create_table(
        "enrolment_code",
        *_keys("municipality_id"),
        _bytes("code_hash"),
        *_keys("user_id"),
        *_keys("expires_at"),
        sa.Column("used_at", KEY),
        sa.PrimaryKeyConstraint("municipality_id", "code_hash", name="enrolment_code_pk"),
        _of("enrolment_code", "user_account", "user_id"),
    )
    op.create_table(
        "access_log",
        *_keys("municipality_id", "id"),
        *_keys("at"),
        _text("action"),
        sa.Column("user_id", KEY),
        sa.Column("device_id", KEY),
        sa.Column("case_id", KEY),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="access_log_pk"),
    )


def _cases() -> None:
    op.create_table(
        "case_file",
        *_keys("municipality_id", "id"),
        _number("head_seq"),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="case_file_pk"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.id"], name="case_file_of_municipality"),
    )
    op.create_table(
        "case_grant",
        *_keys("municipality_id", "user_id", "case_id"),
        *_keys("granted_at"),
        sa.Column("revoked_at", KEY),
        sa.PrimaryKeyConstraint("municipality_id", "user_id", "case_id", name="case_grant_pk"),
        _of("case_grant", "user_account", "user_id"),
        _of("case_grant", "case_file", "case_id"),
    )
    op.create_table(
        "record",
        *_keys("municipality_id", "id", "case_id", "kind"),
        _number("seq"),
        _bytes("body"),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="record_pk"),
    )
    op.create_index("record_by_case", "record", ["municipality_id", "case_id", "seq"])


def _journal() -> None:
    op.create_table(
        "change",
        *_keys("municipality_id"),
        _number("seq"),
        *_keys("id", "device_id", "author_id", "case_id", "record_id"),
        _number("device_seq"),
        *_keys("written_at"),
        *_keys("received_at"),
        _text("outcome"),
        _text("reason"),
        _bytes("digest"),
        _bytes("chain"),
        sa.PrimaryKeyConstraint("municipality_id", "seq", name="change_pk"),
    )
    op.create_index("change_by_id", "change", ["municipality_id", "id"], unique=True)
    op.create_table(
        "payload",
        *_keys("municipality_id"),
        _number("seq"),
        _bytes("body"),
        sa.PrimaryKeyConstraint("municipality_id", "seq", name="payload_pk"),
    )


def _aside() -> None:
    op.create_table(
        "quarantine",
        *_keys("municipality_id"),
        _number("seq"),
        *_keys("author_id"),
        _text("reason"),
        sa.PrimaryKeyConstraint("municipality_id", "seq", name="quarantine_pk"),
    )
    op.create_table(
        "conflict",
        *_keys("municipality_id", "id", "case_id", "record_id"),
        _number("seq"),
        _text("state"),
        _bytes("body"),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="conflict_pk"),
    )
    op.create_index("conflict_by_case", "conflict", ["municipality_id", "case_id", "seq"])
    op.create_index("conflict_by_record", "conflict", ["municipality_id", "record_id", "state"])


def _keys(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, KEY, nullable=False) for name in names]


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, autoincrement=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _of(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    columns = [f"{other}.municipality_id", f"{other}.id"]
    return sa.ForeignKeyConstraint(["municipality_id", column], columns, name=f"{table}_of_{other}")
