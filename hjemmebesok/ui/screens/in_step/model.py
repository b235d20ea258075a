"""How this computer stands with the server, and what needs the caseworker. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hjemmebesok.casework.conflicts import (
    Clash,
    SetAside,
    choose_value,
    conflicts_of,
    known_here,
    lay_aside,
    set_aside_changes,
    settled_clashes,
    together,
    visit_of,
)
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import household_cards, household_names
from hjemmebesok.casework.leaving import Unsaved, lay_aside_unsaved, unsaved
from hjemmebesok.casework.syncing import sync_status
from hjemmebesok.casework.unseen import UnseenInNote, has_read, notes_to_read
from hjemmebesok.casework.visits import PRESENCE
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.screens.in_step.reasons import UNSAVED, UNSAVED_LOCKED, reason_words
from hjemmebesok.ui.screens.in_step.said import Refusal, UnseenWords, label, masks, said, whose
from hjemmebesok.ui.two_values import can_keep_all, holding, place_of, value_at, versions, written
from hjemmebesok.ui.widgets.conflict_box import Version


@dataclass(frozen=True, slots=True)
class TwoValues:
    """A field with two values or more. `case` is its household's id, '' where it belongs to none. `now` is what stands
    there where that is not the first of them, or, once it is settled, none of them, nor all."""

    key: str
    case: str
    whose: Words
    label: Words
    versions: tuple[Version, ...]
    keep_all: bool
    joined: bool
    settled: bool = False
    now: Words = field(default="", compare=False)  # said in its place: the card stays when it changes


class InStepModel:
    """Reads anew with `read`. What was chosen since the last round is kept in `chosen`, by the key of the clash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._clashes: dict[str, Clash] = {}
        self._standing: dict[str, int] = {}
        self._now: dict[str, Any] = {}
        self.chosen: dict[str, int] = {}
        self.read()

    def read(self) -> None:
        """What is open now, in the order it came; what was chosen here stays until `forget_choices`."""
        still = {clash.first.id: clash for clash in together(conflicts_of(self._desk))}
        kept = {key: clash for key, clash in self._clashes.items() if key in self.chosen or key in still}
        self._clashes = kept | still
        self.chosen = {key: place for key, place in self.chosen.items() if key not in still}
        self.status = sync_status(self._desk)
        asides, settled = set_aside_changes(self._desk), self._settled()
        open_now = list(self._clashes.values())
        left, unseen = unsaved(self._desk), self._notes_to_read()
        conflicts = [conflict for clash in (*open_now, *settled) for conflict in clash.conflicts]
        cases = {each.case for each in conflicts} | {each.case for each in left}
        cases |= {each.case for each in unseen}
        cases |= {aside.change.case for aside in asides}
        self._cards = household_cards(self._desk, sorted(cases))
        self._here = known_here(self._desk, conflicts)
        self.conflicts = [self._two(clash) for clash in open_now]
        self.settled = [self._two_settled(clash) for clash in settled]
        self._clashes |= {clash.first.id: clash for clash in settled}
        self._unsaved = {each.form for each in left}
        self.unseen = list(map(self._unseen_in, unseen))
        self.refusals = [*map(self._unsaved_in, left), *map(self._refusal, asides)]

    def choose(self, key: str, place: int) -> Any:
        """Let the field have this value, or another than was chosen before; the Changes."""
        clash = self._clashes[key]
        changes = choose_value(self._desk, clash.first, value_at(clash, place), clash.beside)
        self.chosen[key] = place
        return changes

    def lay_aside(self, key: str) -> Any:
        """Let a refused change, or what could not be saved, need her no more; the Changes."""
        return lay_aside_unsaved(self._desk, key) if key in self._unsaved else lay_aside(self._desk, key)

    def has_read(self, visit: str) -> Any:
        """She has read what she had not seen in this visit's note; the Changes."""
        return has_read(self._desk, visit)

    def gone(self, left: Sequence[str]) -> list[str]:
        """Those of the households that have left which have not come back since."""
        here = set(household_names(self._desk).values()) if left else set()
        return [name for name in left if name not in here]

    def forget_choices(self) -> None:
        """A round has carried them away: they stand."""
        self.chosen.clear()

    def stands(self, key: str) -> int | None:
        """The place of the value that stands: the one chosen here, or the one a settled field has now."""
        return self.chosen.get(key, self._standing.get(key))

    def _notes_to_read(self) -> list[UnseenInNote]:
        with self._desk.read() as reading:
            return notes_to_read(reading)

    def _settled(self) -> list[Clash]:
        """Those settled last that are not shown as open, or as chosen just now; notes which of their values stands."""
        shown = {conflict.id for clash in self._clashes.values() for conflict in clash.conflicts}
        found = [each for each in settled_clashes(self._desk) if each[0].first.id not in shown]
        self._standing, self._now = {}, {}
        for clash, now in found:
            place = place_of(clash, now)
            if place is None:
                self._now[clash.first.id] = now
            else:
                self._standing[clash.first.id] = place
        return [clash for clash, _ in found]

    def _two_settled(self, clash: Clash) -> TwoValues:
        two, first = replace(self._two(clash), now="", settled=True), clash.first
        if first.id not in self._now:
            return two
        mask = masks(self._cards.get(first.case))
        return replace(two, now=field_value(first.kind, first.field, self._now[first.id], mask=mask))

    def _two(self, clash: Clash) -> TwoValues:
        first = clash.first
        card = self._cards.get(first.case)
        return TwoValues(
            key=first.id,
            case=first.case if card else "",
            whose=whose(card, first.kind),
            label=label(first.kind, first.field, first.record, card),
            versions=versions(clash, self._here, self._desk.today(), mask=masks(card)),
            keep_all=can_keep_all(clash),
            joined=clash.joined,
            now=holding(clash, self._here, mask=masks(card)),
        )

    def _refusal(self, aside: SetAside) -> Refusal:
        change, card = aside.change, self._cards.get(aside.change.case)
        return Refusal(
            key=change.id,
            case=change.case if card else "",
            whose=whose(card, change.kind),
            written=written(self._desk.user.name, change.at, self._desk.today(), mine=True),
            said=tuple(said(change.kind, change.record, aside.said, card, mask=masks(card))),
            reason=reason_words(aside.reason),
            visit=visit_of(self._desk, change),
        )

    def _unseen_in(self, note: UnseenInNote) -> UnseenWords:
        card = self._cards.get(note.case)
        answers = tuple(said(Kartlegging.kind, note.form, note.answers, card, mask=masks(card)))
        return UnseenWords(note.visit, whose(card, Kartlegging.kind), answers)

    def _unsaved_in(self, left: Unsaved) -> Refusal:
        card = self._cards.get(left.case)
        fields = {key: value for key, value in left.typed.items() if key != PRESENCE}
        who = [(N_("Hvem er med"), N_("Ikke ferdig fylt ut"))] if PRESENCE in left.typed else []
        return Refusal(
            key=left.form,
            case=left.case if card else "",
            whose=whose(card, Kartlegging.kind),
            written="",
            said=(*who, *said(Kartlegging.kind, left.form, fields, card, mask=masks(card))),
            reason=UNSAVED_LOCKED if left.locked else UNSAVED,
            visit=left.visit,
            state=N_("Ikke lagret"),
        )
