"""Bringing the file's tables to this version's shape, by Alembic. Nothing heavy happens where they already are."""

from sqlalchemy import Engine

from hjemmebesok.assets import package_folder
from hjemmebesok.domain.phrase import Phrase, Refused

SCHEMA = 9  # how many steps migrations/versions holds


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations the file has not seen, all of them or none. Raises Refused for a file of a newer version."""
    with engine.connect() as connection:
        at = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if at > SCHEMA:
        raise Refused(Phrase("Lageret er laget med en nyere versjon av programmet. Bruk den versjonen."))
    if at == SCHEMA:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(package_folder("store", "migrations")))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
