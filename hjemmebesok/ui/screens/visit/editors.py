"""From a field of the form to the control that asks for it, and between what stands there and a plain answer.

A plain answer is what is stored: øre, ISO date, code, true/false, text. A typed text that gives no value is itself.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Number, Text, YesNo
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.steps import STEPS
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.visit.age_edit import AgeEdit
from hjemmebesok.ui.screens.visit.name_edit import NameEdit
from hjemmebesok.ui.widgets import (
    AmountEdit,
    CheckBox,
    ChoiceBox,
    DateEdit,
    LongText,
    NumberEdit,
    SegmentedChoice,
    TextEdit,
    YesNoChoice,
)
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

_FEW = 4  # so many choices stand beside each other; more of them open a list


def _choice(field: Choice) -> QWidget:
    few = len(field.options) <= _FEW
    return SegmentedChoice(field.options) if few else ChoiceBox(field.options)


def _text(field: Text) -> QWidget:
    return LongText() if field.long else TextEdit(longest=field.longest)


# One line for each type of field.
_IN_FORM: Mapping[type[Field], Callable[[Any], QWidget]] = {
    YesNo: lambda field: YesNoChoice(),
    Amount: lambda field: AmountEdit(),
    Number: lambda field: NumberEdit(field.smallest, field.largest, field.unit),
    Choice: _choice,
    Text: _text,
    Day: lambda field: DateEdit(),
    Age: lambda field: AgeEdit(),
}
# The same in a cell of a line, where there is less room.
_IN_LINE: Mapping[type[Field], Callable[[Any], QWidget]] = {
    **_IN_FORM,
    YesNo: lambda field: CheckBox(field.label, wordless=True),
    Choice: lambda field: ChoiceBox(field.options),
}
# Cells that know more than their type: who of the household, and the phrase list with its places left open.
_BY_ID: Mapping[str, Callable[[Sequence[str]], QWidget]] = {
    "who": NameEdit,
    "step": lambda names: ChoiceBox([(step.code, step.phrase({})) for step in STEPS]),
}
_AS_SHOWN: Mapping[type[Field], Callable[[Any], Any]] = {
    Amount: Money,
    Day: date.fromisoformat,
    Age: lambda told: told if isinstance(told, int) else date.fromisoformat(told),
}


def form_control(field: Field) -> QWidget:
    """The control for a question of the form."""
    return _IN_FORM[type(field)](field)


def cell_control(column: Field, names: Sequence[str]) -> QWidget:
    """The control for one cell of a line; `names` are those of the household."""
    made = _BY_ID.get(column.id)
    return made(names) if made else _IN_LINE[type(column)](column)


def is_short(field: Field) -> bool:
    """Whether a few such questions fit beside each other."""
    return isinstance(field, (Amount, Number, Day)) or (isinstance(field, Choice) and len(field.options) > _FEW)


def plain_answer(control: Any) -> Any:
    """What stands in the control, as a plain answer; the typed text where it gives no value; None where it is empty."""
    value = control.value()
    if value is None and isinstance(control, TypedEdit):
        value = control.typed()
    if isinstance(value, Money):
        return value.ore
    if isinstance(value, date):
        return value.isoformat()
    empty = isinstance(value, str) and not value.strip()
    return None if empty else value


def show_answer(control: Any, field: Field, answer: Any) -> None:
    """Let the control show a plain answer or a typed text; one that shows it already is left alone."""
    if plain_answer(control) == answer:
        return
    if answer is not None and isinstance(control, TypedEdit) and field.problem(answer):
        control.set_typed(str(answer))
    elif answer is None:
        control.set_value(None)
    else:
        control.set_value(_AS_SHOWN.get(type(field), lambda plain: plain)(answer))


def problem_in(control: Any, field: Field) -> Phrase | None:
    """Why what stands in the control is no answer, in one sentence; None where it is, or where nothing stands there."""
    own: Phrase | None = control.problem() if isinstance(control, TypedEdit) else None
    answer = plain_answer(control)
    return own if own or answer is None else field.problem(answer)


def make_read_only(control: QWidget) -> None:
    """Let the control show its answer and take no other."""
    if isinstance(control, LongText):
        control.setReadOnly(True)
    elif isinstance(control, TypedEdit):
        control.setReadOnly(True)
        bind(control, QLineEdit.setPlaceholderText, "")
    else:
        control.setEnabled(False)
