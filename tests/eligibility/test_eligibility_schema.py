"""The JSON Schema says what is read and what is answered."""

import json
from datetime import date
from typing import Any

import pytest
from eligibility_cases import DAY, HOUSEHOLDS, RATES, judged, kr, line
from hypothesis import given
from test_eligibility_facts import EXAMPLE, anything, odd_facts
from test_eligibility_laws import households

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import FACTS, Facts
from hjemmebesok.eligibility.income_drop import income_drop
from hjemmebesok.eligibility.plain import facts_from_json, facts_to_json, verdict_to_json
from hjemmebesok.eligibility.plain_advice import advice_to_json
from hjemmebesok.eligibility.remedies import remedies
from hjemmebesok.eligibility.rulesets import VERSIONS
from hjemmebesok.eligibility.schema import facts_schema, verdict_schema

_KINDS: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int,
    "null": type(None),
}  # fmt: skip


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a value is valid, by the part of JSON Schema that ours uses."""
    if "anyOf" in schema:
        return any(fits(value, each) for each in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = schema.get("type", list(_KINDS))
    if not any(_is(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        closed = schema.get("additionalProperties", True) is False
        inside = all(fits(each, known.get(name, {})) for name, each in value.items())
        return inside and set(schema.get("required", ())) <= set(value) and not (closed and set(value) - set(known))
    if isinstance(value, list):
        return all(fits(each, schema.get("items", {})) for each in value)
    return within(value, schema)


def within(value: Any, schema: dict[str, Any]) -> bool:
    if isinstance(value, str):
        return len(value) <= schema.get("maxLength", len(value))
    if isinstance(value, bool) or value is None:
        return True
    return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _KINDS[kind]) and not (isinstance(value, bool) and kind in ("number", "integer"))


def test_the_schema_knows_every_fact_and_its_question() -> None:
    properties = facts_schema()["properties"]
    assert list(properties) == list(FACTS)
    assert properties["price"]["description"] == "Hva koster boligen det gjelder?"
    json.dumps(facts_schema())


@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_the_facts_of_each_household_fit_the_schema(rules: Ruleset) -> None:
    assert fits(json.loads(json.dumps(facts_to_json(HOUSEHOLDS[rules.id]))), facts_schema())
    assert fits(EXAMPLE, facts_schema())


@given(anything | odd_facts)
def test_what_does_not_fit_the_schema_is_refused(plain: object) -> None:
    if not fits(plain, facts_schema()):
        with pytest.raises(Refused):
            facts_from_json(plain)


@given(households())
def test_every_verdict_fits_the_schema(case: tuple[Ruleset, Facts]) -> None:
    rules, facts = case
    plain = verdict_to_json(check(rules, facts, rates=RATES, on=DAY)) | advice_to_json((), None)
    assert fits(json.loads(json.dumps(plain)), verdict_schema())


def test_the_advice_beside_a_verdict_fits_the_schema_too() -> None:
    income = (line("introduksjonsstonad", 34_000, until=date(2027, 5, 31)),)
    verdict = judged(price=kr(3_000_000), income=income)
    drop = income_drop(verdict.ruleset, verdict.facts, rates=RATES, on=DAY)
    plain = json.loads(json.dumps(verdict_to_json(verdict) | advice_to_json(remedies(verdict, RATES), drop)))
    assert plain["remedies"]
    assert plain["income_drop"]["changed"]
    assert fits(plain, verdict_schema())
    assert not fits(plain | {"more": 1}, verdict_schema())
