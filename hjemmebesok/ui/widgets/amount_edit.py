"""Kroner: typed as one likes, shown as «19 000 kr»."""

from PySide6.QtCore import Qt

from hjemmebesok.domain.money import Money
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.widgets.typed_edit import TypedEdit


class AmountEdit(TypedEdit[Money]):
    """`value()` is Money. Takes '19000', '19 000', '19.000,50', '19000 kr'."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> Money:
        return Money.kroner(text)

    def shown(self, value: Money) -> str:
        return speech.language.money(value)

    def plain(self, value: Money) -> str:
        kroner, ore = divmod(value.ore, 100)
        return f"{kroner},{ore:02}" if ore else str(kroner)
