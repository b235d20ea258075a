"""A number with decimals and its unit: «4,785 prosent»."""

import re
from decimal import Decimal

from PySide6.QtCore import Qt

from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.ui.i18n import say, speech
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

_NUMBER = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?\D*")


class DecimalEdit(TypedEdit[Decimal]):
    """`value()` is a Decimal from `smallest` to `largest`, with three decimals at most. Takes '4,785' and '4.785'."""

    def __init__(self, smallest: Decimal, largest: Decimal, unit: Words = "") -> None:
        super().__init__()
        self._smallest, self._largest, self._unit = smallest, largest, unit
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> Decimal:
        found = _NUMBER.fullmatch(text.strip())
        if not found:
            raise Refused(Phrase("«{text}» er ikke et tall.", text=text))
        number = Decimal(f"{found[1]}.{found[2]}" if found[2] else found[1])
        if not self._smallest <= number <= self._largest:
            raise Refused(
                Phrase("Skriv et tall fra {smallest} til {largest}.", smallest=self._smallest, largest=self._largest)
            )
        return number

    def shown(self, value: Decimal) -> str:
        number, unit = speech.language.number(value), say(self._unit)
        return f"{number}\u00a0{unit}" if unit else number

    def plain(self, value: Decimal) -> str:
        return speech.language.number(value)
