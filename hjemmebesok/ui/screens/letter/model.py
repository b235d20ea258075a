"""The letter being made, and the household it is for. No Qt."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdFile, open_household
from hjemmebesok.casework.letters import KINDS, MadeLetter, letter_language, make_letter
from hjemmebesok.casework.visits import open_visit
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.domain.visit import PURPOSE_WORDS, VisitStatus
from hjemmebesok.ui.spoken import Capital, NearDay, clock, dotted, shown, tongue

INFORMATION, SUMMARY = "information", "visit_summary"  # permanent codes of the kinds
_KIND_WORDS = dict(KINDS)
_OLD_KIND = N_("Brev")


class Wanted(NamedTuple):
    """What letter is wanted; `about` is the visit that a summary sums up."""

    kind: str
    household: str
    language: str
    about: str


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
        self.wanted = Wanted(INFORMATION, "", "nb", "")

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
        self.wanted = Wanted(kind, file.card.household.id, letter_language(file.card), visit or self.newest_visit())

    def read(self) -> None:
        """Read the household anew; where it has left the laptop, there is none any more."""
        try:
            self.file = open_household(self._desk, self.wanted.household) if self.file else None
        except Refused:
            self.file = None

    def visits(self) -> list[tuple[str, Words]]:
        """The visits that can be summed up, newest first, and what to call them."""
        if self.file is None:
            return []
        replaced = {visit.corrects for visit in self.file.visits}
        return [
            (visit.id, dotted(self._when(visit.starts.date(), clock(visit.starts)), PURPOSE_WORDS[visit.purpose]))
            for visit in self.file.visits
            if visit.status is VisitStatus.CLOSED and visit.id not in replaced
        ]

    def newest_visit(self) -> str:
        """The visit most likely to be summed up, '' where none is closed."""
        return next((visit for visit, _words in self.visits()), "")

    def want(self, **changed: str) -> None:
        """Want another kind, language or visit."""
        self.wanted = self.wanted._replace(**changed)

    def work(self) -> "Work":
        """The making of what is wanted now, for another thread."""
        return Work(self._desk, self.wanted, nothing_to_sum_up=self.wanted.kind == SUMMARY and not self.visits())

    def log(self) -> list[Words]:
        """The letters made for this household before, newest first."""
        letters = self.file.letters if self.file else ()
        return [self._line(letter) for letter in sorted(letters, key=lambda each: each.made_at, reverse=True)]

    def _line(self, letter: IssuedLetter) -> Words:
        made = letter.made_at.astimezone(self._desk.now().tzinfo)
        kind = _KIND_WORDS.get(letter.letter, _OLD_KIND)
        day = shown(Capital(NearDay(made.date(), self._desk.today())))
        return dotted(day, kind, tongue(letter.language))

    def _when(self, day: date, at: str) -> Words:
        return Phrase("{day} kl. {time}", day=Capital(NearDay(day, self._desk.today())), time=at)


@dataclass(frozen=True, slots=True)
class Work:
    """Makes one letter. It holds nothing of the screen."""

    desk: Desk
    wanted: Wanted
    nothing_to_sum_up: bool

    def __call__(self) -> Answer:
        """The letter, or why there is none."""
        kind, household, language, about = self.wanted
        try:
            if self.nothing_to_sum_up:
                raise Refused(Phrase("Husstanden har ikke noe avsluttet besøk å oppsummere ennå."))
            made = make_letter(self.desk, kind, household, language, about if kind == SUMMARY else "")
        except Exception as trouble:  # whatever it is, it is shown in the letter's place
            return Answer(self.wanted, None, trouble)
        return Answer(self.wanted, made, None)
