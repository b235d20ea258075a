"""A letter: what every kind of letter has, and the file it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The data of one letter. A kind is a subclass with its own data and a text in resources/letters/<code>.

    `code` is permanent: it is in the log of every letter that was sent. `languages` are those it is written in.
    """

    code: ClassVar[str]
    languages: ClassVar[tuple[str, ...]] = LANGUAGES

    recipient: Recipient
    sender: Sender
    written_on: date
    reference: str = ""  # the case number

    def fields(self) -> Mapping[str, Any]:
        """The value of every field that this kind's text declares, by name."""
        return self.sender.fields()


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A finished letter, as the log of letters wants it."""

    pdf: bytes
    title: str
    language: str  # the reader's: the last of those it is in
    sha256: str  # of the PDF
    text_version: str
    pages: int
