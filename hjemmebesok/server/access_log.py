"""Who was given which case, and what was done to access itself."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection
from uuid_utils import uuid7

from hjemmebesok.server import rows
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.tables import access_log


def write(
    connection: Connection,
    municipality: str,
    action: str,
    at: datetime,
    *,
    user: str | None = None,
    device: str | None = None,
    cases: Iterable[str | None] = (None,),
) -> None:
    """One line for each case; a single line without a case where the action is not about one."""
    lines = [
        {
            "municipality_id": municipality,
            "id": str(uuid7()),
            "at": stamp(at),
            "action": action,
            "user_id": user,
            "device_id": device,
            "case_id": case,
        }
        for case in cases
    ]
    rows.insert(connection, access_log, lines)
