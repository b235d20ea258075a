"""How old somebody is: whole years, or a birth date, whichever is at hand."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit

from hjemmebesok.domain.kartlegging.fields import OLDEST
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.ui.i18n import bind, say
from hjemmebesok.ui.widgets.day_text import read_day, write_day
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

_FOUR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(\d{1,3})\s*[^\d.,/-]*")


class AgeEdit(TypedEdit[int | date]):
    """`value()` is a number of years or a date; «36», «36 år» and «07.03.1990» can all be typed."""

    def __init__(self) -> None:
        super().__init__()
        bind(self, QLineEdit.setPlaceholderText, N_("år eller dato"))

    def read(self, text: str) -> int | date:
        years = _YEARS.fullmatch(text.strip())
        if years is None:
            return _born(text)
        if int(years[1]) > OLDEST:
            raise Refused(Phrase("Skriv en alder fra 0 til {most}, eller en fødselsdato.", most=OLDEST))
        return int(years[1])

    def shown(self, value: int | date) -> str:
        return say(Plural("{n} år", "{n} år", value)) if isinstance(value, int) else write_day(value)

    def plain(self, value: int | date) -> str:
        return str(value) if isinstance(value, int) else write_day(value)


def _born(text: str) -> date:
    born = read_day(text)
    if not _FOUR.search(text):
        raise Refused(Phrase("Skriv fødselsåret med fire tall."))  # '48' may be an old woman's or a slip
    return born
