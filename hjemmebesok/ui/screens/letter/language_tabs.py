"""The languages a letter can be had in, each by its own name."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import look


class LanguageTabs(QTabBar):
    """`edited` carries the code of the language chosen."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        bind(self, QWidget.setAccessibleName, N_("Språk i brevet"))
        for place, (code, name) in enumerate(OWN_NAMES.items()):
            self.addTab(name)
            self.setTabData(place, code)
        self.currentChanged.connect(self._chosen)
        look.changed.connect(self.updateGeometry)

    def value(self) -> str:
        """The code of the language chosen."""
        return str(self.tabData(self.currentIndex()))

    def set_value(self, code: str) -> None:
        """Show this language as chosen; tells nobody."""
        self.blockSignals(True)
        self.setCurrentIndex(list(OWN_NAMES).index(code))
        self.blockSignals(False)

    def offer(self, codes: Collection[str]) -> None:
        """Let only these be chosen: the languages that the letter is written in."""
        for place in range(self.count()):
            self.setTabEnabled(place, self.tabData(place) in codes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()  # measured out of sight, they are a little narrower than the letters they get

    def _chosen(self) -> None:
        self.edited.emit(self.value())
