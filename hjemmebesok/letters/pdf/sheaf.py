"""Finished pages, and the file that they become."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from hjemmebesok.letters.pdf import fonts
from hjemmebesok.letters.pdf.bookmarks import Bookmark, put_bookmarks
from hjemmebesok.letters.pdf.catalogue import put_catalogue, put_info
from hjemmebesok.letters.pdf.file import PdfFile
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.photo import Jpeg
from hjemmebesok.letters.pdf.structure import Element, Leaf, put_tree
from hjemmebesok.letters.pdf.subsets import Subsets

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


class Fonts(NamedTuple):
    """What the pages of one letter use of both fonts."""

    regular: Subsets
    bold: Subsets


def new_fonts() -> Fonts:
    """Of a letter that nothing is written in yet."""
    return Fonts(Subsets(fonts.REGULAR, "R"), Subsets(fonts.BOLD, "B"))


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page that only needs a place in a file. It is the same in whichever file: alone, or among others' pages."""

    leaf: Leaf
    content: bytes  # a stream, ready written
    fonts: Fonts
    pictures: dict[str, Jpeg]  # by name


def put_together(
    metadata: Metadata, root: Element, pages: Sequence[FinishedPage], bookmarks: Sequence[Bookmark]
) -> bytes:
    """The whole file. The same pages give the same bytes."""
    file = PdfFile()
    above, leaves = file.reserve(), [page.leaf for page in pages]
    for leaf in leaves:
        leaf.number = file.reserve()
    for place, page in enumerate(pages):
        _put_page(file, page, above, place)
    kids = " ".join([f"{leaf.number} 0 R" for leaf in leaves])
    file.put(f"<< /Type /Pages /Count {len(leaves)} /Kids [ {kids} ] >>", above)
    tree, marks = put_tree(file, root, leaves), put_bookmarks(file, bookmarks)
    return file.finish(put_catalogue(file, metadata, above, tree, marks), put_info(file, metadata))


def _put_page(file: PdfFile, page: FinishedPage, above: int, place: int) -> None:
    pictures = [
        f"/{name} {file.once(name, partial(file.stream, jpeg.entries, jpeg.data, packed=True))} 0 R"
        for name, jpeg in sorted(page.pictures.items())
    ]
    shown = f" /XObject << {' '.join(pictures)} >>" if pictures else ""
    written = f"<< {page.fonts.regular.put(file)} {page.fonts.bold.put(file)} >>"
    both = file.once(written, partial(file.put, written))
    file.put(
        f"<< /Type /Page /Parent {above} 0 R /MediaBox [0 0 {WIDTH:.3f} {HEIGHT:.3f}]"
        f" /Contents {file.ready(page.content)} 0 R /Resources << /Font {both} 0 R{shown} >>"
        f" /StructParents {place} /Tabs /S >>",
        page.leaf.number,
    )
