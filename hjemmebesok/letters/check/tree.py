"""The structure tree as it lies in the file, each element with its language and its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

from hjemmebesok.letters.check.content import PageContent

Owned = tuple[int, int]  # page number from 0, mark

_INLINE = {"Span", "Link"}


@dataclass(slots=True)
class Node:
    """One structure element. `text` is its own and that of the phrases in it, in order."""

    element: pikepdf.Object
    tag: str
    lang: str
    kids: list["Node"] = field(default_factory=list)
    marks: list[Owned] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Node"]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def read_tree(pdf: pikepdf.Pdf, contents: Sequence[PageContent]) -> Node:
    """The tree from its root, which is no element itself."""
    reader = _Reader({page.obj.objgen: number for number, page in enumerate(pdf.pages)}, contents)
    root = Node(pdf.Root.StructTreeRoot, "", str(pdf.Root.get("/Lang", "")))
    reader.read(root, None)
    return root


@dataclass(frozen=True, slots=True)
class _Reader:
    pages: dict[tuple[int, int], int]
    contents: Sequence[PageContent]

    def read(self, node: Node, page: pikepdf.Object | None) -> None:
        page = node.element.get("/Pg", page)
        for kid in _kids(node.element):
            if isinstance(kid, int):
                self._mark(node, page, int(kid))
            elif isinstance(kid, Dictionary) and "/S" in kid:
                self._element(node, kid, page)
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                self._mark(node, kid.get("/Pg", page), int(kid.MCID))

    def _element(self, parent: Node, element: pikepdf.Object, page: pikepdf.Object | None) -> None:
        node = Node(element, str(element.S)[1:], str(element.get("/Lang", parent.lang)))
        parent.kids.append(node)
        self.read(node, page)
        if node.tag in _INLINE:
            parent.text += node.text

    def _mark(self, node: Node, page: pikepdf.Object | None, mark: int) -> None:
        number = self.pages[page.objgen] if page is not None else 0
        node.marks.append((number, mark))
        node.text += self.contents[number].texts.get(mark, "\ufffd")


def _kids(element: pikepdf.Object) -> list[object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]
