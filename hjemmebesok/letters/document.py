"""A letter as its reader meets it: finished words in order, with nothing said yet about where on the page they go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hjemmebesok.domain.signature import Strokes


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one dress. `field` names the letter's field that they came from; "" for the letter's own."""

    text: str
    bold: bool = False
    lang: str = ""  # BCP 47; "" where it is the paragraph's
    field: str = ""


Words = tuple[Run, ...]


class Look(Enum):
    """What a paragraph is to the eye. To a screen reader all of them are paragraphs."""

    BODY = "body"
    NOTE = "note"  # somebody's own words, with a bar beside them
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `lang` where it differs from the letter's."""

    words: Words
    look: Look = Look.BODY
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the letter's title."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with numbers where the order matters."""

    numbered: bool
    items: tuple[Words, ...]


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading over each column; the first cell of a row is that row's heading."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Who the letter is from; under a line to sign on where it is `signed`."""

    lines: tuple[Words, ...]
    signed: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG, and what is said of it. `lang` is that of `alt`, where it differs from the letter's."""

    image: bytes
    alt: str
    caption: Cell = ()
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures two and two."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A signature drawn on the screen: its lines, what is read aloud in its place, and what stands under it."""

    strokes: Strokes
    alt: str
    caption: Words


@dataclass(frozen=True, slots=True)
class Signatures:
    """Those drawn on the screen; then for each name a row of lines to fill in by hand, with a label under each. The
    name goes with the last."""

    labels: tuple[Words, ...]
    names: tuple[Words, ...]
    drawn: tuple[Drawn, ...] = ()

    def row(self, name: Words) -> tuple[Words, ...]:
        """What stands under the lines that this person fills in."""
        *others, last = self.labels
        return (*others, (*last, Run(": "), *name))


Block = Heading | Paragraph | Items | Table | Closing | Pictures | Signatures


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the letter's own text."""

    mark: str  # what the municipality's mark shows, for those who do not see it
    municipality: Words
    address: tuple[Words, ...]  # what shows in the envelope's window
    about: tuple[Words, ...]  # date, reference, who to call


PageLine = Callable[[int, int], str]  # page, pages: what stands at the foot of a page


@dataclass(frozen=True, slots=True)
class Translation:
    """The same letter in the reader's language, on pages of its own after the text that counts."""

    language: str  # BCP 47
    blocks: tuple[Block, ...]
    page_line: PageLine


@dataclass(frozen=True, slots=True)
class Document:
    """One letter in one language, or in two."""

    language: str  # BCP 47
    title: str
    written_on: date
    text_version: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    page_line: PageLine
    translation: Translation | None = None


def plain(words: Words) -> str:
    """The words alone."""
    return "".join(run.text for run in words)
