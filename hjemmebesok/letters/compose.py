"""A letter's data and its text become a document."""

from hjemmebesok.language import Language
from hjemmebesok.letters.document import Block, Document, Heading, Letterhead, Look, Paragraph, plain
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.tag import tag
from hjemmebesok.letters.texts import ORIGINAL, LetterText, letter_text
from hjemmebesok.letters.texts.fill import Filling
from hjemmebesok.letters.texts.values import filled_in

_ABOUT = ("dato", "referanse", "saksbehandler", "telefon")


def compose(letter: Letter, say: Language) -> Document:
    """The letter in this language. Raises Refused where its text must not be used, or a value is missing."""
    text, paper = letter_text(letter.code, say.code), letter_text("letterhead", say.code)
    filling = Filling(text, letter.fields(), say, lambda code: _line(paper, say, "skrevet", sprak=code))
    blocks = filling.blocks()
    return Document(
        language=tag(say.code),
        title=next(plain(block.words) for block in blocks if isinstance(block, Heading)),
        written_on=letter.written_on,
        text_version=f"{text.version}-{paper.version}",
        letterhead=_letterhead(letter, paper, say),
        blocks=blocks if say.code == ORIGINAL else (_translation_note(paper, say), *blocks),
        page_line=lambda page, pages: _line(paper, say, "side", side=page, sider=pages),
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


def _translation_note(paper: LetterText, say: Language) -> Block:
    return Paragraph(Filling(paper, {}, say).words("oversettelse"), Look.SMALL)


def _line(paper: LetterText, say: Language, block_id: str, **values: object) -> str:
    return plain(Filling(paper, values, say).words(block_id))
