"""The settings of one ruleset, to read or to change, and from which day a change is to hold."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.rules_page import RulesPage, SettingLine
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.rules.setting_field import SettingField, help_words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, DateEdit, Field, TextEdit, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

_LEAST = 720  # px at 100 %: narrower than this, the settings stand under each other


class SettingsCard(Card):
    """`edited` comes when something is another than it was. Without the right to publish there is nothing to edit."""

    edited = Signal()

    def __init__(self, page: RulesPage, today: date) -> None:
        super().__init__(page.rules.title)
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(page.rules.source, "small", "muted"))
        self.fields: dict[str, SettingField] = {}
        self.first, self.reason = DateEdit(), TextEdit(N_("Vedtatt i fagmøte"))
        self.first_field, self.reason_field = Field(N_("Gjelder fra"), self.first), Field(N_("Hvorfor?"), self.reason)
        self.first.set_value(today)
        if page.may_publish:
            self.fields = {line.setting.name: SettingField(line) for line in page.lines}
            self.body.addWidget(_laid_out(list(self.fields.values())))
            self.body.addWidget(_laid_out([self.first_field, self.reason_field]))
        else:
            self.body.addWidget(_laid_out([_told(line) for line in page.lines]))
            self.body.addWidget(WrapLabel(N_("Innstillingene endres av dem som leder et team."), tone="muted"))
        for field in self.fields.values():
            field.control.edited.connect(self._edit)  # type: ignore[attr-defined]  # every control has it

    def changed(self) -> dict[str, Any]:
        """What is another than it was, by name."""
        return {name: field.value() for name, field in self.fields.items() if field.changed()}

    def check(self) -> bool:
        """Show what cannot be read or cannot be; true where all is well."""
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].control.setFocus()
        return not wrong

    def check_when_and_why(self) -> bool:
        """Show where the day or the reason is missing; true where neither is."""
        self.first_field.show_problem(None if self.first.value() else N_("Skriv datoen slik: 07.03.2026."))
        self.reason_field.show_problem(None if self.reason.value() else N_("Skriv hvorfor reglene endres."))
        return bool(self.first.value() and self.reason.value())

    def _edit(self, _value: object) -> None:
        self.edited.emit()


def _told(line: SettingLine) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    words: Words = line.setting.told(line.setting.value)
    value = Phrase(words) if isinstance(words, str) else words
    column.addWidget(WrapLabel(Phrase("{label}: {value}", label=Phrase(line.setting.label), value=value), "label"))
    column.addWidget(WrapLabel(help_words(line), "small", "muted"))
    return holder


def _laid_out(parts: list[Any]) -> QWidget:
    half = -(-len(parts) // 2)
    columns = Columns((1, 1), _LEAST)
    for column, some in zip(columns.columns, (parts[:half], parts[half:]), strict=True):
        column.setSpacing(SPACE.L)
        for part in some:
            column.addWidget(part)
    return columns
