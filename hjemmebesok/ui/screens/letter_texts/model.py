"""The letter text that is open, and what is typed in it. No Qt."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_history
from hjemmebesok.casework.text_approval import approval_log, standings
from hjemmebesok.casework.text_blocks import TextBlock, text_blocks
from hjemmebesok.casework.text_drafts import keep_text_draft, text_drafts
from hjemmebesok.casework.text_list import TextLine, text_list
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.letter_texts.looking import Looking


class TextsModel:
    """`lines` are all the texts; `typed` are the words of the open one that are not saved yet, by block."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.lines: list[TextLine] = []
        self.letter, self.language = "information", "nb"
        self.typed: dict[str, str] = {}
        self.everything = True
        self.read()

    @property
    def line(self) -> TextLine:
        """How the open text stands."""
        return next(line for line in self.lines if (line.letter, line.language) == (self.letter, self.language))

    def read(self) -> None:
        """Read all anew."""
        self.lines = text_list(self._desk)
        self.typed = text_drafts(self._desk, self.letter, self.language)

    def open(self, letter: str, language: str) -> None:
        """Open this text, with what was typed in it before."""
        self.letter, self.language = letter, language
        self.typed = text_drafts(self._desk, letter, language)

    def blocks(self) -> list[TextBlock]:
        """Its blocks; none where the file cannot be read."""
        with self._desk.read() as reading:
            standing = standings(reading)
        try:
            return text_blocks(standing, self.letter, self.language)
        except Refused:
            return []

    def history(self) -> tuple[list[TextVersion], list[TextApproval]]:
        """Every version of it that was saved, and every step towards approval; newest first."""
        where = (self._desk, self.letter, self.language)
        return text_history(*where), approval_log(*where)

    def keep(self, block: str, words: str) -> None:
        """Keep what now stands in a block's field."""
        self.typed = {**self.typed, block: words}
        keep_text_draft(self._desk, self.letter, self.language, block, words)

    def looking(self) -> Looking:
        """A look at the text as it is typed now, for another thread."""
        return Looking(self._desk, self.letter, self.language, self.typed, self.everything)
