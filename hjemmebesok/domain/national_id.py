"""National identity numbers: fødselsnummer, D-number (day + 40), H-number (month + 40), synthetic (month + 80).

They are checked as a warning only: a person with a faulty number still has a home to be visited. Neither birth date
nor sex is ever taken from the number; both are fields of their own. Source: Skatteetaten, fødselsnummer og d-nummer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from stdnum.exceptions import ValidationError
from stdnum.no import fodselsnummer

from hjemmebesok.domain.phrase import Phrase, Refused

# From this day numbers are given out whose weighted sum for the first check digit leaves 0, 1, 2 or 3, not only 0.
MORE_REMAINDERS_FROM = date(2032, 1, 1)
_SEPARATORS = re.compile(r"[\s-]")
_ELEVEN_DIGITS = re.compile(r"[0-9]{11}")


class Kind(StrEnum):
    """Who the number was given to."""

    FODSELSNUMMER = "fodselsnummer"  # residents
    D_NUMBER = "d_number"  # people who are here for a time
    H_NUMBER = "h_number"  # an agency's own number, until the person has another


@dataclass(frozen=True, slots=True, repr=False)
class NationalId:
    """Eleven digits, leading zeros kept. Shown masked; the whole number must be asked for as `digits`."""

    digits: str

    def __post_init__(self) -> None:
        if not _ELEVEN_DIGITS.fullmatch(self.digits):
            raise Refused(Phrase("Et fødselsnummer har elleve siffer."))

    @property
    def kind(self) -> Kind:
        """Fødselsnummer, D-number or H-number."""
        if 40 < int(self.digits[:2]) <= 71:
            return Kind.D_NUMBER
        return Kind.H_NUMBER if 40 < int(self.digits[2:4]) <= 52 else Kind.FODSELSNUMMER

    @property
    def synthetic(self) -> bool:
        """True for a test number: it belongs to nobody."""
        return 80 < int(self.digits[2:4]) <= 92

    @property
    def born(self) -> date | None:
        """The date the first six digits say, to compare a birth date with; None where they say none."""
        month = int(self.digits[2:4]) - (80 if self.synthetic else 0)
        try:
            born: date = fodselsnummer.get_birth_date(f"{self.digits[:2]}{month:02}{self.digits[4:]}")
        except ValidationError:
            return None
        return born

    @property
    def masked(self) -> str:
        """Birth date only: '010190 *****'."""
        return f"{self.digits[:6]} *****"

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"NationalId({self.masked!r})"


def parse(text: str) -> NationalId:
    """Read a number as people write it: '01019012345', '010190 12345'.

    Raises Refused when it is not eleven digits; the text is not repeated in the reason.
    """
    return NationalId(_SEPARATORS.sub("", text))


def masked(text: str) -> str:
    """Any text from a national id field, fit to be shown: '010190 *****'; nothing stays nothing."""
    try:
        return parse(text).masked
    except Refused:
        return "*****" if text else ""


def warning(text: str, on: date) -> Phrase | None:
    """Why this number looks wrong by the rules in force on that day; None where it looks right."""
    try:
        number = parse(text)
    except Refused as refused:
        return refused.phrase
    if number.born is None:
        return Phrase("Fødselsnummeret begynner ikke med en dato.")
    if number.born > on:
        return Phrase("Fødselsnummeret begynner med en dato som ikke har vært.")
    if not _check_digits_fit(number.digits, on):
        return Phrase("Kontrollsifrene i fødselsnummeret stemmer ikke.")
    return None


def synthetic(born: date, serial: int) -> str:
    """The serial-th valid test number (0, 1, 2 …) of somebody born that day. Raises ValueError when there is none."""
    number = next(islice(_synthetic_numbers(born), serial, None), None)
    if number is None:
        raise ValueError(f"there is no synthetic number {serial} for {born}")
    return number


def _synthetic_numbers(born: date) -> Iterator[str]:
    head = f"{born:%d}{born.month + 80}{born:%y}"
    for individual in range(1000):
        nine = f"{head}{individual:03}"
        ten = nine + fodselsnummer.calc_check_digit1(nine)
        digits = ten + fodselsnummer.calc_check_digit2(ten)
        # A check digit of 10 makes the number too long; the individual number tells which century.
        if len(digits) == 11 and NationalId(digits).born == born:
            yield digits


def _check_digits_fit(digits: str, on: date) -> bool:
    largest = 3 if on >= MORE_REMAINDERS_FROM else 0
    first = int(digits[9]) - int(fodselsnummer.calc_check_digit1(digits))
    second = int(digits[10]) - int(fodselsnummer.calc_check_digit2(digits))
    return first % 11 <= largest and second % 11 == 0
