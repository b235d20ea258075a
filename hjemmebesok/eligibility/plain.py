"""Facts and verdicts as plain JSON values.

Amounts are kroner, dates are ISO text, and a fact that is not known is absent.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.eligibility.case import Assumption
from hjemmebesok.eligibility.facts import Facts, fact_named
from hjemmebesok.eligibility.figures import Figures
from hjemmebesok.eligibility.inntektsgrunnlag import LeftOut
from hjemmebesok.eligibility.kinds import plain_money
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.eligibility.settings_file import plain_settings
from hjemmebesok.eligibility.step import Step
from hjemmebesok.eligibility.verdict import GUIDANCE, Finding, Verdict

Say = Callable[[Words], str]


def facts_from_json(plain: object) -> Facts:
    """Facts from a JSON object: {"price": 2000000, "income": [{"type": "lonn_fast", "amount": "22 400"}], …}.

    null is not known. Raises Refused, naming the fact, for anything that cannot be one.
    """
    if not isinstance(plain, dict):
        raise Refused(Phrase("Opplysningene må være et JSON-objekt."))
    named = {fact_named(str(name)): value for name, value in plain.items()}
    return Facts(**{fact.name: fact.kind.read(fact.name, value) for fact, value in named.items() if value is not None})


def facts_to_json(facts: Facts) -> dict[str, Any]:
    """The same object that facts_from_json reads."""
    return {fact.name: fact.kind.plain(value) for fact, value in facts.known.items()}


def verdict_to_json(verdict: Verdict, say: Say = str) -> dict[str, Any]:
    """The verdict as a JSON object; `say` puts its words into the reader's language (bokmål where none is given)."""
    return {
        "ruleset": verdict.ruleset.id,
        "version": verdict.ruleset.version,
        "date": verdict.day.isoformat(),
        "settings": plain_settings(verdict.ruleset.settings),
        "guidance": say(GUIDANCE),
        "outcome": str(verdict.outcome),
        "headline": say(verdict.headline),
        "facts": facts_to_json(verdict.facts),
        "findings": [_finding(finding, say) for finding in verdict.findings],
        "figures": _figures(verdict.figures, say),
        "ask": [{"fact": fact.name, "question": say(fact.ask)} for fact in verdict.ask],
        "assumed": [_assumption(assumption, say) for assumption in verdict.assumed],
        "rates": [_rate(rate, say) for rate in verdict.rates],
    }


def _finding(finding: Finding, say: Say) -> dict[str, Any]:
    return {
        "id": finding.id,
        "title": say(finding.title),
        "outcome": str(finding.outcome),
        "reason": say(finding.reason),
        "source": say(finding.hjemmel),
        "used": [fact.name for fact in finding.used],
        "missing": [fact.name for fact in finding.missing],
        "assumed": [assumption.fact.name for assumption in finding.assumed],
        "reason_in": finding.reason_in.name if finding.reason_in else None,
        "needs_reason": finding.needs_reason,
        "steps": [step_to_json(step, say) for step in finding.steps],
    }


def _figures(figures: Figures, say: Say) -> dict[str, Any]:
    """The figures by name, those that could be worked out; and the arithmetic line by line."""
    plain: dict[str, Any] = {}
    if income := figures.income:
        plain |= {"income": income.total, "left_out": [_left_out(gone, say) for gone in income.left_out]}
    if capacity := figures.capacity:
        plain |= {"available": capacity.available, "largest_loan": capacity.largest_loan}
    if loan := figures.loan:
        plain |= {"need": loan.need, "loan": loan.amount, "gap": loan.gap, "gap_percent": loan.gap_percent}
        plain |= {"payment": loan.payment, "new_housing_cost": loan.new_housing_cost}
    if figures.today is not None:
        plain["housing_cost_today"] = figures.today
    if figures.bostotte:
        plain |= {"bostotte": figures.bostotte.monthly, "bostotte_limit": figures.bostotte.limit_monthly}
    plain["steps"] = [step_to_json(step, say) for step in figures.steps]
    return {name: _figure(value) for name, value in plain.items()}


def _left_out(gone: LeftOut, say: Say) -> dict[str, Any]:
    kind = str(gone.line.type) if gone.line.type else None
    return {"type": kind, "amount": _figure(gone.line.amount), "who": gone.line.who, "reason": say(gone.reason)}


def step_to_json(step: Step, say: Say) -> dict[str, Any]:
    """One line of arithmetic, as the verdict shows it."""
    return {"step": say(step.words), "value": _figure(step.value), "counts": step.counts}


def _assumption(assumption: Assumption, say: Say) -> dict[str, Any]:
    return {
        "fact": assumption.fact.name,
        "amount": plain_money(assumption.amount),
        "words": say(assumption.words),
    }


def _rate(rate: Rate, say: Say) -> dict[str, Any]:
    return {
        "code": rate.code,
        "label": say(rate.label),
        **({"amount": plain_money(rate.amount)} if isinstance(rate.amount, Money) else {"percent": float(rate.amount)}),
        "gjelder_fra": rate.gjelder_fra.isoformat(),
        "source": rate.source,
        "verified": rate.verified,
    }


def _figure(value: Any) -> Any:
    """Money as kroner, a percentage or factor as a number, a day as text; everything else is plain already."""
    if isinstance(value, Money):
        return plain_money(value)
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
