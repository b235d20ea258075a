"""The folder that a demo is given: ours from the first run on, and nobody else's."""

import shutil
from pathlib import Path

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import Language

MARK = "demo.txt"  # lies in every folder that a demo has made its own
_OF_A_DAY = ("laptop", "colleague", "letters", "pictures", "server.db", "server.db-wal", "server.db-shm", "server.log")


def claim(folder: Path, language: Language) -> None:
    """Make an empty or missing folder the demo's; one that is so already stays it. Raises Refused for any other."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise Refused(Phrase("Mappen {folder} er i bruk til noe annet. Velg en tom mappe.", folder=folder))
    folder.mkdir(parents=True, exist_ok=True)
    words = Phrase("Alt i denne mappen er oppdiktet. Den kan slettes.")
    (folder / MARK).write_text(f"{language.say(words)}\n", "utf-8")


def clear_day(folder: Path) -> None:
    """Remove what an earlier day has left, finished or not."""
    for name in _OF_A_DAY:
        remove(folder / name)


def remove(path: Path) -> None:
    """Remove a file or folder of the demo's, where it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
