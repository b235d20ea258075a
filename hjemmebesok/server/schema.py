"""Whether the tables are as this version needs them, and the migrations that make them so."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import fence

NEWEST = "0006"
_MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = 4871206  # any number; every server that starts asks PostgreSQL for the same lock


def is_current(connection: Connection) -> bool:
    """True where the newest migration has been run."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEWEST


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations that are missing, and put up the fence where it does not stand. Raises Refused where a newer
    version made the database."""
    with engine.connect() as connection:
        if is_current(connection) and (not _is_fenced(connection) or fence.stands(connection)):
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if _is_fenced(connection):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ONE_AT_A_TIME})
        migrate(connection)


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the migrations up to this one. Raises Refused where a newer version made the database."""
    if _is_fenced(connection):
        connection.exec_driver_sql(*fence.enter(fence.EVERYWHERE, as_role=False))
    _run(connection, to)
    if _is_fenced(connection) and is_current(connection):
        fence.put_up(connection)


def _is_fenced(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _run(connection: Connection, to: str) -> None:
    # Imported here: a server whose tables are up to date never needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise Refused(Phrase("Databasen er laget av en nyere versjon av serveren. Bruk den versjonen.")) from error
