"""The letter being made, and the household it is for. No Qt."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdFile, open_household
from hjemmebesok.casework.letters import (
    ABOUT_SOMETHING,
    KINDS,
    Details,
    MadeLetter,
    can_be_about,
    letter_language,
    make_letter,
)
from hjemmebesok.casework.text_list import written_in
from hjemmebesok.casework.visits import open_visit
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.domain.visit import PURPOSE_WORDS, Visit
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.ui.screens.mailing.model import languages_said
from hjemmebesok.ui.spoken import Capital, NearDay, clock, dotted, shown

INFORMATION, SUMMARY = "information", "visit_summary"  # permanent codes of the kinds
_KIND_WORDS = dict(KINDS)
_OLD_KIND = N_("Brev")
ORIGINAL = "nb"  # the language the texts are written in first

_NOTHING = Phrase("Husstanden har ikke noe avsluttet besøk å skrive om ennå.")
NOTHING_TO_TELL_OF = {
    SUMMARY: Phrase("Husstanden har ikke noe avsluttet besøk å oppsummere ennå."),
    "visit_notice": Phrase("Husstanden har ikke noe avtalt besøk å varsle om ennå."),
    "meeting_invitation": Phrase("Husstanden er ikke bedt til noe fellesmøte ennå."),
}


class Wanted(NamedTuple):
    """What letter is wanted; `about` is the visit or the meeting it is about, '' for none.

    `along` puts the Norwegian text first; for who reads a language we do not write, a line about the interpreter.
    """

    kind: str
    household: str
    language: str
    about: str
    along: bool = True
    details: Details = Details()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a wanted letter: the letter, or the exception why there is none."""

    wanted: Wanted
    made: MadeLetter | None
    trouble: Exception | None


class LetterModel:
    """One household at a time; `file` is None before one is opened."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.file: HouseholdFile | None = None
        self.wanted = Wanted(INFORMATION, "", ORIGINAL, "")
        self.abouts: list[tuple[str, Words]] = []  # what the letter can be about, and what to call it

    def open(self, key: str) -> None:
        """Begin a letter to the household with this id, or the summary of the visit with this id.

        Raises Refused where neither is on this laptop.
        """
        visit = ""
        try:
            file = open_household(self._desk, key)
        except Refused:
            opened = open_visit(self._desk, key)
            visit, file = key, open_household(self._desk, opened.visit.case)
        self.file = file
        kind = SUMMARY if visit else INFORMATION
        self.wanted = Wanted(kind, file.card.household.id, letter_language(file.card), visit)
        self._find_abouts()

    def read(self) -> None:
        """Read the household anew; where it has left the laptop, there is none any more."""
        try:
            self.file = open_household(self._desk, self.wanted.household) if self.file else None
        except Refused:
            self.file = None
        if self.file is not None:
            self._find_abouts()

    def want(self, **changed: Any) -> None:
        """Want another kind, language, visit or meeting, or the Norwegian text along or not."""
        self.wanted = self.wanted._replace(**changed)
        if "kind" in changed:
            if self.wanted.language not in written_in(self.wanted.kind):
                self.wanted = self.wanted._replace(language=ORIGINAL)
            self.wanted = self.wanted._replace(about="", details=Details())
            self._find_abouts()

    def work(self) -> "Work":
        """The making of what is wanted now, for another thread."""
        wanted, reads = self.wanted, self.file.card.household.language if self.file else ORIGINAL
        with_line = wanted.along and wanted.language == ORIGINAL and reads not in OWN_NAMES
        nothing = wanted.kind in ABOUT_SOMETHING and not wanted.about
        return Work(self._desk, wanted, reads if with_line else wanted.language, about_nothing=nothing)

    def _find_abouts(self) -> None:
        found = can_be_about(self._desk, self.wanted.kind, self.wanted.household)
        self.abouts = [(each.id, self._called(each)) for each in found]
        if not self.wanted.about and found:
            self.wanted = self.wanted._replace(about=found[0].id)

    def _called(self, about: Visit | Meeting) -> Words:
        what = PURPOSE_WORDS[about.purpose] if isinstance(about, Visit) else N_("Fellesmøte")
        return dotted(self._when(about.starts.date(), clock(about.starts)), what)

    def log(self) -> list[Words]:
        """The letters made for this household before, newest first."""
        letters = self.file.letters if self.file else ()
        return [self._line(letter) for letter in sorted(letters, key=lambda each: each.made_at, reverse=True)]

    def _line(self, letter: IssuedLetter) -> Words:
        made = letter.made_at.astimezone(self._desk.now().tzinfo)
        kind = _KIND_WORDS.get(letter.letter, _OLD_KIND)
        day = shown(Capital(NearDay(made.date(), self._desk.today())))
        languages = languages_said((ORIGINAL, letter.language) if letter.with_norwegian else (letter.language,))
        return dotted(day, kind, languages)

    def _when(self, day: date, at: str) -> Words:
        return Phrase("{day} kl. {time}", day=Capital(NearDay(day, self._desk.today())), time=at)


@dataclass(frozen=True, slots=True)
class Work:
    """Makes one letter, in this language. It holds nothing of the screen."""

    desk: Desk
    wanted: Wanted
    language: str
    about_nothing: bool

    def __call__(self) -> Answer:
        """The letter, or why there is none."""
        kind, household, _, about, along, details = self.wanted
        try:
            if self.about_nothing:
                raise Refused(NOTHING_TO_TELL_OF.get(kind, _NOTHING))
            made = make_letter(self.desk, kind, household, self.language, about, details, with_norwegian=along)
        except Exception as trouble:  # whatever it is, it is shown in the letter's place
            return Answer(self.wanted, None, trouble)
        return Answer(self.wanted, made, None)
