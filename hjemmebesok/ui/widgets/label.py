"""A text on the screen. It wraps where there is too little room, and never clips."""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import px

_READABLE = 620  # px at 100 %: about 80 letters a line
_LONG = re.compile(r"\S{31,}")  # no word of a language: a folder, an address on the net
_PIECE = re.compile(r"[^/\\_.@-]{0,30}[/\\_.@-]?")
_MAY_BREAK = "\u200b"  # a space without a width


class WrapLabel(QLabel):
    """Words of a kind (hero, display, title, section, body, label, small) and a tone (text, muted, ok, warn …).

    `say` changes the words. Its least width is its longest word, its least height all its lines at the width it has.
    """

    def __init__(self, words: Words, kind: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words)

    def say(self, words: Words) -> None:
        """Show other words from now on."""
        bind(self, WrapLabel.setText, words)

    def setText(self, text: str) -> None:
        super().setText(_LONG.sub(_in_pieces, text))
        self._fit()

    def sizeHint(self) -> QSize:
        lines = self.text().split("\n")
        width = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + self._extra() + 1
        width = min(width, px(_READABLE))
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """The lines' height at this width. QLabel's own answer never gets smaller than a least height once set."""
        room = QRect(0, 0, max(1, width - self._extra()), 1_000_000)
        margins = self.contentsMargins()
        lines = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return lines + margins.top() + margins.bottom() + 2 * self.margin()

    def minimumSizeHint(self) -> QSize:
        words = re.split(f"[ \n{_MAY_BREAK}]", self.text())  # a no-break space holds its words together
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        return QSize(longest + self._extra(), self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # Layouts ask for a height before the width is known in rows of rows; this settles it once it is.
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def _extra(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2 * self.margin()


def _in_pieces(long: re.Match[str]) -> str:
    return _MAY_BREAK.join(filter(None, _PIECE.findall(long[0])))
