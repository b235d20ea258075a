"""A whole number with its unit: «40 år», «90 min», «3»."""

import re

from PySide6.QtCore import Qt

from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.ui.i18n import say, speech
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

_NUMBER = re.compile(r"(-?\d{1,9})\D*")
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)")


class NumberEdit(TypedEdit[int]):
    """`value()` is an int from `smallest` to `largest`. A unit typed after the number does no harm."""

    def __init__(self, smallest: int = 0, largest: int = 999_999, unit: Words = "") -> None:
        super().__init__()
        self._smallest, self._largest, self._unit = smallest, largest, unit
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int:
        found = _NUMBER.fullmatch(_SPACES.sub("", text.strip()))
        if not found:
            raise Refused(Phrase("«{text}» er ikke et helt tall.", text=text))
        number = int(found[1])
        if not self._smallest <= number <= self._largest:
            raise Refused(
                Phrase("Skriv et tall fra {smallest} til {largest}.", smallest=self._smallest, largest=self._largest)
            )
        return number

    def shown(self, value: int) -> str:
        unit = say(self._unit)
        return f"{speech.language.number(value)}\u00a0{unit}" if unit else speech.language.number(value)

    def plain(self, value: int) -> str:
        return str(value)
