"""A day, typed: no calendar to steer through."""

from datetime import date

from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.widgets.day_text import read_day, write_day
from hjemmebesok.ui.widgets.typed_edit import TypedEdit


class DateEdit(TypedEdit[date]):
    """`value()` is a date. Shown as 07.03.2026, the same in every language: it is what Norwegian papers say."""

    def __init__(self) -> None:
        super().__init__()
        bind(self, QLineEdit.setPlaceholderText, N_("dd.mm.åååå"))

    def read(self, text: str) -> date:
        return read_day(text)

    def shown(self, value: date) -> str:
        return write_day(value)

    def plain(self, value: date) -> str:
        return write_day(value)
