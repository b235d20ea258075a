"""Whether the tree makes sense to somebody who cannot see the page. Source: ISO 14289-1, 7.1 to 7.6."""

import re
from collections.abc import Iterator

from hjemmebesok.letters.check.catalogue import LANGUAGE
from hjemmebesok.letters.check.tree import Node

_HEADING = re.compile(r"H([1-6])")
_PARTS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
}
_WHOLE = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Caption": {"Div"},
}
_SHORTEST_ALT = 6
_SAYS_NOTHING = {"bilde", "bildet", "logo", "figur", "image", "picture", "figure", "resim", "görsel", "şekil"}


def structure_findings(root: Node) -> Iterator[str]:
    """What is wrong with headings, lists, tables, figures and languages."""
    if [kid.tag for kid in root.kids] != ["Document"]:
        yield "the tree does not begin with one Document"
    yield from _heading_findings(root)
    for node in root.walk():
        if node.lang and not LANGUAGE.fullmatch(node.lang):
            yield f"{node.tag} has the language {node.lang}, which is not well formed"
        for kid in node.kids:
            if kid.tag not in _PARTS.get(node.tag, {kid.tag}) or node.tag not in _WHOLE.get(kid.tag, {node.tag}):
                yield f"{kid.tag} stands in {node.tag}"
        if node.tag == "Figure":
            yield from _figure_findings(node)
        if node.tag == "Div" and [kid.tag for kid in node.kids] not in (["Figure"], ["Figure", "Caption"]):
            yield "what stands together is not a figure and its caption"
        if node.tag == "Table":
            yield from _table_findings(node)


def _heading_findings(root: Node) -> Iterator[str]:
    before = 0
    for node in root.walk():
        heading = _HEADING.fullmatch(node.tag)
        if not heading:
            continue
        level = int(heading[1])
        if level > before + 1:
            yield f"{node.tag} comes after H{before}" if before else f"the first heading is {node.tag}"
        if not node.text.strip():
            yield f"{node.tag} is empty"
        before = level
    if not before:
        yield "there are no headings"


def _figure_findings(figure: Node) -> Iterator[str]:
    alt = alternative_text(figure)
    if len(alt) < _SHORTEST_ALT or alt.lower() in _SAYS_NOTHING:
        yield f"a figure's alternative text is missing or says nothing: «{alt}»"
    if not figure.marks:
        yield "a figure has nothing to show"
    if "/BBox" not in figure.element.get("/A", {}):
        yield "a figure does not say where it is"


def _table_findings(table: Node) -> Iterator[str]:
    rows = [node for node in table.walk() if node.tag == "TR"]
    if len({len(row.kids) for row in rows}) != 1:
        yield "a table's rows are not of one length"
    headings = [cell for row in rows for cell in row.kids if cell.tag == "TH"]
    if not headings:
        yield "a table has no headings"
    if any("/Scope" not in heading.element.get("/A", {}) for heading in headings):
        yield "a table heading does not say what it is the heading of"


def alternative_text(figure: Node) -> str:
    """What a figure says to those who do not see it."""
    return str(figure.element.get("/Alt", "")).strip()
