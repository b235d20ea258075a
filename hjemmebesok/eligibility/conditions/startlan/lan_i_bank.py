"""Lån i vanlig bank (ordinary bank loan): none, or not enough of one. Forskrift om lån fra Husbanken § 5-2. Veileder:
there is no exception from this."""

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.choices import BankAnswer
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.facts import BANK_ANSWER

_ANSWERS = {
    BankAnswer.REFUSED: Answer(Outcome.OK, Phrase("Banken har sagt nei til lån.")),
    BankAnswer.TOO_LITTLE: Answer(Outcome.OK, Phrase("Banken vil ikke låne ut nok.")),
    BankAnswer.OFFERED: Answer(
        Outcome.FAIL, Phrase("Banken vil gi lån. Startlån er for dem som ikke kan få det i en vanlig bank.")
    ),
}


def _lan_i_bank(case: Case) -> Answer:
    return _ANSWERS[case[BANK_ANSWER]]


LAN_I_BANK = Condition(N_("Lån i vanlig bank"), both("5-2", "behandle søknader"), _lan_i_bank)
