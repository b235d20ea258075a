"""Values that say themselves on the screen, each in the reader's way: short days, names of languages, lists of facts.

They go into a Phrase like any other value, or are shown alone with `shown`:

    Phrase("Kontor, {day}", day=ShortDay(on))       'Kontor, 19. okt.'
    dotted(N_("Hjemmebesøk"), people, tongue)       'Hjemmebesøk · 2 voksne, 2 barn · tyrkisk'
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.language import Language, LanguageName, Spoken

Tongue = LanguageName  # 'tyrkisk', within a sentence


@dataclass(frozen=True, slots=True)
class ShortDay:
    """'19. okt.'"""

    day: date

    def spoken(self, language: Language) -> str:
        """Day and month."""
        return language.short_day(self.day)


@dataclass(frozen=True, slots=True)
class NearDay:
    """'i dag', 'i morgen', 'i går', else the day and month; with the year where it is another one."""

    day: date
    today: date

    def spoken(self, language: Language) -> str:
        """As seen from today."""
        near = {-1: N_("i går"), 0: N_("i dag"), 1: N_("i morgen")}.get((self.day - self.today).days)
        if near:
            return language.say(near)
        return language.short_day(self.day) if self.day.year == self.today.year else language.day(self.day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """'mandag 12. oktober'."""

    day: date

    def spoken(self, language: Language) -> str:
        """Weekday, day and month."""
        return language.weekday(self.day)


@dataclass(frozen=True, slots=True)
class Capital:
    """The same with a capital letter, to stand first or alone."""

    value: Spoken | Words

    def spoken(self, language: Language) -> str:
        """Turkish has two letters i."""
        text = language.say(self.value) if isinstance(self.value, (str, Phrase, Plural)) else language.show(self.value)
        first = "İ" if language.code == "tr" and text[:1] == "i" else text[:1].upper()
        return first + text[1:]


@dataclass(frozen=True, slots=True)
class Joined:
    """Words one after the other, with a sign between them; empty ones are left out."""

    parts: tuple[Words, ...]
    between: str = " · "

    def spoken(self, language: Language) -> str:
        """All of them on one line."""
        return self.between.join(text for text in map(language.say, self.parts) if text)


@dataclass(frozen=True, slots=True)
class AndList:
    """'Ayşe, Mehmet og Defne'."""

    names: tuple[str, ...]

    def spoken(self, language: Language) -> str:
        """The names as one would say them."""
        return language.and_list(list(self.names))


def shown(value: Spoken) -> Phrase:
    """The value alone, as words for a label."""
    return Phrase("{text}", text=value)


def joined(*parts: Words, between: str) -> Words:
    """Words one after the other, with a sign between them. Empty ones are left out; '' where all are, as for any words
    that say nothing."""
    said = tuple(part for part in parts if part)
    return shown(Joined(said, between)) if said else ""


def dotted(*parts: Words) -> Words:
    """The facts on one line with dots between them; empty ones are left out."""
    return joined(*parts, between=" · ")


def tongue(code: str) -> Phrase:
    """The name of a language within a sentence: 'tyrkisk'."""
    return shown(Tongue(code))


def length(minutes: int) -> Words:
    """'45 min', '2 timer'."""
    hours, rest = divmod(minutes, 60)
    return Phrase("{n} min", n=minutes) if rest or not hours else Plural("{n} time", "{n} timer", hours)


def clock(at: datetime) -> str:
    """'10:30', the same in every language."""
    return f"{at:%H:%M}"


def hours(starts: datetime, minutes: int) -> str:
    """'17:00–19:00'."""
    return f"{clock(starts)}–{clock(starts + timedelta(minutes=minutes))}"
