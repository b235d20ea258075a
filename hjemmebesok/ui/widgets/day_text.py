"""Reading a day the way people write it in Norway: day first, any sign between, the year with two or four digits."""

import re
from datetime import date

from hjemmebesok.domain.phrase import Phrase, Refused

_PARTS = re.compile(r"(\d{1,2})[\s./,-]+(\d{1,2})[\s./,-]+(\d{4}|\d{2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PIVOT = 60  # '59' is 2059, '60' is 1960: contracts run ahead, people were born behind


def read_day(text: str) -> date:
    """The day of '7.3.2026', '07.03.26', '7/3-26', '070326' or '2026-03-07'.

    Raises Refused for a text that is no day, and for a day that does not exist.
    """
    stripped = text.strip().rstrip(".")
    iso = _ISO.fullmatch(stripped)
    found = iso or _PARTS.fullmatch(stripped) or _RUN.fullmatch(stripped)
    if not found:
        raise Refused(Phrase("Skriv dag, måned og år, som 07.03.2026. «{text}» kan ikke leses.", text=text))
    first, month, last = (int(part) for part in found.groups())
    day, year = (last, first) if iso else (first, _full_year(found[3]))
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(Phrase("Dagen {text} finnes ikke.", text=stripped)) from None


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _PIVOT else 1900)


def write_day(day: date) -> str:
    """'07.03.2026'."""
    return f"{day:%d.%m.%Y}"
