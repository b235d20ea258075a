"""Who is to have a letter that goes to many, in which language; and everyone else, with the reason.

A letter about the programme is for every household on this laptop, an invitation for those invited, a notice for those
with a visit ahead. Nobody is left out silently: each gets the letter, has had it, or stands in the list of those left
out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.letters.names import TEXT_NAMES
from hjemmebesok.casework.letters.two_values import two_values
from hjemmebesok.casework.text_approval import Standings, standings
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import Participant
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.language import LANGUAGES, LanguageName
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.store.reading import Reading

FOLDER = "information_folder"
MAILABLE = ("information", FOLDER, "visit_notice", "meeting_invitation")

_TO_EVERYONE = ("information", FOLDER)  # they say the same to every household

_KODE_6 = N_("Strengt fortrolig adresse. Håndteres manuelt.")
_KODE_7 = N_("Fortrolig adresse. Lever brevet slik kommunens rutine sier.")
_RESERVED = N_("Har bedt om ikke å bli kontaktet.")
_NO_ADDRESS = N_("Vi mangler adressen.")
_NO_NAME = N_("Vi mangler navnet.")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a mailing goes out."""

    letter: str
    meeting: str = ""  # the one it invites to
    with_folder: bool = True  # a letter about the programme has its folder in the same envelope
    norwegian_along: bool = True  # readers of another language get the Norwegian text first, in the same letter
    norwegian_to_others: bool = True  # readers of a language we do not write get it with a line about the interpreter

    @property
    def kinds(self) -> tuple[str, ...]:
        """The letter, and what lies in the same envelope."""
        return (self.letter, FOLDER) if self.letter == "information" and self.with_folder else (self.letter,)


@dataclass(frozen=True, slots=True)
class Addressee:
    """One household that is to have the letter, and the languages in it, in order.

    `kinds` are those of the envelope that it has not had; `about` is its visit or its meeting.
    """

    card: HouseholdCard
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    about: str = ""

    @property
    def household(self) -> str:
        """The household's id."""
        return self.card.household.id

    def had(self, issued: IssuedLetter, kind: str) -> bool:
        """Whether this line of the household's log says that it has had it."""
        return issued.letter == kind and (not self.about or issued.about == self.about)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One household that does not get the letter, and why. `name` is no kode 6 family's."""

    household: str
    name: Words
    why: Words


Groups = Mapping[tuple[str, ...], tuple[Addressee, ...]]
Waiting = tuple[HouseholdCard, tuple[str, ...], str]  # whose turn it is, the kinds it has not had, what they are about


@dataclass(frozen=True, slots=True)
class MailingPlan:
    """Everyone: `groups` are to have it, by their languages; `had` have had it; the others are `left_out`."""

    choices: Choices
    groups: Groups
    had: int
    left_out: tuple[LeftOut, ...]

    @property
    def to_make(self) -> int:
        """How many letters there are to make."""
        return sum(map(len, self.groups.values()))

    @property
    def everyone(self) -> int:
        """How many households there are in all."""
        return self.to_make + self.had + len(self.left_out)


def plan_mailing(desk: Desk, choices: Choices) -> MailingPlan:
    """Who would get the letter now. Nothing is written."""
    with desk.read() as reading:
        target = _target(reading, desk.today(), choices)
        had = {_had(each) for each in reading.all(IssuedLetter)}
        due = {case: tuple(kind for kind in choices.kinds if (case, kind, target[case]) not in had) for case in target}
        waiting = [(card_of(reading, case), kinds, target[case]) for case, kinds in due.items() if kinds]
        sorting = _Sorting(choices, standings(reading), _two_values(reading, waiting))
        unreadable = tuple(_unreadable(reading)) if choices.letter in _TO_EVERYONE else ()
    groups, left_out = sorting.sort(waiting)
    return MailingPlan(choices, groups, len(due) - len(waiting), (*left_out, *unreadable))


def _target(reading: Reading, today: date, choices: Choices) -> dict[str, str]:
    """The households it is for, by case, and the visit or the meeting that it is about."""
    if choices.letter in _TO_EVERYONE:
        return {each.id: "" for each in reading.all(Household)}
    if choices.letter == "meeting_invitation":
        seats = reading.of_parent(Participant, choices.meeting) if choices.meeting else []
        return {seat.case: choices.meeting for seat in seats if seat.invited}
    planned = [each for each in reading.all(Visit) if each.status is VisitStatus.PLANNED]
    ahead = sorted((each for each in planned if each.starts.date() >= today), key=lambda visit: visit.starts)
    return {visit.case: visit.id for visit in reversed(ahead)}  # the first of those that one household has


def _two_values(reading: Reading, waiting: Iterable[Waiting]) -> dict[str, Phrase]:
    """Why some of these must wait until somebody has chosen between two values, by case."""
    found = {
        card.household.id: two_values(reading, kind, card, about) for card, kinds, about in waiting for kind in kinds
    }
    return {case: why for case, why in found.items() if why}


def _had(issued: IssuedLetter) -> tuple[str, str, str]:
    return issued.case, issued.letter, "" if issued.letter in _TO_EVERYONE else issued.about


class _Sorting:
    """Puts each household where it belongs. Whether a text may be used is found out once a language. `two_values` has
    why some must wait, by case."""

    def __init__(self, choices: Choices, standing: Standings, two_values: Mapping[str, Phrase]) -> None:
        self._choices, self._standing, self._two_values = choices, standing, two_values
        self._text_troubles: dict[tuple[str, ...], Words | None] = {}

    def sort(self, waiting: Iterable[Waiting]) -> tuple[Groups, list[LeftOut]]:
        """By name, and the groups in the order of the languages."""
        groups: dict[tuple[str, ...], list[Addressee]] = {}
        left_out = []
        for card, kinds, about in sorted(waiting, key=lambda each: (each[0].household.name, each[0].household.id)):
            languages = self._languages(card)
            stopped = why_not(card) or self._two_values.get(card.household.id)
            why = stopped or self._text_trouble(languages, card.household.language)
            if why:
                left_out.append(LeftOut(card.household.id, shown_name(card), why))
            else:
                groups.setdefault(languages, []).append(Addressee(card, languages, kinds, about))
        return {languages: tuple(groups[languages]) for languages in sorted(groups, key=_order)}, left_out

    def _languages(self, card: HouseholdCard) -> tuple[str, ...]:
        reads = card.household.language
        if reads == ORIGINAL:
            return (ORIGINAL,)
        if reads not in LANGUAGES:
            return (ORIGINAL, reads) if self._choices.norwegian_to_others else ()
        return (ORIGINAL, reads) if self._choices.norwegian_along else (reads,)

    def _text_trouble(self, languages: tuple[str, ...], reads: str) -> Words | None:
        if not languages:
            return Phrase("Brevet finnes ikke på språket de leser ({language}).", language=LanguageName(reads))
        if languages not in self._text_troubles:
            self._text_troubles[languages] = self._find_trouble(languages)
        return self._text_troubles[languages]

    def _find_trouble(self, languages: tuple[str, ...]) -> Words | None:
        ours = [each for each in languages if each in LANGUAGES]
        troubles = (self._trouble(kind, code) for kind in self._choices.kinds for code in ours)
        return next((each for each in troubles if each), None)

    def _trouble(self, kind: str, code: str) -> Words | None:
        text = Phrase("«{letter}»", letter=Phrase(TEXT_NAMES[kind]))
        if self._standing.texts.problems(kind, code):
            return Phrase(
                "Teksten til {text} på {language} har feil eller er ikke oppdatert.",
                text=text,
                language=LanguageName(code),
            )
        if not self._standing.approved(kind, (code,)):
            return Phrase("Teksten til {text} på {language} er ikke godkjent.", text=text, language=LanguageName(code))
        return None


def _order(languages: tuple[str, ...]) -> tuple[int, str]:
    return (LANGUAGES.index(languages[-1]) if languages[-1] in LANGUAGES else len(LANGUAGES)), languages[-1]


def why_not(card: HouseholdCard) -> Phrase | None:
    """Why no letter goes to this household by post, whatever it says; None where it can."""
    household, home = card.household, card.dwelling
    if household.protection.barred_from_laptop:
        return Phrase(_KODE_6)
    if household.protection.masks_address:
        return Phrase(_KODE_7)
    if household.reserved:
        return Phrase(_RESERVED)
    if not household.name.strip():
        return Phrase(_NO_NAME)
    return None if home and home.street_line and home.postcode else Phrase(_NO_ADDRESS)


def shown_name(card: HouseholdCard) -> Words:
    """What to call a household in a list; a strengt fortrolig one is not named."""
    if card.household.protection.barred_from_laptop:
        return N_("Navnet vises ikke")
    return Phrase("{text}", text=card.household.name or card.household.register_id or card.household.id)


def _unreadable(reading: Reading) -> Iterator[LeftOut]:
    for each in reading.unreadable():
        try:
            reading.find(Household, each)
        except Refused as refused:
            yield LeftOut(each, Phrase("Husstand {id}", id=each[-6:]), refused.phrase)
