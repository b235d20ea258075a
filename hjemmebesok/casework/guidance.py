"""The verdict of a visit as the family reads it: guidance, with a reason for each condition."""

from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS
from hjemmebesok.eligibility.verdict import Finding, Verdict
from hjemmebesok.letters.kinds.guidance import Guidance, Reason


def guidance(verdict: Verdict) -> Guidance:
    """What the letter says of the verdict; figures that could not be worked out are left out."""
    figures = verdict.figures
    return Guidance(
        outcome=verdict.headline,
        ruleset=Phrase(verdict.ruleset.title),
        day=verdict.day,
        largest_loan=figures.capacity.largest_loan if figures.capacity else None,
        new_cost=figures.loan.new_housing_cost.to_whole_kroner if figures.loan else None,
        cost_today=figures.today,
        reasons=tuple(
            Reason(_words(found.title), Phrase(OUTCOME_WORDS[found.outcome]), _reason(found))
            for found in verdict.findings
        ),
        remarks=tuple(_remarks(verdict)),
    )


def _reason(found: Finding) -> Words:
    # The verdict asks the caseworker for a reason; the family is told that one is owed to them.
    return Phrase("Kommunen skal skrive en begrunnelse.") if found.needs_reason else found.reason


def _remarks(verdict: Verdict) -> list[Words]:
    unverified = [
        Phrase("Satsen «{rate}» er ikke kontrollert hos den som fastsetter den.", rate=Phrase(rate.label))
        for rate in verdict.rates
        if not rate.verified
    ]
    return [*(assumption.words for assumption in verdict.assumed), *unverified]


def _words(title: Words) -> Words:
    return Phrase(title) if isinstance(title, str) else title
