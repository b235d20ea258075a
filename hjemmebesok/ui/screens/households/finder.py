"""Finding a household: one types, the list below follows, and the arrow keys and Enter do the rest."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.households.found import FoundHouseholds
from hjemmebesok.ui.screens.households.found_row import FoundRow, row_height
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.search_field import SearchField

_EDGE = 5  # border and padding of the list, px
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FoundList(QListView):
    """The list below the field: rows of one height, so that its length costs nothing. `picked` by click or Enter.

    It is as high as its rows, up to `most` of them; with `most` 0 it takes the room there is.
    """

    picked = Signal(QModelIndex)

    def __init__(self, model: FoundHouseholds, most: int) -> None:
        super().__init__()
        self._most = most
        down = QSizePolicy.Policy.Fixed if most else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        model.modelReset.connect(self.updateGeometry)
        self.setProperty("found", "true")
        self.setModel(model)
        self.setItemDelegate(FoundRow(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bind(self, QListView.setAccessibleName, N_("Husstander"))
        self.clicked.connect(self.picked)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def minimumSizeHint(self) -> QSize:
        rows = min(self._most, max(1, self.model().rowCount())) if self._most else 3
        return QSize(px(200), rows * row_height() + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class HouseholdFinder(QWidget):
    """`chosen` carries the id of a household. The owner lays out `field`, above the list or elsewhere."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, most: int = 6) -> None:
        super().__init__()
        self.model = FoundHouseholds(desk)
        self.field = SearchField(N_("Finn husstand, adresse eller saksnummer"))
        self.list = FoundList(self.model, most)
        self._said = WrapLabel("", "small", "muted")
        self._more = Button(N_("Vis flere"), "quiet", "chevron-down")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def _connect(self) -> None:
        self.field.edited.connect(self.search)
        self.field.entered.connect(self._choose_current)
        self.field.installEventFilter(self)
        self.list.picked.connect(self._choose)
        self._more.clicked.connect(self._show_more)

    def search(self, typed: str) -> None:
        """Show what these words find; the first of them is the current one."""
        self.model.search(typed)
        self._show_count()
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def refresh(self) -> None:
        """Search again for the same: something may have changed."""
        at = self.list.currentIndex().row()
        self.model.refresh()
        self._show_count()
        if 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move through the list while one goes on typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            self.list.keyPressEvent(event)
            return True
        return False

    def _show_count(self) -> None:
        count, typed = self.model.rowCount(), self.field.value()
        if not count and typed:
            self._said.say(Phrase("Ingen treff på «{typed}».", typed=typed))
        elif self.model.cut:
            self._said.say(Phrase("Viser de {n} siste. Skriv mer for å finne fram.", n=count))
        else:
            self._said.say(Plural("{n} husstand", "{n} husstander", count))
        self._more.setVisible(self.model.cut)
        self.list.setVisible(count > 0)

    def _show_more(self) -> None:
        at = self.list.verticalScrollBar().value()
        self.model.show_more()
        self._show_count()
        self.list.verticalScrollBar().setValue(at)

    def _choose_current(self) -> None:
        if self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.id_at(index.row()))
