"""What is wanted in a batch, and what lies where in the files that come of it."""

from dataclasses import dataclass
from enum import Enum

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.letter import Letter


class Padding(Enum):
    """How blank pages fill up a letter."""

    NONE = "none"
    EVEN = "even"  # for paper printed on both sides
    EQUAL = "equal"  # each envelope as many pages as the longest in its file: SvarUt cuts a file up by counting


@dataclass(frozen=True, slots=True)
class Order:
    """One letter that is wanted, in these languages (see `render`), and what lies in the same envelope after it."""

    letter: Letter
    languages: tuple[str, ...]
    enclosed: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Where one letter is: a line of the manifest. `order` counts from 0 in the order they were handed in; what is
    enclosed has a line of its own, after the letter it lies with."""

    order: int
    first_page: int  # in its file, from 1
    pages: int  # its own
    blank: int  # pages after them
    title: str
    text_version: str
    sha256: str  # of the same letter as a file of its own, as `render` makes it; "" where nobody asked


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A letter that could not be made, and why."""

    order: int
    why: Phrase


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file with its manifest; no bytes where every letter that was to be in it is left out."""

    pdf: bytes
    sha256: str
    letters: tuple[Printed, ...]
    left_out: tuple[LeftOut, ...]
