"""A letter of the log with its file. The file is not kept: it is made again as it was, or it is the one saved then."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import NOTHING_ADDED, IssuedLetter
from hjemmebesok.domain.phrase import Phrase, Refused

_NORWAY = ZoneInfo("Europe/Oslo")


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
    """The letter as it was: the file `saved` then, or made again as of its day. Its SHA-256 tells that it is the same.

    Raises Refused where it is not, because what it tells has changed since or somebody else made it; and for a saved
    file of a household whose address has become protected, which it may show.
    """
    if saved is not None:
        with desk.read() as reading:
            protected = reading.get(Household, issued.case).protection.masks_address
        if protected:
            raise Refused(Phrase("Adressen er fortrolig nå, og en lagret fil kan vise den. Håndter brevet manuelt."))
        return _same(issued, saved)
    then = _then(issued)
    as_of_then = replace(desk, clock=lambda: then)
    details, along = issued.details or NOTHING_ADDED, issued.with_norwegian
    made = make_letter(
        as_of_then, issued.letter, issued.case, issued.language, issued.about, details, with_norwegian=along
    )
    return _same(issued, made.pdf)


def _same(issued: IssuedLetter, pdf: bytes) -> FiledLetter:
    if hashlib.sha256(pdf).hexdigest() != issued.sha256:
        raise Refused(
            Phrase("Brevet fra {day} blir ikke likt på nytt, for noe er endret siden.", day=_then(issued).date())
        )
    return FiledLetter(issued, pdf)


def _then(issued: IssuedLetter) -> datetime:
    return issued.made_at.astimezone(_NORWAY)
