"""The ring around the control that has the keyboard: shown when focus came from the keyboard, not from a click.

It lies above the control's neighbours in the nearest scroll area or window, so that it needs no room of its own,
shifts no text, and is the same for every control there is.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from hjemmebesok.ui.theme.look import Look

_WIDTH = 3
_GAP = 1
_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class _Ring(QWidget):
    """The drawn ring."""

    def __init__(self, parent: QWidget, look: "Look", token: str) -> None:
        super().__init__(parent)
        self._look, self._token = look, token
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens[self._token]), _WIDTH))
        inset = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)


class FocusRing(QObject):
    """Follows the focus through the application."""

    def __init__(self, app: QApplication, look: "Look") -> None:
        super().__init__(app)
        self._look = look
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._host: QWidget  # what the ring lies on
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not by_mouse and _takes_a_ring(new):
            self._surround(new)

    def _leave(self) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._watched, self._ring, self._target = [], None, None

    def _surround(self, target: QWidget) -> None:
        host, token = target, "focus"
        while not host.isWindow() and not _is_viewport(host) and (above := host.parentWidget()):
            host.installEventFilter(self)
            self._watched.append(host)
            host = above
            if host.property("ground") == "nav":
                token = "nav_edge"
        self._target, self._host, self._ring = target, host, _Ring(host, self._look, token)
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        around = QRect(target.mapTo(self._host, QPoint()), target.size())
        out = _WIDTH + _GAP
        ring.setGeometry(around.adjusted(-out, -out, out, out) & self._host.rect())
        ring.setVisible(target.isVisible())
        ring.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the ring where the control is."""
        if event.type() in _FOLLOWED:
            self._place()
        return False


def _takes_a_ring(widget: QWidget) -> bool:
    in_popup = widget.window().windowType() == Qt.WindowType.Popup
    return not widget.isWindow() and not in_popup and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
