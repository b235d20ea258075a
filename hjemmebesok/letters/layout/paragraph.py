"""Words become strips, and are told which element they belong to."""

from collections.abc import Iterator

from hjemmebesok.letters.document import Words
from hjemmebesok.letters.layout.lines import Line, Part, wrap
from hjemmebesok.letters.layout.strip import Piece, Strip
from hjemmebesok.letters.layout.style import Style
from hjemmebesok.letters.pdf.fonts import ASCENT
from hjemmebesok.letters.pdf.structure import Element


def text_strips(
    words: Words, owner: Element, style: Style, x: float, room: float, *, keep: bool = False
) -> list[Strip]:
    """One strip a line. At least two lines stay together at either end; `keep` holds them all, and what follows."""
    parts = [Part(run.text, run.bold or style.bold, _owner(run.lang, owner)) for run in words]
    lines = wrap(parts, room, style.size)
    last = len(lines) - 1
    return [
        Strip(
            height=style.leading,
            pieces=tuple(_pieces(line, style, x)),
            before=0.0 if number else style.before,
            after=style.after if number == last else 0.0,
            holds=keep or (number < last and number in (0, last - 1)),
        )
        for number, line in enumerate(lines)
    ]


def _owner(lang: str, paragraph: Element) -> Element:
    # Words in another language than the sentence they stand in have an element of their own.
    return paragraph if lang in ("", paragraph.language) else paragraph.phrase("Span", lang=lang)


def _pieces(line: Line, style: Style, x: float) -> Iterator[Piece]:
    drop = (style.leading - style.size) / 2 + ASCENT * style.size
    for part in line:
        yield Piece(part.owner, x, drop, part.text, style.size, part.bold, style.colour)
        x += part.measure(style.size)
