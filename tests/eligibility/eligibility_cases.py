"""For each ruleset a household in which every condition is answered, and how it is judged."""

from dataclasses import replace
from datetime import date
from typing import Any

from hjemmebesok.assets import resource
from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome, Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.members import Member, Sex
from hjemmebesok.eligibility.rates import Rates, parse_rates
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.eligibility.verdict import Finding, Verdict

Cases = dict[str, list[tuple[str, dict[str, Any], Outcome]]]
OK, FAIL, SKJONN, MANGLER, IKKE_AKTUELT = Outcome
DAY = date(2026, 11, 22)
RATES: Rates = parse_rates(path.read_text("utf-8") for path in sorted(resource("rates").glob("*.toml")))
RULES = ruleset("leie-til-eie-2011")
kr = Money.kroner


def line(type_: str | None, kroner: int | str | None, **more: Any) -> IncomeLine:
    """One income line, in kroner."""
    return IncomeLine(type=IncomeType(type_) if type_ else None, amount=None if kroner is None else kr(kroner), **more)


HOUSEHOLD = Facts(
    municipal_tenant=True,
    wishes_to_own=True,
    bank_answer="refused",
    income=(line("lonn_fast", 22_400), line("lonn_deltid", 7_576), line("barnetrygd", 4_024)),
    livsopphold=kr(19_000),
    livsopphold_basis="sifo",
    livsopphold_factor=100,
    other_expenses=kr(900),
    housing_costs=kr(5_200),
    price=kr(2_000_000),
    costs=kr(1_090),
    repairs=kr(0),
    equity=kr(0),
    term_years=40,
    fixed_rate=True,
    rent_today=kr(12_600),
    power_today=kr(900),
    ownership="andel",
    preemption_in_articles=True,
    public_seller=True,
    tenant_of_dwelling=True,
    co_buyer="none",
    other_share=False,
    board_approval="not_needed",
    membership="not_needed",
)

# A mother and a boy of five, SIFO without a car: 17 414 kr, of which 80 % is 13 931 kr; 11 669 kr left for a loan.
STARTLAN_HOUSEHOLD = Facts(
    members=(Member(age=30, sex=Sex.F), Member(age=5)),
    applicant_age=30,
    residence="citizen",
    months_in_municipality=60,
    municipal_tenant=True,
    bank_answer="refused",
    years_without_bank=6,
    saving_used=True,
    special_needs=False,
    needs_stable_home=True,
    risks_losing_home=False,
    needed_for_work=False,
    income=(line("lonn_fast", 29_488), line("barnetrygd", 2_012)),
    gross_income_year=kr(480_000),
    livsopphold_basis="sifo",
    livsopphold_factor=80,
    car="none",
    other_expenses=kr(1_200),
    housing_costs=kr(4_700),
    savings=kr(150_000),
    debt_settlement="none",
    consumer_debt="none",
    debt_register_checked=True,
    dwelling_approved=True,
    ownership="andel",
    price=kr(1_700_000),
    joint_debt=kr(300_000),
    costs=kr(1_090),
    repairs=kr(0),
    equity=kr(60_000),
    term_years=30,
    fixed_rate=True,
    lasting_low_income=True,
    predictable_income=True,
    suits_long_term=True,
    rentals_unsuitable=True,
    best_interests="Gutten kan bli i barnehagen sin.",
    explained_on=date(2026, 11, 2),
    rent_today=kr(11_000),
    power_today=kr(900),
    had_grant=False,
)
TILSKUDD_HOUSEHOLD = STARTLAN_HOUSEHOLD.but(price=kr(2_800_000), equity=kr(0), term_years=50)

HOUSEHOLDS = {"leie-til-eie-2011": HOUSEHOLD, "startlan-2025": STARTLAN_HOUSEHOLD, "tilskudd": TILSKUDD_HOUSEHOLD}
STARTLAN, GRANT = ruleset("startlan-2025"), ruleset("tilskudd")


def judged(rules: Ruleset = RULES, on: date = DAY, **changes: Any) -> Verdict:
    """The verdict on the household of a ruleset with these changes."""
    return check(rules, HOUSEHOLDS[rules.id].but(**changes), rates=RATES, on=on)


def set_to(rules: Ruleset, **settings: Any) -> Ruleset:
    """The ruleset with other settings."""
    return replace(rules, settings=replace(rules.settings, **settings))


def found(verdict: Verdict, code: str) -> Finding:
    """The finding of one condition."""
    return next(finding for finding in verdict.findings if finding.id == code)
