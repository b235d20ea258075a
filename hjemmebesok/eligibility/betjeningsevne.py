"""Betjeningsevne (ability to service a loan): what is left each month, and the largest loan that it pays back.

A published budget alone never says no: where it takes all there is, what is really spent is asked for.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.annuity import annuity_factor, largest_loan
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import HOUSING_COSTS, INCOME, LIVSOPPHOLD, OTHER_EXPENSES, TERM_YEARS
from hjemmebesok.eligibility.faste_utgifter import FasteUtgifter, faste_utgifter
from hjemmebesok.eligibility.inntektsgrunnlag import Inntektsgrunnlag, inntektsgrunnlag
from hjemmebesok.eligibility.livsopphold import Livsopphold, has_table, livsopphold
from hjemmebesok.eligibility.rente import lanerente
from hjemmebesok.eligibility.step import Step

NEEDS = (INCOME, LIVSOPPHOLD, OTHER_EXPENSES, HOUSING_COSTS, TERM_YEARS)


@dataclass(frozen=True, slots=True)
class Betjeningsevne:
    """Available = income − livsopphold − other expenses − housing costs, a month; and the loan it carries."""

    income: Inntektsgrunnlag
    living: Livsopphold
    expenses: FasteUtgifter
    housing_costs: Money
    available: Money  # below zero where more goes out than comes in
    rate: Decimal  # per cent a year
    years: int
    largest_loan: Money  # rounded down to whole thousand kroner

    @property
    def livsopphold(self) -> Money:
        """What is lived on each month."""
        return self.living.amount

    @property
    def other_expenses(self) -> Money:
        """What goes out each month beside livsopphold and housing."""
        return self.expenses.total

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        factor = Decimal(round(annuity_factor(self.rate, self.years) * 10_000)) / 10_000
        return (
            *self.income.steps,
            *self.living.steps,
            *self.expenses.steps,
            Step(N_("Boutgifter i ny bolig"), -self.housing_costs),
            Step(N_("Igjen til lån hver måned"), self.available),
            Step(_at(self.rate, self.years), factor),
            Step(N_("Største lån, rundet ned til hele tusen kroner"), self.largest_loan),
        )


def _at(rate: Decimal, years: int) -> Words:
    return Plural("Faktor ved rente {rate} %, ett år", "Faktor ved rente {rate} %, {n} år", years, rate=rate)


def betjeningsevne(case: Case) -> Betjeningsevne:
    """Work it out with the ruleset's rate and the term asked for."""
    require_needs(case)
    income, years = case.work_out(inntektsgrunnlag), case.work_out(nedbetalingstid)
    living, expenses, housing = case.work_out(livsopphold), case.work_out(faste_utgifter), case[HOUSING_COSTS]
    available = income.total - living.amount - expenses.total - housing
    if available.ore <= 0 and living.from_table:
        raise Missing(LIVSOPPHOLD, reason=_BUDGET_TAKES_ALL)
    rate = case.work_out(lanerente)
    loan = largest_loan(available, rate, years)
    return Betjeningsevne(income, living, expenses, housing, available, rate, years, loan)


_BUDGET_TAKES_ALL = Phrase(
    "Med budsjettet fra tabellen er det ikke noe igjen til lån. Hva brukes til livsopphold i dag?"
)


def require_needs(case: Case, *more: Fact[Any]) -> None:
    """Ask for everything that is not known at once; livsopphold only where no table gives it."""
    needed: tuple[Fact[Any], ...] = (*NEEDS, *more)
    if case.facts.get(LIVSOPPHOLD) is None and has_table(case):
        needed = tuple(fact for fact in needed if fact is not LIVSOPPHOLD)
    case.require(*needed)


def nedbetalingstid(case: Case) -> int:
    """The term in years. One outside the ruleset's limits is no answer, and is asked for again."""
    years, shortest, longest = case[TERM_YEARS], case.settings.shortest_term, case.settings.longest_term
    if shortest <= years <= longest:
        return years
    raise Missing(
        TERM_YEARS,
        reason=Phrase(
            "Nedbetalingstiden må være fra {shortest} til {longest} år, ikke {years}.",
            shortest=shortest,
            longest=longest,
            years=years,
        ),
    )
