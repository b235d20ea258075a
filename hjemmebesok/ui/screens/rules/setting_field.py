"""One setting to change: its value, from what to what it may be, and why another cannot be."""

from decimal import Decimal
from typing import Any

from hjemmebesok.casework.proposal import UNSET, Setting
from hjemmebesok.casework.rules_page import SettingLine, refusal
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.widgets import AmountEdit, Field, NumberEdit, SegmentedChoice
from hjemmebesok.ui.widgets.decimal_edit import DecimalEdit

_MOST = 999_999  # what is beyond its limits can be typed, so that it can be told by which source it cannot be


class SettingField(Field):
    """`value()` is the value; None where there is none, which a rate and a limit may be."""

    def __init__(self, line: SettingLine) -> None:
        self.setting = line.setting
        control = _control(line.setting)
        control.set_value(line.setting.value)
        super().__init__(line.setting.label, control, help_words(line))

    def value(self) -> Any:
        """What stands there; what cannot be left empty is as it was."""
        value = self.control.value()  # type: ignore[attr-defined]  # every control has it
        return self.setting.value if value is None and self.setting.name not in UNSET else value

    def changed(self) -> bool:
        """Whether it is another than the one that holds."""
        return bool(self.value() != self.setting.value)

    def _own_problem(self) -> Phrase | None:
        return super()._own_problem() or refusal(self.setting, self.value())


def help_words(line: SettingLine) -> Words:
    """Its limits with their source, and who set it when."""
    parts = [line.limits, since_words(line)]
    if line.setting.name in UNSET:
        parts.insert(0, Phrase("Tomt felt: {value}.", value=Phrase(UNSET[line.setting.name])))
    told = [each if not isinstance(each, str) else Phrase(each) for each in parts if each]
    whole = told[0]
    for each in told[1:]:
        whole = Phrase("{before} {more}", before=whole, more=each)
    return whole


def since_words(line: SettingLine) -> Words:
    """«Satt av Lene, gjelder fra 1. januar 2027.»"""
    if line.since is None:
        return Phrase("Verdien programmet kommer med.")
    return Phrase("Satt av {name}, gjelder fra {day}.", name=plain(line.since.published_by), day=line.since.in_force)


def _control(setting: Setting) -> Any:
    if setting.options:
        return SegmentedChoice(setting.options, clearable=False)
    if setting.is_money:
        return AmountEdit()
    if setting.is_decimal:
        return DecimalEdit(Decimal(0), Decimal(_MOST), setting.unit)
    return NumberEdit(0, _MOST, setting.unit)
