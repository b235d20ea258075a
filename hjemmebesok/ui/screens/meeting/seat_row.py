"""One household of the meeting: the name to choose it by, attendance as two words, and how talk and offer stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.meeting.model import SeatLine
from hjemmebesok.ui.theme import SPACE, colour
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill
from hjemmebesok.ui.widgets.segmented_choice import SegmentedChoice

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SeatRow(QWidget):
    """`chosen` carries the participant's id, `attendance` that and whether they came (None: not known)."""

    chosen = Signal(str)
    attendance = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = Button("", "row")
        self.name.setCheckable(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._about = WrapLabel("", "small", "muted")
        self.came: SegmentedChoice[bool] = SegmentedChoice([(True, N_("Kom"), "check"), (False, N_("Kom ikke"), "x")])
        self.talk, self.offer = Pill("", "muted"), Pill("", "muted")
        self.cells = [_cell(widget) for widget in (self.came, self.talk, self.offer)]
        self._lay_out()
        self.name.clicked.connect(self._choose)
        self.came.edited.connect(self._came)

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(self.name)
        who.addWidget(self._about)
        who.addStretch(1)
        self._about.setContentsMargins(SPACE.M, 0, 0, SPACE.XS)
        states = QHBoxLayout()
        states.setSpacing(SPACE.M)
        for cell in self.cells:
            states.addWidget(cell)
        states.addStretch(1)
        self._across = QBoxLayout(_ACROSS, self)
        self._across.setContentsMargins(SPACE.S, SPACE.XS, SPACE.M, SPACE.XS)
        self._across.setSpacing(SPACE.S)
        self._across.addLayout(who, 1)
        self._across.addLayout(states)

    def show_seat(self, line: SeatLine, *, chosen: bool, locked: bool) -> None:
        """Show this household from now on."""
        self.key = line.key
        self.name.say(plain(line.name))
        bind(self.name, Button.setAccessibleName, line.spoken)
        self.name.setChecked(chosen)
        self._about.say(line.about)
        self._about.setVisible(bool(line.about))
        self.came.set_value(line.attended)
        self.came.setEnabled(not locked)
        bind(self.came, SegmentedChoice.setAccessibleName, Phrase("Oppmøte, {name}", name=line.name))
        self.talk.show_status(*line.talk)
        self.offer.show_status(*line.offer)
        self.update()

    def fold(self, folded: bool) -> None:
        """The name above the rest, or beside it."""
        self._across.setDirection(_DOWN if folded else _ACROSS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.name.isChecked():
            painter.fillRect(self.rect(), colour("accent_soft"))
            painter.fillRect(0, 0, 4, self.height(), colour("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("hairline"))

    def _choose(self) -> None:
        self.name.setChecked(True)
        self.chosen.emit(self.key)

    def _came(self, attended: bool | None) -> None:
        self.attendance.emit(self.key, attended)


def _cell(widget: QWidget) -> QWidget:
    """A place in a column, wider than what stands in it where the column is."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return cell
