"""Values as words in the letter's language, by the type of the field they fill."""

import re
import unicodedata
from typing import Any

from hjemmebesok.domain.national_id import parse
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import Language
from hjemmebesok.letters.document import Run
from hjemmebesok.letters.texts.block import Place
from hjemmebesok.letters.texts.fields import Field, plural_forms

_SPACES = re.compile(r"[ \t\r\n]+")
_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6}[ -]?\d{5}(?!\d)")


def run(place: Place, field: Field, value: Any, say: Language) -> Run:
    """A value in its place in a sentence."""
    text = _plural(place, value, say) if place.forms else _shown(field.type, value, say)
    return filled_in(text, field.path, bold=place.bold)


def filled_in(text: str, field: str, *, bold: bool = False, lang: str = "") -> Run:
    """Words that are not the letter's own, spaces tidied. Raises Refused where there is a national id among them."""
    if any(parse(number).born for number in _ELEVEN_DIGITS.findall(text)):
        raise Refused(
            Phrase("Feltet {field} har et tall som ligner et fødselsnummer. Ta det ut av brevet.", field=field)
        )
    return Run(_SPACES.sub(" ", unicodedata.normalize("NFC", text)), bold, lang, field)


def _shown(kind: str, value: Any, say: Language) -> str:
    if kind == "names":
        return say.and_list(list(value))
    if kind == "language":
        return say.language_name(value)
    if kind == "weekday":
        return say.weekday(value)
    return value if kind == "text" else spoken(value, say)


def spoken(value: Any, say: Language) -> str:
    """Our own words, an amount, a date or a number. A str is words of ours; what people wrote is FreeText."""
    return say.say(value) if isinstance(value, str) else say.show(value)


def _plural(place: Place, count: int, say: Language) -> str:
    forms = dict(zip(plural_forms(say.code), place.forms, strict=True))
    return forms[say.plural_form(count)].replace("{n}", say.number(count))
