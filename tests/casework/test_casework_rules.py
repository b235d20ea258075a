"""The municipality's own settings and figures: published, in force from a day, and kept for what was closed by them."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hjemmebesok.casework.assess import assess, assess_by_all, criteria_for
from hjemmebesok.casework.criteria import criteria_now, shipped_criteria
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rate_tables import preview_rates, publish_rates, rates_in_force, shipped_rates
from hjemmebesok.casework.rule_settings import publish_settings, rules_in_force, settings_history
from hjemmebesok.casework.visits import close_visit, correct_visit, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.casework.whatif import what_if
from hjemmebesok.demo.programme import ANSWERS
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.rules import RateTable, RuleSettings
from hjemmebesok.domain.visit import Visit
from hjemmebesok.eligibility.rulesets import RULESETS, ruleset
from hjemmebesok.eligibility.settings import LIMITS

RULES = "leie-til-eie-2011"
MUNICIPAL = {"dwelling.municipal": True, "economy.bank": "refused", "economy.livsopphold_reason": "Kontoutskrift."}


def later(desk: Desk, days: int) -> Desk:
    return replace(desk, clock=lambda: desk.now() + timedelta(days=days))


def rate(code: str, kroner: int, first: date, more: str = "verified = true") -> bytes:
    return (
        f'[[rate]]\ncode = "{code}"\nkroner = {kroner}\ngjelder_fra = {first}\nsource = "Kartverket"\n{more}\n'.encode()
    )


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    made = plan_visit(desk, family, desk.now().replace(tzinfo=None)).made
    start_visit(desk, made)
    for field, value in (ANSWERS | MUNICIPAL).items():
        save_answer(desk, made, field, value)
    return made


def outcomes(desk: Desk, visit: str) -> list[Any]:
    opened = open_visit(desk, visit)
    assert opened.form
    verdicts = assess_by_all(opened.form.answers, date(2026, 10, 12), criteria_for(desk, opened))
    return [(each.outcome, each.findings, each.figures) for each in verdicts]


def test_where_nothing_is_published_the_rulesets_and_the_figures_of_the_program_hold_as_they_are(desk: Desk) -> None:
    criteria = criteria_now(desk)
    assert criteria == shipped_criteria()
    assert all(rules is RULESETS[rules.id] for rules in criteria.rules), "what the approved pages are made from"
    assert criteria.rates is shipped_rates()


def test_settings_hold_from_their_day_until_the_next_ones(desk: Desk) -> None:
    today = desk.today()
    publish_settings(desk, RULES, {"grant_percent": 25}, today + timedelta(days=10), "Vedtatt i bystyret.")
    publish_settings(desk, RULES, {"grant_percent": Decimal(7)}, today, "Vedtatt i fagmøte.")
    with desk.read() as reading:
        found = [
            rules_in_force(reading, RULES, today + timedelta(days=days)).settings.grant_percent
            for days in (-1, 0, 9, 10)
        ]
        history = [each.values for each in settings_history(reading, RULES)]
    assert found == [20, 7, 7, 25]
    assert history == [{"grant_percent": 25.0}, {"grant_percent": 7.0}]


def test_those_published_last_for_a_day_are_the_ones_that_hold(desk: Desk) -> None:
    publish_settings(desk, RULES, {"grant_percent": 25}, desk.today(), "Først.")
    publish_settings(later(desk, 1), RULES, {}, desk.today(), "Tilbake til det programmet har.")
    assert criteria_now(desk).rules[0].settings == ruleset(RULES).settings


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"rente_paslag": 1}, "Forskrift om lån fra Husbanken § 8-1"),
        ({"botid_months": 36}, "Veileder for startlån"),
        ({"grant_percent": 101}, "Grensen skal bare hindre skrivefeil"),
        ({"grant_percnt": 10}, "finnes ikke"),
    ],
)
def test_what_law_or_guideline_does_not_allow_is_refused_with_its_source(
    desk: Desk, values: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        publish_settings(desk, "startlan-2025", values, desk.today(), "Grunn.")
    with pytest.raises(Refused, match="hvorfor"):
        publish_settings(desk, "startlan-2025", {}, desk.today(), " ")
    with desk.read() as reading:
        assert settings_history(reading, "startlan-2025") == []


def test_settings_that_this_version_cannot_use_are_said_and_not_replaced(desk: Desk, visit: str) -> None:
    publish_settings(desk, RULES, {"grant_percent": 25}, desk.today(), "Vedtatt.")
    with desk.work() as work:
        (own,) = work.all(RuleSettings)
        work.put(replace(own, values={"of_a_later_version": 1}))
    with pytest.raises(Refused, match=r"Leie til eie.*kan ikke brukes her.*of_a_later_version"):
        assess(desk, visit)
    close_visit(desk, visit)
    assert f"{RULES}/1/{own.id}" in open_visit(desk, visit).visit.rules
    with pytest.raises(Refused):
        assess(desk, visit)


numbers = {
    name: st.decimals(limits.smallest, limits.largest, places=2)
    if isinstance(limits.smallest, Decimal)
    else st.integers(limits.smallest, limits.largest)
    for name, limits in LIMITS.items()
    if not isinstance(limits.smallest, Money) and name != "shortest_term"
}
anything = st.fixed_dictionaries({}, optional=numbers)


turns = itertools.count(1)


@given(before=anything, after=anything)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_closed_visit_gives_the_same_answer_whatever_is_published_later(
    desk: Desk, family: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    made = plan_visit(desk, family, desk.now().replace(tzinfo=None)).made
    start_visit(desk, made)
    for field, value in (ANSWERS | MUNICIPAL).items():
        save_answer(desk, made, field, value)
    turn = next(turns)
    for rules in ("startlan-2025", "tilskudd"):
        publish_settings(later(desk, 2 * turn), rules, before, desk.today(), "Før.")
    close_visit(desk, made)
    was = outcomes(desk, made)
    for rules in ("startlan-2025", "tilskudd"):
        publish_settings(later(desk, 2 * turn + 1), rules, after, desk.today(), "Etter.")
    publish_rates(later(desk, 2 * turn + 1), rate("tinglysing_pant", 10_000 + turn, desk.today()), "Rettet.")
    assert outcomes(desk, made) == was


def test_a_correction_is_weighed_by_what_holds_now(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    publish_settings(desk, RULES, {"grant_percent": 7}, desk.today(), "Vedtatt.")
    corrected = correct_visit(desk, visit).made
    assert assess(desk, visit).ruleset.settings.grant_percent == 20
    assert assess(desk, corrected).ruleset.settings.grant_percent == 7


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("startlan-2025/2", "Startlån i en versjon som dette programmet ikke har"),
        ("startlan-2025/1/somewhere-else", "Innstillingene for Startlån som notatet er vurdert etter"),
        ("rates/somewhere-else", "Satsene som notatet er vurdert etter"),
        ("rate/tinglysing_pant/1", "Satsen «Tinglysing av pant» er rettet"),
    ],
)
def test_what_a_note_was_weighed_by_and_is_not_here_is_said(desk: Desk, visit: str, noted: str, said: str) -> None:
    close_visit(desk, visit)
    with desk.work() as work:
        closed = work.get(Visit, visit)
        work.put(replace(closed, rules=(noted, *closed.rules)))
    with pytest.raises(Refused, match=said):
        assess(desk, visit)


def test_a_note_of_before_there_were_settings_is_weighed_by_the_rulesets_own(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    with desk.work() as work:
        work.put(replace(work.get(Visit, visit), rules=("leie-til-eie-2011/1", "startlan-2025/1", "tilskudd/1")))
    publish_settings(desk, RULES, {"grant_percent": 7}, desk.today(), "Vedtatt.")
    assert criteria_for(desk, open_visit(desk, visit)) == shipped_criteria()


def test_a_table_lies_over_the_figures_of_the_program(desk: Desk) -> None:
    first = date(2027, 1, 1)
    publish_rates(desk, rate("tinglysing_pant", 700, first), "Kartverkets priser for 2027.")
    with desk.read() as reading:
        rates = rates_in_force(reading)
    found = rates.on("tinglysing_pant", first)
    assert found is not None and (found.amount, found.source) == (Money.kroner(700), "Kartverket")
    before = rates.on("tinglysing_pant", first - timedelta(days=1))
    assert before is not None and before.amount != Money.kroner(700)
    assert rates.budgets, "SIFO's tables are still there"


def test_a_preview_says_what_changes_and_what_is_there_already(desk: Desk) -> None:
    first = date(2027, 1, 1)
    table = rate("tinglysing_pant", 700, first)
    (change,) = preview_rates(desk, table).changes
    assert change.rate.amount == Money.kroner(700)
    assert change.before is not None and change.before.gjelder_fra < first
    publish_rates(desk, table, "Priser for 2027.")
    again = preview_rates(desk, table)
    assert again.empty and again.unchanged == 1
    with pytest.raises(Refused, match="gjelder allerede"):
        publish_rates(desk, table, "En gang til.")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"", "ingen satser"),
        (b"\xff", "UTF-8"),
        (b"[[rate", "kan ikke leses"),
        (rate("tinglysing_pnt", 1, date(2027, 1, 1)), "brukes ikke av noen regel"),
        (rate("styringsrente", 1, date(2027, 1, 1)), "feil enhet"),
        (rate("tinglysing_pant", -1, date(2027, 1, 1)), "negativ"),
        (rate("tinglysing_pant", 1, date(2027, 1, 1), ""), "«verified»"),
    ],
)
def test_a_file_that_is_no_table_of_rates_is_refused_in_one_sentence(desk: Desk, table: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        publish_rates(desk, table, "Grunn.")
    with desk.read() as reading:
        assert reading.all(RateTable) == []


def test_what_if_goes_by_the_figures_and_settings_that_hold(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    publish_settings(desk, RULES, {"grant_percent": 7}, desk.today(), "Vedtatt.")
    a, b = criteria_now(desk).rules[0], ruleset(RULES)
    found = what_if(desk, a, b)
    assert len(found.comparison.changed) == 1
    with desk.read() as reading:
        assert found.rates is rates_in_force(reading)
