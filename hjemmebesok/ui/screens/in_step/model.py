"""How this computer stands with the server, and what needs the caseworker. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from hjemmebesok.casework.conflicts import (
    Conflict,
    SetAside,
    choose_value,
    conflicts_of,
    lay_aside,
    set_aside_changes,
    settled_conflicts,
)
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, household_cards
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.domain.rules import RateTable, RuleSettings
from hjemmebesok.ui.field_labels import FIELD_LABELS, field_label
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.in_step.reasons import reason_words
from hjemmebesok.ui.screens.visit.wording import listed
from hjemmebesok.ui.two_values import can_keep_both, value_at, versions, written
from hjemmebesok.ui.widgets.conflict_box import Version

_MEETING, _ALL, _GONE = N_("Fellesmøte"), N_("Hele kommunen"), N_("En husstand som ikke er her")
_WHOSE_ELSE = {
    Meeting.kind: _MEETING, Participant.kind: _MEETING, TextVersion.kind: _ALL, TextApproval.kind: _ALL,
    Mailing.kind: N_("Brev til alle"), RuleSettings.kind: _ALL, RateTable.kind: _ALL,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TwoValues:
    """A field with two values. `case` is its household's id, '' where it belongs to none."""

    key: str
    case: str
    whose: Words
    label: Words
    versions: tuple[Version, Version]
    keep_both: bool
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that the server would not take: what it said, and why not."""

    key: str
    case: str
    whose: Words
    written: Words
    said: tuple[tuple[Words, Words], ...]
    reason: Words


class InStepModel:
    """Reads anew with `read`. What was chosen since the last round is kept in `chosen`, by the key of the conflict."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._conflicts: dict[str, Conflict] = {}
        self.chosen: dict[str, int] = {}
        self.read()

    def read(self) -> None:
        """What is open now, in the order it came; what was chosen here stays until `forget_choices`."""
        still = {conflict.id: conflict for conflict in conflicts_of(self._desk)}
        kept = {key: conflict for key, conflict in self._conflicts.items() if key in self.chosen or key in still}
        self._conflicts = kept | still
        self.chosen = {key: place for key, place in self.chosen.items() if key not in still}
        self.status = sync_status(self._desk)
        asides, settled = set_aside_changes(self._desk), self._settled()
        open_now = list(self._conflicts.values())
        cases = {each.case for each in [*open_now, *settled]} | {each.change.case for each in asides}
        self._cards = household_cards(self._desk, sorted(cases))
        self.conflicts = [self._two(conflict) for conflict in open_now]
        self.settled = [replace(self._two(conflict), settled=True) for conflict in settled]
        self._conflicts |= {conflict.id: conflict for conflict in settled}
        self.refusals = [self._refusal(aside) for aside in asides]

    def choose(self, key: str, place: int) -> Any:
        """Let the field have this value, or another than was chosen before; the Changes."""
        conflict = self._conflicts[key]
        changes = choose_value(self._desk, conflict, value_at(conflict, place))
        self.chosen[key] = place
        return changes

    def lay_aside(self, key: str) -> Any:
        """Let a refused change need her no more; the Changes."""
        return lay_aside(self._desk, key)

    def forget_choices(self) -> None:
        """A round has carried them away: they stand."""
        self.chosen.clear()

    def stands(self, key: str) -> int | None:
        """The place of the value that stands: the one chosen here, or the one a settled field has now."""
        return self.chosen.get(key, self._standing.get(key))

    def _settled(self) -> list[Conflict]:
        """Those settled last that are not shown as open, or as chosen just now; notes which of their values stands."""
        found = [each for each in settled_conflicts(self._desk) if each[0].id not in self._conflicts]
        self._standing = {}
        for conflict, now in found:
            values = [conflict.shown.value, conflict.other.value]
            if now in values:
                self._standing[conflict.id] = values.index(now)
        return [conflict for conflict, _ in found]

    def _two(self, conflict: Conflict) -> TwoValues:
        card = self._cards.get(conflict.case)
        return TwoValues(
            key=conflict.id,
            case=conflict.case if card else "",
            whose=_whose(card, conflict.kind),
            label=_label(conflict.kind, conflict.field, conflict.record, card),
            versions=versions(conflict, self._desk.user.name, self._desk.today(), mask=_masks(card)),
            keep_both=can_keep_both(conflict),
        )

    def _refusal(self, aside: SetAside) -> Refusal:
        change, me, card = aside.change, self._desk.user.name, self._cards.get(aside.change.case)
        return Refusal(
            key=change.id,
            case=change.case if card else "",
            whose=_whose(card, change.kind),
            written=written(me, change.at, me, self._desk.today()),
            said=tuple(_said(aside, card)),
            reason=reason_words(aside.reason),
        )


def _whose(card: HouseholdCard | None, kind: str) -> Words:
    return plain(card.household.name) if card else _WHOSE_ELSE.get(kind, _GONE)


def _masks(card: HouseholdCard | None) -> bool:
    return card is not None and card.household.protection.masks_address


def _label(kind: str, field: str, record: str, card: HouseholdCard | None) -> Words:
    """What the field is called; where it is one person's of several, whose it is too."""
    label = field_label(kind, field)
    persons = card.persons if card else ()
    name = next((person.name for person in persons if person.id == record), "")
    return listed((label, plain(name.split(" ")[0]))) if name and len(persons) > 1 else label


def _said(aside: SetAside, card: HouseholdCard | None) -> Iterator[tuple[Words, Words]]:
    """The fields that have a name people know; what ties records together is left out."""
    change = aside.change
    for field, value in change.set.items():
        if f"{change.kind}.{field}" in FIELD_LABELS or "." in field:
            label = _label(change.kind, field, change.record, card)
            yield label, field_value(change.kind, field, value, mask=_masks(card))
