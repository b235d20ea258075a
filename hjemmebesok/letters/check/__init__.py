"""Whether a finished PDF is what it says it is: run on every letter before it is handed out.

It reads the file as a stranger would, and shares no code with what wrote it. The decision that shaped it: beside the
rules of PDF/A-2a and PDF/UA-1, what a screen reader would say is held against what the letter was meant to say.
"""

import io
from collections.abc import Iterator, Sequence

import pikepdf

from hjemmebesok.letters.check.catalogue import catalogue_findings
from hjemmebesok.letters.check.content import read_contents
from hjemmebesok.letters.check.fonts import font_findings
from hjemmebesok.letters.check.images import image_findings
from hjemmebesok.letters.check.marks import mark_findings
from hjemmebesok.letters.check.pairing import pairing_findings
from hjemmebesok.letters.check.reading import reading_findings
from hjemmebesok.letters.check.structure import structure_findings
from hjemmebesok.letters.check.tree import read_tree
from hjemmebesok.letters.envelope import Envelope
from hjemmebesok.letters.passages import Passage


def check(
    pdf: bytes, expected: Sequence[Passage] | None = None, envelopes: Sequence[Envelope] | None = None
) -> list[str]:
    """What is wrong with the file, one finding each; none where it is as it should be.

    `expected` is what a screen reader should meet, `envelopes` what each recipient should find, of the one letter or
    the many in the file. Without them only the rules are checked.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return list(_findings(opened, expected, envelopes))
    except (pikepdf.PdfError, AttributeError, LookupError, ValueError, TypeError) as error:
        return [f"the file cannot be read: {error}"]


def _findings(
    pdf: pikepdf.Pdf, expected: Sequence[Passage] | None, envelopes: Sequence[Envelope] | None
) -> Iterator[str]:
    yield from catalogue_findings(pdf)
    yield from font_findings(pdf)
    yield from image_findings(pdf)
    contents = read_contents(pdf)
    for number, content in enumerate(contents, 1):
        yield from (f"page {number}: {finding}" for finding in content.findings)
    if "/StructTreeRoot" not in pdf.Root:
        yield "there is no structure tree"
        return
    root = read_tree(pdf, contents)
    yield from mark_findings(pdf, root, contents)
    yield from structure_findings(root)
    if expected is not None:
        yield from reading_findings(root, expected)
    if envelopes is not None:
        yield from pairing_findings(pdf, root, contents, envelopes)
