"""A verdict as lines of text: the whole, each condition with reason and source, the arithmetic, what to ask next."""

from collections.abc import Iterator, Sequence

import click

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.condition import OUTCOME_WORDS
from hjemmebesok.eligibility.extra_loan import ExtraLoan
from hjemmebesok.eligibility.income_drop import IncomeDrop
from hjemmebesok.eligibility.remedies import Remedy
from hjemmebesok.eligibility.step import Step
from hjemmebesok.eligibility.verdict import GUIDANCE, Finding, Verdict
from hjemmebesok.language import Language

WIDTH = 100  # characters


def lines(verdict: Verdict, language: Language) -> Iterator[str]:
    """The verdict in the reader's language."""
    say = language.say
    yield f"{say(verdict.headline)} · {say(GUIDANCE)}"
    yield f"{say(verdict.ruleset.title)} · {language.day(verdict.day)}"
    yield say(verdict.ruleset.source)
    for finding in verdict.findings:
        yield from _finding(finding, verdict.ruleset.source, language)
    yield from _section(language, N_("Regnestykket"), [_step(step, language) for step in verdict.figures.steps])
    yield from _section(language, N_("Forutsatt"), [say(one.words) for one in verdict.assumed])
    doubtful = [
        Phrase("{label} ({source})", label=Phrase(rate.label), source=rate.source)
        for rate in verdict.rates
        if not rate.verified
    ]
    yield from _section(language, N_("Satser som ikke er kontrollert"), [say(rate) for rate in doubtful])
    yield from _section(language, N_("Spør om"), [say(fact.ask) for fact in verdict.ask])


def advice_lines(changes: Sequence[Remedy], drop: IncomeDrop | None, language: Language) -> Iterator[str]:
    """What would change the answer, and how it stands when a temporary income has ended."""
    told = [Phrase("{words} ({turns})", words=change.words, turns=", ".join(change.turns)) for change in changes]
    yield from _section(language, N_("Dette endrer svaret, hver for seg"), [language.say(words) for words in told])
    if drop:
        ended = N_("Når den midlertidige inntekten er slutt")
        yield from _section(
            language, ended, [f"{language.say(drop.now.headline)} → {language.say(drop.later.headline)}"]
        )


def extra_loan_lines(extra: ExtraLoan | None, language: Language) -> Iterator[str]:
    """The room for an extra loan after the purchase, with its arithmetic."""
    told = [_step(step, language) for step in extra.steps] if extra else []
    yield from _section(
        language,
        N_("Tilleggslån etter kjøpet"),
        told or [language.say(N_("Lånet ved kjøpet kan ikke regnes ut, så rommet er ikke kjent."))],
    )


def _finding(finding: Finding, source: Phrase, language: Language) -> Iterator[str]:
    outcome = language.say(OUTCOME_WORDS[finding.outcome])
    yield ""
    yield f"{finding.id:4} {outcome}: {language.say(finding.title)}"
    yield _wrapped(language.say(finding.reason), "     ")
    if finding.hjemmel != source:  # the ruleset's own stands once, at the top
        yield _wrapped(language.say(finding.hjemmel), "     ")


def _step(step: Step, language: Language) -> str:
    value = "–" if step.value is None else language.show(step.value)
    words = language.say(step.words)
    return (
        f"{words}: {value}"
        if step.counts
        else language.say(Phrase("({words}: {value}, regnes ikke med)", words=words, value=value))
    )


def _section(language: Language, title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield ""
        yield language.say(title)
        yield from (_wrapped(text, "  ") for text in texts)


def _wrapped(text: str, indent: str) -> str:
    return click.wrap_text(text, WIDTH, indent, indent)
