"""One cell: made plain, and read as an amount, a day, a count, yes or no. All raise Refused where it cannot be."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from hjemmebesok.domain import national_id
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused

LARGEST_AMOUNT = Money.kroner(10_000_000)  # anything above is another column's number
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"))
_FORCED_TEXT = re.compile(r'="(.*)"')  # how some exports keep a leading zero
_GUARD = re.compile(r"'(?=[=+\-@0-9])")  # how others keep a spreadsheet from calculating
_KRONER = re.compile(r"^kr\.?|(kr\.?|nok)$", re.IGNORECASE)
_FOUR_DECIMALS = re.compile(r"([.,][0-9]{2})00$")  # how databases write an amount; thousands come in threes
_NORWEGIAN_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MIDNIGHT = re.compile(r"[ T]00[:.]00([:.]00)?([.,]0+)?$")
_NUMBER = re.compile(r"([0-9]{1,4}([.,][0-9]{1,2})?)( ?(m2|m²|kvm|rom|-roms)\.?)?", re.IGNORECASE)
_ELEVEN_DIGITS = re.compile(r"[0-9]{6}[ -]?[0-9]{5}")
_YES = {"ja", "j", "yes", "y", "x", "1", "sann", "true"}
_NO = {"nei", "n", "no", "0", "usann", "false"}


def plain(cell: str) -> str:
    """The cell as one line of composed characters, without what an export adds around it."""
    text = unicodedata.normalize("NFC", " ".join(cell.translate(_INVISIBLE).split()))
    if forced := _FORCED_TEXT.fullmatch(text):
        text = forced[1].strip()
    return _GUARD.sub("", text, count=1) if text.startswith("'") else text


def shown(cell: str) -> str:
    """A cell fit to stand in a reason: short, and without anybody's national id."""
    hidden = _ELEVEN_DIGITS.sub(lambda found: national_id.masked(found[0]), cell)
    return hidden if len(hidden) <= 40 else f"{hidden[:39]}…"


def signed_amount(cell: str) -> Money:
    """'12 600', '12.600,50', '12600.00', '-1 200', '12 600,- kr'."""
    figure = _KRONER.sub("", cell.replace(" ", "").replace("\u2212", "-"))
    try:
        money = Money.kroner(_FOUR_DECIMALS.sub(r"\1", figure))
    except Refused:
        money = None
    if money is None or abs(money.ore) > LARGEST_AMOUNT.ore:
        raise Refused(Phrase("«{cell}» er ikke et beløp.", cell=shown(cell)))
    return money


def amount(cell: str) -> Money:
    """An amount that cannot be negative."""
    found = signed_amount(cell)
    if found.ore < 0:
        raise Refused(Phrase("Beløpet kan ikke være negativt."))
    return found


def day(cell: str) -> date:
    """'30.04.2027', '1.5.2022' or '2027-04-30', also with midnight after it."""
    text = _MIDNIGHT.sub("", cell)
    if found := _NORWEGIAN_DAY.fullmatch(text):
        parts = int(found[3]), int(found[2]), int(found[1])
    elif found := _ISO_DAY.fullmatch(text):
        parts = int(found[1]), int(found[2]), int(found[3])
    else:
        raise Refused(Phrase("«{cell}» er ikke en dato. Skriv for eksempel 30.04.2027.", cell=shown(cell)))
    if not 1900 <= parts[0] < 2200:
        raise Refused(Phrase("Årstallet i «{cell}» kan ikke stemme.", cell=shown(cell)))
    try:
        return date(*parts)
    except ValueError:
        raise Refused(Phrase("Datoen «{cell}» finnes ikke.", cell=shown(cell))) from None


def last_day(cell: str) -> date | None:
    """A day; None for 31.12.9999, which is how registers write that a lease has no end."""
    return None if _MIDNIGHT.sub("", cell) in ("31.12.9999", "9999-12-31") else day(cell)


def whole(largest: int) -> Callable[[str], int]:
    """A reader of whole numbers from 0 to `largest`: '3', '3,0', '3-roms'."""

    def read(cell: str) -> int:
        number = _number(cell)
        if number is None or number % 1 or number > largest:
            raise Refused(
                Phrase("«{cell}» er ikke et helt tall fra 0 til {largest}.", cell=shown(cell), largest=largest)
            )
        return int(number)

    return read


def area(cell: str) -> int:
    """'68', '68,5 m²': whole square metres, rounded half up."""
    number = _number(cell)
    if number is None:
        raise Refused(Phrase("«{cell}» er ikke et areal.", cell=shown(cell)))
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def _number(cell: str) -> Decimal | None:
    found = _NUMBER.fullmatch(cell)
    return Decimal(found[1].replace(",", ".")) if found else None


def yes_no(cell: str) -> bool:
    """'ja', 'nei', 'x', '1' …"""
    word = cell.casefold()
    if word not in _YES | _NO:
        raise Refused(Phrase("«{cell}» er verken ja eller nei.", cell=shown(cell)))
    return word in _YES


def postcode(cell: str) -> str:
    """Four digits."""
    if not re.fullmatch(r"[0-9]{4}", cell):
        raise Refused(Phrase("«{cell}» er ikke et postnummer på fire siffer.", cell=shown(cell)))
    return cell


def eleven_digits(cell: str) -> str:
    """A national id, without the space people put in it."""
    return national_id.parse(cell).digits


def person_name(cell: str) -> str:
    """'Yılmaz, Ayşe' as 'Ayşe Yılmaz'; any other name as it stands."""
    surname, comma, first = cell.partition(", ")
    return f"{first} {surname}" if comma and "," not in first else cell


def unit_number(cell: str) -> str:
    """'h 0302' as 'H0302'; anything else as it stands."""
    close = re.sub(r"[ -]", "", cell).upper()
    return close if re.fullmatch(r"[HLKU][0-9]{4}", close) else cell


def without_spaces(cell: str) -> str:
    """'000 000 019' as '000000019'."""
    return cell.replace(" ", "")
