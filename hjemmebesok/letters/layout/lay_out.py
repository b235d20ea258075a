"""A document becomes a PDF."""

from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.layout.draw import draw
from hjemmebesok.letters.layout.typeset import Typeset, typeset
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.writer import TaggedPdf


def lay_out(document: Document) -> tuple[bytes, Typeset]:
    """The PDF, and the sheets in it."""
    pdf, letter = drawn(document)
    return pdf.finish(), letter


def drawn(document: Document) -> tuple[TaggedPdf, Typeset]:
    """The same with all its pages drawn, not put together in a file yet."""
    author = plain(document.letterhead.municipality)
    pdf = TaggedPdf(Metadata(document.title, author, document.language, document.written_on, document.text_version))
    letter = typeset(document, pdf.root)
    draw(pdf, letter)
    return pdf, letter
