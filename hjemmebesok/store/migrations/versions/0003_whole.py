"""What a case held when it was last compared with the server, cases that come anew, and when a change was answered."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cursor", sa.Column("digest", sa.LargeBinary))
    op.add_column("cursor", sa.Column("anew", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("outbox", sa.Column("answered_at", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "arrived",
        sa.Column("record", sa.Text, primary_key=True),
        sa.Column("case_id", sa.Text, nullable=False),
    )
