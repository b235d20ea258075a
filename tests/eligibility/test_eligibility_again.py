"""An assessment of last year can be made again, by the rules and figures of then, and with the same answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from eligibility_cases import DAY, HOUSEHOLDS, RATES
from hypothesis import given
from test_eligibility_laws import households

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility import rulesets
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.plain import facts_from_json, facts_to_json
from hjemmebesok.eligibility.rates import Rate, Rates
from hjemmebesok.eligibility.rulesets import VERSIONS, ruleset
from hjemmebesok.eligibility.settings_file import plain_settings, with_settings

NEXT_YEAR = date(DAY.year + 1, 1, 1)


def dearer(rate: Rate) -> Rate:
    amount = rate.amount * 2 if isinstance(rate.amount, Money) else rate.amount / 2
    return replace(rate, amount=amount, gjelder_fra=NEXT_YEAR, gjelder_til=None)


IN_FORCE, SIFO = RATES.in_force(DAY)
LATER = Rates([*RATES, *map(dearer, IN_FORCE)], [SIFO] if SIFO else [])


@given(households())
def test_figures_of_a_later_year_change_nothing_for_a_day_before_them(case: tuple[Ruleset, Facts]) -> None:
    rules, facts = case
    assert check(rules, facts, rates=LATER, on=DAY) == check(rules, facts, rates=RATES, on=DAY)


def test_the_same_figures_do_change_what_is_found_next_year() -> None:
    rules, facts = ruleset("startlan-2025"), HOUSEHOLDS["startlan-2025"]
    now, then = (check(rules, facts, rates=LATER, on=day) for day in (DAY, NEXT_YEAR))
    assert now.rates != then.rates


@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_what_is_kept_of_an_assessment_is_enough_to_make_it_again(
    rules: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facts and settings as JSON, the ruleset's name and version, and the day; though a newer version is in use now."""
    settings = {"grant_percent": 25, "kalkulasjonsrente": 4.785}
    made = check(with_settings(rules, settings), HOUSEHOLDS[rules.id], rates=RATES, on=DAY)
    kept: dict[str, Any] = {
        "facts": facts_to_json(made.facts),
        "settings": plain_settings(made.ruleset.settings),
        "rules": (made.ruleset.id, made.ruleset.version),
        "day": made.day.isoformat(),
    }
    newer = replace(rules, version="2", conditions=(), settings=replace(rules.settings, grant_percent=Decimal(1)))
    monkeypatch.setattr(rulesets, "VERSIONS", (*VERSIONS, newer))
    monkeypatch.setattr(rulesets, "RULESETS", {**rulesets.RULESETS, rules.id: newer})
    assert ruleset(rules.id) is newer
    again = check(
        with_settings(ruleset(*kept["rules"]), kept["settings"]),
        facts_from_json(kept["facts"]),
        rates=LATER,
        on=date.fromisoformat(kept["day"]),
    )
    assert again == made
