"""The writer of one tagged PDF. Lengths are points; (0, 0) is the upper left corner of an A4 page."""

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from hjemmebesok.letters.pdf import fonts
from hjemmebesok.letters.pdf.bookmarks import Bookmark, put_bookmarks
from hjemmebesok.letters.pdf.catalogue import put_catalogue, put_info
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.file import PdfFile
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.page import Colour, Ink, Point
from hjemmebesok.letters.pdf.photo import Jpeg
from hjemmebesok.letters.pdf.structure import Element, Mark, put_tree
from hjemmebesok.letters.pdf.subsets import Subsets

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


class Artifact(StrEnum):
    """Ink that a screen reader passes over."""

    LAYOUT = "Layout"  # rules and shades
    PAGE = "Pagination"  # page numbers, and table headings repeated on the next page


class TaggedPdf:
    """A PDF under way. `root` is its Document element; every drawing method takes the owner of the ink first."""

    def __init__(self, metadata: Metadata) -> None:
        self.root = Element("Document", lang=metadata.language)
        self._metadata = metadata
        self._file = PdfFile()
        self._fonts = self._file.reserve()
        self._all = self._file.reserve()
        self._regular, self._bold = Subsets(fonts.REGULAR, "R"), Subsets(fonts.BOLD, "B")
        self._pages: list[int] = []
        self._owners: list[list[Element]] = []  # page by page, of each mark
        self._pictures: dict[str, int] = {}
        self._bookmarks: list[Bookmark] = []
        self._begin_page()

    def write(
        self, owner: Element | Artifact, at: Point, text: str, size: float, bold: bool = False, colour: Colour = INK
    ) -> None:
        """One line of text with its baseline at this point."""
        self._mark(owner)
        font = self._bold if bold else self._regular
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
        digest = f"P{hashlib.sha256(jpeg.data).hexdigest()[:16]}"
        if digest not in self._pictures:
            self._pictures[digest] = self._file.stream(jpeg.entries, jpeg.data, packed=True)
        self._shown.add(digest)
        self._ink.show(digest, (left, foot), width, height)

    def bookmark(self, level: int, title: str, top: float = 0) -> None:
        """A bookmark to this page, so far down."""
        self._bookmarks.append(Bookmark(level, title, self._page, HEIGHT - top))

    @property
    def pages(self) -> int:
        """How many are finished."""
        return len(self._pages)

    def end_page(self) -> None:
        """Finish this page; what comes next is on a new one. An empty page is blank."""
        self._close_mark()
        content = self._file.stream("", self._ink.content())
        pictures = " ".join(f"/{name} {self._pictures[name]} 0 R" for name in sorted(self._shown))
        self._file.put(
            f"<< /Type /Page /Parent {self._all} 0 R /MediaBox [0 0 {WIDTH:.3f} {HEIGHT:.3f}] /Contents {content} 0 R"
            f" /Resources << /Font {self._fonts} 0 R{f' /XObject << {pictures} >>' if pictures else ''} >>"
            f" /StructParents {len(self._pages)} /Tabs /S >>",
            self._page,
        )
        self._pages.append(self._page)
        self._begin_page()

    def finish(self) -> bytes:
        """The whole file. The same drawing gives the same bytes."""
        file = self._file
        file.put(f"<< {self._regular.put(file)} {self._bold.put(file)} >>", self._fonts)
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        file.put(f"<< /Type /Pages /Count {len(self._pages)} /Kids [ {kids} ] >>", self._all)
        tree = put_tree(file, self.root, self._pages, self._owners[: len(self._pages)])
        bookmarks = put_bookmarks(file, self._bookmarks)
        return file.finish(
            put_catalogue(file, self._metadata, self._all, tree, bookmarks), put_info(file, self._metadata)
        )

    def _begin_page(self) -> None:
        self._page = self._file.reserve()
        self._ink = Ink()
        self._shown: set[str] = set()
        self._owner: Element | Artifact | None = None
        self._owners.append([])

    def _mark(self, owner: Element | Artifact) -> None:
        if owner is self._owner:
            return
        self._close_mark()
        self._owner = owner
        if isinstance(owner, Artifact):
            self._ink.begin(f"/Artifact <</Type /{owner}>>")
            return
        row = self._owners[-1]
        self._ink.begin(f"/{owner.tag} <</MCID {len(row)}>>")
        owner.mark(Mark(len(self._pages), len(row)))
        row.append(owner)

    def _close_mark(self) -> None:
        if self._owner is not None:
            self._ink.end()
            self._owner = None
