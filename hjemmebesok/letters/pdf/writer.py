"""The writer of one tagged PDF. Lengths are points; (0, 0) is the upper left corner of an A4 page."""

import hashlib
import io
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from hjemmebesok.letters.pdf import conformance, fonts
from hjemmebesok.letters.pdf.catalogue import declare
from hjemmebesok.letters.pdf.colour import INK
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.photo import Jpeg, image_object
from hjemmebesok.letters.pdf.structure import Element, Mark, write_tree

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM

Colour = tuple[float, float, float]
Point = tuple[float, float]


class Artifact(StrEnum):
    """Ink that a screen reader passes over."""

    LAYOUT = "Layout"  # rules and shades
    PAGE = "Pagination"  # page numbers, and table headings repeated on the next page


class TaggedPdf:
    """A PDF under way. `root` is its Document element; every drawing method takes the owner of the ink first."""

    def __init__(self, metadata: Metadata) -> None:
        from reportlab.pdfgen.canvas import Canvas

        conformance.install()
        for name in (fonts.REGULAR, fonts.BOLD):
            fonts.font(name)
        self.root = Element("Document", lang=metadata.language)
        self._metadata = metadata
        self._owner: Element | Artifact | None = None
        self._marks = 0  # on this page
        self._pages: list[str] = []
        self._canvas: Any = Canvas(
            io.BytesIO(),
            pagesize=(WIDTH, HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.REGULAR,  # else every page names Helvetica, which is not embedded
            pdfVersion=(1, 7),
            lang=metadata.language,
        )

    def write(
        self, owner: Element | Artifact, at: Point, text: str, size: float, bold: bool = False, colour: Colour = INK
    ) -> None:
        """One line of text with its baseline at this point."""
        self._mark(owner)
        self._canvas.setFont(fonts.BOLD if bold else fonts.REGULAR, size)
        self._canvas.setFillColorRGB(*colour)
        self._canvas.drawString(at[0], HEIGHT - at[1], text)

    def fill(self, owner: Element | Artifact, at: Point, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle with its upper left corner at this point; also how rules are drawn."""
        self._mark(owner)
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(at[0], HEIGHT - at[1] - height, width, height, stroke=0, fill=1)

    def stroke(self, owner: Element | Artifact, lines: Sequence[Sequence[Point]], width: float, colour: Colour) -> None:
        """Connected lines with round joins."""
        self._mark(owner)
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(width)
        self._canvas.setLineJoin(1)
        self._canvas.setLineCap(1)
        path = self._canvas.beginPath()
        for line in lines:
            path.moveTo(line[0][0], HEIGHT - line[0][1])
            for x, y in line[1:]:
                path.lineTo(x, HEIGHT - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def show(self, figure: Element, at: Point, width: float, height: float, jpeg: Jpeg) -> None:
        """A picture with its upper left corner at this point. The same picture lies in the file only once."""
        self._mark(figure)
        left, foot = at[0], HEIGHT - at[1] - height
        figure.cover(left, foot, width, height)
        name = self._embed(jpeg)
        self._canvas.addLiteral(f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {foot:.3f} cm /{name} Do Q")

    def end_page(self) -> None:
        """Finish this page; what is drawn next is on a new one."""
        self._close_mark()
        document = self._canvas._doc
        self._pages.append(document.thisPageName())
        self._canvas.showPage()
        page = document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, "/S"
        self._marks = 0

    def finish(self) -> bytes:
        """The whole file. The same drawing gives the same bytes."""
        document = self._canvas._doc
        declare(document, self._metadata)
        self._add_tree(document)
        digest = hashlib.md5("".join(page.stream for page in document.Pages.pages).encode(), usedforsecurity=False)
        document._ID = f"[<{digest.hexdigest()}><{digest.hexdigest()}>]".encode()
        return bytes(self._canvas.getpdfdata())

    def _mark(self, owner: Element | Artifact) -> None:
        if owner is self._owner:
            return
        self._close_mark()
        self._owner = owner
        if isinstance(owner, Artifact):
            self._canvas.addLiteral(f"/Artifact <</Type /{owner}>> BDC")
            return
        self._canvas.addLiteral(f"/{owner.tag} <</MCID {self._marks}>> BDC")
        owner.mark(Mark(len(self._pages), self._marks))
        self._marks += 1

    def _embed(self, jpeg: Jpeg) -> str:
        document, digest = self._canvas._doc, hashlib.sha256(jpeg.data).hexdigest()[:16]
        name = str(document.getXObjectName(digest))
        if name not in document.idToObject:
            document.Reference(image_object(jpeg), name)
        self._canvas._formsinuse.append(digest)
        return name

    def _close_mark(self) -> None:
        if self._owner is not None:
            self._canvas.addLiteral("EMC")
            self._owner = None

    def _add_tree(self, document: Any) -> None:
        objects = write_tree(self.root, self._pages)
        references = {name: document.Reference(b"", name) for name in objects}
        document.Catalog.StructTreeRoot = references["StructTreeRoot"]
        names = [*objects, *self._pages]
        numbers = {name: f"{document.idToObjectNumberAndVersion[name][0]} 0 R" for name in names}
        for name, text in objects.items():
            document.idToObject[name] = text.format_map(numbers).encode()
