"""Whether each recipient gets their own letter and nothing of anybody else's: read back from the finished file.

What a window may show of a folded sheet is everything left of 120 mm between 30.5 and 79 mm: there stands the address,
and nothing else.
"""

from collections.abc import Iterator, Sequence

import pikepdf

from hjemmebesok.letters.check.content import PageContent, Place
from hjemmebesok.letters.check.mentions import Mentions
from hjemmebesok.letters.check.tree import Node
from hjemmebesok.letters.envelope import Envelope
from hjemmebesok.letters.passages import tidy

_MM = 72 / 25.4
_SHEET = 297 * _MM
_WINDOW_RIGHT, _WINDOW_TOP, _WINDOW_FOOT = 120 * _MM, _SHEET - 30.5 * _MM, _SHEET - 79 * _MM


def pairing_findings(
    pdf: pikepdf.Pdf, root: Node, contents: Sequence[PageContent], envelopes: Sequence[Envelope]
) -> Iterator[str]:
    """Where letters and recipients do not fit. A file of many letters has a Part of the tree for each."""
    parts = _parts(root)
    pages = sum(len(each.feet) + each.blank for each in envelopes)
    if len(parts) != len(envelopes) or len(pdf.pages) != pages:
        yield f"there are {len(parts)} letters on {len(pdf.pages)} pages, not {len(envelopes)} on {pages}"
        return
    mentions, first = Mentions([each.address for each in envelopes]), 0
    for number, (part, each) in enumerate(zip(parts, envelopes, strict=True), 1):
        last = first + len(each.feet)
        own, blank = contents[first:last], contents[last : last + each.blank]
        yield from (f"letter {number}: {finding}" for finding in _findings(part, range(first, last), own, each))
        if any(page.texts or page.artifacts for page in blank):
            yield f"letter {number}: a page that should be blank is not"
        for other in mentions.of_others(number - 1, _said(own), each.sender):
            yield f"letter {number}: it names the recipient of letter {other + 1}"
        first = last + each.blank


def _parts(root: Node) -> list[Node]:
    inner = [part for document in root.kids for part in document.kids if part.tag == "Part"]
    return inner or root.kids


def _findings(part: Node, pages: range, contents: Sequence[PageContent], envelope: Envelope) -> Iterator[str]:
    if any(page not in pages for node in part.walk() for page, _ in node.marks):
        yield "some of it is on another letter's pages"
    if _in_the_window(contents[0]) != [tidy(line) for line in envelope.address]:
        yield "the window does not show the recipient's name and address, and them alone"
    for number, (content, foot) in enumerate(zip(contents, envelope.feet, strict=True), 1):
        if foot not in content.artifacts.values():
            yield f"page {number} of it is not numbered as it should be"


def _in_the_window(content: PageContent) -> list[str]:
    """The lines that a window may show, a line that is broken in two as one."""
    shown = [(place, tidy(content.texts[mark])) for mark, place in content.places.items() if _shows(place)]
    outside = [text for place, text in content.artifacts.items() if _shows(place)]
    return [text for _, text in sorted(shown, key=lambda line: -line[0][1])] + outside


def _shows(place: Place) -> bool:
    x, y = place
    return x < _WINDOW_RIGHT and _WINDOW_FOOT < y < _WINDOW_TOP


def _said(contents: Sequence[PageContent]) -> str:
    return " ".join(text for content in contents for text in content.texts.values())
