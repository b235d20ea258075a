"""A row of figures for each household, for comparing rules over the whole caseload."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "weighed",
        sa.Column("form", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("rest", sa.Text, nullable=False),
        sa.Column("tenant", sa.Boolean),
        sa.Column("years", sa.Integer),
        sa.Column("available", sa.Integer),
        sa.Column("need", sa.Integer, nullable=False),
        sa.Column("price", sa.Integer, nullable=False),
        sa.Column("total_price", sa.Integer, nullable=False),
    )
    op.create_table("to_weigh", sa.Column("case_id", sa.Text, primary_key=True))
