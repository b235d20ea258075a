"""Rows of figures for each ruleset, which say until when they last; what was worked out before is worked out anew."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("weighed")
    op.drop_table("to_weigh")
    op.create_table(
        "weighed",
        sa.Column("ruleset", sa.Text, primary_key=True),
        sa.Column("form", sa.Integer, primary_key=True),
        sa.Column("until", sa.Text, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
    )
    op.create_index("weighed_by_until", "weighed", ["ruleset", "until"])
    op.create_table(
        "weighed_with",
        sa.Column("ruleset", sa.Text, primary_key=True),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
    )
    op.create_table(
        "to_weigh",
        sa.Column("ruleset", sa.Text, primary_key=True),
        sa.Column("case_id", sa.Text, primary_key=True),
    )
    op.execute("DELETE FROM setting WHERE name = 'weighed_with'")
