"""Words broken into lines, left aligned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from hjemmebesok.letters.pdf.fonts import BOLD, REGULAR, width
from hjemmebesok.letters.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Part:
    """Some letters in one font that belong to one element."""

    text: str
    bold: bool
    owner: Element

    def measure(self, size: float) -> float:
        """Its width in points."""
        return width(self.text, BOLD if self.bold else REGULAR, size)


Word = list[Part]
Line = list[Part]


def wrap(parts: Iterable[Part], room: float, size: float) -> list[Line]:
    """The lines. Only a plain space ends a word; one that is wider than a line is cut where the line is full.

    Each line but the last ends in a space, so that nobody who copies or reads the text aloud meets two words as one.
    """
    lines: list[list[Word]] = [[]]
    left = room
    for word in chain.from_iterable(_cut(word, room, size) for word in _words(parts)):
        needed = _width(word, size) + (width(" ", REGULAR, size) if lines[-1] else 0.0)
        if lines[-1] and needed > left:
            lines.append([])
            left, needed = room, _width(word, size)
        lines[-1].append(word)
        left -= needed
    return [_joined(line, ends=number == len(lines)) for number, line in enumerate(lines, 1)]


def _width(word: Word, size: float) -> float:
    return sum(part.measure(size) for part in word)


def _words(parts: Iterable[Part]) -> Iterator[Word]:
    word: Word = []
    for part in parts:
        first, *others = part.text.split(" ")
        word.append(replace(part, text=first))
        for text in others:
            yield word
            word = [replace(part, text=text)]
    yield word


def _cut(word: Word, room: float, size: float) -> Iterator[Word]:
    word = [part for part in word if part.text]
    if not word:
        return
    if _width(word, size) <= room:
        yield word
        return
    piece: Word = []
    for letter in (replace(part, text=letter) for part in word for letter in part.text):
        if piece and _width([*piece, letter], size) > room:
            yield piece
            piece = []
        piece.append(letter)
    yield piece


def _joined(words: list[Word], *, ends: bool) -> Line:
    line: Line = []
    for number, word in enumerate(words, 1):
        for part in word:
            if line and (line[-1].owner, line[-1].bold) == (part.owner, part.bold):
                line[-1] = replace(line[-1], text=line[-1].text + part.text)
            else:
                line.append(part)
        if number < len(words) or not ends:
            line[-1] = replace(line[-1], text=f"{line[-1].text} ")
    return line
