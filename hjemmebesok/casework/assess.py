"""What may fit the household of a visit: the answers of its form become facts, and the rules weigh them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hjemmebesok.casework.criteria import Criteria, criteria_of, shipped_criteria
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.visits import OpenVisit, open_visit
from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.economy import DEBTS, INCOME
from hjemmebesok.domain.kartlegging.fields import Field, lines
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.money import Money, total
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.income_drop import IncomeDrop, income_drop
from hjemmebesok.eligibility.inntektsgrunnlag import inntektsgrunnlag
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.remedies import Remedy, remedies
from hjemmebesok.eligibility.verdict import Verdict

FIELD_OF_FACT: Mapping[str, Field] = {
    **{field.fact: field for field in FIELDS.values() if field.fact},
    "applicant_age": MEMBERS,  # the age of the youngest who signs
}


@dataclass(frozen=True, slots=True)
class CountedIncome:
    """What the income lines come to a month so far, and why some do not count, by line id."""

    total: Money
    left_out: Mapping[str, Phrase]


def assess(desk: Desk, visit_id: str, on: date | None = None) -> Verdict:
    """The verdict on a visit's answers and readable drafts, on the day it was closed or else today.

    Raises Refused where the visit, or what it was weighed by, is not on this laptop.
    """
    opened = open_visit(desk, visit_id)
    answers = known_answers(opened.form.answers if opened.form else {}, opened.drafts)
    return assess_answers(answers, on or day_of(desk, opened), criteria_for(desk, opened))


def criteria_for(desk: Desk, opened: OpenVisit) -> Criteria:
    """What a visit is weighed by. Raises Refused where it is not on this laptop."""
    with desk.read() as reading:
        return criteria_of(reading, opened.visit, day_of(desk, opened))


def assess_answers(answers: Mapping[str, Any], on: date, criteria: Criteria | None = None) -> Verdict:
    """What leie til eie says of these answers. Only what is absent is missing. `criteria` as below."""
    rules, rates = _of(criteria).rules[0], _of(criteria).rates
    return check(rules, facts_from_answers(answers, on), rates=rates, on=on)


def assess_by_all(answers: Mapping[str, Any], on: date, criteria: Criteria | None = None) -> tuple[Verdict, ...]:
    """What all the rules say, leie til eie first. `criteria`: else those of who has published nothing."""
    facts, rates = facts_from_answers(answers, on), _of(criteria).rates
    return tuple(check(each, facts, rates=rates, on=on) for each in _of(criteria).rules)


def _of(criteria: Criteria | None) -> Criteria:
    return criteria or shipped_criteria()


@dataclass(frozen=True, slots=True)
class Advice:
    """What would turn an answer, each by itself; and how it stands when the temporary income has ended."""

    remedies: tuple[Remedy, ...]
    drop: IncomeDrop | None


def advise(verdict: Verdict, rates: Rates) -> Advice:
    """Found by running the rules again, many times: ask for it when somebody wants to see it."""
    drop = income_drop(verdict.ruleset, verdict.facts, rates=rates, on=verdict.day)
    return Advice(remedies(verdict, rates), drop)


def wanted(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """The names of the facts that some condition lacks, or waits for as somebody's written reason."""
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    missing = {fact.name for finding in findings for fact in finding.missing}
    return frozenset(missing | {each.reason_in.name for each in findings if each.reason_in})


def field_for(fact: Fact[Any], answers: Mapping[str, Any]) -> str:
    """The id of the field that gives the fact; '' where the form has none."""
    field = FIELD_OF_FACT.get(fact.name)
    if field is None:
        return ""
    # The expenses are stated and still not known: then a debt lacks what it costs.
    return DEBTS.id if fact.name == "other_expenses" and field.id in answers else field.id


def day_of(desk: Desk, opened: OpenVisit) -> date:
    """The day a visit is assessed for: a locked note keeps the rates of the day it was closed."""
    closed = opened.visit.closed_at
    return closed.astimezone(desk.now().tzinfo).date() if closed else desk.today()


def counted_income(answers: Mapping[str, Any], on: date, criteria: Criteria | None = None) -> CountedIncome:
    """Which income lines count so far; one that still lacks its type or amount is taken as it stands."""
    sums: list[Money] = []
    left_out: dict[str, Phrase] = {}
    members = {key: line for key, line in answers.items() if key.startswith(f"{MEMBERS.id}/")}
    for line_id, line in lines(answers, INCOME.id):
        whole = {"type": IncomeType.ANNET.value, "amount": 0} | line
        facts = facts_from_answers(members | {f"{INCOME.id}/{line_id}": whole}, on)
        income = Case(facts, _of(criteria).rules[0].settings, _of(criteria).rates, on).work_out(inntektsgrunnlag)
        sums.append(income.total)
        left_out.update((line_id, gone.reason) for gone in income.left_out)
    return CountedIncome(total(sums), left_out)
