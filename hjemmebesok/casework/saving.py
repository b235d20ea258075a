"""Writing a finished file to the caseworker's disk."""

import os
from contextlib import suppress
from pathlib import Path

from hjemmebesok.domain.phrase import Phrase, Refused


def free_place(path: Path, data: bytes) -> Path:
    """Where these bytes can lie without taking anything away: here, or beside what lies here already.

    A folder may be shared with a colleague, whose files are called the same.
    """
    number, place = 1, path
    while place.exists() and not _holds(place, data):
        number += 1
        place = path.with_stem(f"{path.stem} ({number})")
    return place


def save_whole(data: bytes, path: Path) -> None:
    """Write the file, all of it or nothing, and let it come to rest on the disk.

    Raises Refused where it cannot be written there, or reads back as something else.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if part.read_bytes() != data:
            raise OSError(path)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise Refused(Phrase("Filen kan ikke lagres der. Velg et annet sted.")) from None


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
