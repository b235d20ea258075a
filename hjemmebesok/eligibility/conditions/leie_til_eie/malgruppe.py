"""Målgruppe (target group): the household rents a municipal dwelling. Drammens praksis for Leie til eie: «hjelpen til
de som leier kommunal bolig»; «Målgruppen ble utvidet fra 2015»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import MUNICIPAL_TENANT


def _malgruppe(case: Case) -> Answer:
    if case[MUNICIPAL_TENANT]:
        return Answer(Outcome.OK, Phrase("Boligen leies av kommunen."))
    if case.settings.wider_target_group:
        return Answer(
            Outcome.SKJONN, Phrase("Boligen leies ikke av kommunen. Kommunen vurderer om tilbudet likevel kan passe.")
        )
    return Answer(Outcome.FAIL, Phrase("Boligen leies ikke av kommunen. Tilbudet er for dem som gjør det."))


MALGRUPPE = Condition(N_("Målgruppe"), DRAMMENS_PRAKSIS, _malgruppe)
