"""The letters of one file: first each is drawn, then their pages are put together, and then the file is read back."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.batch.manifest import LeftOut, Order, Padding, Printed, PrintFile
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.envelope import Envelope, envelope
from hjemmebesok.letters.glyphs import refuse_missing_glyphs
from hjemmebesok.letters.layout.lay_out import drawn
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.passages import passages
from hjemmebesok.letters.pdf.metadata import Metadata
from hjemmebesok.letters.pdf.writer import TaggedPdf
from hjemmebesok.letters.tag import NORWEGIAN
from hjemmebesok.letters.texts import Texts

_TITLE = "Brev til utskrift"  # names nobody


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A letter whose pages only need their place in the file."""

    order: int
    document: Document
    pdf: TaggedPdf
    envelope: Envelope
    alone: str  # the SHA-256 of the same pages as a file of their own

    @property
    def pages(self) -> int:
        """How many it has itself."""
        return self.pdf.pages


@dataclass(slots=True)
class Bunch:
    """One file under way."""

    texts: Texts
    digests: bool
    _letters: list[_Drawn] = field(default_factory=list)
    _left_out: list[LeftOut] = field(default_factory=list)

    def take(self, number: int, order: Order) -> None:
        """Draw one more letter and what lies with it, or note why it is left out."""
        try:
            self._letters += [self._drawn(number, each, order.languages) for each in (order.letter, *order.enclosed)]
        except Refused as refused:
            self._left_out.append(LeftOut(number, refused.phrase))

    def _drawn(self, number: int, letter: Letter, languages: Sequence[str]) -> _Drawn:
        document = compose_for(letter, languages, self.texts)
        refuse_missing_glyphs(document)
        pdf, typeset = drawn(document)
        alone = hashlib.sha256(pdf.finish()).hexdigest() if self.digests else ""
        return _Drawn(number, document, pdf, envelope(document, typeset), alone)

    def finish(self, padding: Padding) -> PrintFile:
        """The file, checked. Raises Refused where it does not pass."""
        if not self._letters:
            return PrintFile(b"", "", (), tuple(self._left_out))
        blank = _blank(self._letters, padding)
        pdf = TaggedPdf(self._metadata())
        lines = [_put(pdf, each, pages) for each, pages in zip(self._letters, blank, strict=True)]
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
        envelopes = [replace(each.envelope, blank=pages) for each, pages in zip(self._letters, blank, strict=True)]
        for finding in check(pdf, expected, envelopes):
            raise Refused(Phrase("Utskriften besto ikke kontrollen: {finding}.", finding=finding))


def _blank(letters: Sequence[_Drawn], padding: Padding) -> list[int]:
    match padding:
        case Padding.NONE:
            return [0 for _ in letters]
        case Padding.EVEN:
            return [each.pages % 2 for each in letters]
        case Padding.EQUAL:
            return _up_to_the_longest(letters)


def _up_to_the_longest(letters: Sequence[_Drawn]) -> list[int]:
    pages: Counter[int] = Counter()  # of each envelope
    for each in letters:
        pages[each.order] += each.pages
    longest = max(pages.values())
    lasts = {each.order: place for place, each in enumerate(letters)}
    return [longest - pages[each.order] if lasts[each.order] == at else 0 for at, each in enumerate(letters)]


def _put(pdf: TaggedPdf, each: _Drawn, blank: int) -> Printed:
    document, first = each.document, pdf.pages + 1
    pdf.take_over(each.pdf, plain(document.letterhead.address[0]))
    for _ in range(blank):
        pdf.end_page()
    return Printed(each.order, first, each.pages, blank, document.title, document.text_version, each.alone)
