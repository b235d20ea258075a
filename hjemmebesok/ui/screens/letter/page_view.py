"""The pages under each other, as large as one likes, and scrolled like any text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
        """Show the pages in this size, at the place one was reading."""
        here = self._reading()
        self.zoom = percent
        self._fit()
        self._read_on(here)
        self.zoomed.emit(percent)

    def zoom_by(self, steps: int) -> None:
        """One or more steps larger or smaller, as far as there are any."""
        place = ZOOMS.index(self.zoom) + steps
        self.zoom_to(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last of it; Qt's own keys only go up and down from where one is."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across = self.viewport().width() - 2 * SPACE.S
        for image in self._images:
            image.show_width(max(across * self.zoom // 100, 1))
        self._column.invalidate()  # images that are not shown yet do not tell that they have become narrower
        self._inside.resize(self.viewport().size().expandedTo(self._inside.minimumSizeHint()))

    def _reading(self) -> tuple[int, float]:
        """The page at the upper edge, and how much of it is above."""
        top = self.verticalScrollBar().value()
        above = [place for place, image in enumerate(self._images) if image.y() <= top]
        if not above:
            return 0, 0.0
        image = self._images[above[-1]]
        return above[-1], (top - image.y()) / max(image.height(), 1)

    def _read_on(self, here: tuple[int, float]) -> None:
        place, share = here
        if self._images and (place or share):
            self._column.activate()
            image = self._images[place]
            self.verticalScrollBar().setValue(round(image.y() + share * image.height()))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [place for place, image in enumerate(self._images) if image.y() <= middle]
        self.looked_at.emit(above[-1] if above else 0)
