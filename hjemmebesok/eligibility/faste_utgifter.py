"""Faste utgifter (fixed expenses): what goes out each month beside livsopphold and housing, for those who borrow.

One sum is stated for them all. What debts of their own cost a member comes on top, unless that member is known not to
sign for the loan: then the debt is nobody's but theirs.
"""

from dataclasses import dataclass

from hjemmebesok.domain.money import ZERO, Money, total
from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import MEMBERS, OTHER_EXPENSES
from hjemmebesok.eligibility.step import Step


@dataclass(frozen=True, slots=True)
class FasteUtgifter:
    """A month: the sum that was stated, and what the members' own debts cost."""

    stated: Money
    debts: Money = ZERO

    @property
    def total(self) -> Money:
        """Both together."""
        return self.stated + self.debts

    @property
    def steps(self) -> tuple[Step, ...]:
        """What they take from the income, line by line."""
        debts = (Step(N_("Betaling på egen gjeld"), -self.debts),) if self.debts else ()
        return (Step(N_("Andre faste utgifter"), -self.stated), *debts)


def faste_utgifter(case: Case) -> FasteUtgifter:
    """Work them out."""
    stated = case[OTHER_EXPENSES]
    if not any(member.debt for member in case.facts.get(MEMBERS) or ()):
        return FasteUtgifter(stated)
    borrowing = [member.debt for member in case[MEMBERS] if member.debt and member.borrower is not False]
    return FasteUtgifter(stated, total(borrowing))
