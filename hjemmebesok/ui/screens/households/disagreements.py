"""Fields with two values, each on its own field: who wrote what, and a button at each value to choose it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.conflicts import Conflict, Here
from hjemmebesok.casework.households import MASKED
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.national_id import masked
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.field_labels import field_label
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households.contact import Place
from hjemmebesok.ui.two_values import can_keep_both, holding, value_at, versions
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.conflict_box import ConflictBox, Version
from hjemmebesok.ui.widgets.fact_row import FactRow


class Disagreements(Card):
    """The card itself holds those whose field stands nowhere else on the page, and is hidden where there are none.

    `choose` saves a value and says whether it went well. What was chosen stays in sight, so that it can be undone.
    """

    def __init__(self, choose: Callable[[Conflict, object], bool]) -> None:
        super().__init__(N_("To ulike svar"))
        self.boxes: dict[str, ConflictBox] = {}
        self._choose, self._mask = choose, False
        self._chosen: set[str] = set()
        self._rows: dict[str, FactRow] = {}
        self._elsewhere = QVBoxLayout()
        self.body.addLayout(self._elsewhere)

    def forget(self) -> None:
        """Take all away: the page is about another household from now on."""
        for conflict_id in list(self.boxes):
            self._drop(conflict_id)
        self._chosen.clear()

    def show_conflicts(
        self, conflicts: Sequence[Conflict], places: Mapping[Place, FactRow], here: Here, today: date, *, mask: bool
    ) -> None:
        """Show these on their fields, with what is known `here` of them; `mask` where the household's address is not to
        be seen."""
        if mask != self._mask:
            self.forget()  # a box made before must not go on showing an address
        self._here, self._today, self._mask = here, today, mask
        open_now = {conflict.id: conflict for conflict in conflicts}
        for conflict_id in list(self.boxes):
            if conflict_id not in open_now and conflict_id not in self._chosen:
                self._drop(conflict_id)
        for conflict in conflicts:
            row = places.get((conflict.record, conflict.field))
            if row is not None and self._rows.get(conflict.id, row) is not row:
                self._drop(conflict.id)
            if conflict.id not in self.boxes:
                self._add(conflict, row)
            if conflict.id not in self._chosen:
                self.boxes[conflict.id].show_choice(None, holding(conflict, here, mask=mask))
        for conflict_id, row in self._rows.items():
            row.show_disagreement(conflict_id in open_now)
        self.setVisible(self._elsewhere.count() > 0)

    def _add(self, conflict: Conflict, row: FactRow | None) -> None:
        shown = _versions(conflict, self._here, self._today, mask=self._mask)
        box = ConflictBox(shown, keep_both=can_keep_both(conflict))
        box.chosen.connect(lambda place: self._take(conflict, place))
        if row is None:
            row = FactRow(field_label(conflict.kind, conflict.field))
            self._elsewhere.addWidget(row)
        row.below.addWidget(box)
        self.boxes[conflict.id], self._rows[conflict.id] = box, row

    def _drop(self, conflict_id: str) -> None:
        box, row = self.boxes.pop(conflict_id), self._rows.pop(conflict_id)
        self._chosen.discard(conflict_id)
        box.setParent(None)
        row.show_disagreement(False)
        if self._elsewhere.indexOf(row) >= 0:
            self._elsewhere.removeWidget(row)
            row.setParent(None)

    def _take(self, conflict: Conflict, place: int) -> None:
        self._chosen.add(conflict.id)  # before it is saved: the box must outlive the conflict
        if self._choose(conflict, value_at(conflict, place)):
            self.boxes[conflict.id].show_choice(place)
        else:
            self._chosen.discard(conflict.id)


def _versions(conflict: Conflict, here: Here, today: date, *, mask: bool) -> list[Version]:
    """Both values in words; a protected address and a national id are never among them."""
    found = versions(conflict, here, today)
    if mask and conflict.kind == Dwelling.kind:
        return [replace(each, value=MASKED) for each in found]
    if conflict.field == "national_id":
        values = (conflict.shown.value, conflict.other.value)
        return [replace(each, value=plain(masked(str(value)))) for each, value in zip(found, values, strict=True)]
    return list(found)
