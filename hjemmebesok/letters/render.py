"""A letter becomes a file: text and values, then pages, then the check without which nothing is handed out."""

import hashlib
from collections.abc import Sequence

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.envelope import envelope
from hjemmebesok.letters.glyphs import refuse_missing_glyphs
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.letter import Letter, RenderedLetter
from hjemmebesok.letters.passages import passages
from hjemmebesok.letters.texts import SHIPPED, Texts


def render(
    letter: Letter, languages: str | Sequence[str], texts: Texts = SHIPPED, *, draft: bool = False
) -> RenderedLetter:
    """The letter as PDF/A-2a and PDF/UA-1. The same letter gives the same bytes.

    `languages` is one, or ("nb", "tr") for the Norwegian text first. With one that we write no letters in last, as in
    ("nb", "so"), it is Norwegian with a line about the interpreter. `texts` are those in force in the municipality; a
    `draft` says on every page that its text is not approved.

    Raises Refused, naming what is wrong, where its text is missing or behind in a language, a value is missing, the
    font lacks a letter, the address is too long for the envelope, or the finished file does not pass the check.
    """
    from hjemmebesok.letters.check import check  # opens PDFs with pikepdf, which nobody needs before this

    codes = (languages,) if isinstance(languages, str) else tuple(languages)
    document = compose_for(letter, codes, texts, draft=draft)
    refuse_missing_glyphs(document)
    pdf, typeset = lay_out(document)
    for finding in check(pdf, passages(document), [envelope(document, typeset)]):
        raise Refused(Phrase("Brevet besto ikke kontrollen: {finding}.", finding=finding))
    digest, pages = hashlib.sha256(pdf).hexdigest(), len(typeset.sheets)
    return RenderedLetter(pdf, document.title, codes[-1], digest, document.text_version, pages)
