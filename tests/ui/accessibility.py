"""What every screen must hold, as a list of what is wrong: names, roles, Tab, targets, shortcuts, room for the text."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hjemmebesok.ui.theme import TARGET
from hjemmebesok.ui.theme.focus_ring import _Ring
from hjemmebesok.ui.widgets import FactLine, Pill, WrapLabel
from hjemmebesok.ui.widgets.segment import Segment

_TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox)


def problems(screen: QWidget) -> list[str]:
    """Everything that is wrong with the screen as it stands now; it must be shown."""
    return [
        *_nameless(screen),
        *_out_of_reach_of_tab(screen),
        *_small_targets(screen),
        *_shortcuts(screen),
        *_clipped(screen),
        *_out_of_bounds(screen),
        *_overlapping(screen),
        *_saying_nothing(screen),
    ]


def _saying_nothing(screen: QWidget) -> Iterator[str]:
    for line in screen.findChildren(FactLine):
        if line.isVisible() and not line.label.text().strip():
            yield f"an icon beside no words in {type(line.parentWidget()).__name__}"


def shown(screen: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """The widgets of this kind that one can see, Qt's own inner ones left out."""
    return [
        child
        for child in screen.findChildren(kind)
        if child.isVisible() and not child.objectName().startswith("qt_") and not isinstance(child, _Ring)
    ]


def focusable(screen: QWidget) -> list[QWidget]:
    """What Tab should come to."""
    return [
        child
        for child in shown(screen)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} «{name_of(widget)}»"


def _nameless(screen: QWidget) -> Iterator[str]:
    for widget in focusable(screen):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface or interface.role() == QAccessible.Role.NoRole:
            yield f"{type(widget).__name__} has no role"
        if not name_of(widget).strip():
            yield f"{type(widget).__name__} has no name"
        if isinstance(widget, _TYPED_IN) and not widget.accessibleName():
            yield f"{_called(widget)} has no label, only what stands in it"


def _out_of_reach_of_tab(screen: QWidget) -> Iterator[str]:
    wanted = focusable(screen)
    if not wanted:
        return
    screen.window().activateWindow()
    QApplication.processEvents()
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    wanted = focusable(screen)  # of a group that has had the keyboard, Tab comes to one, and the arrows to the others
    reached = set()
    for _ in range(2 * len(wanted) + 20):
        reached.add(QApplication.focusWidget())
        screen.window().focusNextChild()
    for widget in wanted:
        if widget not in reached:
            yield f"Tab never comes to {_called(widget)}"


def _small_targets(screen: QWidget) -> Iterator[str]:
    for widget in shown(screen):
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < TARGET:
            yield f"{_called(widget)} is {widget.width()} × {widget.height()} px"
        elif isinstance(widget, (QLineEdit, QComboBox)) and widget.height() < TARGET:
            yield f"{_called(widget)} is {widget.height()} px high"


def _shortcuts(screen: QWidget) -> Iterator[str]:
    buttons = [button for button in shown(screen, QAbstractButton) if isinstance(button, QAbstractButton)]
    keys = Counter(button.shortcut().toString() for button in buttons if not button.shortcut().isEmpty())
    for key, count in keys.items():
        if count > 1:
            yield f"{count} buttons share {key}"
    primary = [button for button in buttons if button.property("kind") == "primary"]
    if len(primary) > 1:
        yield f"{len(primary)} primary buttons: {[name_of(button) for button in primary]}"
    for button in primary:
        if button.shortcut().isEmpty():
            yield f"{_called(button)} has no shortcut"


def _clipped(screen: QWidget) -> Iterator[str]:
    for widget in shown(screen):
        if isinstance(widget, WrapLabel) and widget.text():
            too_low = widget.height() < widget.heightForWidth(widget.width())
            if too_low or widget.width() < widget.minimumSizeHint().width():
                yield f"the text «{widget.text()}» is clipped"
        elif isinstance(widget, QLabel) and widget.text() and widget.height() < widget.sizeHint().height():
            yield f"the text «{widget.text()}» is clipped"
        elif isinstance(widget, (QAbstractButton, Pill)):
            least = widget.minimumSizeHint()
            if widget.width() < least.width() or widget.height() < least.height():
                yield f"{_called(widget)} is clipped"


def _out_of_bounds(screen: QWidget) -> Iterator[str]:
    for widget in shown(screen):
        if widget.children() and not isinstance(widget, (QAbstractButton, *_TYPED_IN)):
            continue  # the parts say it
        frame, scrolls = _frame_of(widget, screen)
        place = QRect(widget.mapTo(frame, QPoint()), widget.size())
        if place.left() < 0 or place.right() >= frame.width():
            yield f"{_called(widget)} sticks out sideways: {place} in {frame.width()} px"
        if not scrolls and (place.top() < 0 or place.bottom() >= frame.height()):
            yield f"{_called(widget)} sticks out up or down: {place} in {frame.height()} px"


def _frame_of(widget: QWidget, screen: QWidget) -> tuple[QWidget, bool]:
    """The viewport that scrolls the widget, or the screen."""
    parent = widget.parentWidget()
    while parent is not None and parent is not screen:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return parent, True
        parent = above
    return screen, False


def _overlapping(screen: QWidget) -> Iterator[str]:
    for parent in [screen, *shown(screen)]:
        if isinstance(parent, (QAbstractScrollArea, *_TYPED_IN)):
            continue
        parts = [child for child in shown(parent) if child.parentWidget() is parent and not child.isWindow()]
        for one, other in combinations(parts, 2):
            common = one.geometry() & other.geometry()
            joined = isinstance(one, Segment) and isinstance(other, Segment) and common.width() <= 1
            if not common.isEmpty() and not joined:
                yield f"{_called(one)} lies over {_called(other)}"
