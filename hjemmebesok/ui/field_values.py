"""A field's stored value in words: amounts, days, yes and no, the words of a code, or the text itself."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, get_args, get_type_hints

from hjemmebesok.casework.households import MASKED
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.followup import OWNER_WORDS, FollowUp, Owner
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.kartlegging import Kartlegging, field_of
from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Lines, Number, YesNo
from hjemmebesok.domain.meeting import FORM_HELP, OFFER_WORDS, TALK_WORDS, Meeting, Offer, Participant, Talk
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.national_id import masked
from hjemmebesok.domain.person import ROLE_WORDS, Person, Role
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.register import RegisterEntry
from hjemmebesok.domain.steps import step
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import PURPOSE_WORDS, Purpose, Visit, VisitStatus
from hjemmebesok.ui.field_labels import field_label
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import Capital, Tongue, dotted, shown

_RECORDS = {
    kind.kind: kind for kind in (Household, Person, Dwelling, Tenancy, Visit, Photo, Meeting, Participant, FollowUp)
}
_YES, _NO, _EMPTY = N_("Ja"), N_("Nei"), N_("Tomt")
_STATUS_WORDS = {
    VisitStatus.PLANNED: N_("Planlagt"),
    VisitStatus.STARTED: N_("Startet"),
    VisitStatus.CLOSED: N_("Avsluttet"),
    VisitStatus.CANCELLED: N_("Avlyst"),
}
_PROTECTION_WORDS = {
    Protection.NONE: N_("Ugradert"),
    Protection.FORTROLIG: N_("Fortrolig adresse"),
    Protection.STRENGT_FORTROLIG: N_("Strengt fortrolig adresse"),
    Protection.UTLAND: N_("Strengt fortrolig adresse, utland"),
}
_CODES: Mapping[Any, Mapping[Any, str]] = {
    Role: ROLE_WORDS, Purpose: PURPOSE_WORDS, VisitStatus: _STATUS_WORDS, Protection: _PROTECTION_WORDS,
    Talk: TALK_WORDS, Offer: OFFER_WORDS, Owner: OWNER_WORDS,
}  # fmt: skip


def field_value(kind: str, field: str, value: Any, *, mask: bool = False) -> Words:
    """The value in words; `mask` where the household's address must not be seen. A national id never is.

    A value that this version cannot read is shown as it is.
    """
    if value is None or value in ("", [], {}):
        return _EMPTY
    if field == "removed":
        return N_("Tas bort") if value else N_("Beholdes")
    if mask and kind == Dwelling.kind:
        return MASKED
    if field == "national_id":
        return plain(masked(str(value)))
    if isinstance(value, dict) and field in value:  # fields that are shown and chosen as one, called by the first
        return dotted(*(_in_group(kind, name, each) for name, each in value.items() if each not in (None, "", {})))
    if kind == RegisterEntry.kind and isinstance(value, dict):
        return Plural("{n} opplysning", "{n} opplysninger", len(value))  # addresses and national ids are among them
    try:
        return _answer(field_of(field), value) if kind == Kartlegging.kind else _typed(kind, field, value)
    except (Refused, KeyError, ValueError, TypeError, AttributeError):
        return plain(str(value))


def _in_group(kind: str, field: str, value: Any) -> Words:
    """Among others, a yes or a number does not tell by itself what it is about."""
    words = field_value(kind, field, value)
    if not isinstance(value, int) or field == "minutes":
        return words
    label, answer = (Phrase(each) if isinstance(each, str) else each for each in (field_label(kind, field), words))
    return Phrase("{label}: {answer}", label=label, answer=answer)


def _typed(kind: str, field: str, value: Any) -> Words:
    hint = get_type_hints(_RECORDS[kind])[field]
    hint = next((each for each in get_args(hint) if each not in (type(None), ..., str)), hint)
    if field == "language":
        return shown(Capital(Tongue(value)))
    if field == "minutes":
        return Plural("{n} minutt", "{n} minutter", value)
    if field == "step":
        agreed = step(value)
        return agreed.text if agreed else plain(value)
    if hint in _CODES:
        return _CODES[hint][hint(value)]
    if hint is Interpreter:
        return plain(value["name"])
    if isinstance(value, (list, dict)):
        return dotted(*_several(value))
    return _simple(hint, value)


def _simple(hint: Any, value: Any) -> Words:
    if isinstance(value, bool):
        return _YES if value else _NO
    if hint is Money:
        return Phrase("{amount}", amount=Money(value))
    if hint is datetime:
        at = datetime.fromisoformat(value)
        return Phrase("{day} kl. {time}", day=at.date(), time=f"{at:%H:%M}")
    if hint is date:
        return Phrase("{day}", day=date.fromisoformat(value))
    return Phrase("{n}", n=value) if isinstance(value, int) else plain(value)


def _several(value: list[str] | dict[str, Any]) -> Iterator[Words]:
    if isinstance(value, list):
        known = dict(FORM_HELP)
        yield from (known.get(each) or plain(each) for each in value)
        return
    for place, each in value.items():
        yield _simple(Money if place == "amount" else str, each)


def _answer(field: Field, value: Any) -> Words:
    match field:
        case YesNo():
            return _YES if value else _NO
        case Amount():
            return Phrase("{amount}", amount=Money(value))
        case Number(unit=unit) if unit:
            return Phrase("{n} {unit}", n=value, unit=Phrase(unit))
        case Choice(options=options):
            return dict(options)[value]
        case Age() if isinstance(value, int):
            return Plural("{n} år", "{n} år", value)
        case Day() | Age():
            return Phrase("{day}", day=date.fromisoformat(value))
        case Lines(columns=columns):
            return dotted(*(_cell(column, value[column.id]) for column in columns if column.id in value))
        case _:
            return Phrase("{n}", n=value) if isinstance(value, int) else plain(value)


def _cell(column: Field, value: Any) -> Words:
    words = _answer(column, value)
    if not isinstance(column, YesNo):
        return words
    return Phrase("{label}: {answer}", label=Phrase(column.label), answer=Phrase(str(words)))
