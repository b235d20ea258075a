"""Small values of this laptop: who works here, the server's address and token, the last time in step."""

from typing import Any

from sqlalchemy import Connection

from hjemmebesok.store import statements
from hjemmebesok.store.codec import from_json, to_json

PUBLISHES = "publishes"  # whether the server lets her write what is the whole municipality's
WRITES = "writes"  # whether the server lets her write at all
TO_SEE_TO = "to_see_to"  # the answer with the last records to come, until what follows from them is done; "": it is
LAST_IN_STEP = "last_in_step"  # ISO with offset: when the last round with the server was finished

_READ = "SELECT value FROM setting WHERE name = ?"
_WRITE = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def read_setting(connection: Connection, name: str, otherwise: Any = None) -> Any:
    """The value, or `otherwise` where it was never set."""
    value = statements.value(connection, _READ, (name,))
    return otherwise if value is None else from_json(value)


def write_setting(connection: Connection, name: str, value: Any) -> None:
    """Keep a plain value under a name."""
    statements.run(connection, _WRITE, (name, to_json(value)))
