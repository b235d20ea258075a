"""Income drop: the same household with the income of today, and with the one that is likely to come after it.

An introduction benefit that ends, a benefit that turns into work: two verdicts by the same rules, side by side.
"""

from dataclasses import dataclass
from datetime import date

from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.facts import INCOME, LATER_INCOME, Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.verdict import Verdict


@dataclass(frozen=True, slots=True)
class IncomeDrop:
    """The verdict now, the verdict later, and the day after which nothing temporary is paid, where that is known."""

    now: Verdict
    later: Verdict
    after: date | None


def income_drop(ruleset: Ruleset, facts: Facts, *, rates: Rates, on: date) -> IncomeDrop | None:
    """Side by side; None where no income is temporary.

    Later, what is lasting stays and the lines that were stated for later come in. Where none were stated, nothing does.
    """
    lines = facts.get(INCOME) or ()
    ending = [line for line in lines if line.is_temporary]
    if not ending:
        return None
    lasting = tuple(line for line in lines if not line.is_temporary)
    later = facts.but(income=(*lasting, *(facts.get(LATER_INCOME) or ())))
    ends = [line.until for line in ending if line.until]
    after = max(ends) if len(ends) == len(ending) else None
    now = check(ruleset, facts, rates=rates, on=on)
    return IncomeDrop(now, check(ruleset, later, rates=rates, on=on), after)
