"""The pages in small under each other, to go by; left out where there is only one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.screens.letter.thumbnail import WIDTH, Thumbnail
from hjemmebesok.ui.theme import SPACE, look, px


class Thumbnails(QScrollArea):
    """`chosen` carries the place of a page."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, SPACE.XS, 0, SPACE.XS)  # the scroll bar takes what is left of the width
        self._column.setSpacing(SPACE.S)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self.buttons: list[Thumbnail] = []
        look.changed.connect(self._fit)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these from now on, the first of them as the one in sight."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = [Thumbnail(pages, place) for place in range(len(pages))] if pages and len(pages) > 1 else []
        for button in self.buttons:
            button.clicked.connect(self._go)
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))
        self.mark(0)
        self._fit()

    def mark(self, place: int) -> None:
        """Show which page is in sight."""
        for button in self.buttons:
            button.setChecked(button.place == place)
            if button.isChecked():
                self.ensureWidgetVisible(button, 0, 0)

    def _go(self) -> None:
        place = next(button.place for button in self.buttons if button is self.sender())
        self.mark(place)
        self.chosen.emit(place)

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH) + SPACE.XS + SPACE.L)
