"""The page one comes in by: what this is at the left, the language before anything else, and the card to fill in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.ui.i18n import bind, plain, speech
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.scroll_page import ScrollPage
from hjemmebesok.ui.widgets.segmented_choice import SegmentedChoice

_PROMISES = (
    ("lock", N_("Alt på denne PC-en er kryptert.")),
    ("wifi-off", N_("Virker uten nett. Ingenting går tapt.")),
    ("message-circle", N_("Gir veiledning, aldri vedtak.")),
    ("hand", N_("Sender ingen brev av seg selv.")),
)
_CARD = 520  # px at 100 %: the widest the cards get
_ROOMY = 960  # px at 100 %: narrower than this, the left side is left out


class FrontPage(QWidget):
    """Put cards into `body`. `choose_language` is called with the code of the language chosen."""

    def __init__(self, municipality: str, choose_language: Callable[[str], None]) -> None:
        super().__init__()
        self._side = _side(municipality)
        self._language = SegmentedChoice([(code, plain(name)) for code, name in OWN_NAMES.items()], clearable=False)
        self._language.edited.connect(choose_language)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.M)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._page(), 1)
        look.changed.connect(self._size)
        speech.changed.connect(self._show_language)
        self._show_language()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _show_language(self) -> None:
        self._language.set_value(speech.language.code)

    def _size(self) -> None:
        self._column.setMaximumWidth(px(_CARD))
        self._side.setVisible(self.width() >= px(_ROOMY))
        self._side.setFixedWidth(max(round(self.width() * 0.34), self._side.minimumSizeHint().width()))

    def _page(self) -> ScrollPage:
        page = ScrollPage(margin=40)
        page.body.addLayout(_beside_a_globe(self._language))
        page.body.addStretch(1)
        self._column = QWidget()
        self._column.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column, 100)
        middle.addStretch(1)
        page.body.addLayout(middle)
        page.body.addStretch(2)
        return page


def _beside_a_globe(choice: SegmentedChoice[str]) -> QHBoxLayout:
    label = WrapLabel(N_("Språk"), "label")
    bind(choice, SegmentedChoice.setAccessibleName, N_("Språk"))
    row = QHBoxLayout()
    row.setSpacing(SPACE.M)
    row.addStretch(1)
    row.addWidget(Icon("globe"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label)
    row.addWidget(choice)
    return row


def _side(municipality: str) -> QFrame:
    side = QFrame()
    side.setProperty("ground", "nav")
    column = QVBoxLayout(side)
    column.setContentsMargins(56, 52, SPACE.XL, 40)
    column.setSpacing(SPACE.L)
    head = QHBoxLayout()
    head.setSpacing(SPACE.M)
    head.addWidget(Icon("house", "nav_edge", 42))
    head.addWidget(WrapLabel(plain("Hjemmebesøk"), "hero", "nav_on"), 1)
    column.addLayout(head)
    column.addWidget(WrapLabel(N_("Fra leid til eid bolig"), "title", "nav_text"))
    column.addSpacing(SPACE.XL)
    for icon, words in _PROMISES:
        column.addWidget(FactLine(icon, words, tone="nav_text", icon_tone="nav_edge"))
    column.addStretch(1)
    column.addWidget(WrapLabel(plain(municipality), "label", "nav_text"))
    column.addWidget(WrapLabel(N_("Leie til eie"), "body", "nav_text"))
    return side
