"""What the family is shown at the table: what housing costs them today and in a home of their own, and what is left.

About amounts, in whole hundreds: the talk is about more or less, and nobody is to think a krone was promised.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmebesok.casework.assess import advise, assess_by_all, criteria_for, day_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.unsettled import unsettled
from hjemmebesok.casework.visits import open_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.kartlegging.fields import lines
from hjemmebesok.domain.kartlegging.summary import AGREED
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.steps import step
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import BANK_ANSWER, LIVSOPPHOLD, LOOKED_UP, POWER_TODAY, RENT_TODAY, Fact
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.verdict import Verdict

_HUNDRED = 10_000  # øre
_MOST = 3  # changes told at once: more than that is a list, and no talk


@dataclass(frozen=True, slots=True)
class Cost:
    """What living somewhere costs a month: rent and power, or the loan and all the rest."""

    main: Money
    other: Money

    @property
    def total(self) -> Money:
        """Both together."""
        return self.main + self.other


@dataclass(frozen=True, slots=True)
class Own:
    """A home of their own, worked out with this price, rate and term."""

    cost: Cost
    paid_down: Money  # of the first payments, each month
    price: Money
    rate: Decimal  # per cent a year
    years: int


@dataclass(frozen=True, slots=True)
class FamilyView:
    """Everything on the page; None where it is not known. `missing` is (what, what to do); `steps` (what, by when).

    `helps` is what would turn the answer, each by itself; `doubtful` names the figures that nobody has checked;
    `unsettled` says what two have written differently that this is worked out from.
    """

    language: str
    municipality: str
    today: Cost | None
    own: Own | None
    left_to_live_on: Money | None
    missing: tuple[tuple[Words, Words], ...]
    steps: tuple[tuple[Words, date | None], ...]
    helps: tuple[Words, ...] = ()
    doubtful: tuple[str, ...] = ()
    unsettled: Words | None = None

    @property
    def more(self) -> Money | None:
        """How much more than today a home of their own costs each month, below zero for less."""
        return self.own.cost.total - self.today.total if self.own and self.today else None


def family_view(desk: Desk, visit_id: str) -> FamilyView:
    """The page for the family of this visit. Raises Refused where the visit is not on this laptop."""
    opened = open_visit(desk, visit_id)
    known = known_answers(opened.form.answers if opened.form else {}, opened.drafts)
    criteria = criteria_for(desk, opened)
    verdict = assess_by_all(known, day_of(desk, opened), criteria)[0]
    loan, left = verdict.figures.loan, _left(verdict)
    return FamilyView(
        language=opened.card.household.language,
        municipality=desk.municipality,
        today=_today(verdict),
        own=_own(loan) if loan else None,
        left_to_live_on=about(left) if left is not None else None,
        missing=tuple(_missing(verdict)),
        steps=tuple(_steps(known)),
        helps=tuple(remedy.words for remedy in advise(verdict, criteria.rates).remedies[:_MOST]),
        doubtful=tuple(dict.fromkeys(rate.label for rate in verdict.rates if not rate.verified)),
        unsettled=unsettled(opened.conflicts),
    )


def about(amount: Money) -> Money:
    """To the nearest hundred kroner."""
    return Money((amount.ore + _HUNDRED // 2) // _HUNDRED * _HUNDRED)


def _left(verdict: Verdict) -> Money | None:
    """What is lived on: as it was told, else by the table that was chosen."""
    capacity = verdict.figures.capacity
    return capacity.livsopphold if capacity else verdict.facts.get(LIVSOPPHOLD)


def _today(verdict: Verdict) -> Cost | None:
    rent, power = verdict.facts.get(RENT_TODAY), verdict.facts.get(POWER_TODAY)
    return None if rent is None or power is None else Cost(about(rent), about(power))


def _own(loan: Loan) -> Own:
    rate = loan.capacity.rate
    interest = Money(int(loan.amount.ore * rate / 1200))
    cost = Cost(about(loan.payment), about(loan.capacity.housing_costs))
    return Own(cost, about(loan.payment - interest), loan.price, rate, loan.capacity.years)


def _missing(verdict: Verdict) -> Iterator[tuple[Words, Words]]:
    told: set[Fact[Any]] = set()
    for finding in verdict.findings:
        if finding.outcome is not Outcome.MANGLER:
            continue
        if not LOOKED_UP.isdisjoint(finding.missing):
            yield finding.title, N_("Dette undersøker kommunen.")
        for fact in finding.missing:
            if fact not in told and fact not in LOOKED_UP:
                told.add(fact)
                yield fact.label, _to_do(fact)


def _to_do(fact: Fact[Any]) -> str:
    if fact is BANK_ANSWER:
        return N_("Har dere spurt banken om lån? Vis oss svaret.")
    return N_("Dette finner vi ut sammen.")


def _steps(known: Mapping[str, Any]) -> Iterator[tuple[Words, date | None]]:
    for line_id, line in lines(known, AGREED.id):
        agreed = step(line.get("step", ""))
        if agreed:
            values = {place: line[place] for place, _ in agreed.fields if place in line}
            words: Phrase = promised(FollowUp(id=line_id, case="", step=agreed.code, values=values))
            yield words, date.fromisoformat(line["due"]) if line.get("due") else None
