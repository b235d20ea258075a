"""One part of the form, drawn from its fields."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.casework.assess import CountedIncome
from hjemmebesok.domain.kartlegging.economy import INCOME
from hjemmebesok.domain.kartlegging.fields import Field, Lines, Section, is_asked
from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.screens.visit.editors import (
    form_control,
    is_short,
    make_read_only,
    plain_answer,
    problem_in,
    show_answer,
)
from hjemmebesok.ui.screens.visit.field_row import FieldRow
from hjemmebesok.ui.screens.visit.income_sum import IncomeSum
from hjemmebesok.ui.screens.visit.line_rows import LineRows
from hjemmebesok.ui.screens.visit.model import VisitModel
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, WrapLabel
from hjemmebesok.ui.widgets import Field as Asked


class SectionForm(Card):
    """`edited` (key, plain answer or typed text) at each keystroke, `left` (key) when a field is left.

    `removed` and `restored` (key, line) are for the lines of its lists.
    """

    edited = Signal(str, object)
    left = Signal(str)
    removed = Signal(str, object)
    restored = Signal(str, object)

    def __init__(self, section: Section, names: Sequence[str]) -> None:
        super().__init__()
        self.section = section
        self.asked: dict[str, Asked] = {}
        self.lists: dict[str, LineRows] = {}
        self._fields = {field.id: field for field in section.fields}
        self._sum = IncomeSum()
        self.body.setSpacing(SPACE.L)
        self.body.addLayout(_heading(section))
        for short, run in groupby(section.fields, key=is_short):
            if short:
                self.body.addWidget(FieldRow([self._question(field) for field in run]))
            else:
                for field in run:
                    self.body.addWidget(self._wide(field, names))

    def _wide(self, field: Field, names: Sequence[str]) -> QWidget:
        return self._list(field, names) if isinstance(field, Lines) else self._question(field)

    def _question(self, field: Field) -> Asked:
        control: Any = form_control(field)
        asked = self.asked[field.id] = Asked(field.label, control, field.help)
        control.edited.connect(lambda _: self.edited.emit(field.id, plain_answer(control)))
        control.left.connect(lambda: self.left.emit(field.id))
        return asked

    def _list(self, field: Lines, names: Sequence[str]) -> LineRows:
        rows = self.lists[field.id] = LineRows(field, names, "" if field.help == self.section.help else field.help)
        rows.edited.connect(self.edited)
        rows.left.connect(self.left)
        rows.removed.connect(self.removed)
        rows.restored.connect(self.restored)
        if field is INCOME:
            rows.below.addWidget(self._sum)
        return rows

    def show_answers(self, model: VisitModel) -> None:
        """Show what is typed or saved; a control that has the keyboard is left alone."""
        for field_id, asked in self.asked.items():
            if not asked.control.hasFocus():
                show_answer(asked.control, self._fields[field_id], model.shown(field_id))
                asked.show_problem(problem_in(asked.control, self._fields[field_id]))
        for field_id, rows in self.lists.items():
            ids = model.line_ids(field_id)
            rows.show_lines({line_id: model.shown(f"{field_id}/{line_id}") for line_id in ids})

    def show_known(self, known: Mapping[str, Any]) -> None:
        """Ask only what follows from the other answers."""
        for field_id, asked in self.asked.items():
            asked.setVisible(is_asked(self._fields[field_id], known))

    def show_income(self, income: CountedIncome) -> None:
        """Show what counts among the incomes."""
        if INCOME.id in self.lists:
            self._sum.show_income(income)
            self.lists[INCOME.id].show_left_out(income.left_out)

    def show_problem(self, key: str, problem: Words) -> None:
        """Show at the field or line of this key what is wrong there: its own sentence, else this one."""
        field_id, _, line_id = key.partition("/")
        if line_id:
            self.lists[field_id].show_problem(line_id, problem)
        else:
            asked = self.asked[field_id]
            asked.show_problem(problem_in(asked.control, self._fields[field_id]) or problem)

    def focus_on(self, key: str) -> QWidget:
        """Give the keyboard to this field or line; the control that got it."""
        field_id, _, line_id = key.partition("/")
        if field_id in self.lists:
            return self.lists[field_id].focus_on(line_id)
        control = self.asked[field_id].control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        return control

    def make_read_only(self) -> None:
        """Show the answers and take no other."""
        for rows in self.lists.values():
            rows.make_read_only()
        for asked in self.asked.values():
            make_read_only(asked.control)


def _heading(section: Section) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.L)
    row.addWidget(WrapLabel(section.title, "title"), 1)
    if section.help:
        row.addWidget(WrapLabel(section.help, "small", "muted"))
    return row
