"""Extra loan after the purchase: room for more, for example for refurbishment, when some of the loan is paid back."""

from dataclasses import dataclass
from decimal import Decimal

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.eligibility.annuity import balance_after, largest_loan
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.step import Step


@dataclass(frozen=True, slots=True)
class ExtraLoan:
    """Room = the smaller of what has been paid back and what the household can carry beside the rest, never below 0.

    That it is never more than what has been paid back is our choice: the debt does not grow past where it began.
    """

    loan: Money
    balance: Money
    carried: Money  # the largest loan over the years that are left

    @property
    def repaid(self) -> Money:
        """What has been paid back so far."""
        return self.loan - self.balance

    @property
    def room(self) -> Money:
        """The largest extra loan."""
        return max(min(self.repaid, self.carried - self.balance), ZERO)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        return (
            Step(N_("Lån ved kjøpet"), self.loan),
            Step(N_("Betalt ned"), -self.repaid),
            Step(N_("Igjen av lånet"), self.balance),
            Step(N_("Største lån i årene som er igjen"), self.carried),
            Step(N_("Rom for tilleggslån"), self.room),
        )


def room_after(bought: Loan, months_paid: int) -> ExtraLoan:
    """The room of a household that bought with this loan, by what it has available now. Raises Refused for months that
    cannot be."""
    if not 0 <= months_paid <= bought.capacity.years * 12:
        longest = bought.capacity.years * 12
        raise Refused(Phrase("Antall terminer som er betalt, må være fra 0 til {longest}.", longest=longest))
    capacity = bought.capacity
    return extra_loan(bought.amount, capacity.rate, capacity.years, months_paid, max(capacity.available, ZERO))


def extra_loan(loan: Money, rate: Decimal, years: int, months_paid: int, available: Money) -> ExtraLoan:
    """The room after this many monthly terms, with this much available a month. Whole years left are counted."""
    years_left = max(years - -(-months_paid // 12), 0)
    carried = largest_loan(available, rate, years_left) if years_left else ZERO
    return ExtraLoan(loan, balance_after(loan, rate, years, months_paid), carried)
