"""Lån i vanlig bank (ordinary bank loan): none, or not enough of one. Drammens praksis for Leie til eie: «Boligkjøperne
hadde ingen mulighet til å få lån i privat bank»."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.choices import BankAnswer
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.facts import BANK_ANSWER

_ANSWERS = {
    BankAnswer.REFUSED: Answer(Outcome.OK, Phrase("Banken har sagt nei til lån.")),
    BankAnswer.TOO_LITTLE: Answer(Outcome.OK, Phrase("Banken vil ikke låne ut nok.")),
    BankAnswer.OFFERED: Answer(
        Outcome.FAIL, Phrase("Banken vil gi lån. Startlån er for dem som ikke kan få det i en vanlig bank.")
    ),
}


def _bank(case: Case) -> Answer:
    return _ANSWERS[case[BANK_ANSWER]]


BANK = Condition(N_("Lån i vanlig bank"), DRAMMENS_PRAKSIS, _bank)
