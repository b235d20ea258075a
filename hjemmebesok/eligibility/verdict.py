"""A verdict: what a ruleset says about a household, condition by condition and for the whole.

It is guidance (veiledning), never a decision (vedtak).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.case import Assumption
from hjemmebesok.eligibility.condition import Outcome, Ruleset, Worked
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.figures import Figures
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.eligibility.step import Step

GUIDANCE = N_("Veiledende – ikke et vedtak")

_WORST_FIRST = (Outcome.FAIL, Outcome.MANGLER, Outcome.SKJONN, Outcome.OK)


class Finding(NamedTuple):
    """What became of one condition, and why."""

    id: str
    title: Words
    outcome: Outcome
    reason: Words
    hjemmel: Phrase
    used: tuple[Fact[Any], ...]
    missing: tuple[Fact[Any], ...]
    assumed: tuple[Assumption, ...]
    rates: tuple[Rate, ...]
    reason_in: Fact[str] | None  # where the caseworker's own reason is written, if the outcome rests on one
    written_reason: str | None  # that reason, in the language it was written in
    worked: Worked | None = None  # the calculation it rests on, if any
    gap: str = ""  # the code of the rate that is not known for the day, if that is what it lacks

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic behind this condition, line by line; none where it rests on no figures."""
        return self.worked.steps if self.worked else ()

    @property
    def needs_reason(self) -> bool:
        """True where the caseworker has not written the reason yet."""
        return self.reason_in is not None and self.written_reason is None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer. `ask` is what to ask next, in the order of the conditions; `facts` is what it was made from."""

    ruleset: Ruleset
    day: date
    facts: Facts
    outcome: Outcome
    findings: tuple[Finding, ...]
    figures: Figures
    ask: tuple[Fact[Any], ...]

    @property
    def headline(self) -> Words:
        """The whole in two or three words."""
        if self.outcome is Outcome.MANGLER:
            return _what_is_missing(self.findings)
        if self.outcome is Outcome.IKKE_AKTUELT and self.ruleset.need:
            return self.ruleset.not_needed
        return _HEADLINES[self.outcome]

    @property
    def assumed(self) -> tuple[Assumption, ...]:
        """Everything that was assumed, each once."""
        return tuple({one.fact: one for finding in self.findings for one in finding.assumed}.values())

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The dated rates that were used, each once; show one that is not verified as such."""
        return tuple({rate: None for finding in self.findings for rate in finding.rates})


_HEADLINES = {
    Outcome.OK: N_("Kan passe"),
    Outcome.SKJONN: N_("Trenger skjønn"),
    Outcome.FAIL: N_("Passer ikke"),
    Outcome.IKKE_AKTUELT: N_("Til orientering"),
}


def _what_is_missing(findings: Iterable[Finding]) -> Words:
    """How many answers to ask for; a rate that is not known is none of them, and is named where it is lacking."""
    missing = [finding for finding in findings if finding.outcome is Outcome.MANGLER]
    answers = sum(not finding.gap for finding in missing)
    if answers:
        return Plural("Mangler ett svar", "Mangler {n} svar", answers)
    return Plural("Mangler en sats", "Mangler {n} satser", len({finding.gap for finding in missing}))


def for_the_whole(outcomes: Iterable[Outcome], need: Outcome | None = None) -> Outcome:
    """FAIL before MANGLER before SKJONN before OK. IKKE_AKTUELT never counts, but as the `need`: where there is none,
    there is nothing to weigh."""
    if need is Outcome.IKKE_AKTUELT:
        return need
    seen = list(outcomes)
    return next((outcome for outcome in _WORST_FIRST if outcome in seen), Outcome.IKKE_AKTUELT)
