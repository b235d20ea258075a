"""The rates: a place for a file, what it would change, what holds today, and which files were taken in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.rate_tables import preview_rates, publish_rates, rate_tables, rates_in_force
from hjemmebesok.casework.rate_words import table_words
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.screens.register.drop_area import DropArea
from hjemmebesok.ui.screens.register.reading import file_bytes
from hjemmebesok.ui.screens.rules.history import HistoryCard, table_lines
from hjemmebesok.ui.screens.rules.rates_cards import PreviewCard, RatesCard
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import FactLine

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class RatesView(QWidget):
    """`preview` is what the file that was chosen would change; None while none is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk, self._data = window, window.desk, b""
        self.preview: PreviewCard | None = None
        about = N_("En TOML-fil med satser, kilde og dato. Du får se hva som endres, først.")
        self.area = DropArea(about, N_("Velg en fil med satser"), (N_("Satser"), "*.toml"))
        self.area.chosen.connect(self.open_file)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.M)
        self._column.addWidget(self.area)
        self._show_what_holds()

    def open_file(self, path: Path) -> None:
        """Show what this file would change; or say why it is no file of rates."""
        self.area.show_problem("")
        try:
            self._data = file_bytes(path)
            preview = preview_rates(self._desk, self._data)
        except Refused as refused:
            self.area.show_problem(refused.phrase)
            return
        self.preview = PreviewCard(preview)
        self.preview.published.connect(self._publish)
        self.preview.dropped.connect(self._drop)
        self.area.hide()
        self._column.insertWidget(0, self.preview)
        (self.preview.drop if preview.empty else self.preview.reason).setFocus()

    def _show_what_holds(self) -> None:
        with self._desk.read() as reading:
            self.area.setVisible(may_publish(reading))
            tables = rate_tables(reading)
            try:
                rates, budget = rates_in_force(reading).in_force(self._desk.today())
            except Refused as refused:
                self._column.addWidget(FactLine("circle-alert", refused.phrase, icon_tone="warn"))
                return
        self._column.addWidget(RatesCard(rates, table_words(budget) if budget else None))
        self._column.addWidget(HistoryCard(table_lines(tables)))

    def _drop(self) -> None:
        if self.preview is not None:
            self.preview.hide()
            self.preview.deleteLater()
            self.preview = None
        self.area.show()
        self.area.button.setFocus()

    def _publish(self) -> None:
        if self.preview is not None:
            reason = self.preview.reason.value() or ""
            said = N_("Satsene gjelder i hele kommunen.")
            self._window.act(lambda: publish_rates(self._desk, self._data, reason), said)
