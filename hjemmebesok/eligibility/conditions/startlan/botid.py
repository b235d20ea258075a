"""Botid (time of residence in the municipality). Forskrift om lån fra Husbanken § 9-1; veileder, «botid»: a
municipality may ask for at most a year, with exceptions. Ours asks for what its settings say."""

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.facts import BOTID_REASON, MONTHS_IN_MUNICIPALITY


def _botid(case: Case) -> Answer:
    needed = case.settings.botid_months
    if not needed:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Kommunen har ikke krav om botid."))
    months = case[MONTHS_IN_MUNICIPALITY]
    if months >= needed:
        words = Plural("De har bodd én måned i kommunen.", "De har bodd {n} måneder i kommunen.", months)
        return Answer(Outcome.OK, words)
    reason = Plural(
        "De har bodd én måned i kommunen, av {needed}.",
        "De har bodd {n} måneder i kommunen, av {needed}.",
        months,
        needed=needed,
    )
    return Answer(Outcome.SKJONN, reason, reason_in=BOTID_REASON)


BOTID = Condition(N_("Botid"), both("9-1", "botid"), _botid)
