"""How one found household is drawn in a list: two lines of the same height in every row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.households.found import CARD
from hjemmebesok.ui.screens.households.words import care, summary
from hjemmebesok.ui.theme import RADIUS, SPACE, TARGET, colour, draw_icon, font, px, tap

_AT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FoundRow(QStyledItemDelegate):
    """Name above, where and who below. The chosen row has a bar at its left, not colour alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(240), row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(CARD)
        painter.save()
        _ground(painter, option)
        if card is not None:
            _write(painter, option.rect.adjusted(SPACE.L, SPACE.S, -SPACE.M, -SPACE.S), card)
        painter.restore()


def row_height() -> int:
    """The height of every row at the text size of now."""
    lines = QFontMetrics(font("label")).height() + QFontMetrics(font("small")).height()
    return max(tap(TARGET), lines + 2 * SPACE.M)


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    rect: QRect = option.rect
    state: QStyle.StateFlag = option.state
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour("accent_soft"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS.CONTROL, RADIUS.CONTROL)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(rect.left() + 1, rect.top() + 8, 4, rect.height() - 16), 2, 2)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS.CONTROL, RADIUS.CONTROL)
    painter.setBrush(colour("hairline"))
    painter.drawRect(QRect(rect.left() + SPACE.L, rect.bottom(), rect.width() - 2 * SPACE.L, 1))


def _write(painter: QPainter, rect: QRect, card: HouseholdCard) -> None:
    size = px(18)
    arrow = QRect(rect.right() - size, rect.center().y() - size // 2, size, size)
    draw_icon(painter, arrow, "chevron-right", "muted")
    rect.setRight(arrow.left() - SPACE.S)
    above, below = QRect(rect), QRect(rect)
    above.setHeight(rect.height() * 11 // 20)
    below.setTop(above.bottom())
    if care(card.household):
        draw_icon(painter, QRect(above.left(), above.center().y() - size // 2, size, size), "shield-alert", "bad")
        above.setLeft(above.left() + size + SPACE.S)
    _line(painter, above, card.household.name, "label", "text")
    _line(painter, below, say(summary(card)), "small", "muted")


def _line(painter: QPainter, rect: QRect, text: str, kind: str, token: str) -> None:
    painter.setFont(font(kind))
    painter.setPen(colour(token))
    painter.drawText(rect, _AT, QFontMetrics(font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
