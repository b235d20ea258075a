"""Who has had what: every letter that was used, for whom, when, in which languages and by which wording."""

from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import household_cards
from hjemmebesok.casework.mailing_plan import shown_name
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Words


@dataclass(frozen=True, slots=True)
class LogLine:
    """One letter that was used, and who it was for."""

    name: Words
    letter: IssuedLetter


def who_has_had(desk: Desk, kind: str) -> list[LogLine]:
    """Every letter of this kind that was used, newest first."""
    with desk.read() as reading:
        letters = [each for each in reading.all(IssuedLetter) if each.letter == kind]
    cards = household_cards(desk, list({each.case for each in letters}))
    names = {case: shown_name(card) for case, card in cards.items()}
    newest_first = sorted(letters, key=lambda each: (each.made_at, each.id), reverse=True)
    return [LogLine(names.get(each.case, N_("Husstanden er ikke på denne PC-en")), each) for each in newest_first]
