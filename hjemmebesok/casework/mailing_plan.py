"""Who is to have a letter that goes to the whole target group, in which language; and everyone else, with the reason.

The target group is every household on this laptop. Nobody is left out silently: each household gets the letter, has had
it, or stands in the list of those left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.text_approval import Standings, standings
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.language import LANGUAGES, LanguageName
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.store.reading import Reading

MAILABLE = ("information", "information_folder")  # kinds that say the same to everyone

_KODE_6 = N_("Strengt fortrolig adresse. Håndteres manuelt.")
_KODE_7 = N_("Fortrolig adresse. Lever brevet slik kommunens rutine sier.")
_RESERVED = N_("Har bedt om ikke å bli kontaktet.")
_NO_ADDRESS = N_("Vi mangler adressen.")
_NO_NAME = N_("Vi mangler navnet.")


@dataclass(frozen=True, slots=True)
class Choices:
    """How a mailing goes out."""

    letter: str
    norwegian_along: bool = True  # readers of another language get the Norwegian text first, in the same letter
    norwegian_to_others: bool = True  # readers of a language we do not write get it with a line about the interpreter


@dataclass(frozen=True, slots=True)
class Addressee:
    """One household that is to have the letter, and the languages in it, in order."""

    card: HouseholdCard
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One household that does not get the letter, and why. `name` is no kode 6 family's."""

    household: str
    name: Words
    why: Words


Groups = Mapping[tuple[str, ...], tuple[Addressee, ...]]


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
        households = reading.all(Household)
        had = {issued.case for issued in reading.all(IssuedLetter) if issued.letter == choices.letter}
        sorting = _Sorting(choices, standings(reading))
        cards = [card_of(reading, each.id) for each in households if each.id not in had]
        unreadable = tuple(_unreadable(reading))
    groups, left_out = sorting.sort(cards)
    had_here = sum(each.id in had for each in households)
    return MailingPlan(choices, groups, had_here, (*left_out, *unreadable))


class _Sorting:
    """Puts each household where it belongs. Whether a text may be used is found out once a language."""

    def __init__(self, choices: Choices, standing: Standings) -> None:
        self._choices, self._standing = choices, standing
        self._text_troubles: dict[tuple[str, ...], Words | None] = {}

    def sort(self, cards: Iterable[HouseholdCard]) -> tuple[Groups, list[LeftOut]]:
        """By name, and the groups in the order of the languages."""
        groups: dict[tuple[str, ...], list[Addressee]] = {}
        left_out = []
        for card in sorted(cards, key=lambda each: (each.household.name, each.household.id)):
            languages = self._languages(card)
            why = _why_not(card) or self._text_trouble(languages, card.household.language)
            if why:
                left_out.append(LeftOut(card.household.id, shown_name(card), why))
            else:
                groups.setdefault(languages, []).append(Addressee(card, languages))
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
        letter, texts = self._choices.letter, self._standing.texts
        for code in (each for each in languages if each in LANGUAGES):
            if texts.problems(letter, code):
                return Phrase("Teksten på {language} har feil eller er ikke oppdatert.", language=LanguageName(code))
            if not self._standing.approved(letter, (code,)):
                return Phrase("Teksten på {language} er ikke godkjent.", language=LanguageName(code))
        return None


def _order(languages: tuple[str, ...]) -> tuple[int, str]:
    return (LANGUAGES.index(languages[-1]) if languages[-1] in LANGUAGES else len(LANGUAGES)), languages[-1]


def _why_not(card: HouseholdCard) -> Words | None:
    household, home = card.household, card.dwelling
    if household.protection.barred_from_laptop:
        return _KODE_6
    if household.protection.masks_address:
        return _KODE_7
    if household.reserved:
        return _RESERVED
    if not household.name.strip():
        return _NO_NAME
    return None if home and home.street_line and home.postcode else _NO_ADDRESS


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
