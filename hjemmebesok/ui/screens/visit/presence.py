"""Who is at the visit: from the municipality, from the home, and the interpreter."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.editors import make_read_only
from hjemmebesok.ui.screens.visit.interpreter_form import InterpreterForm
from hjemmebesok.ui.screens.visit.who import Who
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, CheckBox, FactLine, Field, TextEdit, WrapLabel, YesNoChoice


class PresenceCard(Card):
    """`edited` carries what stands in the fields (a Who) at each keystroke, `left` comes when the card is left: an
    interpreter takes a few fields to fill in, and half of one is nothing to complain about."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, persons: Sequence[str]) -> None:
        super().__init__()
        self.ticks = {name: CheckBox(plain(name)) for name in persons}
        self.others = TextEdit(longest=500)
        self.staff = TextEdit(longest=500)
        self.interpreted = YesNoChoice()
        self.interpreter = InterpreterForm()
        self._problem = FactLine("circle-alert", "", "small", "bad", icon_tone="bad")
        self.body.setSpacing(SPACE.L)
        self.body.addWidget(WrapLabel(N_("Hvem er med?"), "title"))
        if self.ticks:
            self.body.addWidget(self._at_home())
        self.body.addWidget(Field(N_("Andre til stede"), self.others, N_("Navn, med komma mellom.")))
        self.body.addWidget(Field(N_("Fra kommunen"), self.staff, N_("Navn, med komma mellom.")))
        self.body.addWidget(Field(N_("Er det tolk med?"), self.interpreted))
        self.body.addWidget(self.interpreter)
        self.body.addWidget(self._problem)
        self._connect()
        self.show_problem(None)

    def _at_home(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WrapLabel(N_("Til stede fra husstanden"), "label"))
        column.addSpacing(SPACE.S)
        for tick in self.ticks.values():
            column.addWidget(tick)
        return holder

    def _connect(self) -> None:
        controls: tuple[Any, ...] = (*self.ticks.values(), self.others, self.staff, self.interpreted, self.interpreter)
        for control in controls:
            control.edited.connect(self._edited)
            control.left.connect(self._left)

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is in one of the fields. They are written together, and so are left alone together."""
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def show_who(self, who: Who) -> None:
        """Show this; a field that has the keyboard is left alone."""
        for name, tick in self.ticks.items():
            tick.set_value(name in who.present)
        for control, value in ((self.others, who.others), (self.staff, who.staff)):
            if not control.hasFocus():
                control.set_value(value)
        self.interpreted.set_value(who.interpreted)
        self.interpreter.show_who(who)
        self.interpreter.setVisible(bool(who.interpreted))

    def who(self) -> Who:
        """What stands in the fields."""
        return Who(
            staff=self.staff.typed(),
            present=tuple(name for name, tick in self.ticks.items() if tick.value()),
            others=self.others.typed(),
            interpreted=self.interpreted.value(),
            **self.interpreter.values(),
        )

    def show_problem(self, problem: Words | None) -> None:
        """Show this sentence under the fields; None takes it away."""
        self._problem.say(problem or "")
        self._problem.setVisible(problem is not None)

    def focus_on(self) -> QWidget:
        """Give the keyboard to the first field; the control that got it."""
        first = next(iter(self.ticks.values()), self.others)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first

    def make_read_only(self) -> None:
        """Show what was noted and take no other."""
        for control in (*self.ticks.values(), self.others, self.staff, self.interpreted):
            make_read_only(control)
        self.interpreter.make_read_only()

    def _edited(self) -> None:
        self.show_problem(None)
        self.interpreter.setVisible(bool(self.interpreted.value()))
        self.edited.emit(self.who())

    def _left(self) -> None:
        if not self.has_keyboard:
            self.left.emit()
