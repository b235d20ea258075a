"""One part of the form, drawn from its fields."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.casework.assess import CountedIncome
from hjemmebesok.domain.kartlegging.economy import INCOME
from hjemmebesok.domain.kartlegging.fields import Field, Lines, Section
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.visit.asked_now import AskedNow
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
        self._rows: list[FieldRow] = []
        self._sum = IncomeSum()
        self.now = AskedNow(section)
        self.body.setSpacing(SPACE.L)
        self.body.addLayout(_heading(section))
        self._lay_out(section, names)
        self.body.addWidget(self.now.further, 0, Qt.AlignmentFlag.AlignLeft)
        self.now.changed.connect(self._show_asked)

    def _lay_out(self, section: Section, names: Sequence[str]) -> None:
        for short, run in groupby(section.fields, key=is_short):
            if short:
                self._rows.append(FieldRow([self._question(field) for field in run]))
                self.body.addWidget(self._rows[-1])
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

    def show_answers(self, model: VisitModel) -> bool:
        """Show what is typed or saved; a control that has the keyboard is left alone. Whether one was."""
        left_alone = False
        for field_id, asked in self.asked.items():
            field = self._fields[field_id]
            if asked.control.hasFocus():
                left_alone = True
            else:
                show_answer(asked.control, field, model.shown(field_id))
                model.note_shown(field_id)
                asked.show_problem(problem_in(asked.control, field))
            asked.say_help(_from_register(field) if model.is_registers(field_id) else field.help)
        for field_id, rows in self.lists.items():
            ids = model.line_ids(field_id)
            shown = rows.show_lines({line_id: model.shown(f"{field_id}/{line_id}") for line_id in ids})
            for line_id in shown:
                model.note_shown(f"{field_id}/{line_id}")
            left_alone = left_alone or len(shown) < len(ids)
        return left_alone

    def show_known(self, known: Mapping[str, Any], wanted: Collection[str]) -> None:
        """Ask what follows from the other answers, and of the rare questions those whose facts are `wanted`."""
        for rows in self.lists.values():
            rows.show_known(known)
        self.now.show_known(known, wanted)

    def _show_asked(self) -> None:
        now = {field_id for field_id in self._fields if self.now.is_asked(field_id) or self._has_keyboard(field_id)}
        for field_id, part in (*self.asked.items(), *self.lists.items()):
            part.setVisible(field_id in now)
        for row in self._rows:
            row.show_asked([self.asked[field_id] for field_id in now if field_id in self.asked])

    def _has_keyboard(self, field_id: str) -> bool:
        """Nothing is taken away from under somebody's hands."""
        part = self.asked.get(field_id) or self.lists[field_id]
        here = part.window().focusWidget()
        return here is not None and part.isAncestorOf(here)

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
        """Give the keyboard to this field or line, asked for or not; the control that got it."""
        field_id, _, line_id = key.partition("/")
        self.now.ask(field_id)
        if field_id in self.lists:
            return self.lists[field_id].focus_on(line_id)
        control = self.asked[field_id].control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        return control

    def make_read_only(self) -> None:
        """Show the answers and take no other."""
        self.now.close()
        for rows in self.lists.values():
            rows.make_read_only()
        for asked in self.asked.values():
            make_read_only(asked.control)


def _from_register(field: Field) -> Words:
    told = Phrase(N_("Fra leieregisteret."))
    return Phrase("{help} {told}", help=Phrase(field.help), told=told) if field.help else told


def _heading(section: Section) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.L)
    row.addWidget(WrapLabel(section.title, "title"), 1)
    if section.help:
        row.addWidget(WrapLabel(section.help, "small", "muted"))
    return row
