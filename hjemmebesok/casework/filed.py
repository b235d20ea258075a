"""A letter of the log with its file. The file is not kept: it is made again as it was, or it is the one saved then."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import PAPERS, MadeLetter, make_letter, make_paper
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import NOTHING_ADDED, IssuedLetter
from hjemmebesok.domain.meeting import Participant
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.reading import Reading

_NORWAY = ZoneInfo("Europe/Oslo")
_PAPERS = frozenset(code for code, _words in PAPERS)


@dataclass(frozen=True, slots=True)
class FiledLetter:
    """A letter's line in the log, and the PDF whose SHA-256 stands there."""

    letter: IssuedLetter
    pdf: bytes

    @property
    def written_on(self) -> date:
        """The date in the letter."""
        return _then(self.letter).date()

    @property
    def file_name(self) -> str:
        """What to call the file; it names nobody."""
        languages = f"nb-{self.letter.language}" if self.letter.with_norwegian else self.letter.language
        return f"{self.letter.letter.replace('_', '-')}-{languages}-{self.written_on:%Y-%m-%d}.pdf"


def letter_as_filed(desk: Desk, issued: IssuedLetter, saved: bytes | None = None) -> FiledLetter:
    """The letter or paper as it was: the file `saved` then, or made again as of its day. Its SHA-256 tells that it is
    the same.

    Raises Refused where it is not, because what it tells has changed since or somebody else made it; and for a saved
    file of a household whose address has become protected, which it may show.
    """
    if saved is None:
        return _same(issued, _made_again(desk, issued).pdf)
    with desk.read() as reading:
        protected = any(each.protection.masks_address for each in _told_of(reading, issued))
    if protected:
        raise Refused(Phrase("Adressen er fortrolig nå, og en lagret fil kan vise den. Håndter brevet manuelt."))
    return _same(issued, saved)


def _made_again(desk: Desk, issued: IssuedLetter) -> MadeLetter:
    then = _then(issued)
    as_of_then, details = replace(desk, clock=lambda: then), issued.details or NOTHING_ADDED
    if issued.letter in _PAPERS:
        return make_paper(as_of_then, issued.letter, issued.language, issued.about, details)
    return make_letter(
        as_of_then, issued.letter, issued.case, issued.language, issued.about, details,
        with_norwegian=issued.with_norwegian, reference=issued.reference,
    )  # fmt: skip


def _told_of(reading: Reading, issued: IssuedLetter) -> list[Household]:
    """The households whose address may stand in it."""
    if issued.letter not in _PAPERS:
        return [reading.get(Household, issued.case)]
    cases = {seat.case for seat in reading.of_parent(Participant, issued.about)} if issued.about else set()
    return [each for each in reading.all(Household) if each.id in cases]


def _same(issued: IssuedLetter, pdf: bytes) -> FiledLetter:
    if hashlib.sha256(pdf).hexdigest() != issued.sha256:
        raise Refused(
            Phrase("Brevet fra {day} blir ikke likt på nytt, for noe er endret siden.", day=_then(issued).date())
        )
    return FiledLetter(issued, pdf)


def _then(issued: IssuedLetter) -> datetime:
    return issued.made_at.astimezone(_NORWAY)
