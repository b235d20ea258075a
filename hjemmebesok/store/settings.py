"""Small values of this laptop: who works here, the server's address and token, the last time in step."""

from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hjemmebesok.store import tables
from hjemmebesok.store.codec import from_json, to_json

PUBLISHES = "publishes"  # whether the server lets her write what is the whole municipality's
LAST_IN_STEP = "last_in_step"  # ISO with offset: when the last round with the server was finished

# Made once: to build a statement takes longer than to run it.
_READ = select(tables.setting.c.value).where(tables.setting.c.name == bindparam("name"))
_INSERT = upsert(tables.setting)
_WRITE = _INSERT.on_conflict_do_update(["name"], set_={"value": _INSERT.excluded.value})


def read_setting(connection: Connection, name: str, otherwise: Any = None) -> Any:
    """The value, or `otherwise` where it was never set."""
    value = connection.execute(_READ, {"name": name}).scalar()
    return otherwise if value is None else from_json(value)


def write_setting(connection: Connection, name: str, value: Any) -> None:
    """Keep a plain value under a name."""
    connection.execute(_WRITE, {"name": name, "value": to_json(value)})
