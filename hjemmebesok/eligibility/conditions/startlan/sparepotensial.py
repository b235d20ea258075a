"""Sparepotensial (saving): what can be saved is saved. Forskrift om lån fra Husbanken § 5-4 første ledd. Veileder,
«sparepotensialet»: net income less housing and livsopphold.

Where saving is not used this is only information: the exceptions in § 5-4 andre ledd decide.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.langvarig import sparepotensial, sparing


def _sparepotensial(case: Case) -> Answer:
    if case.work_out(sparing):
        return Answer(Outcome.OK, Phrase("Det som kan spares, er spart, eller det er ikke noe å spare av."))
    left = case.work_out(sparepotensial)
    reason = Phrase("De kan spare {left} i måneden. Da må et unntak gjelde.", left=left.left)
    return Answer(Outcome.IKKE_AKTUELT, reason, worked=left)


SPAREPOTENSIAL = Condition(N_("Sparing"), both("5-4", "sparepotensialet"), _sparepotensial)
