"""What would change an answer, and what happens when an income ends, as plain JSON values."""

from collections.abc import Iterable
from typing import Any

from hjemmebesok.eligibility.extra_loan import ExtraLoan
from hjemmebesok.eligibility.income_drop import IncomeDrop
from hjemmebesok.eligibility.kinds import plain_money
from hjemmebesok.eligibility.plain import Say, facts_to_json, step_to_json
from hjemmebesok.eligibility.remedies import Remedy


def advice_to_json(remedies: Iterable[Remedy], drop: IncomeDrop | None, say: Say = str) -> dict[str, Any]:
    """Both, to stand beside the verdict in one object."""
    return {"remedies": [_remedy(remedy, say) for remedy in remedies], "income_drop": _income_drop(drop, say)}


def extra_loan_to_json(extra: ExtraLoan | None, say: Say = str) -> dict[str, Any]:
    """The room for an extra loan with its arithmetic; null where the loan of the purchase cannot be worked out."""
    if extra is None:
        return {"extra_loan": None}
    steps = [step_to_json(step, say) for step in extra.steps]
    return {"extra_loan": {"room": plain_money(extra.room), "steps": steps}}


def _remedy(remedy: Remedy, say: Say) -> dict[str, Any]:
    """The change in words, the fact as it would be, and the conditions that it turns to OK."""
    after = facts_to_json(remedy.facts)[remedy.fact.name]
    return {"fact": remedy.fact.name, "words": say(remedy.words), "value": after, "turns": list(remedy.turns)}


def _income_drop(drop: IncomeDrop | None, say: Say) -> dict[str, Any] | None:
    """The two outcomes side by side, and each condition whose outcome differs; null where no income is temporary."""
    if drop is None:
        return None
    pairs = zip(drop.now.findings, drop.later.findings, strict=True)
    changed = [
        {"id": now.id, "now": str(now.outcome), "later": str(later.outcome), "reason": say(later.reason)}
        for now, later in pairs
        if now.outcome is not later.outcome
    ]
    return {
        "after": drop.after.isoformat() if drop.after else None,
        "now": str(drop.now.outcome),
        "later": str(drop.later.outcome),
        "headline": say(drop.later.headline),
        "changed": changed,
    }
