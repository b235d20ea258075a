"""How an outcome looks: its tone and its icon. The word is said beside them, never left to the colour."""

from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.verdict import Finding

LOOKS = {
    Outcome.OK: ("ok", "circle-check"),
    Outcome.FAIL: ("bad", "circle-x"),
    Outcome.SKJONN: ("info", "scale"),
    Outcome.MANGLER: ("warn", "circle-question-mark"),
    Outcome.IKKE_AKTUELT: ("muted", "info"),
}


def needs_you(finding: Finding) -> bool:
    """Whether the caseworker has something to find out or to write here."""
    return finding.outcome is Outcome.MANGLER or finding.needs_reason
