"""The structure tree: what a screen reader reads, in the order it reads it. Source: ISO 32000-1, 14.7 and 14.8."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hjemmebesok.letters.pdf.file import PdfFile, text_string


@dataclass(slots=True, eq=False)
class Leaf:
    """A page as the tree knows it: the owner of each mark on it, and the number of its object in the file under way."""

    owners: list["Element"] = field(default_factory=list)
    number: int = 0


class Mark(NamedTuple):
    """A piece of marked content: the page it is on, and its number on that page."""

    page: Leaf
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """One structure element, such as P or TD. `attributes` is a PDF attribute dictionary, ready written."""

    tag: str
    parent: "Element | None" = None
    lang: str = ""  # BCP 47; "" where it is the parent's
    alt: str = ""
    attributes: str = ""
    kids: list["Element | Mark"] = field(default_factory=list)
    number: int = 0  # of its object, once it is in a file

    def child(self, tag: str, *, lang: str = "", alt: str = "", attributes: str = "") -> "Element":
        """A new element after those already in this one."""
        element = Element(tag, self, lang, alt, attributes)
        self.kids.append(element)
        return element

    def adopt(self, other: "Element") -> None:
        """Take over all that has grown in another, after what is already here."""
        for kid in other.kids:
            if isinstance(kid, Element):
                kid.parent = self
        self.kids += other.kids

    def phrase(self, tag: str, *, lang: str) -> "Element":
        """An element within this one's text; it takes its place among the marks when it is first drawn."""
        return Element(tag, self, lang)

    @property
    def language(self) -> str:
        """The language it is in: its own or that of the nearest around it."""
        return self.lang or (self.parent.language if self.parent else "")

    def mark(self, mark: Mark) -> None:
        """Own a piece of content."""
        if self.parent is not None and not self.kids and self not in self.parent.kids:
            self.parent.kids.append(self)
        self.kids.append(mark)

    def cover(self, left: float, foot: float, width: float, height: float) -> None:
        """Say where on the page a figure is; points from the lower left corner."""
        box = f"{left:.2f} {foot:.2f} {left + width:.2f} {foot + height:.2f}"
        self.attributes = f"<< /O /Layout /Placement /Block /BBox [{box}] >>"

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def put_tree(file: PdfFile, root: Element, pages: Sequence[Leaf]) -> int:
    """The objects of the tree; the number of its root. The pages have their numbers already."""
    tree = file.reserve()
    elements = list(root.walk())
    for element in elements:
        element.number = file.reserve()
    for element in elements:
        file.put(_element(element, tree), element.number)
    rows = (f"{at} [ {' '.join([f'{owner.number} 0 R' for owner in page.owners])} ]" for at, page in enumerate(pages))
    return file.put(
        f"<< /Type /StructTreeRoot /K {root.number} 0 R /ParentTreeNextKey {len(pages)}"
        f" /ParentTree << /Nums [ {' '.join(rows)} ] >> >>",
        tree,
    )


def _element(element: Element, tree: int) -> str:
    parts = [f"<< /S /{element.tag} /P {element.parent.number if element.parent else tree} 0 R"]
    if element.lang:
        parts.append(f"/Lang {text_string(element.lang)}")
    if element.alt:
        parts.append(f"/Alt {text_string(element.alt)}")
    if element.attributes:
        parts.append(f"/A {element.attributes}")
    first = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    if first is not None:
        parts.append(f"/Pg {first.number} 0 R")
    kids = " ".join([_kid(kid, first) for kid in element.kids])
    parts.append(f"/K [{kids}] >>" if len(element.kids) > 1 else f"/K {kids} >>" if kids else ">>")
    return " ".join(parts)


def _kid(kid: Element | Mark, page: Leaf | None) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    return str(kid.number) if kid.page is page else f"<< /Type /MCR /Pg {kid.page.number} 0 R /MCID {kid.number} >>"
