"""Rentestresstest (stress test): what the loan would cost a month at a higher rate, against what is left for it."""

from dataclasses import dataclass
from decimal import Decimal

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.annuity import monthly_payment
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.rente import stressrente
from hjemmebesok.eligibility.step import Step


@dataclass(frozen=True, slots=True)
class Stresstest:
    """The loan at the stress rate (per cent a year); payment and what is left are a month's."""

    loan: Money
    rate: Decimal
    years: int
    left: Money

    @property
    def payment(self) -> Money:
        """What the loan would cost, to the nearest øre."""
        return monthly_payment(self.loan, self.rate, self.years)

    @property
    def stands(self) -> bool:
        """Whether the household could still pay."""
        return self.payment <= self.left

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        return (
            Step(N_("Lån"), self.loan),
            Step(N_("Rente i stresstesten, i prosent"), self.rate),
            Step(N_("Renter og avdrag hver måned"), self.payment),
            Step(N_("Igjen til lån hver måned"), self.left),
        )


def stresstest(case: Case) -> Stresstest:
    """The loan of the case at styringsrenten and the margin."""
    home = case.work_out(loan)
    left = max(home.capacity.available, ZERO)
    return Stresstest(home.amount, case.work_out(stressrente), home.capacity.years, left)
