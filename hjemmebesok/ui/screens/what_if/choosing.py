"""Which rules, and what a proposal changes of them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.criteria import criteria_now
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.proposal import Setting, proposed, proposed_as, settings_of
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE, NAMES
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import AmountEdit, Card, Field, NumberEdit, SegmentedChoice, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns
from hjemmebesok.ui.widgets.decimal_edit import DecimalEdit

_LEAST = 720  # px at 100 %: narrower than this, the settings stand under each other


class ChoosingCard(Card):
    """`rules` are those in use; `changed` comes when other rules are chosen or a setting is given another value."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Forslaget"))
        self._desk = desk
        self.rules = criteria_now(desk).rules[0]
        self.kind: SegmentedChoice[str] = SegmentedChoice(list(NAMES.items()), clearable=False)
        bind(self.kind, QWidget.setAccessibleName, N_("Hvilke regler?"))
        self.kind.set_value(LEIE_TIL_EIE)
        self.kind.edited.connect(self._choose)
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(self.kind)
        self.body.addWidget(
            WrapLabel(N_("Feltene viser det som gjelder nå. Endre det forslaget endrer."), tone="muted")
        )
        self.fields: dict[str, Field] = {}
        self._settings: list[Setting] = []
        self._holder = QWidget()
        self.body.addWidget(self._holder)
        self.start_over()

    def start_over(self) -> None:
        """Show the settings in use, all of them unchanged."""
        self._settings = settings_of(self.rules)
        self.fields = {setting.name: _field(setting) for setting in self._settings}
        self.body.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = _laid_out(list(self.fields.values()))
        self.body.addWidget(self._holder)
        for field in self.fields.values():
            field.control.edited.connect(self._change)  # type: ignore[attr-defined]  # every control has it
        self.changed.emit()

    def propose(self, rules: str, plain: Mapping[str, Any]) -> None:
        """Show a proposal made elsewhere: these settings, as a file has them, in these rules."""
        self.kind.set_value(rules)
        self._choose(rules)
        settings = proposed_as(self.rules, plain).settings
        for name, field in self.fields.items():
            field.control.set_value(getattr(settings, name))  # type: ignore[attr-defined]  # every control has it

    def proposal(self) -> Ruleset:
        """The rules as proposed. Raises Refused for settings that cannot be."""
        return proposed(self.rules, {setting.name: self._value(setting) for setting in self._settings})

    def check(self) -> bool:
        """Show what cannot be read; true where all can."""
        readable = [field.check() for field in self.fields.values()]  # all of them, so that each says what is wrong
        return all(readable)

    def _value(self, setting: Setting) -> Any:
        value = self.fields[setting.name].control.value()  # type: ignore[attr-defined]  # every control has it
        return setting.value if value is None else value

    def _change(self, _value: object) -> None:
        self.changed.emit()

    def _choose(self, chosen: str) -> None:
        self.rules = next(rules for rules in criteria_now(self._desk).rules if rules.id == chosen)
        self.start_over()


def _field(setting: Setting) -> Field:
    return Field(setting.label, _control(setting), Phrase("Nå: {value}", value=_shown(setting)))


def _shown(setting: Setting) -> object:
    words = setting.told(setting.value)
    return Phrase(words) if isinstance(words, str) else words


def _control(setting: Setting) -> Any:
    control = _made(setting)
    control.set_value(setting.value)
    return control


def _made(setting: Setting) -> Any:
    if setting.options:
        return SegmentedChoice(setting.options, clearable=False)
    if setting.is_money:
        return AmountEdit()
    if setting.is_decimal:
        return DecimalEdit(setting.smallest, setting.largest, setting.unit)
    return NumberEdit(setting.smallest, setting.largest, setting.unit)


def _laid_out(fields: list[Field]) -> QWidget:
    half = -(-len(fields) // 2)
    columns = Columns((1, 1), _LEAST)
    for column, part in zip(columns.columns, (fields[:half], fields[half:]), strict=True):
        _fill(column, part)
    return columns


def _fill(column: QVBoxLayout, fields: list[Field]) -> None:
    column.setSpacing(SPACE.L)
    for field in fields:
        column.addWidget(field)
