"""JSON Schema (draft 2020-12) of the facts that are read and the verdict that is answered."""

from typing import Any

from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.fact import FACTS
from hjemmebesok.eligibility.rulesets import RULESETS
from hjemmebesok.eligibility.settings import SETTING_NAMES

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_TRUTH = {"type": "boolean"}
_NUMBER = {"type": "number"}
_DAY = {"type": "string", "format": "date"}
_FACT = {"enum": list(FACTS)}
_NAMES = {"type": "array", "items": _FACT}
_OUTCOME = {"enum": [str(outcome) for outcome in Outcome]}


def facts_schema() -> dict[str, Any]:
    """What facts_from_json reads. Amounts are kroner, as the description asks for them; null is not known."""
    facts = {
        fact.name: {"anyOf": [fact.kind.schema(), {"type": "null"}], "title": fact.label, "description": fact.ask}
        for fact in FACTS.values()
    }
    return {"$schema": _DRAFT, **_object(facts, needed=())}


def verdict_schema() -> dict[str, Any]:
    """What verdict_to_json and advice_to_json write."""
    verdict = {
        "ruleset": {"enum": list(RULESETS)},
        "version": _TEXT,
        "date": _DAY,
        "settings": _object({name: {} for name in SETTING_NAMES}),
        "guidance": _TEXT,
        "outcome": _OUTCOME,
        "headline": _TEXT,
        "facts": {key: value for key, value in facts_schema().items() if key != "$schema"},
        "findings": _list(_FINDING),
        "figures": _figures(),
        "ask": _list(_object({"fact": _FACT, "question": _TEXT})),
        "assumed": _list(_object({"fact": _FACT, "amount": _NUMBER, "words": _TEXT})),
        "rates": _list(_RATE),
        "remedies": _list(_REMEDY),
        "income_drop": {"anyOf": [_DROP, {"type": "null"}]},
    }
    return {"$schema": _DRAFT, **_object(verdict)}


def _object(properties: dict[str, Any], needed: tuple[str, ...] | None = None) -> dict[str, Any]:
    """An object with these properties and no other, all of them needed unless some are named."""
    required = list(properties if needed is None else needed)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _figures() -> dict[str, Any]:
    amounts = ("income", "available", "largest_loan", "need", "loan", "gap", "gap_percent", "payment")
    more = ("new_housing_cost", "housing_cost_today", "bostotte", "bostotte_limit")
    left_out = _object({"type": {}, "amount": {}, "who": _TEXT, "reason": _TEXT})
    figures = dict.fromkeys((*amounts, *more), _NUMBER) | {"left_out": _list(left_out), "steps": _list(_STEP)}
    return _object(figures, needed=("steps",))


_STEP = _object({"step": _TEXT, "value": {"type": ["number", "string", "null"]}, "counts": _TRUTH})
_FINDING = _object(
    {
        "id": _TEXT,
        "title": _TEXT,
        "outcome": _OUTCOME,
        "reason": _TEXT,
        "source": _TEXT,
        "used": _NAMES,
        "missing": _NAMES,
        "assumed": _NAMES,
        "reason_in": {"enum": [*FACTS, None]},
        "needs_reason": _TRUTH,
        "steps": _list(_STEP),
    }
)
_RATE = _object(
    {
        "code": _TEXT,
        "label": _TEXT,
        "amount": _NUMBER,
        "percent": _NUMBER,
        "gjelder_fra": _DAY,
        "source": _TEXT,
        "verified": _TRUTH,
    },
    needed=("code", "label", "gjelder_fra", "source", "verified"),
)
_REMEDY = _object({"fact": _FACT, "words": _TEXT, "value": {}, "turns": _list(_TEXT)})
_CHANGED = _object({"id": _TEXT, "now": _OUTCOME, "later": _OUTCOME, "reason": _TEXT})
_DROP = _object(
    {
        "after": {"anyOf": [_DAY, {"type": "null"}]},
        "now": _OUTCOME,
        "later": _OUTCOME,
        "headline": _TEXT,
        "changed": _list(_CHANGED),
    }
)
