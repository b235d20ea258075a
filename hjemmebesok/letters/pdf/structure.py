"""The structure tree: what a screen reader reads, in the order it reads it. Source: ISO 32000-1, 14.7 and 14.8."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A piece of marked content: the page it is on, counted from 0, and its number on that page."""

    page: int
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

    def child(self, tag: str, *, lang: str = "", alt: str = "", attributes: str = "") -> "Element":
        """A new element after those already in this one."""
        element = self.phrase(tag, lang=lang)
        element.alt, element.attributes = alt, attributes
        self.kids.append(element)
        return element

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
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def write_tree(root: Element, pages: list[str]) -> dict[str, str]:
    """The PDF objects of the tree by name, each a dictionary with `{name}` where it points to another object.

    `pages` holds the names of the page objects. The tree's own root is called StructTreeRoot.
    """
    names = {id(element): f"Element{number}" for number, element in enumerate(root.walk())}
    objects = {names[id(element)]: _element(element, names, pages) for element in root.walk()}
    objects["StructTreeRoot"] = (
        f"<< /Type /StructTreeRoot /K {{{names[id(root)]}}} /ParentTreeNextKey {len(pages)}"
        f" /ParentTree << /Nums [ {_parents(root, names)} ] >> >>"
    )
    return objects


def _element(element: Element, names: dict[int, str], pages: list[str]) -> str:
    parent = names[id(element.parent)] if element.parent else "StructTreeRoot"
    first = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    parts = [f"<< /Type /StructElem /S /{element.tag} /P {{{parent}}}"]
    parts += [f"/Lang {text_string(element.lang)}"] if element.lang else []
    parts += [f"/Alt {text_string(element.alt)}"] if element.alt else []
    parts += [f"/A {element.attributes}"] if element.attributes else []
    parts += [f"/Pg {{{pages[first]}}}"] if first is not None else []
    kids = [_kid(kid, first, names, pages) for kid in element.kids]
    return f"{' '.join(parts)} /K [ {' '.join(kids)} ] >>"


def _kid(kid: Element | Mark, page: int | None, names: dict[int, str], pages: list[str]) -> str:
    if isinstance(kid, Element):
        return f"{{{names[id(kid)]}}}"
    if kid.page == page:
        return str(kid.number)
    return f"<< /Type /MCR /Pg {{{pages[kid.page]}}} /MCID {kid.number} >>"


def _parents(root: Element, names: dict[int, str]) -> str:
    # Page by page, the element that owns each mark: the way back from the page to the tree.
    owners = sorted((kid, names[id(owner)]) for owner in root.walk() for kid in owner.kids if isinstance(kid, Mark))
    pages: dict[int, list[str]] = {}
    for mark, name in owners:
        pages.setdefault(mark.page, []).append(f"{{{name}}}")
    return " ".join(f"{page} [ {' '.join(row)} ]" for page, row in pages.items())


def text_string(text: str) -> str:
    """A PDF text string; hexadecimal, so that no letter of it needs escaping."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex().upper()}>"
