"""How the meeting is laid out: list at the left, one panel at the right; or one of the two where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.ui.screens.meeting.bar import MeetingBar
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets.scroll_page import ScrollPage

_LEAST = 1000  # px at 100 %: narrower than this, the panel becomes a page of its own
_PANEL = 352  # px at 100 %


class Frame(QWidget):
    """`show_panel` puts one of the panels in sight; where it is narrow, `turn` chooses between list and panel."""

    def __init__(self, header: QWidget, table: QWidget, panels: tuple[QWidget, ...], bar: MeetingBar) -> None:
        super().__init__()
        self._header, self._panels, self._bar = header, panels, bar
        self._turned = False
        self._list, self._side = ScrollPage(0), ScrollPage(0)
        for page in (self._list, self._side):
            page.body.setContentsMargins(0, 0, 0, 0)
        self._list.body.addWidget(table)
        for panel in panels:
            self._side.body.addWidget(panel)
        for page in (self._list, self._side):
            page.body.addStretch(1)
        self._lay_out()
        look.changed.connect(self._fold)
        self._fold()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(SPACE.L)
        both.addWidget(self._list, 1)
        both.addWidget(self._side)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(SPACE.XL, SPACE.L, SPACE.XL, SPACE.M)
        self._inside.setSpacing(SPACE.M)
        self._inside.addWidget(self._header)
        self._inside.addLayout(both, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._inside, 1)
        whole.addWidget(self._bar)

    @property
    def folded(self) -> bool:
        """Whether list and panel take turns."""
        return self.width() < px(_LEAST)

    @property
    def panel_in_sight(self) -> bool:
        """Whether one can see the panel now."""
        return self._turned or not self.folded

    def show_panel(self, panel: QWidget) -> None:
        """Let this be the panel, and no other."""
        for each in self._panels:
            each.setVisible(each is panel)

    def turn(self, to_panel: bool) -> None:
        """Where it is narrow: show the panel, or the list."""
        self._turned = to_panel
        self._fold()
        self._side.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        folded = self.folded
        around = self._list.body if folded else self._inside
        if around.indexOf(self._header) < 0:
            around.insertWidget(0, self._header)
        self._list.setVisible(not folded or not self._turned)
        self._side.setVisible(not folded or self._turned)
        self._side.setMinimumWidth(0 if folded else px(_PANEL))
        self._side.setMaximumWidth(16_777_215 if folded else px(_PANEL))
        self._bar.fold(folded, turned=self._turned)
