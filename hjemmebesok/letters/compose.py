"""A letter's data and its text become a document."""

from collections.abc import Iterator

from hjemmebesok.language import Language
from hjemmebesok.letters.document import Block, Document, Heading, Letterhead, Look, Paragraph, plain
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.tag import tag
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED, LetterText, Texts
from hjemmebesok.letters.texts.fill import Filling
from hjemmebesok.letters.texts.values import filled_in

_ABOUT = ("dato", "referanse", "saksbehandler", "telefon")


def compose(
    letter: Letter, say: Language, texts: Texts = SHIPPED, *, draft: bool = False, note: str = "oversettelse"
) -> Document:
    """The letter in this language; a draft says so above the text and on every page, a translation by its `note`.

    Raises Refused where its text must not be used, or a value is missing.
    """
    text, paper = texts.text(letter.code, say.code), texts.text("letterhead", say.code)
    filling = Filling(text, letter.fields(), say, lambda code: _line(paper, say, "skrevet", sprak=code))
    blocks = filling.blocks()
    return Document(
        language=tag(say.code),
        title=next(plain(block.words) for block in blocks if isinstance(block, Heading)),
        written_on=letter.written_on,
        text_version=f"{text.version}-{paper.version}",
        letterhead=_letterhead(letter, paper, say),
        blocks=(*_remarks(texts, say, draft, note), *blocks),
        page_line=lambda page, pages: _page_line(paper, say, page, pages, draft),
    )


def _letterhead(letter: Letter, paper: LetterText, say: Language) -> Letterhead:
    sender = letter.sender
    values = {
        "kommune": sender.municipality,
        "dato": letter.written_on,
        "referanse": letter.reference,
        "saksbehandler": sender.caseworker,
        "telefon": sender.phone,
    }
    filling = Filling(paper, values, say)
    about = [filling.words(block_id) for block_id in _ABOUT]
    return Letterhead(
        mark=plain(filling.words("merke")),
        municipality=(filled_in(sender.municipality, "kommune"),),
        address=tuple((filled_in(line, "mottaker"),) for line in letter.recipient.lines),
        about=tuple(words for words in about if words),
    )


def _remarks(texts: Texts, say: Language, draft: bool, note: str) -> Iterator[Block]:
    if draft:
        yield remark(texts, say, "utkast", Look.NOTE)
    if say.code != ORIGINAL:
        yield remark(texts, say, note)


def remark(texts: Texts, say: Language, block_id: str, look: Look = Look.SMALL, **values: object) -> Paragraph:
    """What the letter paper says of the letter itself, above its text."""
    return Paragraph(Filling(texts.text("letterhead", say.code), values, say).words(block_id), look)


def _page_line(paper: LetterText, say: Language, page: int, pages: int, draft: bool) -> str:
    line = _line(paper, say, "side", side=page, sider=pages)
    return f"{_line(paper, say, 'utkast-kort')} · {line}" if draft else line


def _line(paper: LetterText, say: Language, block_id: str, **values: object) -> str:
    return plain(Filling(paper, values, say).words(block_id))
