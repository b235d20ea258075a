"""A list in the form: its lines, one more, and one back that was removed by mistake."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.visits import new_line_id
from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.screens.visit.line_layouts import layout_of
from hjemmebesok.ui.screens.visit.line_row import LineRow
from hjemmebesok.ui.screens.visit.undo import UndoRow
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, WrapLabel


class LineRows(QWidget):
    """`edited` (key, line) at each keystroke, `left` (key) when a cell is left; `removed` (key, line) and `restored`
    (key, line) at once. A line that nobody has typed in is nowhere but on the screen."""

    edited = Signal(str, object)
    left = Signal(str)
    removed = Signal(str, object)
    restored = Signal(str, object)

    def __init__(self, field: Lines, names: Sequence[str], help: Words = "") -> None:
        super().__init__()
        self._field, self._names = field, names
        self.rows: dict[str, LineRow] = {}
        self._read_only = False
        self._known: Mapping[str, Any] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.S)
        self._undo = UndoRow()
        self._undo.undone.connect(self._restore)
        self.add = Button(layout_of(field).add, icon="plus")
        self.add.clicked.connect(self._add_by_hand)
        self.below = QVBoxLayout()
        self._lay_out(field, help)

    def _lay_out(self, field: Lines, help: Words) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(WrapLabel(field.label, "label"))
        if help:
            column.addWidget(WrapLabel(help, "small", "muted"))
        column.addLayout(self._lines)
        column.addWidget(self._undo)
        column.addLayout(self.below)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Mapping[str, Mapping[str, Any]]) -> list[str]:
        """Show these lines by their ids, in this order; a line being typed in is left alone. Those that show what they
        were to."""
        for line_id in [each for each in self.rows if each not in lines and self.rows[each].line()]:
            self._drop(line_id)
        for line_id in lines:
            if line_id not in self.rows:
                self._make(line_id)
        shown = [line_id for line_id in lines if self.rows[line_id].show_line(lines[line_id])]
        self._number()
        return shown

    def show_known(self, known: Mapping[str, Any]) -> None:
        """Take account of the form's other answers."""
        self._known = known
        for row in self.rows.values():
            row.show_known(known)

    def show_left_out(self, reasons: Mapping[str, Words]) -> None:
        """Strike these lines through."""
        for line_id, row in self.rows.items():
            row.show_left_out(reasons.get(line_id))

    def show_problem(self, line_id: str, problem: Words) -> None:
        """Show why one line was refused."""
        if line_id in self.rows:
            self.rows[line_id].show_refused(problem)

    def focus_on(self, line_id: str = "") -> QWidget:
        """Give the keyboard to this line, else to the first, else to a new one; the control that got it."""
        row = self.rows.get(line_id) or next(iter(self.rows.values()), None)
        cell: QWidget = next(iter(row.cells.values())) if row else self.add
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        return cell

    def make_read_only(self) -> None:
        """Show the lines and take no other."""
        self._read_only = True
        self.add.hide()
        for row in self.rows.values():
            row.make_read_only()

    def _make(self, line_id: str) -> LineRow:
        row = self.rows[line_id] = LineRow(self._field, self._names)
        key = f"{self._field.id}/{line_id}"
        row.edited.connect(lambda line: self.edited.emit(key, line or None))
        row.left.connect(lambda: self.left.emit(key))
        row.removed.connect(lambda: self._remove(line_id))
        row.show_known(self._known)
        self._lines.addWidget(row)
        row.show()  # now, so that it can take the keyboard at once
        if self._read_only:
            row.make_read_only()
        return row

    def _number(self) -> None:
        for number, row in enumerate(self.rows.values(), start=1):
            row.place(number)

    def _add_by_hand(self) -> None:
        row = self._make(new_line_id())
        self._number()
        next(iter(row.cells.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, line_id: str) -> None:
        line = self.rows[line_id].line()
        self._drop(line_id)
        self._number()
        if line:
            self._undo.offer(line_id, line, self._field)
            self.removed.emit(f"{self._field.id}/{line_id}", line)

    def _restore(self, line_id: str, line: Mapping[str, Any]) -> None:
        row = self._make(line_id)
        row.show_line(line)
        self._number()
        next(iter(row.cells.values())).setFocus(Qt.FocusReason.TabFocusReason)
        self.restored.emit(f"{self._field.id}/{line_id}", line)

    def _drop(self, line_id: str) -> None:
        row = self.rows.pop(line_id)
        row.hide()
        row.deleteLater()
