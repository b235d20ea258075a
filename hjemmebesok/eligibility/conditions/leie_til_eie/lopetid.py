"""Løpetid (repayment term): within the ruleset's limits. Drammens praksis for Leie til eie: «Lånetid: 30-50 år».

A term outside them is no answer rather than a no, so the condition is MANGLER, and so is everything worked out from it.
"""

from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.eligibility.betjeningsevne import nedbetalingstid
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS


def _lopetid(case: Case) -> Answer:
    years = case.work_out(nedbetalingstid)
    return Answer(
        Outcome.OK,
        Plural("Lånet kan betales ned over ett år.", "Lånet kan betales ned over {n} år.", years),
        title=Plural("Nedbetalingstid ett år", "Nedbetalingstid {n} år", years),
    )


LOPETID = Condition(N_("Nedbetalingstid"), DRAMMENS_PRAKSIS, _lopetid)
