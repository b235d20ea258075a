"""The households found by a search, as a list of any length: ids at once, cards only for those in sight."""

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, find_households, household_cards
from hjemmebesok.ui.i18n import plain, say, speech
from hjemmebesok.ui.screens.households.words import summary
from hjemmebesok.ui.spoken import dotted

STEP = 500  # households shown at first, and more with each press on «Vis flere»
_PAGE = 12  # cards read at a time: about as many as are in sight
_KEPT = 40  # pages remembered

CARD = Qt.ItemDataRole.UserRole


class FoundHouseholds(QAbstractListModel):
    """`search(typed)` fills it. A row's `CARD` is its HouseholdCard, or None where it has left this laptop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._typed, self._limit = "", STEP
        self._ids: list[str] = []
        self._pages: OrderedDict[int, dict[str, HouseholdCard]] = OrderedDict()
        speech.changed.connect(self._speak)

    @property
    def cut(self) -> bool:
        """Whether there may be more than are shown."""
        return len(self._ids) == self._limit

    def search(self, typed: str) -> None:
        """Show what this finds."""
        self._fill(typed, STEP)

    def show_more(self) -> None:
        """Show more of the same."""
        self._fill(self._typed, self._limit + STEP)

    def refresh(self) -> None:
        """Search again for the same: something may have changed."""
        self._fill(self._typed, self._limit)

    def id_at(self, row: int) -> str:
        """The id of the household in this row."""
        return self._ids[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        card = self._card(index.row())
        if role == CARD or card is None:
            return card
        name = plain(card.household.name)
        return say(name) if role == Qt.ItemDataRole.DisplayRole else say(dotted(name, summary(card)))

    def _fill(self, typed: str, limit: int) -> None:
        self.beginResetModel()
        self._typed, self._limit = typed, limit
        self._ids = find_households(self._desk, typed, limit)
        self._pages.clear()
        self.endResetModel()

    def _card(self, row: int) -> HouseholdCard | None:
        page = row // _PAGE
        if page not in self._pages:
            wanted = self._ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = household_cards(self._desk, wanted)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[row])

    def _speak(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
