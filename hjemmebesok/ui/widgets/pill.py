"""A status: icon, word and colour together, never colour alone."""

from types import MappingProxyType

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import colour, draw_icon, font, px

ICONS = MappingProxyType(
    {
        "ok": "circle-check",
        "warn": "circle-question-mark",
        "bad": "circle-x",
        "info": "info",
        "muted": "circle-minus",
    }
)


class Pill(QWidget):
    """`tone` is ok, warn, bad, info or muted; `icon` is the tone's own where none is given."""

    def __init__(self, words: Words, tone: str, icon: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(words, tone, icon)

    def show_status(self, words: Words, tone: str, icon: str = "") -> None:
        """Show another status from now on."""
        self._tone, self._icon = tone, icon or ICONS[tone]
        bind(self, Pill._set_text, words)

    def text(self) -> str:
        """The word that stands on it."""
        return self.accessibleName()

    def _set_text(self, text: str) -> None:
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("pill"))
        return QSize(px(44) + metrics.horizontalAdvance(self.text()), max(px(26), metrics.height() + px(8)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken" if self._tone == "muted" else f"{self._tone}_soft"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        size = px(16)
        draw_icon(painter, QRect(px(10), (self.height() - size) // 2, size, size), self._icon, self._tone)
        painter.setFont(font("pill"))
        painter.setPen(colour(self._tone))
        beside = self.rect().adjusted(px(31), 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
