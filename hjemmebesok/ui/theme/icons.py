"""The icons: Lucide's drawings, in the colour of their use, sharp at every size."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hjemmebesok.assets import resource
from hjemmebesok.ui.theme.look import look, px


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, rect: QRect | QRectF, name: str, token: str) -> None:
    """Draw the icon into the rectangle, in the colour of this token. Raises OSError for an icon we do not have."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, look.tokens[token]).render(painter, QRectF(rect))


def _pixmap(name: str, token: str, size: QSize, left: int) -> QPixmap:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_icon(painter, QRect(left, 0, size.height(), size.height()), name, token)
    painter.end()
    return made


def icon(name: str, token: str = "text", size: int = 20, *, before: int = 0, after: int = 0) -> QIcon:
    """A QIcon for a button: muted when the button is disabled, with empty px `before` and `after` the drawing.

    Style sheets know no gap between icon and text, so the gap is part of the icon. It does not follow the look by
    itself: make it anew when `look.changed` comes.
    """
    area = QSize(px(size) + before + after, px(size))
    made = QIcon(_pixmap(name, token, area, before))
    made.addPixmap(_pixmap(name, "muted", area, before), QIcon.Mode.Disabled)
    return made
