"""Every mark on a page belongs to one element, the tree and the page agree about which, and there is nothing else."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Name

from hjemmebesok.letters.check.content import PageContent
from hjemmebesok.letters.check.tree import Node


def mark_findings(pdf: pikepdf.Pdf, root: Node, contents: Sequence[PageContent]) -> Iterator[str]:
    """Where the marks on the pages, the tree and the way back from page to tree do not fit."""
    owners = Counter(mark for node in root.walk() for mark in node.marks)
    painted = Counter((number, mark) for number, content in enumerate(contents) for mark in content.texts)
    for number, mark in sorted((owners - painted) + (painted - owners)):
        yield f"page {number + 1}: mark {mark} is not owned by exactly one element"
    if "/ParentTree" not in root.element:
        yield "there is no way back from the pages to the tree"
        return
    yield from _way_back_findings(pdf, root)
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: the tab order does not follow the structure"
        if len(page.get("/Annots", [])):
            yield f"page {number}: there are annotations, which letters do not have"


def _way_back_findings(pdf: pikepdf.Pdf, root: Node) -> Iterator[str]:
    parents = dict(pikepdf.NumberTree(root.element.ParentTree).items())
    rows: dict[int, list[tuple[int, int]]] = {}
    for number, page in enumerate(pdf.pages):
        if "/StructParents" not in page or int(page.StructParents) not in parents:
            yield f"page {number + 1}: there is no way back to the tree"
            continue
        rows[number] = [parent.objgen for parent in parents[int(page.StructParents)]]
    for node in root.walk():
        for number, mark in node.marks:
            row = rows.get(number)
            if row is not None and (mark >= len(row) or row[mark] != node.element.objgen):
                yield f"page {number + 1}: mark {mark} leads back to another element"
