"""The one file beside the encrypted database that is readable: how to open it, and nothing about anyone.

Standard library only: the unlock page reads it before anything heavy is imported.
"""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import mkstemp
from typing import Any

FORMAT = 1
HEADER_NAME = "header.json"
DATABASE_NAME = "store.db"
_FRESH = ".new"


@dataclass(frozen=True, slots=True)
class Header:
    """What the unlock page may show before the passphrase is known."""

    municipality: str = ""
    language: str = "nb"
    demo_passphrase: str = ""  # only ever filled for the demo store
    last_in_step: str = ""  # UTC, ISO
    unsent: int = 0
    photos: int = 0  # not sent
    key: dict[str, Any] = field(default_factory=dict)  # the wrapped data key and what it takes to unwrap it
    format: int = FORMAT


def read_header(folder: Path) -> Header | None:
    """The header of the store in this folder; None where there is no store. Of a damaged one what can be read, which
    may be nothing: then there is a store, and no key to open it with."""
    path = folder / HEADER_NAME
    if not path.exists():
        return None
    blank = Header()
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return blank
    known = kept if isinstance(kept, dict) else {}
    fitting: dict[str, Any] = {
        name: value for name, value in known.items() if type(value) is type(getattr(blank, name, None))
    }
    return replace(blank, **fitting)


def tidy(folder: Path) -> None:
    """Take away what a crash left of a header that was never put in its place."""
    for left in folder.glob(f"{HEADER_NAME}*{_FRESH}"):
        left.unlink(missing_ok=True)


def write_header(folder: Path, header: Header) -> None:
    """Replace the header in one step, so that a crash leaves the old or the new one, never half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=HEADER_NAME, suffix=_FRESH, dir=folder)  # a name of its own: two may write at once
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(header), file, indent=1)
            file.flush()
            os.fsync(file.fileno())  # the only key is in it: on the disk before the old one goes
        fresh.replace(folder / HEADER_NAME)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
