"""What must hold for every household: laws, tried on many made-up ones."""

import gc
from datetime import date
from decimal import Decimal
from typing import Any

from eligibility_cases import DAY, FAIL, HOUSEHOLDS, RATES, set_to
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.choices import (
    BankAnswer,
    BoardApproval,
    Car,
    CoBuyer,
    ConsumerDebt,
    DebtSettlement,
    LivsoppholdBasis,
    Membership,
    Ownership,
    Residence,
)
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import FACTS, INCOME, MEMBERS, Facts
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.members import Expecting, Member, Sex
from hjemmebesok.eligibility.rulesets import VERSIONS
from hjemmebesok.eligibility.verdict import Verdict


def kroner(most: int) -> st.SearchStrategy[Money]:
    return st.integers(min_value=0, max_value=most * 100).map(Money)


incomes = st.lists(
    st.builds(
        IncomeLine,
        type=st.none() | st.sampled_from(IncomeType),
        amount=st.none() | kroner(40_000),
        until=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        documented=st.none() | st.booleans(),
        who=st.sampled_from(["", "Ayşe", "Mehmet"]),
    ),
    max_size=4,
).map(tuple)
days = st.dates(date(2026, 8, 1), date(2027, 1, 31))
members = st.lists(
    st.builds(
        Member,
        age=st.none() | st.integers(0, 90),
        months=st.none() | st.integers(0, 11),
        sex=st.none() | st.sampled_from(Sex),
        expecting=st.none() | st.sampled_from(Expecting),
        name=st.sampled_from(["", "Ayşe Yılmaz", "Mehmet Yılmaz"]),
        borrower=st.none() | st.booleans(),
        debt=st.none() | kroner(5_000),
    ),
    max_size=5,
).map(tuple)
reasons = st.sampled_from(["Tre måneders kontoutskrift.", " "])
values: dict[str, st.SearchStrategy[Any]] = {
    "municipal_tenant": st.booleans(),
    "wishes_to_own": st.booleans(),
    "bank_answer": st.sampled_from(BankAnswer),
    "income": incomes,
    "livsopphold": kroner(30_000),
    "livsopphold_basis": st.sampled_from(LivsoppholdBasis),
    "livsopphold_factor": st.integers(30, 150),
    "other_expenses": kroner(5_000),
    "housing_costs": kroner(10_000),
    "price": kroner(4_000_000),
    "joint_debt": kroner(500_000),
    "costs": kroner(100_000),
    "repairs": kroner(200_000),
    "equity": kroner(4_000_000),
    "term_years": st.integers(1, 60),
    "fixed_rate": st.booleans(),
    "rent_today": kroner(20_000),
    "power_today": kroner(3_000),
    "members": members,
    "applicant_age": st.integers(0, 120),
    "legal_person": st.booleans(),
    "residence": st.sampled_from(Residence),
    "months_in_municipality": st.integers(0, 1_200),
    "years_without_bank": st.integers(0, 60),
    "saving_used": st.booleans(),
    "special_needs": st.booleans(),
    "needs_stable_home": st.booleans(),
    "risks_losing_home": st.booleans(),
    "needed_for_work": st.booleans(),
    "car": st.sampled_from(Car),
    "gross_income_year": kroner(1_000_000),
    "later_income": incomes,
    "savings": kroner(500_000),
    "debt_settlement": st.sampled_from(DebtSettlement),
    "consumer_debt": st.sampled_from(ConsumerDebt),
    "debt_register_checked": st.booleans(),
    "dwelling_approved": st.booleans(),
    "loan_wanted": kroner(5_000_000),
    "interest_only_years": st.integers(0, 60),
    "lasting_low_income": st.booleans(),
    "predictable_income": st.booleans(),
    "suits_long_term": st.booleans(),
    "rentals_unsuitable": st.booleans(),
    "best_interests": reasons,
    "explained_on": days,
    "had_grant": st.booleans(),
    "ownership": st.sampled_from(Ownership),
    "preemption_in_articles": st.booleans(),
    "public_seller": st.booleans(),
    "tenant_of_dwelling": st.booleans(),
    "co_buyer": st.sampled_from(CoBuyer),
    "notice_on": days,
    "prior_notice_on": days,
    "preemption_used": st.booleans(),
    "other_share": st.booleans(),
    "board_approval": st.sampled_from(BoardApproval),
    "board_asked_on": days,
    "membership": st.sampled_from(Membership),
    **{name: reasons for name in FACTS if name.endswith("_reason")},
}
rulesets = st.sampled_from(VERSIONS)
partly_known = st.fixed_dictionaries({}, optional=values).map(lambda known: Facts(**known))
names = st.sampled_from(sorted(FACTS))


@st.composite
def households(draw: st.DrawFn, rules: st.SearchStrategy[Ruleset] = rulesets) -> tuple[Ruleset, Facts]:
    """A ruleset, and its household with some facts changed and some taken away."""
    chosen, known = draw(rules), draw(st.fixed_dictionaries({}, optional=values))
    gone = draw(st.lists(names, max_size=3, unique=True))
    return chosen, HOUSEHOLDS[chosen.id].but(**known, **{name: None for name in gone if name not in known})


def verdict_on(rules: Ruleset, facts: Facts, **settings: Any) -> Verdict:
    return check(set_to(rules, **settings), facts, rates=RATES, on=DAY)


def capacity(rules: Ruleset, facts: Facts, **settings: Any) -> Money | None:
    found = verdict_on(rules, facts, **settings).figures.capacity
    return found and found.largest_loan


def test_the_laws_are_tried_with_every_fact_there_is() -> None:
    assert set(values) == set(FACTS)


@given(households(), names)
def test_taking_a_fact_away_never_turns_a_condition_into_a_no(case: tuple[Ruleset, Facts], name: str) -> None:
    rules, facts = case
    before, after = verdict_on(rules, facts), verdict_on(rules, facts.but(**{name: None}))
    for known, unknown in zip(before.findings, after.findings, strict=True):
        assert unknown.outcome != FAIL or known.outcome == FAIL


@given(rulesets, partly_known)
def test_a_missing_fact_is_one_that_is_not_known_or_not_usable(rules: Ruleset, facts: Facts) -> None:
    # a term out of bounds, a line half filled in, a price of 0, an answer that has to wait
    usable_gaps = {"term_years", "income", "price", "members", "debt_register_checked", "explained_on"}
    waiting = {"board_approval", "preemption_used"}
    for finding in verdict_on(rules, facts).findings:
        for fact in finding.missing:
            assert facts.get(fact) is None or fact.name in usable_gaps | waiting
        for fact in finding.used:
            assert facts.get(fact) is not None


@given(households(), names)
def test_a_condition_that_did_not_read_a_fact_does_not_change_with_it(case: tuple[Ruleset, Facts], name: str) -> None:
    rules, facts = case
    before, after = verdict_on(rules, facts), verdict_on(rules, facts.but(**{name: None}))
    for known, unknown in zip(before.findings, after.findings, strict=True):
        read = {fact.name for fact in known.used} | ({known.reason_in.name} if known.reason_in else set())
        if name not in read:
            assert unknown == known


@given(households(), kroner(20_000))
def test_more_income_never_lowers_the_capacity(case: tuple[Ruleset, Facts], extra: Money) -> None:
    rules, facts = case
    more = facts.but(income=(*(facts.get(INCOME) or ()), IncomeLine(type=IncomeType.ANNET, amount=extra)))
    before, after = capacity(rules, facts), capacity(rules, more)
    assert before is None or (after is not None and after >= before)


@given(households(), st.integers(30, 50), st.integers(30, 50))
def test_a_longer_term_never_lowers_the_capacity(case: tuple[Ruleset, Facts], one: int, other: int) -> None:
    rules, facts = case
    shorter, longer = (capacity(rules, facts.but(term_years=years)) for years in sorted((one, other)))
    assert (shorter is None) == (longer is None)
    assert shorter is None or longer is None or shorter <= longer


@given(households(), st.decimals(0, 15, places=2), st.decimals(0, 15, places=2))
def test_a_higher_rate_never_raises_the_capacity(case: tuple[Ruleset, Facts], one: Decimal, other: Decimal) -> None:
    lower, higher = (capacity(*case, kalkulasjonsrente=rate) for rate in sorted((one, other)))
    assert (lower is None) == (higher is None)
    assert lower is None or higher is None or lower >= higher


@given(rulesets, st.fixed_dictionaries({}, optional=values), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(rules: Ruleset, known: dict[str, Any], chance: Any) -> None:
    shuffled = list(known.items())
    chance.shuffle(shuffled)
    assert verdict_on(rules, Facts(**dict(shuffled))) == verdict_on(rules, Facts(**known))


@given(households(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(case: tuple[Ruleset, Facts], chance: Any) -> None:
    rules, facts = case
    income, people = list(facts.get(INCOME) or ()), list(facts.get(MEMBERS) or ())
    chance.shuffle(income)
    chance.shuffle(people)
    other = facts.but(income=tuple(income), members=tuple(people))
    if not income or not people:
        return
    outcomes = [[found.outcome for found in verdict_on(rules, each).findings] for each in (facts, other)]
    assert outcomes[0] == outcomes[1]
    assert capacity(rules, facts) == capacity(rules, other)


def test_a_check_leaves_nothing_behind_for_the_garbage_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        for rules in VERSIONS:
            for name in FACTS:
                verdict_on(rules, HOUSEHOLDS[rules.id].but(**{name: None}))
        assert gc.collect() == 0
    finally:
        gc.enable()


@given(households())
def test_the_sums_hold_together(case: tuple[Ruleset, Facts]) -> None:
    loan = verdict_on(*case).figures.loan
    if loan:
        assert loan.amount + loan.gap == loan.need
        assert loan.amount <= loan.capacity.largest_loan
        assert loan.payment <= max(loan.capacity.available, Money(0))
