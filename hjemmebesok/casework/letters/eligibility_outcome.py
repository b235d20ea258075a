"""The outcome of a check, as guidance, from the locked note of a visit and the rules it was closed with."""

from collections.abc import Mapping
from typing import Any

from hjemmebesok.casework.assess import advise, assess_by_all, criteria_for, day_of
from hjemmebesok.casework.guidance import guidance
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.letters.closed_visit import closed_visit
from hjemmebesok.casework.letters.wanted import WRITTEN_IN, Wanted
from hjemmebesok.casework.noted import noted
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
from hjemmebesok.domain.kartlegging import FIELDS, health
from hjemmebesok.domain.kartlegging.economy import DEBTS
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.letters.kinds.cell import Percent
from hjemmebesok.letters.kinds.eligibility_outcome import EligibilityOutcome, UsedRate

_HEALTH = frozenset(field.fact for field in health.SECTION.fields if field.fact)


def eligibility_outcome(wanted: Wanted) -> EligibilityOutcome:
    """Raises Refused where the visit is not closed, or the rules asked for are not among those it is held against,
    or what it was weighed by is not here."""
    opened, _ = closed_visit(wanted)
    rates = criteria_for(wanted.desk, opened).rates
    verdict, answers = weighed(wanted, wanted.details.rules or LEIE_TIL_EIE)
    used = {fact.name for finding in verdict.findings for fact in finding.used}
    return EligibilityOutcome(
        **wanted.addressed,
        guidance=guidance(verdict),
        version=verdict.ruleset.version,
        applies_from=verdict.ruleset.gjelder_fra,
        source=verdict.ruleset.source,
        inputs=noted(_only(used, answers), WRITTEN_IN),
        health=not _HEALTH.isdisjoint(used),
        missing=tuple(Phrase(fact.ask) for fact in verdict.ask),
        remedies=tuple(remedy.words for remedy in advise(verdict, rates).remedies),
        rates=tuple(map(_rate, verdict.rates)),
    )


def weighed(wanted: Wanted, rules: str) -> tuple[Verdict, Mapping[str, Any]]:
    """The verdict on a closed visit by these rules, in the version it was closed with, and its answers."""
    opened, answers = closed_visit(wanted)
    answers = known_answers(answers, {})
    for verdict in assess_by_all(answers, day_of(wanted.desk, opened), criteria_for(wanted.desk, opened)):
        if verdict.ruleset.id == rules:
            return verdict, answers
    raise Refused(Phrase("Besøket er ikke sjekket etter regelsettet «{rules}».", rules=rules))


def _only(used: set[str], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that the rules read. What a debt costs is part of the fixed expenses."""
    told = {field.id for field in FIELDS.values() if field.fact in used}
    told |= {DEBTS.id} if "other_expenses" in used else set()
    return {key: value for key, value in answers.items() if key.partition("/")[0] in told}


def _rate(rate: Rate) -> UsedRate:
    amount = rate.amount if isinstance(rate.amount, Money) else Percent(rate.amount)
    return UsedRate(Phrase(rate.label), amount, rate.gjelder_fra)
