"""A case: one reading of a household's facts under one ruleset on one day. It keeps track of what was read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Generic, TypeVar

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rate_words import RATE_WORDS
from hjemmebesok.eligibility.rates import Rate, Rates
from hjemmebesok.eligibility.settings import Settings
from hjemmebesok.eligibility.sifo import Sifo

T = TypeVar("T")


class Missing(Exception):
    """Facts without which there is no answer. A condition lets it pass, and so becomes MANGLER.

    `gap` is the code of a rate that is not known for the day, which nobody at home can answer; "" where it is none.
    """

    def __init__(self, *facts: Fact[Any], reason: Phrase | None = None, gap: str = "") -> None:
        super().__init__(*facts)
        self.facts = facts
        self.gap = gap
        self._reason = reason

    def again(self) -> "Missing":
        """The same, to be raised once more: one that has been raised holds on to its frames."""
        return Missing(*self.facts, reason=self._reason, gap=self.gap)

    @property
    def reason(self) -> Phrase | Plural:
        """What to ask: the first question, and how many more there are."""
        if self._reason:
            return self._reason
        question = Phrase(self.facts[0].ask)
        if len(self.facts) == 1:
            return question
        return Plural(
            "{question} Og ett svar til.", "{question} Og {n} svar til.", len(self.facts) - 1, question=question
        )


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact that nobody has answered and the amount that was used in its place."""

    fact: Fact[Money]
    amount: Money
    words: Phrase


class Attempt(Generic[T]):
    """A piece of work on a case: what it read, in the order it did, and its result, or what it lacked."""

    __slots__ = ("assumed", "rates", "result", "used")

    result: T | Missing

    def __init__(self) -> None:
        self.used: dict[Fact[Any], None] = {}
        self.assumed: dict[Fact[Money], Assumption] = {}
        self.rates: dict[str, Rate] = {}  # by code: one holds on the day

    def follow(self, other: "Attempt[Any]") -> None:
        """Count what the other one read as read by this one."""
        self.used.update(other.used)
        if other.assumed:
            self.assumed.update(other.assumed)
        if other.rates:
            self.rates.update(other.rates)


class Case:
    """What a condition sees. Only what has been read changes; the facts, settings, rates and day never do."""

    __slots__ = ("_day", "_kept", "_known", "_now", "facts", "lasts", "rates", "settings")

    def __init__(self, facts: Facts, settings: Settings, rates: Rates, day: date) -> None:
        self.facts = facts
        self._known = facts.known
        self.settings = settings
        self.rates = rates
        self._day = day
        self.lasts = date.max  # the last day on which all that was asked of the case is the same, but for the rates
        self._now: Attempt[Any] = Attempt()
        self._kept: dict[Callable[[Case], Any], Attempt[Any]] = {}

    def __getitem__(self, fact: Fact[T]) -> T:
        value: T | None = self._known.get(fact)
        if value is None:
            raise Missing(fact)
        self._now.used[fact] = None
        return value

    def get(self, fact: Fact[T]) -> T | None:
        """The fact where it helps but is not needed; None where it is not known."""
        value: T | None = self._known.get(fact)
        if value is not None:
            self._now.used[fact] = None
        return value

    def require(self, *facts: Fact[Any]) -> None:
        """Raise Missing with all of these that are not known, so that they are asked for at once."""
        missing = []
        for fact in facts:
            if fact in self._known:
                self._now.used[fact] = None
            else:
                missing.append(fact)
        if missing:
            raise Missing(*missing)

    @property
    def day(self) -> date:
        """The day of the case. Whoever looks at it may find something else tomorrow; these two know when."""
        self.lasts = self._day
        return self._day

    def is_over(self, last: date) -> bool:
        """Whether the last day of something has passed."""
        if last < self._day:
            return True
        self.lasts = min(self.lasts, last)
        return False

    def has_come(self, first: date) -> bool:
        """Whether the first day of something is here."""
        if first <= self._day:
            return True
        self.lasts = min(self.lasts, first - timedelta(1))
        return False

    def assume(self, fact: Fact[Money], amount: Money, words: Phrase) -> Money:
        """The fact, or this amount in its place; the words say so to whoever reads the answer."""
        value = self.get(fact)
        if value is not None:
            return value
        self._now.assumed[fact] = Assumption(fact, amount, words)
        return amount

    def rate(self, code: str) -> Rate | None:
        """The rate that holds on the day of the case; None where no such rate is known."""
        rate = self.rates.on(code, self._day)
        if rate is not None:
            self._now.rates[code] = rate
        return rate

    def kroner(self, code: str) -> Money:
        """The amount of a rate. A gap in the rates is missing, and nobody at home can answer it."""
        rate = self.rate(code)
        if rate is None or not isinstance(rate.amount, Money):
            raise self.gap(code)
        return rate.amount

    def percent(self, code: str) -> Decimal:
        """The per cent of a rate, in the same way."""
        rate = self.rate(code)
        if rate is None or not isinstance(rate.amount, Decimal):
            raise self.gap(code)
        return rate.amount

    def sifo(self) -> Sifo | None:
        """The SIFO table of the day of the case; None where none is known."""
        return self.rates.sifo_on(self._day)

    def note(self, rate: Rate) -> None:
        """Count a figure from the rates as read, where it was found in another way than by its code."""
        self._now.rates[rate.code] = rate

    def gap(self, code: str) -> Missing:
        """What to raise where a rate is needed and none is known for the day."""
        label = Phrase(RATE_WORDS.get(code, code))
        return Missing(reason=Phrase("Satsen «{rate}» er ikke kjent for {day}.", rate=label, day=self._day), gap=code)

    def attempt(self, work: Callable[["Case"], T]) -> Attempt[T]:
        """Do a piece of work, and keep apart what it reads."""
        outer = self._now
        attempt: Attempt[T] = Attempt()
        self._now = attempt
        try:
            attempt.result = work(self)
        except Missing as missing:
            attempt.result = missing.again()
        self._now = outer
        return attempt

    def work_out(self, calculation: Callable[["Case"], T]) -> T:
        """The result of a calculation, done once a case; what it read counts as read by everyone who asks for it."""
        kept = self._attempted(calculation)
        self._now.follow(kept)
        if isinstance(kept.result, Missing):
            raise kept.result.again()
        return kept.result

    def result(self, calculation: Callable[["Case"], T]) -> T | None:
        """The result of a calculation, None where it lacks something; asking counts nothing as read."""
        result = self._attempted(calculation).result
        return None if isinstance(result, Missing) else result

    def _attempted(self, calculation: Callable[["Case"], T]) -> Attempt[T]:
        kept = self._kept.get(calculation)
        if kept is None:
            kept = self._kept[calculation] = self.attempt(calculation)
        return kept
