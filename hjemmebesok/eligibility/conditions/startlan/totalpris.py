"""Totalpris (total price): startlån and fellesgjeld together are no more than the price with fellesgjeld and costs.
Veileder for startlån, «kjøpe bolig».

Costs and repairs that nobody has stated are not held against a loan: they are asked for.
"""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import COSTS, JOINT_DEBT, LOAN_WANTED, REPAIRS
from hjemmebesok.eligibility.loan import loan


def _totalpris(case: Case) -> Answer:
    home, joint_debt = case.work_out(loan), case[JOINT_DEBT]
    amount = case.get(LOAN_WANTED)
    debt = (home.amount if amount is None else amount) + joint_debt
    whole = home.total_price + joint_debt
    words = Phrase("Lån og fellesgjeld er {debt}. Boligen koster {whole} i alt.", debt=debt, whole=whole)
    if debt <= whole:
        return Answer(Outcome.OK, words, worked=home)
    case.require(COSTS, REPAIRS)
    return Answer(Outcome.FAIL, Phrase("{words} Det er for mye lån.", words=words), worked=home)


TOTALPRIS = Condition(N_("Lånet mot prisen"), veileder("kjøpe bolig"), _totalpris)
