"""The server's log: one JSON object a line, of ids and counts. Never a name, a field or anything a user wrote."""

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

_log = logging.getLogger("hjemmebesok.server")


def line(event: str, **said: str | int | float) -> None:
    """One line."""
    _log.info(json.dumps({"at": datetime.now(UTC).isoformat(), "event": event, **said}))


def fault(error: BaseException) -> None:
    """A fault of ours: what kind and where. Its message is left out, for it may quote what a user wrote."""
    where = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    line("fault", kind=type(error).__name__, where=" ".join(where[-8:]))
