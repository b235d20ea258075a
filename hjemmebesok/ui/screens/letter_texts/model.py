"""The letter text that is open, and what of it is not saved. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_history
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.text_approval import approval_log, standings
from hjemmebesok.casework.text_blocks import TextBlock, text_blocks
from hjemmebesok.casework.text_drafts import drop_text_draft, keep_text_draft, keep_text_steps, text_draft
from hjemmebesok.casework.text_list import TextLine, text_list
from hjemmebesok.casework.text_steps import Step, standing_shaped
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.letter_texts.looking import Looking


class TextsModel:
    """`lines` are all the texts; `draft` is what is not saved of the open one; without `may_write` one only reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.lines: list[TextLine] = []
        self.letter, self.language = "information", "nb"
        self.everything = True
        self.read()

    @property
    def line(self) -> TextLine:
        """How the open text stands."""
        return next(line for line in self.lines if (line.letter, line.language) == (self.letter, self.language))

    def read(self) -> None:
        """Read all anew."""
        self.lines = text_list(self._desk)
        with self._desk.read() as reading:
            self.may_write = may_publish(reading)
        self.draft = text_draft(self._desk, self.letter, self.language)

    def open(self, letter: str, language: str) -> None:
        """Open this text, with what was typed in it before."""
        self.letter, self.language = letter, language
        self.draft = text_draft(self._desk, letter, language)

    def blocks(self) -> list[TextBlock]:
        """Its blocks, with those that are new and in the order they are to have; none where it cannot be read."""
        with self._desk.read() as reading:
            standing = standings(reading)
        try:
            return text_blocks(standing_shaped(standing, self.letter, self.draft.steps), self.letter, self.language)
        except Refused:
            return []

    def history(self) -> tuple[list[TextVersion], list[TextApproval]]:
        """Every version of it that was saved, and every step towards approval; newest first."""
        where = (self._desk, self.letter, self.language)
        return text_history(*where), approval_log(*where)

    def keep(self, block: str, words: str) -> None:
        """Keep what now stands in a block's field."""
        self.draft = replace(self.draft, words={**self.draft.words, block: words})
        keep_text_draft(self._desk, self.letter, self.language, block, words)

    def forget(self, block: str) -> None:
        """What was typed in a block is of no use any more."""
        self.draft = replace(
            self.draft, words={each: words for each, words in self.draft.words.items() if each != block}
        )
        drop_text_draft(self._desk, self.letter, self.language, block)

    def keep_steps(self, steps: Sequence[Step]) -> None:
        """Keep these steps in place of those before."""
        self.draft = replace(self.draft, steps=tuple(steps))
        keep_text_steps(self._desk, self.letter, self.language, steps)

    def looking(self) -> Looking:
        """A look at the text as it is typed now, for another thread."""
        return Looking(self._desk, self.letter, self.language, self.draft, self.everything)
