"""A time of day, typed."""

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

_TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?")


class TimeEdit(TypedEdit[time]):
    """`value()` is a time. Takes '10:30', '10.30', '1030' and '9'; shown as 10:30."""

    def __init__(self) -> None:
        super().__init__()
        bind(self, QLineEdit.setPlaceholderText, N_("tt:mm"))

    def read(self, text: str) -> time:
        found = _TIME.fullmatch(text.strip())
        if not found:
            raise Refused(Phrase("Skriv klokkeslettet som 10:30. «{text}» kan ikke leses.", text=text))
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour > 23 or minute > 59:
            raise Refused(Phrase("Klokkeslettet {text} finnes ikke.", text=text.strip()))
        return time(hour, minute)

    def shown(self, value: time) -> str:
        return f"{value:%H:%M}"

    def plain(self, value: time) -> str:
        return f"{value:%H:%M}"
