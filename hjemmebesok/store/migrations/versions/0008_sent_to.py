"""Which changes may have reached the server is one number, no longer a state of each of them."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT OR REPLACE INTO setting (name, value)"
        " SELECT 'sent_to', CAST(max(device_seq) AS TEXT) FROM outbox WHERE state = 'sent' HAVING count(*) > 0"
    )
    op.execute("UPDATE outbox SET state = 'queued' WHERE state = 'sent'")
