"""Rules and rates: what holds in the municipality, and publishing a change of it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE, NAMES
from hjemmebesok.casework.rules_page import RulesPage, as_values, publish_changes, rules_page
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.rules.history import HistoryCard, version_lines
from hjemmebesok.ui.screens.rules.rates import RatesView
from hjemmebesok.ui.screens.rules.settings_card import SettingsCard
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import ActionBar, Button, FactLine, ScrollPage, SegmentedChoice, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

RATES = "rates"


class RulesScreen(QWidget):
    """`open("startlan-2025")` shows those settings, `open("rates")` the rates."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self.kind: SegmentedChoice[str] = SegmentedChoice([*NAMES.items(), (RATES, N_("Satser"))], clearable=False)
        bind(self.kind, QWidget.setAccessibleName, N_("Hvilke regler?"))
        self.try_out = Button(N_("Prøv i «Hva hvis»"), "secondary", "scale")
        self.publish = Button(N_("La endringene gjelde"), "primary", "check", "Ctrl+Return")
        self.bar = ActionBar(self.try_out, self.publish)
        self.settings: SettingsCard | None = None
        self.rates: RatesView | None = None
        self._page: RulesPage | None = None
        self._lay_out()
        self.kind.edited.connect(self.open)
        self.publish.clicked.connect(self._publish)
        self.try_out.clicked.connect(self._try_out)
        self.open(LEIE_TIL_EIE)

    def open(self, key: str) -> None:
        """Show one ruleset's settings, or the rates."""
        self._here = key
        self.kind.set_value(key)
        self._show()

    def refresh(self, changes: object | None = None) -> None:
        """Something was published, here or by somebody else; what is being changed stays."""
        kinds = getattr(changes, "kinds", {"rule_settings", "rate_table"})
        if kinds & {"rule_settings", "rate_table"} and not (self.settings and self.settings.changed()):
            self._show()

    def _lay_out(self) -> None:
        self._scroll = ScrollPage()
        self._scroll.body.setSpacing(SPACE.M)
        self._scroll.body.addWidget(WrapLabel(N_("Regler og satser"), "display"))
        about = N_("Det som gjelder i hele kommunen. Låste notater beholder det de ble låst med.")
        self._scroll.body.addWidget(WrapLabel(about, tone="muted"))
        self._scroll.body.addWidget(self.kind)
        self._holder = QWidget()
        self._scroll.body.addWidget(self._holder)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.bar)

    def _show(self) -> None:
        parts = self._rates() if self._here == RATES else self._settings()
        self._scroll.body.removeWidget(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.M)
        for part in parts:
            column.addWidget(part)
        self._scroll.body.insertWidget(self._scroll.body.count() - 1, self._holder)
        self._show_bar()

    def _rates(self) -> list[QWidget]:
        self.settings, self._page = None, None
        self.rates = RatesView(self._window)
        return [self.rates]

    def _settings(self) -> list[QWidget]:
        self.settings = self.rates = self._page = None
        try:
            self._page = rules_page(self._desk, self._here)
        except Refused as refused:
            return [FactLine("circle-alert", refused.phrase, icon_tone="warn")]
        self.settings = SettingsCard(self._page, self._desk.today())
        self.settings.edited.connect(self._show_bar)
        return [self.settings, HistoryCard(version_lines(self._page.history))]

    def _show_bar(self) -> None:
        changed = len(self.settings.changed()) if self.settings else 0
        self.bar.setVisible(bool(self._page and self._page.may_publish))
        for button in (self.try_out, self.publish):
            button.setEnabled(changed > 0)
        if changed:
            self.bar.status.say(
                Plural("{n} endret", "{n} endret", changed), N_("Gjelder ikke ennå"), "pen-line", "warn"
            )
        else:
            self.bar.status.say(N_("Ingenting er endret"), "", "info", "info")

    def _values(self) -> dict[str, object] | None:
        """What stands in the fields, as it is published; None where something cannot be, which then is told."""
        if not self.settings or not self._page or not self.settings.check():
            return None
        try:
            return as_values(self._page.rules, self.settings.changed())
        except Refused as refused:
            self._window.say(refused.phrase, "warn")
            return None

    def _publish(self) -> None:
        if not self.settings or not (self.settings.check() and self.settings.check_when_and_why()):
            return
        changed = self.settings.changed()
        first, reason, rules = self.settings.first.value(), self.settings.reason.value() or "", self._here
        assert first is not None
        said = Phrase("Gjelder fra {day}.", day=first)
        settings, self.settings = self.settings, None  # what was being changed is published, and need not stay
        if not self._window.act(lambda: publish_changes(self._desk, rules, changed, first, reason), said):
            self.settings = settings

    def _try_out(self) -> None:
        values = self._values()
        if values is not None:
            self._window.go("what_if", json.dumps({"ruleset": self._here, "settings": values}))

    def open_file(self, path: Path) -> None:
        """Look at a file of rates."""
        self.open(RATES)
        assert self.rates is not None
        self.rates.open_file(path)
