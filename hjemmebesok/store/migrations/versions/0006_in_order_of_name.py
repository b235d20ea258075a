"""Where each household stands in a list by name; all are indexed anew, so that each has its place."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "household_place",
        sa.Column("case_id", sa.Text, primary_key=True),
        sa.Column("sort_key", sa.Text, nullable=False),
    )
    op.create_index("household_place_in_order", "household_place", ["sort_key"])
    op.execute("INSERT OR IGNORE INTO search_dirty SELECT id FROM record WHERE kind = 'household'")
