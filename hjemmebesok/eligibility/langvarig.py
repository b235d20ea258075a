"""Langvarig finansieringsproblem (long-term problem of getting a loan), sparing (saving), and the exceptions from both.

Forskrift om lån fra Husbanken § 5-4: the problem is to be long-term and saving to be used; the second paragraph excepts
some households.
"""

from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import (
    MEMBERS,
    MUNICIPAL_TENANT,
    NEEDED_FOR_WORK,
    NEEDS_STABLE_HOME,
    OTHER_EXPENSES,
    RENT_TODAY,
    RISKS_LOSING_HOME,
    SAVING_USED,
    SPECIAL_NEEDS,
    YEARS_WITHOUT_BANK,
)
from hjemmebesok.eligibility.faste_utgifter import FasteUtgifter, faste_utgifter
from hjemmebesok.eligibility.inntektsgrunnlag import inntektsgrunnlag
from hjemmebesok.eligibility.livsopphold import livsopphold
from hjemmebesok.eligibility.members import any_child
from hjemmebesok.eligibility.step import Step

_WORDS: dict[Fact[bool], Phrase] = {
    MUNICIPAL_TENANT: Phrase(N_("De bor i en kommunal bolig, som blir ledig.")),
    RISKS_LOSING_HOME: Phrase(N_("Lånet gjør at de kan beholde boligen.")),
    NEEDED_FOR_WORK: Phrase(N_("De trenger boligen for arbeid.")),
    NEEDS_STABLE_HOME: Phrase(N_("Barn eller særlige behov gjør at de trenger en trygg og stabil bolig snart.")),
}


def langvarig(case: Case) -> bool:
    """Whether the problem lasts at least as long as the municipality counts as long-term."""
    return case[YEARS_WITHOUT_BANK] >= case.settings.langvarig_years


def sparing(case: Case) -> bool:
    """Whether saving is used: what can be saved is, or there is nothing to save."""
    if case.get(SAVING_USED):
        return True
    if case.work_out(sparepotensial).left.ore <= 0:
        return True
    return case[SAVING_USED]


@dataclass(frozen=True, slots=True)
class Sparepotensial:
    """What could be saved a month where they live today."""

    income: Money
    rent: Money
    livsopphold: Money
    expenses: FasteUtgifter

    @property
    def left(self) -> Money:
        """Income less rent, livsopphold and other fixed expenses; below zero where more goes out than comes in."""
        return self.income - self.rent - self.livsopphold - self.expenses.total

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        return (
            Step(N_("Inntekter som regnes med"), self.income),
            Step(N_("Husleie i dag"), -self.rent),
            Step(N_("Livsopphold"), -self.livsopphold),
            *self.expenses.steps,
            Step(N_("Kan spares hver måned"), self.left),
        )


def sparepotensial(case: Case) -> Sparepotensial:
    """The potential for saving."""
    case.require(RENT_TODAY, OTHER_EXPENSES)
    income, living = case.work_out(inntektsgrunnlag).total, case.work_out(livsopphold).amount
    return Sparepotensial(income, case[RENT_TODAY], living, case.work_out(faste_utgifter))


def unntak(case: Case) -> Phrase | None:
    """Why they are excepted; None where it is known that no exception fits. Raises Missing while one of them may."""
    for fact in (MUNICIPAL_TENANT, RISKS_LOSING_HOME, NEEDED_FOR_WORK):
        if case.get(fact):
            return _WORDS[fact]
    children = any_child(case.get(MEMBERS))
    if case.get(NEEDS_STABLE_HOME) and (children or case.get(SPECIAL_NEEDS)):
        return _WORDS[NEEDS_STABLE_HOME]
    missing = [fact for fact in _EXCEPTING if case.get(fact) is None]
    if case.get(NEEDS_STABLE_HOME) is not False:
        missing += [MEMBERS] if children is None else []
        missing += [SPECIAL_NEEDS] if case.get(SPECIAL_NEEDS) is None else []
    if missing:
        raise Missing(*missing)
    return None


_EXCEPTING: tuple[Fact[Any], ...] = (MUNICIPAL_TENANT, RISKS_LOSING_HOME, NEEDED_FOR_WORK, NEEDS_STABLE_HOME)
