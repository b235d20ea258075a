"""What the letters of a mailing say: gathered before they are made, and once more before they are handed out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import card_of
from hjemmebesok.casework.letters import Wanted, letter_data
from hjemmebesok.casework.mailing_plan import Addressee, why_not
from hjemmebesok.casework.text_approval import PAPER, standings
from hjemmebesok.domain.letter import NOTHING_ADDED, IssuedLetter
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.texts import Texts

Unmade = tuple[Addressee, Phrase]  # who was to have a letter, and why there is none

_CHANGED = Phrase("Husstanden ble endret imens. Lag utsendingen en gang til.")
_SAYS_OTHERWISE = Phrase("Noe som står i brevet, ble endret imens. Lag utsendingen en gang til.")
_TEXT_CHANGED = Phrase("Teksten til brevet ble endret imens. Lag utsendingen en gang til.")


@dataclass(frozen=True, slots=True)
class Made:
    """One letter in a file: what it says, and what the log wants."""

    addressee: Addressee
    kind: str
    letter: Letter
    text_version: str
    sha256: str


def letters_of(desk: Desk, addressee: Addressee, kinds: Sequence[str]) -> list[Letter]:
    """What these letters to a household say now. Raises Refused where something is missing, or the household is not as
    it was planned for."""
    with desk.read() as reading:
        card = card_of(reading, addressee.household)
        log = reading.in_case(IssuedLetter, addressee.household)
    if why := why_not(card):
        raise Refused(why)
    if card != addressee.card or any(addressee.had(each, kind) for each in log for kind in kinds):
        raise Refused(_CHANGED)
    wanted = Wanted(desk, card, addressee.about, NOTHING_ADDED)
    return [letter_data(wanted, kind) for kind in kinds]


def gone_wrong(desk: Desk, texts: Texts, letters: Sequence[Made]) -> list[Unmade]:
    """Whose letter would not be made like this now, and why: a run takes minutes, and a change may come in meanwhile,
    such as a visit that is moved, a protection, or the letter itself. All are in the same languages."""
    found: dict[str, Unmade] = {}
    stands = _wording_stands(desk, texts, letters)
    for each in letters:
        why = _why_wrong(desk, each) if stands else _TEXT_CHANGED
        if why:
            found.setdefault(each.addressee.household, (each.addressee, why))
    return list(found.values())


def _wording_stands(desk: Desk, texts: Texts, letters: Sequence[Made]) -> bool:
    with desk.read() as reading:
        now = standings(reading)
    kinds, languages = {each.kind for each in letters}, letters[0].addressee.languages
    same = all(
        now.texts.version(text, code) == texts.version(text, code)
        for text in (*kinds, PAPER)
        for code in _ours(languages)
    )
    return same and all(now.approved(kind, languages) for kind in kinds)


def _ours(languages: Collection[str]) -> list[str]:
    return [code for code in languages if code in LANGUAGES]


def _why_wrong(desk: Desk, made: Made) -> Phrase | None:
    try:
        [letter] = letters_of(desk, made.addressee, (made.kind,))
    except Refused as refused:
        return refused.phrase
    return None if letter == made.letter else _SAYS_OTHERWISE
