"""A document becomes a PDF."""

from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.layout.draw import draw
from hjemmebesok.letters.layout.typeset import Typeset, typeset
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.writer import TaggedPdf


def lay_out(document: Document) -> tuple[bytes, Typeset]:
    """The PDF, and the sheets in it."""
    author = plain(document.letterhead.municipality)
    facts = Metadata(document.title, author, document.language, document.written_on, document.text_version)
    pdf = TaggedPdf(facts)
    letter = typeset(document, pdf.root)
    draw(pdf, letter, bookmarks=True)
    return pdf.finish(), letter
