"""The writer of one tagged PDF. Lengths are points; (0, 0) is the upper left corner of an A4 page."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from hjemmebesok.letters.pdf.bookmarks import Bookmark
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.file import compressed, stream
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.page import Colour, Ink, Point
from hjemmebesok.letters.pdf.photo import Jpeg
from hjemmebesok.letters.pdf.sheaf import HEIGHT, MM, WIDTH, FinishedPage, new_fonts, put_together
from hjemmebesok.letters.pdf.structure import Element, Leaf, Mark

__all__ = ["HEIGHT", "MM", "WIDTH", "Artifact", "TaggedPdf"]


class Artifact(StrEnum):
    """Ink that a screen reader passes over."""

    LAYOUT = "Layout"  # rules and shades
    PAGE = "Pagination"  # page numbers, and table headings repeated on the next page


class TaggedPdf:
    """A PDF under way. `root` is its Document element; every drawing method takes the owner of the ink first."""

    def __init__(self, metadata: Metadata) -> None:
        self.root = Element("Document", lang=metadata.language)
        self._metadata = metadata
        self._fonts = new_fonts()
        self._pages: list[FinishedPage] = []
        self._bookmarks: list[Bookmark] = []
        self._begin_page()

    def write(
        self, owner: Element | Artifact, at: Point, text: str, size: float, bold: bool = False, colour: Colour = INK
    ) -> None:
        """One line of text with its baseline at this point."""
        self._mark(owner)
        font = self._fonts.bold if bold else self._fonts.regular
        self._ink.write(font.encode(text), (at[0], HEIGHT - at[1]), size, colour)

    def fill(self, owner: Element | Artifact, at: Point, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle with its upper left corner at this point; also how rules are drawn."""
        self._mark(owner)
        self._ink.fill((at[0], HEIGHT - at[1] - height), width, height, colour)

    def stroke(self, owner: Element | Artifact, lines: Sequence[Sequence[Point]], width: float, colour: Colour) -> None:
        """Connected lines with round joins."""
        self._mark(owner)
        self._ink.stroke([[(x, HEIGHT - y) for x, y in line] for line in lines], width, colour)

    def show(self, figure: Element, at: Point, width: float, height: float, jpeg: Jpeg) -> None:
        """A picture with its upper left corner at this point. The same picture lies in the file only once."""
        self._mark(figure)
        left, foot = at[0], HEIGHT - at[1] - height
        figure.cover(left, foot, width, height)
        name = f"P{hashlib.sha256(jpeg.data).hexdigest()[:16]}"
        self._shown[name] = jpeg
        self._ink.show(name, (left, foot), width, height)

    def bookmark(self, level: int, title: str, top: float = 0) -> None:
        """A bookmark to this page, so far down."""
        self._bookmarks.append(Bookmark(level, title, self._leaf, HEIGHT - top))

    @property
    def pages(self) -> int:
        """How many are finished."""
        return len(self._pages)

    def end_page(self) -> None:
        """Finish this page; what comes next is on a new one. An empty page is blank."""
        self._close_mark()
        content = stream(*compressed("", self._ink.content()))
        self._pages.append(FinishedPage(self._leaf, content, self._fonts, self._shown))
        self._begin_page()

    def take_over(self, letter: "TaggedPdf", called: str) -> None:
        """Have all finished pages of another, as they are, with what they say as a Part of this one and a bookmark.

        The other is done with: a page is in one file at a time.
        """
        self.root.child("Part", lang=letter.root.lang).adopt(letter.root)
        self._bookmarks.append(Bookmark(1, called, letter._pages[0].leaf, HEIGHT))
        self._pages += letter._pages

    def finish(self) -> bytes:
        """The whole file. The same drawing gives the same bytes."""
        return put_together(self._metadata, self.root, self._pages, self._bookmarks)

    def _begin_page(self) -> None:
        self._leaf, self._ink = Leaf(), Ink()
        self._shown: dict[str, Jpeg] = {}
        self._owner: Element | Artifact | None = None

    def _mark(self, owner: Element | Artifact) -> None:
        if owner is self._owner:
            return
        self._close_mark()
        self._owner = owner
        if isinstance(owner, Artifact):
            self._ink.begin(f"/Artifact <</Type /{owner}>>")
            return
        row = self._leaf.owners
        self._ink.begin(f"/{owner.tag} <</MCID {len(row)}>>")
        owner.mark(Mark(self._leaf, len(row)))
        row.append(owner)

    def _close_mark(self) -> None:
        if self._owner is not None:
            self._ink.end()
            self._owner = None
