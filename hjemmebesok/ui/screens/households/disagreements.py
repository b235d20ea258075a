"""Fields with two values or more, each on its own field: who wrote what, and a button at each to choose it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.conflicts import Clash, Conflict, Here, together
from hjemmebesok.casework.households import MASKED
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.national_id import masked
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.field_labels import field_label
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households.contact import Place
from hjemmebesok.ui.two_values import can_keep_all, holding, value_at, versions
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.conflict_box import ConflictBox, Version
from hjemmebesok.ui.widgets.fact_row import FactRow


class Disagreements(Card):
    """The card itself holds those whose field stands nowhere else on the page, and is hidden where there are none.

    `choose` saves a value and says whether it went well. What was chosen stays in sight, so that it can be undone.
    """

    def __init__(self, choose: Callable[[Clash, object], bool]) -> None:
        super().__init__(N_("To ulike svar"))
        self.boxes: dict[str, ConflictBox] = {}
        self._clashes: dict[str, Clash] = {}
        self._choose, self._mask = choose, False
        self._chosen: set[str] = set()
        self._rows: dict[str, FactRow] = {}
        self._elsewhere = QVBoxLayout()
        self.body.addLayout(self._elsewhere)

    def forget(self) -> None:
        """Take all away: the page is about another household from now on."""
        for key in list(self.boxes):
            self._drop(key)
        self._chosen.clear()

    def show_conflicts(
        self, conflicts: Sequence[Conflict], places: Mapping[Place, FactRow], here: Here, today: date, *, mask: bool
    ) -> None:
        """Show these on their fields, with what is known `here` of them; `mask` where the household's address is not to
        be seen."""
        if mask != self._mask:
            self.forget()  # a box made before must not go on showing an address
        self._here, self._today, self._mask = here, today, mask
        open_now = {clash.first.id: clash for clash in together(conflicts)}
        for key in list(self.boxes):
            if key not in self._chosen and self._clashes[key] != open_now.get(key):
                self._drop(key)
        for key, clash in open_now.items():
            row = places.get((clash.first.record, clash.first.field))
            if row is not None and self._rows.get(key, row) is not row:
                self._drop(key)
            if key not in self.boxes:
                self._add(clash, row)
            if key not in self._chosen:
                self.boxes[key].show_choice(None, holding(clash, here, mask=mask))
        for key, row in self._rows.items():
            row.show_disagreement(key in open_now)
        self.setVisible(self._elsewhere.count() > 0)

    def _add(self, clash: Clash, row: FactRow | None) -> None:
        key = clash.first.id
        shown = _versions(clash, self._here, self._today, mask=self._mask)
        box = ConflictBox(shown, keep_all=can_keep_all(clash), joined=clash.joined)
        box.chosen.connect(lambda place: self._take(clash, place))
        if row is None:
            row = FactRow(field_label(clash.first.kind, clash.first.field))
            self._elsewhere.addWidget(row)
        row.below.addWidget(box)
        self.boxes[key], self._rows[key], self._clashes[key] = box, row, clash

    def _drop(self, key: str) -> None:
        box, row = self.boxes.pop(key), self._rows.pop(key)
        del self._clashes[key]
        self._chosen.discard(key)
        box.setParent(None)
        row.show_disagreement(False)
        if self._elsewhere.indexOf(row) >= 0:
            self._elsewhere.removeWidget(row)
            row.setParent(None)

    def _take(self, clash: Clash, place: int) -> None:
        key = clash.first.id
        self._chosen.add(key)  # before it is saved: the box must outlive the clash
        if self._choose(clash, value_at(clash, place)):
            self.boxes[key].show_choice(place)
        else:
            self._chosen.discard(key)


def _versions(clash: Clash, here: Here, today: date, *, mask: bool) -> list[Version]:
    """All values in words; a protected address and a national id are never among them."""
    found = versions(clash, here, today)
    if mask and clash.first.kind == Dwelling.kind:
        return [replace(each, value=MASKED) for each in found]
    if clash.first.field == "national_id":
        shown = zip(found, clash.values, strict=True)
        return [replace(each, value=plain(masked(str(value.value)))) for each, value in shown]
    return list(found)
