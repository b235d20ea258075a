"""A row that goes on in the next line where there is too little room: buttons, pills, chips."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from hjemmebesok.ui.theme import SPACE


class FlowLayout(QLayout):
    """Puts its widgets beside each other, each as wide as it wants, and starts a new line when one is full.

    `to_right` lets each line end at the right edge, as in a bar of buttons.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = SPACE.S, line_gap: int = SPACE.S, to_right: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._to_right = gap, line_gap, to_right
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._with_margins(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return self._with_margins(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _with_margins(self, width: int, height: int) -> QSize:
        margins: QMargins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 16_777_215))
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the lines into the rectangle; returns the height they take with the margins."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        lines = self._lines(inner.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            if move:
                self._place_line(line, inner, y, height)
            y += height + self._line_gap
        used = y - inner.top() - (self._line_gap if lines else 0)
        return self._with_margins(0, used).height()

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, height: int) -> None:
        width = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
        x = inner.right() + 1 - width if self._to_right else inner.left()
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self._gap


class Flow(QWidget):
    """The given widgets in a FlowLayout."""

    def __init__(self, *widgets: QWidget, gap: int = SPACE.S, to_right: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=gap, to_right=to_right)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._flow.addWidget(widget)
