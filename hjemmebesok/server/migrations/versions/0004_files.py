"""Files, such as photos, in pieces."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "file",
        *_keys("municipality_id", "case_id", "sha256"),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("received", sa.BigInteger, nullable=False),
        *_keys("touched_at"),
        sa.PrimaryKeyConstraint("municipality_id", "case_id", "sha256", name="file_pk"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id"],
            ["case_file.municipality_id", "case_file.id"],
            name="file_of_case_file",
        ),
    )
    op.create_table(
        "file_piece",
        *_keys("municipality_id", "case_id", "sha256"),
        sa.Column("number", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", "case_id", "sha256", "number", name="file_piece_pk"),
        sa.ForeignKeyConstraint(
            ["municipality_id", "case_id", "sha256"],
            ["file.municipality_id", "file.case_id", "file.sha256"],
            name="file_piece_of_file",
        ),
    )


def _keys(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, KEY, nullable=False) for name in names]
