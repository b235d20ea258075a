"""A change that the server would not take, as it is read: whose it is, what it said, by whom and why not. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.domain.rules import RateTable, RuleSettings
from hjemmebesok.ui.field_labels import FIELD_LABELS, field_label
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.wording import listed

_MEETING, _ALL, _GONE = N_("Fellesmøte"), N_("Hele kommunen"), N_("En husstand som ikke er her")
_WHOSE_ELSE = {
    Meeting.kind: _MEETING, Participant.kind: _MEETING, TextVersion.kind: _ALL, TextApproval.kind: _ALL,
    Mailing.kind: N_("Brev til alle"), RuleSettings.kind: _ALL, RateTable.kind: _ALL,
}  # fmt: skip
_REFUSED = N_("Ikke tatt imot")

Answer = tuple[Words, Words]  # what a field is called, and its value in words


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that the server would not take, or what could not be saved: what it said, and why not. `case` is its
    household's id and `visit` that of the visit it is about, '' where it belongs to none that is here; `written` is ''
    where nobody noted when."""

    key: str
    case: str
    whose: Words
    written: Words
    said: tuple[Answer, ...]
    reason: Words
    visit: str = ""
    state: Words = _REFUSED


@dataclass(frozen=True, slots=True)
class UnseenWords:
    """What stands in a note that she has locked, and that she had not seen then. `key` is the visit's id."""

    key: str
    whose: Words
    said: tuple[Answer, ...]


def whose(card: HouseholdCard | None, kind: str) -> Words:
    """The household's name, or what else a record of this kind belongs to."""
    return plain(card.household.name) if card else _WHOSE_ELSE.get(kind, _GONE)


def masks(card: HouseholdCard | None) -> bool:
    """Whether the household's address must not be seen."""
    return card is not None and card.household.protection.masks_address


def label(kind: str, field: str, record: str, card: HouseholdCard | None) -> Words:
    """What the field is called; where it is one person's of several, whose it is too."""
    called = field_label(kind, field)
    persons = card.persons if card else ()
    name = next((person.name for person in persons if person.id == record), "")
    return listed((called, plain(name.split(" ")[0]))) if name and len(persons) > 1 else called


def said(
    kind: str, record: str, fields: Mapping[str, Any], card: HouseholdCard | None, *, mask: bool
) -> Iterator[Answer]:
    """The fields that have a name people know; what ties records together is left out. `mask` as for `field_value`."""
    for field, value in fields.items():
        if f"{kind}.{field}" in FIELD_LABELS or "." in field:
            yield label(kind, field, record, card), field_value(kind, field, value, mask=mask)
