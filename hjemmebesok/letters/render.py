"""A letter becomes a file: text and values, then pages, then the check without which nothing is handed out."""

import hashlib

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import language
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.glyphs import refuse_missing_glyphs
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.letter import Letter, RenderedLetter
from hjemmebesok.letters.passages import passages
from hjemmebesok.letters.texts import SHIPPED, Texts


def render(letter: Letter, code: str, texts: Texts = SHIPPED, *, draft: bool = False) -> RenderedLetter:
    """The letter as PDF/A-2a and PDF/UA-1 in this language. The same letter gives the same bytes.

    `texts` are those in force in the municipality; a `draft` says on every page that its text is not approved.

    Raises Refused, naming what is wrong, where its text is missing or behind in this language, a value is missing, the
    font lacks a letter, the address is too long for the envelope, or the finished file does not pass the check.
    """
    from hjemmebesok.letters.check import check  # opens PDFs with pikepdf, which nobody needs before this

    document = compose(letter, language(code, strict=True), texts, draft=draft)
    refuse_missing_glyphs(document)
    pdf, pages = lay_out(document)
    for finding in check(pdf, passages(document)):
        raise Refused(Phrase("Brevet besto ikke kontrollen: {finding}.", finding=finding))
    return RenderedLetter(pdf, document.title, code, hashlib.sha256(pdf).hexdigest(), document.text_version, pages)
