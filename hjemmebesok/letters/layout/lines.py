"""Words broken into lines, left aligned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import NamedTuple

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

    def saying(self, text: str) -> "Part":
        """Other letters in the same font and element."""
        return Part(text, self.bold, self.owner)


Word = list[Part]
Line = list[Part]


class Piece(NamedTuple):
    """A word, or as much of one as a line has room for; then it goes on."""

    word: Word
    goes_on: bool


def wrap(parts: Iterable[Part], room: float, size: float) -> list[Line]:
    """The lines. Only a plain space ends a word; one that is wider than a line is cut after a hyphen, or else where
    the line is full.

    Each line but the last ends in a space, so that nobody who copies or reads the text aloud meets two words as one;
    where a word goes on on the next line there is none, so that they meet it whole.
    """
    lines: list[list[Piece]] = [[]]
    left, space = room, width(" ", REGULAR, size)
    for piece in chain.from_iterable(_cut(word, room, size) for word in _words(parts)):
        wide = _width(piece.word, size)
        if lines[-1] and (space + wide > left or lines[-1][-1].goes_on):
            lines.append([])
            left = room
        left -= wide + (space if lines[-1] else 0.0)
        lines[-1].append(piece)
    return [_joined(line, ends=number == len(lines)) for number, line in enumerate(lines, 1)]


def _width(word: Word, size: float) -> float:
    return sum(part.measure(size) for part in word)


def _words(parts: Iterable[Part]) -> Iterator[Word]:
    word: Word = []
    for part in parts:
        first, *others = part.text.split(" ")
        word.append(part.saying(first))
        for text in others:
            yield word
            word = [part.saying(text)]
    yield word


def _cut(word: Word, room: float, size: float) -> Iterator[Piece]:
    word = [part for part in word if part.text]
    if not word:
        return
    if _width(word, size) <= room:
        yield Piece(word, goes_on=False)
        return
    piece: Word = []
    for letter in (part.saying(letter) for part in word for letter in part.text):
        if piece and _width([*piece, letter], size) > room:
            end = _after_hyphen(piece)
            yield Piece(piece[:end], goes_on=True)
            piece = piece[end:]
        piece.append(letter)
    yield Piece(piece, goes_on=False)


def _after_hyphen(letters: Word) -> int:
    """Where to cut: after the last hyphen, or at the end where there is none."""
    return max((place for place, letter in enumerate(letters, 1) if letter.text == "-"), default=len(letters))


def _joined(pieces: list[Piece], *, ends: bool) -> Line:
    spaced = [part for word, goes_on in pieces for part in (*word, *(() if goes_on else (word[-1].saying(" "),)))]
    if spaced and ends:
        spaced.pop()
    alike = groupby(spaced, key=lambda part: (id(part.owner), part.bold))
    return [first.saying(first.text + "".join(part.text for part in others)) for _, (first, *others) in alike]
