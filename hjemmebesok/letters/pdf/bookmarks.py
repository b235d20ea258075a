"""Bookmarks: the headings of a letter, or the letters of a batch, beside the pages on the screen."""

from collections.abc import Sequence
from typing import NamedTuple

from hjemmebesok.letters.pdf.file import PdfFile, text_string
from hjemmebesok.letters.pdf.structure import Leaf


class Bookmark(NamedTuple):
    """`level` is 1 or one more than that of one before it; `top` is from the lower edge of the page, in points."""

    level: int
    title: str
    page: Leaf
    top: float


def put_bookmarks(file: PdfFile, bookmarks: Sequence[Bookmark]) -> int:
    """Their objects; the number of the one over them all."""
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    parents = _parents(bookmarks)
    families: dict[int, list[int]] = {}
    for place, parent in enumerate(parents):
        families.setdefault(parent, []).append(place)
    for parent, family in families.items():
        for order, place in enumerate(family):
            mark = bookmarks[place]
            entries = f"/Title {text_string(mark.title)} /Parent {numbers[parent] if parent >= 0 else root} 0 R"
            entries += f" /Dest [ {mark.page.number} 0 R /XYZ 0 {mark.top:.1f} 0 ]"
            entries += f" /Prev {numbers[family[order - 1]]} 0 R" if order else ""
            entries += f" /Next {numbers[family[order + 1]]} 0 R" if order + 1 < len(family) else ""
            file.put(f"<< {entries}{_ends(families.get(place, []), numbers, closed=True)} >>", numbers[place])
    return file.put(f"<< /Type /Outlines{_ends(families.get(-1, []), numbers)} >>", root)


def _parents(bookmarks: Sequence[Bookmark]) -> list[int]:
    """The place of the bookmark that each one is under; -1 for none."""
    parents: list[int] = []
    for place, mark in enumerate(bookmarks):
        above = (before for before in range(place - 1, -1, -1) if bookmarks[before].level < mark.level)
        parents.append(next(above, -1))
    return parents


def _ends(family: Sequence[int], numbers: Sequence[int], *, closed: bool = False) -> str:
    if not family:
        return ""
    count = -len(family) if closed else len(family)
    return f" /First {numbers[family[0]]} 0 R /Last {numbers[family[-1]]} 0 R /Count {count}"
