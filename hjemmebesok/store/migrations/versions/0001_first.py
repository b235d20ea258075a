"""The first shape of the laptop's file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("versions", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
    )
    op.create_index("record_by_case", "record", ["case_id", "kind"])
    op.create_index("record_by_day", "record", ["kind", "day"])
    op.create_index("record_by_parent", "record", ["kind", "parent"])
    op.create_table(
        "outbox",
        sa.Column("device_seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("settles", sa.Text, nullable=False, server_default="[]"),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sqlite_autoincrement=True,
    )
    op.create_index("outbox_by_state", "outbox", ["state", "device_seq"])
    op.create_index("outbox_by_record", "outbox", ["record", "state"])
    op.create_table(
        "draft",
        sa.Column("record", sa.Text, primary_key=True),
        sa.Column("field", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "conflict",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
    )
    op.create_index("conflict_by_record", "conflict", ["record"])
    op.create_table(
        "cursor",
        sa.Column("case_id", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table("search_dirty", sa.Column("case_id", sa.Text, primary_key=True))
    op.execute(
        "CREATE VIRTUAL TABLE household_words USING fts5"
        "(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61')"
    )
