"""The one file beside the encrypted database that is readable: how to open it, and nothing about anyone.

Standard library only: the unlock page reads it before anything heavy is imported.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FORMAT = 1
HEADER_NAME = "header.json"
DATABASE_NAME = "store.db"


@dataclass(frozen=True, slots=True)
class Header:
    """What the unlock page may show before the passphrase is known."""

    municipality: str = ""
    language: str = "nb"
    demo_passphrase: str = ""  # only ever filled for the demo store
    last_in_step: str = ""  # UTC, ISO
    unsent: int = 0
    key: dict[str, Any] = field(default_factory=dict)  # the wrapped data key and what it takes to unwrap it
    format: int = FORMAT


def read_header(folder: Path) -> Header | None:
    """The header of the store in this folder; None where there is no store."""
    path = folder / HEADER_NAME
    if not path.exists():
        return None
    known = Header.__dataclass_fields__
    return Header(**{name: value for name, value in json.loads(path.read_text("utf-8")).items() if name in known})


def write_header(folder: Path, header: Header) -> None:
    """Replace the header in one step, so that a crash leaves the old or the new one, never half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f"{HEADER_NAME}.new"
    fresh.write_text(json.dumps(asdict(header), indent=1), "utf-8")
    fresh.replace(folder / HEADER_NAME)
