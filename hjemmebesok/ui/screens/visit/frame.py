"""Where things stand in the visit: steps, form and panel beside each other, or folded where there is less room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hjemmebesok.ui.screens.visit.bottom_bar import BottomBar
from hjemmebesok.ui.screens.visit.header import Header
from hjemmebesok.ui.screens.visit.panel import Panel
from hjemmebesok.ui.screens.visit.steps import Steps
from hjemmebesok.ui.screens.visit.strip import PanelStrip
from hjemmebesok.ui.screens.visit.tab_order import order_tabs
from hjemmebesok.ui.theme import SPACE, look, px

_ROOMY = 1215  # px at 100 %: narrower than this, the panel folds to a strip and the steps to a button
_STEPS, _PANEL = 205, 375  # px at 100 %


class Frame(QWidget):
    """`show_form` puts the form in its place. Folded, the panel opens over the form, and Escape closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.steps, self.header, self.panel = Steps(), Header(), Panel()
        self.strip, self.bar = PanelStrip(), BottomBar()
        self._form: QWidget | None = None
        self._lay_out()
        self.strip.toggled.connect(self._open_panel)
        look.changed.connect(self._fit)
        self._fold(False)

    def _lay_out(self) -> None:
        self._over = QStackedWidget()
        centre = QVBoxLayout()
        centre.setSpacing(SPACE.M)
        centre.addWidget(self.header)
        centre.addWidget(self._over, 1)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(SPACE.L)
        self._middle.addWidget(self.steps)
        self._middle.addLayout(centre, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(self._middle, 1)
        left.addWidget(self.strip)
        left.addWidget(self.bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(left, 1)

    def show_form(self, pages: QWidget) -> None:
        """Show this form in place of the one before, in sight."""
        self.close_panel()
        if self._form:
            self._over.removeWidget(self._form)
            self._form.deleteLater()
        self._form = pages
        self._over.insertWidget(0, pages)
        self._over.setCurrentIndex(0)
        order_tabs(self)

    @property
    def folded(self) -> bool:
        """Whether the panel is a strip now."""
        return self._over.indexOf(self.panel) >= 0

    def close_panel(self) -> None:
        """Let the form be seen, where the panel lies over it."""
        self.strip.setChecked(False)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab within the page; lines, pages and conditions may have come since the last time."""
        order_tabs(self)
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.strip.isChecked():
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.steps.setFixedWidth(px(_STEPS))
        folded = self.width() < px(_ROOMY)
        if folded != self.folded:
            self._fold(folded)
        if not folded:
            self.panel.setFixedWidth(px(_PANEL))

    def _fold(self, folded: bool) -> None:
        self.close_panel()
        self.steps.setVisible(not folded)
        self.strip.setVisible(folded)
        self.header.fold(folded)
        self.bar.fold(folded)
        margin = SPACE.L if folded else SPACE.XL
        self._middle.setContentsMargins(margin, 0 if folded else SPACE.L, SPACE.S if folded else SPACE.L, 0)
        if folded:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
            self._over.addWidget(self.panel)
        else:
            self._row.addWidget(self.panel)
            self.panel.show()

    def _open_panel(self, opened: bool) -> None:
        self._over.setCurrentIndex(self._over.indexOf(self.panel) if opened else 0)
