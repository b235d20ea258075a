"""Words, dates and amounts in the reader's language: bokmål, English or Turkish.

Bokmål is the source text in the code. Babel is imported only when a date or an amount is first formatted, so that
the unlock page can be painted without it.
"""

import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Protocol, runtime_checkable

from hjemmebesok.assets import translations
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Plural, Refused, Words

DOMAIN = "hjemmebesok"
LANGUAGES = ("nb", "en", "tr")
OWN_NAMES = {"nb": "Bokmål", "en": "English", "tr": "Türkçe"}
_LOCALES = {"nb": "nb_NO", "en": "en_GB", "tr": "tr_TR"}  # plain "en" would write March 7 and 2:05 PM
_NBSP = "\u00a0"


@runtime_checkable
class Spoken(Protocol):
    """A value that says itself in a language: a day in its short form, the name of a language …"""

    def spoken(self, language: "Language") -> str:
        """Finished text."""


@dataclass(frozen=True, slots=True)
class LanguageName:
    """What a language is called, as a word within a sentence: 'tyrkisk'. From its BCP 47 code."""

    code: str

    def spoken(self, language: "Language") -> str:
        """In the reader's own."""
        return language.language_name(self.code)

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Language:
    """One reader's language. All its methods return finished text."""

    code: str
    _catalogue: gettext.NullTranslations

    def say(self, words: Words, /, **values: Any) -> str:
        """A text, phrase or plural of ours in this language, its values formatted by their type."""
        if isinstance(words, Plural):
            text = self._catalogue.ngettext(words.one, words.many, words.n)
            return text.format(n=self.number(words.n), **self._shown(words.values))
        if isinstance(words, Phrase):
            text, places = words.text, words.values
        else:
            text, places = words, tuple(values.items())
        if not text:
            return ""
        said = self._catalogue.gettext(text)
        return said.format(**self._shown(places)) if places else said

    def _shown(self, places: Iterable[tuple[str, Any]]) -> dict[str, str]:
        return {name: self.show(value) for name, value in places}

    def show(self, value: Any) -> str:
        """A typed value as text: amounts, dates, times and numbers by the rules of this language."""
        if isinstance(value, Money):
            return self.money(value)
        if isinstance(value, (Phrase, Plural)):
            return self.say(value)
        if isinstance(value, str):
            return str(value)
        if isinstance(value, datetime):
            return f"{self.day(value.date())} {self.time(value.time())}"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, time):
            return self.time(value)
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return self.number(value)
        # last, because asking whether a value has a method takes longer than all the rest
        return value.spoken(self) if isinstance(value, Spoken) else str(value)

    def money(self, amount: Money) -> str:
        """'19 000 kr', 'NOK 19,000', '19.000 kr'; øre only where there are any."""
        kroner, ore = divmod(abs(amount.ore), 100)
        figure = self._figure(amount.ore < 0, f"{kroner:,}", f"{ore:02}" if ore else "")
        return f"NOK{_NBSP}{figure}" if self.code == "en" else f"{figure}{_NBSP}kr"

    def number(self, value: int | Decimal) -> str:
        """A number with this language's separators."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)  # needs no separators, so the unlock page can count without Babel
        return self._decimal(value, 3)

    def percent(self, value: Decimal) -> str:
        """A percentage given as 7.8: '7,8 %', '7.8%', '%7,8'."""
        figure = self._decimal(value, 2)
        return {"nb": f"{figure}{_NBSP}%", "tr": f"%{figure}"}.get(self.code, f"{figure}%")

    def day(self, value: date) -> str:
        """'7. mars 2026', '7 March 2026', '7 Mart 2026'."""
        return self._date(value, "long")

    def short_day(self, value: date) -> str:
        """Day and month, abbreviated: '7. mars', '7 Mar', '7 Mar'."""
        return self._date(value, "d. MMM" if self.code == "nb" else "d MMM")

    def weekday(self, value: date) -> str:
        """'mandag 12. oktober', 'Monday 12 October', '12 Ekim Pazartesi'."""
        pattern = {"nb": "EEEE d. MMMM", "tr": "d MMMM EEEE"}.get(self.code, "EEEE d MMMM")
        return self._date(value, pattern)

    def time(self, value: time) -> str:
        """'10:30', the same in all three."""
        return f"{value:%H:%M}"

    def plural_form(self, n: int) -> str:
        """Which of CLDR's plural forms a count takes: 'one', 'other', and more in some languages."""
        from babel import Locale

        return str(Locale.parse(_LOCALES[self.code]).plural_form(n))

    def language_name(self, code: str) -> str:
        """What a language is called in this one: 'tyrkisk', 'Turkish', 'Türkçe'. Norwegian is just 'norsk'."""
        from babel import Locale

        names = Locale.parse(_LOCALES[self.code]).languages
        return str(names.get("no" if code == "nb" else code.replace("-", "_"), code))

    def and_list(self, items: list[str]) -> str:
        """'Ayşe og Mehmet', 'a, b and c'."""
        from babel.lists import format_list

        return format_list(items, "standard", locale=_LOCALES[self.code])

    def _date(self, value: date, pattern: str) -> str:
        return _written_date(self.code, value, pattern)

    def _decimal(self, value: int | Decimal, most: int) -> str:
        """A number with no more decimals than this, the last one rounded half to even, and no zeros at the end."""
        whole, _, decimals = f"{value:,.{most}f}".partition(".")
        return self._figure(whole.startswith("-"), whole.lstrip("-"), decimals.rstrip("0"))

    def _figure(self, negative: bool, whole: str, decimals: str) -> str:
        """Digits with this language's signs: the whole ones in groups divided by commas, and the decimals if any."""
        group, point = _signs(self.code)
        figure = whole.replace(",", group)
        return f"{'-' if negative else ''}{figure}{point if decimals else ''}{decimals}"


@lru_cache(maxsize=2_000)
def _written_date(code: str, value: date, pattern: str) -> str:
    """A date by Babel's pattern; the same few are shown again and again."""
    from babel.dates import format_date

    return format_date(value, pattern, locale=_LOCALES[code])


@cache
def _signs(code: str) -> tuple[str, str]:
    """The divider of thousands and the decimal sign of a language.

    Read from Babel once and then put together here: Babel's own formatting reads its pattern anew for every number,
    which took most of the time that a verdict takes to be told.
    """
    from babel import Locale

    signs = Locale.parse(_LOCALES[code]).number_symbols["latn"]
    return signs["group"], signs["decimal"]


class _Refusing(gettext.NullTranslations):
    """Stands behind a catalogue where a text without translation must not come out in bokmål."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def gettext(self, message: str) -> str:
        raise Refused(Phrase("«{text}» er ikke oversatt til {language}.", text=message, language=OWN_NAMES[self._code]))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def language(code: str, *, strict: bool = False) -> Language:
    """The language with this code. Raises KeyError for one we do not speak.

    A `strict` one, for what leaves the house, raises Refused for a text that has no translation, where the screen
    would show it in bokmål.
    """
    if code not in _LOCALES:
        raise KeyError(code)
    catalogue = gettext.translation(DOMAIN, translations(), [code], fallback=code == "nb")
    if strict and code != "nb":
        catalogue.add_fallback(_Refusing(code))
    return Language(code, catalogue)
