"""One line of a list: its cells on one row or two, what is wrong with them, and a bin."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.visit.line_cells import LineCells
from hjemmebesok.ui.screens.visit.line_layouts import layout_of
from hjemmebesok.ui.theme import SPACE, look
from hjemmebesok.ui.widgets import AmountEdit, FactLine, IconButton, WrapLabel


class LineRow(QWidget):
    """`edited` carries the whole line at each keystroke; cells that hold nothing are absent from it."""

    edited = Signal(object)
    left = Signal()
    removed = Signal()

    def __init__(self, field: Lines, names: Sequence[str]) -> None:
        super().__init__()
        self._layout = layout_of(field)
        self._cells = LineCells(field, names)
        self.cells = self._cells.controls
        self._headings: list[WrapLabel] = []
        self.under: dict[str, QWidget] = {}
        self._problem = FactLine("circle-alert", "", "small", "bad", icon_tone="bad")
        self.bin = IconButton(N_("Fjern linjen"), "trash-2")
        self.bin.clicked.connect(self.removed)
        self._lay_out()
        for cell in self.cells.values():
            cell.edited.connect(self._edited)
            cell.left.connect(self._left)
        for moved in (look.changed, speech.changed):
            moved.connect(self._align)
        self.show_problem(None)
        self._show_asked()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.XS)
        column.addLayout(self._first_row())
        column.addLayout(self._second_row())
        column.addWidget(self._problem)

    def _first_row(self) -> QGridLayout:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.S)
        grid.setVerticalSpacing(SPACE.XS)
        for place, (name, share) in enumerate(self._layout.first):
            heading = self._heading(name)
            if isinstance(self.cells[name], AmountEdit):
                heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._headings.append(heading)
            grid.addWidget(heading, 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self.cells[name], 1, place, Qt.AlignmentFlag.AlignVCenter)
            grid.setColumnStretch(place, share)
        grid.addWidget(self.bin, 1, len(self._layout.first))
        return grid

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.S)
        for name, share in self._layout.second:
            holder = self.under[name] = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE.XS)
            column.addWidget(self._heading(name))
            column.addWidget(self.cells[name])
            row.addWidget(holder, share)
        row.addStretch(1)
        return row

    def _heading(self, name: str) -> WrapLabel:
        heading = WrapLabel(self._cells.label(name), "small", "muted")
        heading.setBuddy(self.cells[name])
        return heading

    def place(self, number: int) -> None:
        """Say which line this is; the first one carries the headings of all."""
        for heading in self._headings:
            heading.setVisible(number == 1)
        self._cells.call(number)
        self.bin.say(Phrase("Fjern linje {n}", n=number))
        self._align()

    def line(self) -> dict[str, Any]:
        """What stands in the cells that are asked."""
        return self._cells.line()

    def show_line(self, line: Mapping[str, Any]) -> bool:
        """Show this line, which is one answer; False, and it is left alone, where one of its cells has the keyboard."""
        if any(cell.hasFocus() for cell in self.cells.values()):
            return False
        self._cells.show_line(line)
        self._show_asked()
        self.show_problem(self._cells.problem())
        return True

    def show_known(self, known: Mapping[str, Any]) -> None:
        """Ask only for the cells that follow from the form's other answers."""
        self._cells.show_known(known)
        self._show_asked()

    def show_left_out(self, reason: Words | None) -> None:
        """Strike the line through where it does not count."""
        self._cells.show_left_out(reason)

    def show_refused(self, problem: Words) -> None:
        """Show why the line was refused: its own sentence, else this one."""
        self.show_problem(self._cells.problem() or problem)

    def show_problem(self, problem: Words | None) -> None:
        """Show this sentence under the line; None takes it away."""
        self._problem.say(problem or "")
        self._problem.setVisible(problem is not None)

    def problem_shown(self) -> str:
        """The sentence that stands under the line, '' where none does."""
        return "" if self._problem.isHidden() else self._problem.label.text()

    def make_read_only(self) -> None:
        """Show the line and take no other."""
        self.bin.hide()
        self._cells.make_read_only()

    def _align(self) -> None:
        """Let a narrow column be as wide as its heading, in the lines without headings too."""
        for place, (_, share) in enumerate(self._layout.first):
            if not share:
                self._headings[place].ensurePolished()  # a hidden one does not know its font yet
                self._grid.setColumnMinimumWidth(place, self._headings[place].sizeHint().width())

    def _show_asked(self) -> None:
        asked = self._cells.asked()
        for name, holder in self.under.items():
            holder.setVisible(name in asked)
        below = SPACE.M if asked & set(self.under) else 0  # a line on two rows keeps its distance from the next
        self._column.setContentsMargins(0, 0, 0, below)

    def _edited(self) -> None:
        self._show_asked()
        self.show_problem(None)
        self.edited.emit(self.line())

    def _left(self) -> None:
        self.show_problem(self._cells.problem())
        self.left.emit()
