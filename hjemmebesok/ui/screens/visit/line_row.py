"""One line of a list: its cells, what is wrong with them, and a bin."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind, speech
from hjemmebesok.ui.screens.visit.editors import (
    cell_control,
    make_read_only,
    plain_answer,
    problem_in,
    show_answer,
)
from hjemmebesok.ui.screens.visit.line_layouts import layout_of
from hjemmebesok.ui.theme import SPACE, look
from hjemmebesok.ui.widgets import AmountEdit, CheckBox, FactLine, IconButton, WrapLabel


class LineRow(QWidget):
    """`edited` carries the whole line at each keystroke; cells that hold nothing are absent from it."""

    edited = Signal(object)
    left = Signal()
    removed = Signal()

    def __init__(self, field: Lines, names: Sequence[str]) -> None:
        super().__init__()
        self._layout = layout_of(field)
        self._columns = {column.id: column for column in field.columns}
        self.cells: dict[str, Any] = {column.id: cell_control(column, names) for column in field.columns}
        self._headings: list[WrapLabel] = []
        self._under: dict[str, QWidget] = {}
        self._left_out: Words | None = None
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
        grid = QGridLayout()
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
        self._grid = grid
        return grid

    def _align(self) -> None:
        """Let a narrow column be as wide as its heading, in the lines without headings too."""
        for place, (_, share) in enumerate(self._layout.first):
            if not share:
                self._headings[place].ensurePolished()  # a hidden one does not know its font yet
                self._grid.setColumnMinimumWidth(place, self._headings[place].sizeHint().width())

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.S)
        for name, share in self._layout.second:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE.XS)
            column.addWidget(self._heading(name))
            column.addWidget(self.cells[name])
            row.addWidget(holder, share)
            self._under[name] = holder
        row.addStretch(1)
        return row

    def _heading(self, name: str) -> WrapLabel:
        heading = WrapLabel(self._columns[name].label, "small", "muted")
        heading.setBuddy(self.cells[name])
        return heading

    def place(self, number: int) -> None:
        """Say which line this is; the first one carries the headings of all."""
        for heading in self._headings:
            heading.setVisible(number == 1)
        for name, cell in self.cells.items():
            label = Phrase(self._columns[name].label)
            bind(cell, type(cell).setAccessibleName, Phrase("{label}, linje {n}", label=label, n=number))
        self.bin.say(Phrase("Fjern linje {n}", n=number))
        self._align()

    def line(self) -> dict[str, Any]:
        """What stands in the cells that are asked."""
        found = {name: plain_answer(cell) for name, cell in self.cells.items()}
        # A box without a tick says nothing: nobody has seen the paper yet.
        told = {name: value for name, value in found.items() if value is not None and not self._unticked(name)}
        asked = self._layout.asked(told)
        return {name: value for name, value in told.items() if name in asked}

    def show_line(self, line: Mapping[str, Any]) -> None:
        """Show these cells; one that is being typed in is left alone."""
        for name, cell in self.cells.items():
            if not cell.hasFocus() and (line.get(name) is not None or not self._unticked(name)):
                show_answer(cell, self._columns[name], line.get(name))
        self._show_asked()
        self.show_problem(self.problem())

    def show_problem(self, problem: Words | None) -> None:
        """Show this sentence under the line; None takes it away."""
        self._problem.say(problem or "")
        self._problem.setVisible(problem is not None)

    def problem_shown(self) -> str:
        """The sentence that stands under the line, '' where none does."""
        return "" if self._problem.isHidden() else self._problem.label.text()

    def show_left_out(self, reason: Words | None) -> None:
        """Strike the line through where it does not count, and say why to a screen reader."""
        if reason == self._left_out:
            return
        self._left_out = reason
        for cell in self.cells.values():
            cell.setProperty("leftout", reason is not None)
            cell.style().unpolish(cell)
            cell.style().polish(cell)
            bind(cell, QWidget.setAccessibleDescription, reason or "")

    def make_read_only(self) -> None:
        """Show the line and take no other."""
        self.bin.hide()
        for cell in self.cells.values():
            make_read_only(cell)

    def _unticked(self, name: str) -> bool:
        cell = self.cells[name]
        return isinstance(cell, CheckBox) and not cell.isChecked()

    def _show_asked(self) -> None:
        asked = self._layout.asked({name: plain_answer(cell) for name, cell in self.cells.items()})
        for name, holder in self._under.items():
            holder.setVisible(name in asked)
        below = SPACE.M if asked & set(self._under) else 0  # a line on two rows keeps its distance from the next
        self._column.setContentsMargins(0, 0, 0, below)

    def _edited(self) -> None:
        self._show_asked()
        self.show_problem(None)
        self.edited.emit(self.line())

    def _left(self) -> None:
        self.show_problem(self.problem())
        self.left.emit()

    def problem(self) -> Words | None:
        """Why a cell that has been left cannot be read; None where all can."""
        problems = (problem_in(cell, self._columns[name]) for name, cell in self.cells.items() if not cell.hasFocus())
        return next((problem for problem in problems if problem), None)
