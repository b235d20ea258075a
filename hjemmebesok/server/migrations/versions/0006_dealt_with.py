"""When somebody was done with a change that was set aside. The line stays, since its photo may still be on its way."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("quarantine", sa.Column("done_at", KEY))
