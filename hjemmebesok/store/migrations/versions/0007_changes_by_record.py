"""The changes of a record are found by the record alone: what becomes of a change is no longer written twice."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("outbox_by_record", "outbox")
    op.create_index("outbox_by_record", "outbox", ["record"])
