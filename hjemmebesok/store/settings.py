"""Small values of this laptop: who works here, the server's address and token, the last time in step."""

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_json, to_json

PUBLISHES = "publishes"  # whether the server lets her write what is the whole municipality's
LAST_IN_STEP = "last_in_step"  # ISO with offset: when the last round with the server was finished


def read_setting(connection: Connection, name: str, otherwise: Any = None) -> Any:
    """The value, or `otherwise` where it was never set."""
    row = connection.execute(select(tables.setting.c.value).where(tables.setting.c.name == name)).first()
    return otherwise if row is None else from_json(row.value)


def write_setting(connection: Connection, name: str, value: Any) -> None:
    """Keep a plain value under a name."""
    values = {"name": name, "value": to_json(value)}
    statement = upsert(tables.setting).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))
