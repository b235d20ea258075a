"""Days and times of day as Qt writes them: for what is shown before Babel is imported."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from hjemmebesok.ui.i18n import speech

_LONG = {"nb": "dddd d. MMMM 'kl.' {time}", "en": "dddd d MMMM {time}", "tr": "d MMMM dddd {time}"}
_SHORT = {"nb": "ddd d. MMM {time}", "en": "ddd d MMM {time}", "tr": "d MMM ddd {time}"}


def long_moment(at: datetime) -> str:
    """'fredag 9. oktober kl. 15:42', in the language of the screen and the time of this computer."""
    return _written(at, _LONG)


def short_moment(at: datetime) -> str:
    """'fre. 9. okt. 15:42'."""
    return _written(at, _SHORT)


def _written(at: datetime, patterns: dict[str, str]) -> str:
    local = at.astimezone()
    pattern = patterns[speech.language.code].format(time=f"'{local:%H:%M}'")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)
