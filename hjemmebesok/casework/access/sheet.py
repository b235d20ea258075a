"""Blocks of a page in the reader's language, made from plain values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.language import Language
from hjemmebesok.letters.document import Block, Heading, Items, Paragraph, Run, Table
from hjemmebesok.letters.document import Words as Runs

_YES, _NO, _NOTHING = N_("Ja"), N_("Nei"), N_("Ingenting.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What people wrote is a str and stays as it is; words of ours are a Phrase or a Plural."""

    say: Language

    def heading(self, level: int, words: Words) -> Heading:
        """A heading of our own words."""
        return Heading(level, (Run(self.say.say(words)),))

    def paragraph(self, words: Words) -> Paragraph:
        """A paragraph of our own words."""
        return Paragraph((Run(self.say.say(words)),))

    def facts(self, pairs: Iterable[tuple[Words, Any]]) -> Block:
        """What each thing is called, and what it is; what is not known is left out."""
        told = [(self.say.say(label), self.text(value)) for label, value in pairs]
        return self._table((N_("Opplysning"), N_("Det som står")), [row for row in told if row[1]])

    def table(self, head: Sequence[Words], rows: Iterable[Sequence[Any]]) -> Block:
        """A table with these headings, or a word that there is nothing."""
        return self._table(head, [tuple(map(self.text, row)) for row in rows])

    def items(self, values: Iterable[Any]) -> Items:
        """A list."""
        return Items(False, tuple((Run(self.text(value)),) for value in values))

    def text(self, value: Any) -> str:
        """One value as it is read; "" for none."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say.say(_YES if value else _NO)
        if isinstance(value, tuple | list):
            return ", ".join(map(self.text, value))
        return self.say.show(value)

    def moment(self, iso: str) -> str:
        """A time in the log, with its day, as it was written: UTC unless it says another offset."""
        try:
            at = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        return self.say.show(Phrase("{day} kl. {time}", day=at.date(), time=f"{at:%H:%M}"))

    def _table(self, head: Sequence[Words], rows: Sequence[Sequence[str]]) -> Block:
        if not rows:
            return self.paragraph(_NOTHING)
        headings: tuple[Runs, ...] = tuple((Run(self.say.say(words)),) for words in head)
        return Table(headings, tuple(tuple((Paragraph((Run(text),)),) for text in row) for row in rows))
