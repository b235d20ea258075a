"""The interpreter: who, how good, and where. Source: tolkeloven §§ 4 and 7."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.interpreter import ATTENDS_WORDS, CATEGORIES
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.editors import make_read_only
from hjemmebesok.ui.screens.visit.who import Who
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import FactLine, Field, SegmentedChoice, TextEdit

_OUTSIDE = N_("Utenfor registeret")


class InterpreterForm(QWidget):
    """`edited` at each keystroke, `left` when a field is left. A child is no choice, and a line says why."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = TextEdit(longest=200)
        self.category = SegmentedChoice([(code, plain(code) if code else _OUTSIDE) for code in CATEGORIES])
        self.reason = TextEdit(longest=500)
        self.attends = SegmentedChoice([(way.value, words) for way, words in ATTENDS_WORDS.items()], clearable=False)
        self._reason = Field(N_("Hvorfor ikke en tolk fra registeret?"), self.reason)
        self._lay_out()
        self._controls: tuple[Any, ...] = (self.name, self.category, self.reason, self.attends)
        for control in self._controls:
            control.edited.connect(self._edited)
            control.left.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.L)
        column.addWidget(FactLine("info", N_("Barn skal aldri tolke (tolkeloven § 4)."), "small", "muted"))
        column.addWidget(Field(N_("Tolkens navn eller nummer"), self.name))
        column.addWidget(
            Field(N_("Kategori i Nasjonalt tolkeregister"), self.category, N_("A er best kvalifisert, E minst."))
        )
        column.addWidget(self._reason)
        column.addWidget(Field(N_("Hvordan er tolken med?"), self.attends))

    def show_who(self, who: Who) -> None:
        """Show this; a field that has the keyboard is left alone."""
        for control, value in zip(self._controls, (who.name, who.category, who.reason, who.attends), strict=True):
            if not control.hasFocus():
                control.set_value(value)
        self._show_reason()

    def values(self) -> dict[str, Any]:
        """What stands in the fields, by place of Who."""
        return {
            "name": self.name.typed(),
            "category": self.category.value(),
            "reason": self.reason.typed(),
            "attends": self.attends.value(),
        }

    def make_read_only(self) -> None:
        """Show what was noted and take no other."""
        for control in self._controls:
            make_read_only(control)

    def _edited(self) -> None:
        self._show_reason()
        self.edited.emit()

    def _show_reason(self) -> None:
        self._reason.setVisible(self.category.value() == "")
