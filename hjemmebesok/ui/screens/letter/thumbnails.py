"""The pages in small under each other, to go by; left out where there is only one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

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
        self._column.setContentsMargins(SPACE.XS, SPACE.XS, SPACE.L, SPACE.XS)
        self._column.setSpacing(SPACE.S)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        look.changed.connect(self._fit)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these from now on, the first of them as the one in sight."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        small = [Thumbnail(pages, place) for place in range(len(pages))] if pages and len(pages) > 1 else []
        for thumbnail in small:
            thumbnail.setChecked(thumbnail.place == 0)
            self._group.addButton(thumbnail, thumbnail.place)
            self._column.addWidget(thumbnail)
        self.setVisible(bool(small))
        self._fit()

    def mark(self, place: int) -> None:
        """Show which page is in sight."""
        if (button := self._group.button(place)) is not None:
            button.setChecked(True)
            self.ensureWidgetVisible(button, 0, 0)

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH) + SPACE.XS + SPACE.L)
