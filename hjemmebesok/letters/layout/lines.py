"""Words broken into lines, left aligned."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from hjemmebesok.letters.pdf.fonts import BOLD, REGULAR, width
from hjemmebesok.letters.pdf.structure import Element


class Part(NamedTuple):
    """Some letters in one font that belong to one element."""

    text: str
    bold: bool
    owner: Element

    def measure(self, size: float) -> float:
        """Its width in points."""
        return width(self.text, BOLD if self.bold else REGULAR, size)


Line = list[Part]


class Bit(NamedTuple):
    """A part with the number of its owner, so that the same sentence in another letter is the same bits."""

    text: str
    bold: bool
    owner: int

    def measure(self, size: float) -> float:
        """Its width in points."""
        return width(self.text, BOLD if self.bold else REGULAR, size)


Word = tuple[Bit, ...]


class Piece(NamedTuple):
    """A word, or as much of one as a line has room for; then it goes on."""

    word: Word
    wide: float
    goes_on: bool


def wrap(parts: Iterable[Part], room: float, size: float) -> list[Line]:
    """The lines. Only a plain space ends a word; one that is wider than a line is cut after a hyphen, or else where
    the line is full.

    Each line but the last ends in a space, so that nobody who copies or reads the text aloud meets two words as one;
    where a word goes on on the next line there is none, so that they meet it whole.
    """
    owners: list[Element] = []
    bits: list[Bit] = []
    for part in parts:
        if not owners or part.owner is not owners[-1]:
            owners.append(part.owner)
        bits.append(Bit(part.text, part.bold, len(owners) - 1))
    lines = _wrapped(tuple(bits), room, size)
    return [[Part(bit.text, bit.bold, owners[bit.owner]) for bit in line] for line in lines]


@lru_cache(maxsize=4096)  # one letter to many people says the same, but for a few words
def _wrapped(bits: tuple[Bit, ...], room: float, size: float) -> tuple[Word, ...]:
    lines: list[list[Piece]] = [[]]
    left, space = room, width(" ", REGULAR, size)
    for piece in (piece for word in _words(bits) for piece in _pieces(word, room, size)):
        if lines[-1] and (space + piece.wide > left or lines[-1][-1].goes_on):
            lines.append([])
            left = room
        left -= piece.wide + (space if lines[-1] else 0.0)
        lines[-1].append(piece)
    return tuple(_joined(line, ends=number == len(lines)) for number, line in enumerate(lines, 1))


def _words(bits: Iterable[Bit]) -> Iterator[Word]:
    word: list[Bit] = []
    for bit in bits:
        first, *others = bit.text.split(" ")
        if first:
            word.append(bit._replace(text=first))
        for text in others:
            if word:
                yield tuple(word)
            word = [Bit(text, bit.bold, bit.owner)] if text else []
    if word:
        yield tuple(word)


def _pieces(word: Word, room: float, size: float) -> Iterator[Piece]:
    wide = sum([bit.measure(size) for bit in word])
    if wide <= room:
        yield Piece(word, wide, goes_on=False)
        return
    piece: list[Bit] = []
    for letter in (bit._replace(text=letter) for bit in word for letter in bit.text):
        if piece and sum([bit.measure(size) for bit in (*piece, letter)]) > room:
            end = _after_hyphen(piece)
            yield Piece(tuple(piece[:end]), room, goes_on=True)
            piece = piece[end:]
        piece.append(letter)
    yield Piece(tuple(piece), sum([bit.measure(size) for bit in piece]), goes_on=False)


def _after_hyphen(letters: list[Bit]) -> int:
    """Where to cut: after the last hyphen, or at the end where there is none."""
    return max((place for place, letter in enumerate(letters, 1) if letter.text == "-"), default=len(letters))


def _joined(pieces: list[Piece], *, ends: bool) -> Word:
    spaced: list[Bit] = []
    for piece in pieces:
        spaced += piece.word
        if not piece.goes_on:
            spaced.append(piece.word[-1]._replace(text=" "))
    if spaced and ends:
        spaced.pop()
    alike = groupby(spaced, key=lambda bit: (bit.owner, bit.bold))
    return tuple(Bit("".join([bit.text for bit in some]), bold, owner) for (owner, bold), some in alike)
