"""The figures of a verdict: as many of the calculations as the facts allow."""

from dataclasses import dataclass

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.betjeningsevne import Betjeningsevne, betjeningsevne
from hjemmebesok.eligibility.bostotte import Bostotte, bostotte
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import GROSS_INCOME_YEAR, POWER_TODAY, RENT_TODAY
from hjemmebesok.eligibility.inntektsgrunnlag import Inntektsgrunnlag, inntektsgrunnlag
from hjemmebesok.eligibility.loan import Loan, loan
from hjemmebesok.eligibility.step import Step

TODAY = (RENT_TODAY, POWER_TODAY)


@dataclass(frozen=True, slots=True)
class Figures:
    """What could be worked out; None where a fact is missing."""

    income: Inntektsgrunnlag | None
    capacity: Betjeningsevne | None
    loan: Loan | None
    today: Money | None  # rent and power a month
    bostotte: Bostotte | None = None  # an estimate, in no sum

    @property
    def steps(self) -> tuple[Step, ...]:
        """All the arithmetic there is, line by line."""
        today = (Step(N_("Boutgifter i dag hver måned"), self.today),) if self.today is not None else ()
        worked = (part.steps for part in (self.capacity, self.loan) if part)
        estimate = self.bostotte.steps if self.bostotte else ()
        return (*(step for steps in worked for step in steps), *today, *estimate)


def figures(case: Case) -> Figures:
    """Everything that the case allows."""
    return Figures(
        case.result(inntektsgrunnlag),
        case.result(betjeningsevne),
        case.result(loan),
        case.result(housing_cost_today),
        case.result(bostotte) if case.facts.get(GROSS_INCOME_YEAR) is not None else None,
    )


def housing_cost_today(case: Case) -> Money:
    """Rent and power today, to hold beside the new housing cost."""
    case.require(*TODAY)
    return case[RENT_TODAY] + case[POWER_TODAY]
