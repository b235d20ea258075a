"""The letter as it will be: its pages, small ones to go by, and the size; or why there is none."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.letter.page_view import ZOOMS, PageView
from hjemmebesok.ui.screens.letter.pdf_pages import PdfPages
from hjemmebesok.ui.screens.letter.thumbnails import Thumbnails
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, FactLine, Flow, IconButton, WrapLabel


class Preview(Card):
    """`pages` is what is shown, None while there is no letter; `instead` then says why."""

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self.pages: PdfPages | None = None
        self._open: list[PdfPages] = []  # outlives the widget, so that a letter is let go of when the window locks
        self.destroyed.connect(partial(_let_go, self._open))
        self.view = PageView()
        self.instead = FactLine("file-text", "", "label")
        self.instead.setContentsMargins(SPACE.M, SPACE.M, SPACE.M, SPACE.M)
        self.small = Thumbnails()
        self._size = WrapLabel("", "small")
        self.smaller = IconButton(N_("Mindre"), "minus", "Ctrl+-")
        self.larger = IconButton(N_("Større"), "plus", "Ctrl++")
        self.fit = IconButton(N_("Tilpass bredden"), "maximize", "Ctrl+0")
        self._lay_out()
        self._connect()
        self.show_zoom(self.view.zoom)
        self.show_making()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(SPACE.S, SPACE.S, SPACE.S, SPACE.S)
        self._tools = Flow(self.smaller, self._size, self.larger, self.fit, gap=SPACE.XS)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.S)
        beside.addWidget(self.small)
        beside.addWidget(self.view, 1)
        self.body.addWidget(self._tools)
        self.body.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside, 1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.fit.clicked.connect(self._fit_width)
        self.view.zoomed.connect(self.show_zoom)
        self.view.looked_at.connect(self.small.mark)
        self.small.chosen.connect(self.view.go_to)

    def show_pdf(self, pdf: bytes) -> None:
        """Show this letter."""
        self._show(PdfPages(pdf))
        self.instead.hide()

    def show_making(self) -> None:
        """Show that a letter is being made."""
        self._show_instead(N_("Lager brevet …"), "file-text", "muted")

    def show_trouble(self, words: Words) -> None:
        """Show why there is no letter, in its place."""
        self._show_instead(words, "circle-alert", "warn")

    def show_zoom(self, percent: int) -> None:
        """Tell the size, and leave out what goes no further."""
        self._size.say(Phrase("{percent} %", percent=percent))
        for button, further in ((self.smaller, percent > ZOOMS[0]), (self.larger, percent < ZOOMS[-1])):
            if button.hasFocus() and not further:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # else the next press would undo the zoom
            button.setEnabled(further)

    def _show_instead(self, words: Words, icon: str, tone: str) -> None:
        self.instead.show_icon(icon, tone)
        self.instead.say(words)
        self.instead.show()
        self._show(None)

    def _show(self, pages: PdfPages | None) -> None:
        self.pages = pages
        self.view.show_pages(pages)
        self.small.show_pages(pages)
        self.view.setVisible(pages is not None)
        self._tools.setVisible(pages is not None)
        for before, after in pairwise((self.fit, *self.small.buttons, self.view)):
            self.setTabOrder(before, after)
        _let_go(self._open)
        if pages is not None:
            self._open.append(pages)

    def _zoom_out(self) -> None:
        self.view.zoom_by(-1)

    def _zoom_in(self) -> None:
        self.view.zoom_by(1)

    def _fit_width(self) -> None:
        self.view.zoom_to(100)


def _let_go(pages: list[PdfPages], *_destroyed: object) -> None:
    while pages:
        pages.pop().close()
