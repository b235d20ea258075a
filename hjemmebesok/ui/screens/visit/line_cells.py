"""The cells of one line, and between them and the line as it is stored."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.visit.editors import (
    cell_control,
    make_read_only,
    plain_answer,
    problem_in,
    show_answer,
)
from hjemmebesok.ui.screens.visit.line_layouts import layout_of
from hjemmebesok.ui.widgets import CheckBox


class LineCells:
    """`controls` by column id. `names` are those of the household."""

    def __init__(self, field: Lines, names: Sequence[str]) -> None:
        self._asked = layout_of(field).asked
        self._columns = {column.id: column for column in field.columns}
        self._known: Mapping[str, Any] = {}
        self._left_out: Words | None = None
        self.controls: dict[str, Any] = {column.id: cell_control(column, names) for column in field.columns}

    def label(self, name: str) -> str:
        """What a column is called."""
        return self._columns[name].label

    def call(self, number: int) -> None:
        """Name each cell by its column and the number of the line."""
        for name, control in self.controls.items():
            words = Phrase("{label}, linje {n}", label=Phrase(self.label(name)), n=number)
            bind(control, type(control).setAccessibleName, words)

    def asked(self) -> set[str]:
        """The cells that are asked, given what stands in the line and in the rest of the form."""
        return self._asked({name: plain_answer(control) for name, control in self.controls.items()}, self._known)

    def show_known(self, known: Mapping[str, Any]) -> None:
        """Take account of the form's other answers."""
        self._known = known

    def line(self) -> dict[str, Any]:
        """What stands in the cells that are asked. A box without a tick says nothing: nobody has seen the paper yet."""
        asked = self.asked()
        told = {name: plain_answer(self.controls[name]) for name in self.controls if name in asked}
        return {name: value for name, value in told.items() if value is not None and not self._unticked(name)}

    def show_line(self, line: Mapping[str, Any]) -> None:
        """Show this line."""
        for name, control in self.controls.items():
            show_answer(control, self._columns[name], line.get(name))

    def problem(self) -> Words | None:
        """Why a cell that has been left cannot be read; None where all can."""
        left = [name for name, control in self.controls.items() if not control.hasFocus()]
        problems = (problem_in(self.controls[name], self._columns[name]) for name in left)
        return next((problem for problem in problems if problem), None)

    def show_left_out(self, reason: Words | None) -> None:
        """Strike the line through where it does not count, and say why to a screen reader."""
        if reason == self._left_out:
            return
        self._left_out = reason
        for control in self.controls.values():
            control.setProperty("leftout", reason is not None)
            control.style().unpolish(control)
            control.style().polish(control)
            bind(control, QWidget.setAccessibleDescription, reason or "")

    def make_read_only(self) -> None:
        """Show the line and take no other."""
        for control in self.controls.values():
            make_read_only(control)

    def _unticked(self, name: str) -> bool:
        control = self.controls[name]
        return isinstance(control, CheckBox) and not control.isChecked()
