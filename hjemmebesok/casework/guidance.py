"""The verdicts on a visit as the family reads them: guidance, with a reason for each condition."""

from collections.abc import Iterator, Sequence

from hjemmebesok.casework.rules_in_use import NAMES
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Outcome
from hjemmebesok.eligibility.verdict import Finding, Verdict
from hjemmebesok.letters.kinds.guidance import Guidance, Reason


def guidance(*verdicts: Verdict) -> Guidance:
    """What the letter says of them; the figures are the first one's, and those not worked out are left out."""
    first = verdicts[0]
    figures = first.figures
    return Guidance(
        outcome=_outcome(verdicts),
        ruleset=_joined([Phrase(verdict.ruleset.title) for verdict in verdicts]),
        day=first.day,
        largest_loan=figures.capacity.largest_loan if figures.capacity else None,
        new_cost=figures.loan.new_housing_cost.to_whole_kroner if figures.loan else None,
        cost_today=figures.today,
        reasons=tuple(_reasons(verdicts)),
        remarks=tuple(dict.fromkeys(remark for verdict in verdicts for remark in _remarks(verdict))),
    )


def _outcome(verdicts: Sequence[Verdict]) -> Words:
    if len(verdicts) == 1:
        return verdicts[0].headline
    told = [
        Phrase("{rules}: {headline}", rules=Phrase(NAMES[each.ruleset.id]), headline=_words(each.headline))
        for each in verdicts
    ]
    return _joined(told)


def _reasons(verdicts: Sequence[Verdict]) -> Iterator[Reason]:
    """Everything the first rules say; of the others what is not for information only and has not been said already."""
    told: set[tuple[Words, Outcome, Words]] = set()
    for verdict in verdicts:
        for found in verdict.findings:
            said = (found.title, found.outcome, found.reason)
            beside = verdict is not verdicts[0]
            if said in told or (beside and found.outcome is Outcome.IKKE_AKTUELT):
                continue
            told.add(said)
            title = _words(found.title)
            name = Phrase(NAMES[verdict.ruleset.id]) if beside else None
            condition = Phrase("{rules}: {condition}", rules=name, condition=title) if name else title
            yield Reason(condition, Phrase(OUTCOME_WORDS[found.outcome]), _reason(found))


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


def _joined(told: Sequence[Words]) -> Words:
    whole, *rest = told
    for words in rest:
        whole = Phrase("{before}, {words}", before=whole, words=words)
    return whole


def _words(title: Words) -> Words:
    return Phrase(title) if isinstance(title, str) else title
