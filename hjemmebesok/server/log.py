"""The server's log: one JSON object a line, of ids and counts. Never a name, a field or anything a user wrote."""

import json
import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

_log = logging.getLogger("hjemmebesok.server")


class OneObjectALine(logging.Formatter):
    """Ours as they are. Others' without what was put into their text, and faults by kind and place, as our own."""

    def format(self, record: logging.LogRecord) -> str:
        """One JSON object."""
        if record.name == _log.name:
            return record.getMessage()
        said = {"level": record.levelname, "logger": record.name, "text": str(record.msg)}
        if record.exc_info and record.exc_info[1]:
            said = {"level": record.levelname, "logger": record.name} | _what(record.exc_info[1])
        return _said("notice", said)


def begin() -> None:
    """Write the log to the error stream from now on."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneObjectALine())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def line(event: str, **said: str | int | float) -> None:
    """One line."""
    _log.info("%s", _said(event, said))


def fault(error: BaseException) -> None:
    """A fault of ours: what kind and where. Its message is left out, for it may quote what a user wrote."""
    line("fault", **_what(error))


def _what(error: BaseException) -> dict[str, str]:
    where = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return {"kind": type(error).__name__, "where": " ".join(where[-8:])}


def _said(event: str, said: Mapping[str, str | int | float]) -> str:
    return json.dumps({"at": datetime.now(UTC).isoformat(), "event": event, **said})
