"""Forkjøpsrett (right of pre-emption) in a borettslag: whether others may buy first, and until when.

Burettslagslova kapittel 4. The deadlines: 20 days from the written notice, or 5 kvardagar where a forhåndsvarsel
reached the borettslag between 15 days and 3 months before it (§ 4-15). Payment within 14 days (§ 4-17). Only the
borettslag can use the right (§ 4-14). Against the tenant of the dwelling, where the seller is an owner of § 4-2, it
cannot be used, and the articles cannot say otherwise (§ 4-12).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.facts import (
    NOTICE_ON,
    PREEMPTION_IN_ARTICLES,
    PRIOR_NOTICE_ON,
    PUBLIC_SELLER,
    TENANT_OF_DWELLING,
)
from hjemmebesok.eligibility.kvardagar import after_kvardagar
from hjemmebesok.eligibility.step import Step

DAYS = 20
KVARDAGAR = 5
EARLIEST_NOTICE_DAYS = 15
EARLIEST_NOTICE_MONTHS = 3
BOARD_DAYS = 20  # § 4-5: then the approval counts as given
PAYMENT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Forkjopsrett:
    """Whether the right may be used against this buyer, and the last day of it; None where it may not."""

    applies: bool
    deadline: date | None = None
    short: bool = False  # the deadline is the one in kvardagar

    @property
    def steps(self) -> tuple[Step, ...]:
        """The deadline, where there is one."""
        return (Step(N_("Frist for forkjøpsrett"), self.deadline, counts=False),) if self.deadline else ()


def forkjopsrett(case: Case) -> Forkjopsrett:
    """What the articles, the seller, the buyer and the dates come to."""
    if not case[PREEMPTION_IN_ARTICLES]:
        return Forkjopsrett(False)
    if case[TENANT_OF_DWELLING] and case[PUBLIC_SELLER]:
        return Forkjopsrett(False)
    day, short = deadline(case[NOTICE_ON], case.get(PRIOR_NOTICE_ON))
    return Forkjopsrett(True, day, short)


def deadline(notice: date, prior_notice: date | None) -> tuple[date, bool]:
    """The last day, and whether it is the short deadline. `notice` is the day the written notice reached the lag."""
    earliest, latest = months_before(notice, EARLIEST_NOTICE_MONTHS), notice - timedelta(EARLIEST_NOTICE_DAYS)
    if prior_notice and earliest <= prior_notice <= latest:
        return after_kvardagar(notice, KVARDAGAR), True
    return notice + timedelta(DAYS), False


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the last one that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
