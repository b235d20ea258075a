"""Betjeningsevne (ability to service a loan): what is left each month, and the largest loan that it pays back."""

from dataclasses import dataclass
from decimal import Decimal

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.annuity import annuity_factor, largest_loan
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.facts import HOUSING_COSTS, INCOME, LIVSOPPHOLD, OTHER_EXPENSES, TERM_YEARS
from hjemmebesok.eligibility.inntektsgrunnlag import Inntektsgrunnlag, inntektsgrunnlag
from hjemmebesok.eligibility.step import Step

NEEDS = (INCOME, LIVSOPPHOLD, OTHER_EXPENSES, HOUSING_COSTS, TERM_YEARS)


@dataclass(frozen=True, slots=True)
class Betjeningsevne:
    """Available = income − livsopphold − other expenses − housing costs, a month; and the loan it carries."""

    income: Inntektsgrunnlag
    livsopphold: Money
    other_expenses: Money
    housing_costs: Money
    available: Money  # below zero where more goes out than comes in
    rate: Decimal  # per cent a year
    years: int
    largest_loan: Money  # rounded down to whole thousand kroner

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        factor = Decimal(round(annuity_factor(self.rate, self.years) * 10_000)) / 10_000
        return (
            Step(N_("Inntekter som regnes med"), self.income.total),
            *self.income.left_out_steps,
            Step(N_("Livsopphold"), -self.livsopphold),
            Step(N_("Andre faste utgifter"), -self.other_expenses),
            Step(N_("Boutgifter i ny bolig"), -self.housing_costs),
            Step(N_("Igjen til lån hver måned"), self.available),
            Step(Phrase("Faktor ved rente {rate} %, {years} år", rate=self.rate, years=self.years), factor),
            Step(N_("Største lån, rundet ned til hele tusen kroner"), self.largest_loan),
        )


def betjeningsevne(case: Case) -> Betjeningsevne:
    """Work it out with the ruleset's kalkulasjonsrente and the term asked for."""
    case.require(*NEEDS)
    income, years = case.work_out(inntektsgrunnlag), case.work_out(nedbetalingstid)
    livsopphold, other, housing = case[LIVSOPPHOLD], case[OTHER_EXPENSES], case[HOUSING_COSTS]
    available = income.total - livsopphold - other - housing
    rate = case.settings.kalkulasjonsrente
    return Betjeningsevne(
        income, livsopphold, other, housing, available, rate, years, largest_loan(available, rate, years)
    )


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
