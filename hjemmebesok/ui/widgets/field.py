"""A question with its field: the label above, help under it, the field, and what is wrong below."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.label import WrapLabel


class Field(QWidget):
    """Binds label and control for the eye, the mouse and the screen reader.

    A control with `problem()` is checked when it is left, and the sentence goes away as soon as the text is readable.
    A sentence that the screen shows itself goes away with the next keystroke.
    """

    def __init__(self, words: Words, control: QWidget, help: Words = "", *, beside: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self.label = WrapLabel(words, "label")
        self.label.setBuddy(control)
        bind(control, type(control).setAccessibleName, words)
        self._help = WrapLabel(help, "small", "muted")
        self._problem = FactLine("circle-alert", "", "small", "bad", icon_tone="bad")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)  # so that the ring around the control covers no text
        column.addWidget(self.label)
        column.addWidget(self._help)
        column.addLayout(_row(control, beside))
        column.addWidget(self._problem)
        self._help.setVisible(bool(help))
        self._help_words = help
        self.show_problem(None)
        for signal, slot in (("left", self._leaving), ("edited", self._typing)):
            if hasattr(control, signal):
                getattr(control, signal).connect(slot)

    def check(self) -> bool:
        """Show what is wrong now, if anything; true where all is well."""
        problem = self._own_problem()
        self.show_problem(problem)
        return problem is None

    def show_problem(self, problem: Words | None) -> None:
        """Show this sentence under the field; None takes it away."""
        self._wrong = problem is not None
        self._problem.say(problem or "")
        self._problem.setVisible(self._wrong)
        bind(self.control, type(self.control).setAccessibleDescription, problem or self._help_words)
        _mark(self.control, self._wrong)

    def say_help(self, words: Words) -> None:
        """Show this help under the label from now on, '' for none."""
        if words == self._help_words:
            return
        self._help_words = words
        self._help.say(words)
        self._help.setVisible(bool(words))
        if not self._wrong:
            bind(self.control, type(self.control).setAccessibleDescription, words)

    def head_height(self, width: int) -> int:
        """How high label and help are above the control, in px, where the field is so wide."""
        lines = [label for label in (self.label, self._help) if not label.isHidden()]
        return sum((label.heightForWidth(width) + self._column.spacing() for label in lines), start=0)

    def push_down(self, room: int) -> None:
        """Leave so many px above the label, so that the control stands level with its neighbour's."""
        self._column.setContentsMargins(0, room, 0, 0)

    def problem_shown(self) -> str:
        """The sentence that stands under the field, '' where none does."""
        return self._problem.label.text() if self._wrong else ""

    def _own_problem(self) -> Phrase | None:
        ask = getattr(self.control, "problem", None)
        return ask() if ask else None

    def _leaving(self) -> None:
        problem = self._own_problem()
        if problem is not None:
            self.show_problem(problem)

    def _typing(self) -> None:
        if self._wrong:
            self.check()


def _row(control: QWidget, beside: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.S)
    row.addWidget(control, 1)
    if beside is not None:
        row.addWidget(beside)
    return row


def _mark(control: QWidget, wrong: bool) -> None:
    if bool(control.property("problem")) == wrong:
        return
    control.setProperty("problem", wrong)
    for restyled in (control, *control.findChildren(QLineEdit)):
        restyled.style().unpolish(restyled)
        restyled.style().polish(restyled)
