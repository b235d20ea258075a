"""The pages under each other, as large as one likes, and scrolled like any text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.letter.page_image import PageImage
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.theme import SPACE

ZOOMS = (50, 75, 100, 125, 150, 200, 300)  # percent of the width of the view


class PageView(QScrollArea):
    """At 100 % a page is as wide as the view. `looked_at` carries the place of the page in sight."""

    looked_at = Signal(int)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.zoom = 100
        self._images: list[PageImage] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that no page grows by its own height
        bind(self, QWidget.setAccessibleName, N_("Brevet slik det blir"))
        self._inside = QWidget()
        self._inside.setProperty("ground", "sunken")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SPACE.S, SPACE.S, SPACE.S, SPACE.S)
        self._column.setSpacing(SPACE.M)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self._inside)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these from now on, from the top; None for none."""
        for image in self._images:
            image.hide()
            image.deleteLater()
        self._images = [PageImage(pages, place) for place in range(len(pages))] if pages else []
        for image in self._images:
            self._column.addWidget(image)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def go_to(self, place: int) -> None:
        """Bring the top of a page into sight."""
        self.verticalScrollBar().setValue(self._images[place].y() - SPACE.S)

    def zoom_to(self, percent: int) -> None:
        """Show the pages in this size."""
        self.zoom = percent
        self._fit()
        self.zoomed.emit(percent)

    def zoom_by(self, steps: int) -> None:
        """One or more steps larger or smaller, as far as there are any."""
        place = ZOOMS.index(self.zoom) + steps
        self.zoom_to(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across = self.viewport().width() - 2 * SPACE.S
        for image in self._images:
            image.show_width(max(across * self.zoom // 100, 1))
        self._column.invalidate()  # images that are not shown yet do not tell that they have become narrower
        self._inside.resize(self.viewport().size().expandedTo(self._inside.minimumSizeHint()))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [place for place, image in enumerate(self._images) if image.y() <= middle]
        self.looked_at.emit(above[-1] if above else 0)
