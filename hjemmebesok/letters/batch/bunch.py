"""The letters of one file: first each is set, then all are drawn, and then the file is read back."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.batch.manifest import LeftOut, Order, Padding, Printed, PrintFile
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.envelope import envelope
from hjemmebesok.letters.glyphs import refuse_missing_glyphs
from hjemmebesok.letters.layout.draw import draw
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.layout.typeset import Typeset, typeset
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.passages import passages
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import TaggedPdf
from hjemmebesok.letters.tag import NORWEGIAN
from hjemmebesok.letters.texts import Texts

_TITLE = "Brev til utskrift"  # names nobody


@dataclass(frozen=True, slots=True)
class _Set:
    """A letter that only needs to be drawn, and its part of the structure."""

    order: int
    document: Document
    letter: Typeset
    part: Element
    alone: str  # the SHA-256 of it as a file of its own


@dataclass(slots=True)
class Bunch:
    """One file under way."""

    texts: Texts
    digests: bool
    _letters: list[_Set] = field(default_factory=list)
    _left_out: list[LeftOut] = field(default_factory=list)

    def take(self, number: int, order: Order) -> None:
        """Set one more letter and what lies with it, or note why it is left out."""
        try:
            self._letters += [self._set(number, each, order.languages) for each in (order.letter, *order.enclosed)]
        except Refused as refused:
            self._left_out.append(LeftOut(number, refused.phrase))

    def _set(self, number: int, letter: Letter, languages: Sequence[str]) -> _Set:
        document = compose_for(letter, languages, self.texts)
        refuse_missing_glyphs(document)
        part = Element("Part", lang=document.language)
        alone = hashlib.sha256(lay_out(document)[0]).hexdigest() if self.digests else ""
        return _Set(number, document, typeset(document, part), part, alone)

    def finish(self, padding: Padding) -> PrintFile:
        """The file, checked. Raises Refused where it does not pass."""
        if not self._letters:
            return PrintFile(b"", "", (), tuple(self._left_out))
        blank = _blank(self._letters, padding)
        pdf = TaggedPdf(self._metadata())
        lines = [_draw(pdf, each, pages) for each, pages in zip(self._letters, blank, strict=True)]
        file = pdf.finish()
        self._refuse_flaws(file, blank)
        return PrintFile(file, hashlib.sha256(file).hexdigest(), tuple(lines), tuple(self._left_out))

    def _metadata(self) -> Metadata:
        documents = [each.document for each in self._letters]
        written_on = max(document.written_on for document in documents)
        versions = " ".join(sorted({document.text_version for document in documents}))
        return Metadata(_TITLE, plain(documents[0].letterhead.municipality), NORWEGIAN, written_on, versions)

    def _refuse_flaws(self, pdf: bytes, blank: list[int]) -> None:
        from hjemmebesok.letters.check import check  # opens PDFs with pikepdf, which nobody needs before this

        expected = [passage for each in self._letters for passage in passages(each.document)]
        both = zip(self._letters, blank, strict=True)
        envelopes = [envelope(each.document, each.letter, pages) for each, pages in both]
        for finding in check(pdf, expected, envelopes):
            raise Refused(Phrase("Utskriften besto ikke kontrollen: {finding}.", finding=finding))


def _blank(letters: Sequence[_Set], padding: Padding) -> list[int]:
    match padding:
        case Padding.NONE:
            return [0 for _ in letters]
        case Padding.EVEN:
            return [len(each.letter.sheets) % 2 for each in letters]
        case Padding.EQUAL:
            return _up_to_the_longest(letters)


def _up_to_the_longest(letters: Sequence[_Set]) -> list[int]:
    pages: Counter[int] = Counter()  # of each envelope
    for each in letters:
        pages[each.order] += len(each.letter.sheets)
    longest = max(pages.values())
    lasts = {each.order: place for place, each in enumerate(letters)}
    return [longest - pages[each.order] if lasts[each.order] == at else 0 for at, each in enumerate(letters)]


def _draw(pdf: TaggedPdf, each: _Set, blank: int) -> Printed:
    document, first = each.document, pdf.pages + 1
    pdf.root.adopt(each.part)
    pdf.bookmark(1, plain(document.letterhead.address[0]))
    draw(pdf, each.letter, bookmarks=False)
    for _ in range(blank):
        pdf.end_page()
    pages = len(each.letter.sheets)
    return Printed(each.order, first, pages, blank, document.title, document.text_version, each.alone)
