"""Inntektsgrunnlag (income basis): all income a month after tax of those who borrow, except sosialstønad.

What is left out stays visible. Nobody's income is left out before it is known that they do not sign for the loan.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebesok.domain.income import INCOME_WORDS, IncomeType
from hjemmebesok.domain.money import Money, total
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.facts import INCOME, MEMBERS
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.members import Member, does_not_borrow
from hjemmebesok.eligibility.step import Step


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An income line that does not count, and why."""

    line: IncomeLine
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Inntektsgrunnlag:
    """Which lines count, which do not, and what those that do come to a month."""

    counted: tuple[IncomeLine, ...]
    left_out: tuple[LeftOut, ...]
    total: Money

    @property
    def steps(self) -> tuple[Step, ...]:
        """The sum, and the lines that are not in it."""
        return (Step(N_("Inntekter som regnes med"), self.total), *self.left_out_steps)

    @property
    def left_out_steps(self) -> tuple[Step, ...]:
        """The lines that do not count, as they are shown beside the sum."""
        lines = (gone.line for gone in self.left_out)
        return tuple(Step(INCOME_WORDS[line.type or IncomeType.ANNET], line.amount, counts=False) for line in lines)


def inntektsgrunnlag(case: Case) -> Inntektsgrunnlag:
    """Sort the income lines of the case.

    An income that ended before the day of the case no longer counts. A line that would count but has no type or no
    amount leaves the sum unknown, and so the income is missing.
    """
    counted, left_out, lines = [], [], case[INCOME]
    members = (case.get(MEMBERS) or ()) if any(line.who for line in lines) else ()
    for line in lines:
        reason = _why_left_out(line, case, members)
        if reason:
            left_out.append(LeftOut(line, reason))
        else:
            counted.append(line)
    amounts = [line.amount for line in counted if line.type and line.amount is not None]
    if len(amounts) < len(counted):
        raise Missing(INCOME, reason=Phrase("En inntekt mangler type eller beløp. Hva er den?"))
    return Inntektsgrunnlag(tuple(counted), tuple(left_out), total(amounts))


def _why_left_out(line: IncomeLine, case: Case, members: Sequence[Member]) -> Phrase | None:
    """None where the line counts."""
    if line.type is IncomeType.SOSIALSTONAD:
        return Phrase("Sosialstønad regnes ikke med.")
    if line.until and case.is_over(line.until):
        income = Phrase(INCOME_WORDS[line.type or IncomeType.ANNET])
        return Phrase("{income} varte til {until} og regnes ikke med.", income=income, until=line.until)
    if line.who and does_not_borrow(line.who, members):
        return Phrase("{who} skal ikke låne. Inntekten regnes ikke med.", who=line.who)
    return None
