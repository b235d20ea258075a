"""resources/style/*.qss as one style sheet, with today's colours and sizes in it.

The files are plain QSS with three words of ours: `@accent` is a colour token, `text(15)` a size that follows the text
fully, `tap(44)` one that grows half as fast.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from hjemmebesok.assets import resource

_COLOUR = re.compile(r"@(\w+)")
_SIZE = re.compile(r"\b(text|tap)\((\d+)\)")


@cache
def _source() -> str:
    files = sorted(resource("style").glob("*.qss"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def stylesheet(tokens: Mapping[str, str], px: Callable[[int], int], tap: Callable[[int], int]) -> str:
    """The whole style sheet. Raises KeyError for a colour that is no token."""
    sizes = {"text": px, "tap": tap}
    coloured = _COLOUR.sub(lambda found: tokens[found[1]], _source())
    return _SIZE.sub(lambda found: f"{sizes[found[1]](int(found[2]))}px", coloured)
