"""When something begins and how long it lasts: day, time and minutes in one row."""

from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.date_edit import DateEdit
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.number_edit import NumberEdit
from hjemmebesok.ui.widgets.time_edit import TimeEdit

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_WIDTH = 168  # px at 100 %, of each field
_SHORTEST, _LONGEST = 5, 600  # minutes


class MomentFields(QWidget):
    """`check` shows what is wrong or missing; where all is well `starts` and `minutes` say what stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.day, self.time = DateEdit(), TimeEdit()
        self.lasts = NumberEdit(_SHORTEST, _LONGEST, N_("min"))
        self._fields = {
            Field(N_("Dag"), self.day): N_("Skriv hvilken dag."),
            Field(N_("Klokken"), self.time): N_("Skriv når det begynner."),
            Field(N_("Varighet"), self.lasts): N_("Skriv hvor mange minutter."),
        }
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.M)
        for field in self._fields:
            self._row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self._size()
        look.changed.connect(self._size)

    def show_moment(self, starts: datetime, minutes: int) -> None:
        """Show this; tells nobody."""
        self.day.set_value(starts.date())
        self.time.set_value(starts.time())
        self.lasts.set_value(minutes)
        for field in self._fields:
            field.show_problem(None)

    def check(self) -> bool:
        """Show what is wrong in each of them; true where all is well."""
        filled = [_filled(field, missing) for field, missing in self._fields.items()]
        return all(filled)

    def starts(self) -> datetime:
        """Local time, without a zone. Ask after `check`."""
        return datetime.combine(self.day.value() or date.min, self.time.value() or time.min)

    def minutes(self) -> int:
        """How long. Ask after `check`."""
        return self.lasts.value() or 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def minimumSizeHint(self) -> QSize:
        """Of one field: the others can go under it."""
        return QSize(px(_WIDTH), super().minimumSizeHint().height())

    def _size(self) -> None:
        needed = len(self._fields) * (px(_WIDTH) + SPACE.M)
        self._row.setDirection(_DOWN if self.width() < needed else _ACROSS)
        for field in self._fields:
            field.setFixedWidth(px(_WIDTH))


def _filled(field: Field, missing: Words) -> bool:
    if not field.check():
        return False
    empty = field.control.value() is None  # type: ignore[attr-defined]  # the three are typed fields
    if empty:
        field.show_problem(missing)
    return not empty
