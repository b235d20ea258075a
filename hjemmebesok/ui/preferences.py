"""How the caseworker wants the screen on this computer. Nothing about anyone, so it lies in the clear."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from hjemmebesok.language import LANGUAGES
from hjemmebesok.ui.theme.look import Colours
from hjemmebesok.ui.theme.tokens import TEXT_SIZES

FILE = "screen.json"
COLOURS: tuple[Colours, ...] = ("system", "light", "dark")
LOCK_AFTER = (2, 5, 10, 15, 30)  # minutes


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language, colours, text size in percent, and after how many idle minutes the window locks."""

    language: str = "nb"
    colours: Colours = "system"
    text_size: int = 100
    lock_after: int = 10


_ALLOWED: dict[str, tuple[Any, ...]] = {
    "language": LANGUAGES,
    "colours": COLOURS,
    "text_size": TEXT_SIZES,
    "lock_after": LOCK_AFTER,
}


def read_preferences(folder: Path, language: str) -> Preferences:
    """What was kept in this folder. Where nothing was, or it cannot be read, the language given and Qt's own ways."""
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        kept = {}
    known = {name: kept.get(name) for name in _ALLOWED} if isinstance(kept, dict) else {}
    good: dict[str, Any] = {name: value for name, value in known.items() if value in _ALLOWED[name]}
    return replace(Preferences(language=language), **good)


def write_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep them. Where the folder cannot be written, they hold until the program closes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps(asdict(preferences), indent=1), "utf-8")
    except OSError:
        return
