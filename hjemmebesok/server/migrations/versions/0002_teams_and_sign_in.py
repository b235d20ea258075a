"""Teams, restricted cases, sign-in at the municipality's provider, tokens that expire, and where municipalities lie."""

import secrets
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")
TOKEN_LIVES = timedelta(days=90)


def upgrade() -> None:
    _teams()
    _sign_in()
    _placement()
    op.add_column("case_file", sa.Column("restricted", sa.Boolean, nullable=False, server_default=sa.false()))
    _epoch()
    _expiry()


def _teams() -> None:
    op.create_table(
        "team",
        _key("municipality_id"),
        _key("id"),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", "id", name="team_pk"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.id"], name="team_of_municipality"),
    )
    op.create_table(
        "team_member",
        _key("municipality_id"),
        _key("user_id"),
        _key("team_id"),
        sa.PrimaryKeyConstraint("municipality_id", "user_id", "team_id", name="team_member_pk"),
        _of("team_member", "user_account", "user_id"),
        _of("team_member", "team", "team_id"),
    )
    op.create_index("member_by_team", "team_member", ["municipality_id", "team_id"])


def _sign_in() -> None:
    op.add_column("user_account", sa.Column("subject", KEY))
    op.create_index("user_by_subject", "user_account", ["municipality_id", "subject"], unique=True)
    op.create_table(
        "provider",
        _key("municipality_id"),
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("client_id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", name="provider_pk"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.id"], name="provider_of_municipality"),
    )
    op.create_table(
        "sign_in",
        _key("municipality_id"),
        sa.Column("nonce_hash", sa.LargeBinary, nullable=False),
        _key("expires_at"),
        sa.PrimaryKeyConstraint("municipality_id", "nonce_hash", name="sign_in_pk"),
        sa.ForeignKeyConstraint(["municipality_id"], ["municipality.id"], name="sign_in_of_municipality"),
    )


def _placement() -> None:
    op.create_table(
        "placement",
        _key("municipality_id"),
        sa.Column("url", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("municipality_id", name="placement_pk"),
    )


def _epoch() -> None:
    op.add_column("municipality", sa.Column("epoch", sa.Text, nullable=False, server_default=""))
    towns = sa.table("municipality", sa.column("id"), sa.column("epoch"))
    connection = op.get_bind()
    for (id_,) in connection.execute(sa.select(towns.c.id)).all():
        connection.execute(sa.update(towns).where(towns.c.id == id_).values(epoch=secrets.token_hex(16)))


def _expiry() -> None:
    op.add_column("device", sa.Column("expires_at", KEY, nullable=False, server_default=""))
    lives_until = (datetime.now(UTC) + TOKEN_LIVES).isoformat(timespec="microseconds")
    op.execute(sa.update(sa.table("device", sa.column("expires_at"))).values(expires_at=lives_until))


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, KEY, nullable=False)


def _of(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    columns = [f"{other}.municipality_id", f"{other}.id"]
    return sa.ForeignKeyConstraint(["municipality_id", column], columns, name=f"{table}_of_{other}")
