"""The lines of a text file: where each block stands, and where something cannot be read."""

import re
from collections.abc import Iterator

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts.block import block_at
from hjemmebesok.letters.texts.source import FENCE

_LABEL = re.compile(r"\{#([a-z0-9-]+)\}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def lines_of_blocks(text: str) -> dict[str, int]:
    """The line, from 1, that each block's label stands on."""
    return {found[1]: text.count("\n", 0, found.start()) + 1 for found in _LABEL.finditer(text)}


def unreadable_lines(text: str) -> Iterator[tuple[int, Phrase]]:
    """Each passage that cannot be read as a block: its first line, from 1, and why. None where the top is at fault."""
    parts = text.split(f"{FENCE}\n", 2)
    if len(parts) < 3:
        return
    body = parts[2]
    above = text.count("\n", 0, len(text) - len(body)) + 1
    position = len(body) - len(body.lstrip())
    while position < len(body):
        try:
            _, position = block_at(body, position)
        except Refused as refused:
            yield above + body.count("\n", 0, position), refused.phrase
            blank = _BLANK_LINE.search(body, position)
            position = blank.end() if blank else len(body)
