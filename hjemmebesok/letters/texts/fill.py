"""A text and its values become the blocks of a letter."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import Language
from hjemmebesok.letters import document
from hjemmebesok.letters.document import (
    Cell,
    Closing,
    Drawn,
    Heading,
    Items,
    Look,
    Paragraph,
    Picture,
    Pictures,
    Run,
    Signatures,
    Table,
    Words,
)
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.signature import DrawnSignature
from hjemmebesok.letters.tag import NORWEGIAN, tag
from hjemmebesok.letters.texts import LetterText
from hjemmebesok.letters.texts.block import Block, Literal, Place
from hjemmebesok.letters.texts.fields import WHOLE_BLOCK, Field, value_of
from hjemmebesok.letters.texts.values import filled_in, run, spoken

_HEADINGS = {"# ": 1, "## ": 2}
_LISTS = {"- ": False, "1. ": True}


@dataclass(frozen=True, slots=True)
class Filling:
    """One letter's text, its values by field name, and its language.

    `written_in` gives the label of words in another language, such as «Skrevet på norsk».
    """

    text: LetterText
    values: Mapping[str, Any]
    say: Language
    written_in: Callable[[str], str] = str

    def blocks(self) -> tuple[document.Block, ...]:
        """The whole letter. Raises Refused where a value that the text counts on is absent."""
        applying = (block for block in self.text.blocks.values() if self._applies(block))
        return _lists_joined(made for block in applying for made in self._made(block))

    def words(self, block_id: str) -> Words:
        """The words of one block; none where its condition is not met."""
        block = self.text.blocks[block_id]
        return self._words(block) if self._applies(block) else ()

    def _applies(self, block: Block) -> bool:
        if not block.condition:
            return True
        return _there(value_of(self.text.fields[block.condition], self.values)) is not block.unless

    def _made(self, block: Block) -> Iterable[document.Block]:
        field = self.text.fields[block.places[0].path] if block.places else None
        if field and field.type in WHOLE_BLOCK:
            return self._whole(field, block.places[0])
        words = self._words(block)
        if block.marker in _HEADINGS:
            return [Heading(_HEADINGS[block.marker], words)]
        if block.marker in _LISTS:
            return [Items(_LISTS[block.marker], (words,))]
        return [Paragraph(words)]

    def _words(self, block: Block) -> Words:
        return tuple(self._run(part) for part in block.parts)

    def _run(self, part: Literal | Place) -> Run:
        if isinstance(part, Literal):
            return Run(part.text, part.bold, NORWEGIAN if part.norwegian else "")
        field = self.text.fields[part.path]
        return run(part, field, self._needed(field), self.say)

    def _needed(self, field: Field) -> Any:
        value = value_of(field, self.values)
        if not _there(value):
            raise Refused(Phrase("Brevet mangler {field}.", field=field.path))
        return value

    def _whole(self, field: Field, place: Place) -> Iterable[document.Block]:
        value = self._needed(field)
        if isinstance(value, FreeText):
            return self._free(value, field.path, Look.NOTE, label_first=True)
        if field.type in ("closing", "signature"):
            lines = tuple((filled_in(line, field.path, lang=NORWEGIAN),) for line in value)
            return [Closing(lines, signed=field.type == "signature")]
        if field.type == "list":
            return [Items(False, tuple((filled_in(spoken(item, self.say), field.path),) for item in value))]
        if field.type == "photos":
            return [Pictures(tuple(self._picture(photo, field.path) for photo in value))]
        if field.type == "signatures":
            return [self._signatures(field.path, place, value)]
        head = tuple((Run(form, bold=True),) for form in place.forms)
        return [Table(head, tuple(self._row(row, field.path, len(head)) for row in value))]

    def _row(self, row: tuple[Any, ...], field: str, columns: int) -> tuple[Cell, ...]:
        if len(row) != columns:
            raise TypeError(f"{field} has {columns} columns, not {row!r}")
        return tuple(self._cell(value, field) for value in row)

    def _cell(self, value: Any, field: str) -> Cell:
        if value is None:
            return ()
        if isinstance(value, FreeText):
            return self._free(value, field, Look.BODY, label_first=False)
        return (Paragraph((filled_in(spoken(value, self.say), field),)),)

    def _picture(self, photo: Photo, field: str) -> Picture:
        caption = self._free(photo.caption, field, Look.SMALL, label_first=False) if photo.caption else ()
        lang = "" if photo.alt.language == self.say.code else tag(photo.alt.language)
        return Picture(photo.image, filled_in(photo.alt.text, field).text, caption, lang)

    def _signatures(self, field: str, place: Place, value: Iterable[str | DrawnSignature]) -> Signatures:
        signed = [each for each in value if isinstance(each, DrawnSignature)]
        names = tuple((filled_in(each, field),) for each in value if isinstance(each, str))
        drawn = tuple(
            Drawn(each.strokes, self.say.show(each.alt), (filled_in(self.say.show(each.caption), field),))
            for each in signed
        )
        return Signatures(tuple((Run(form),) for form in place.forms), names, drawn)

    def _free(self, free: FreeText, field: str, look: Look, *, label_first: bool) -> tuple[Paragraph, ...]:
        if free.language == self.say.code:
            return tuple(Paragraph((filled_in(line, field),), look) for line in _lines(free.text))
        label = (Paragraph((Run(self.written_in(free.language)),), Look.SMALL),)
        words = tuple(Paragraph((filled_in(line, field),), look, tag(free.language)) for line in _lines(free.text))
        return label + words if label_first else words + label


def _there(value: Any) -> bool:
    # A count of nothing is there: it is known.
    return value is not None and value is not False and value not in ("", ())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _lists_joined(blocks: Iterable[document.Block]) -> tuple[document.Block, ...]:
    # Each item of a list is a block of its own in the text; one list to the reader.
    joined: list[document.Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Items) and isinstance(last, Items) and block.numbered == last.numbered:
            joined[-1] = Items(block.numbered, last.items + block.items)
        else:
            joined.append(block)
    return tuple(joined)
