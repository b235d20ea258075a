"""A caseworker's hands on the window: finding what she sees, typing, clicking, waiting."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

PATIENCE = 30.0  # seconds


def wait_until(true: Callable[[], Any], what: str) -> None:
    """Let the window work until this is so."""
    started = time.monotonic()
    while not true():
        assert time.monotonic() - started < PATIENCE, f"waited in vain: {what}"
        QTest.qWait(10)


def settle() -> None:
    """Let layouts and weighings come to rest."""
    QTest.qWait(150)


def type_in(field: Any, text: str) -> None:
    """Put the keyboard in the field and type in place of what stands there."""
    field.window().activateWindow()  # nobody else gives it back where there is no desktop
    field.setFocus(Qt.FocusReason.TabFocusReason)
    wait_until(lambda: QApplication.focusWidget() is not None, "a place to type")
    here = QApplication.focusWidget()
    QTest.keySequence(here, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClick(here, Qt.Key.Key_Delete)
    for letter in text:  # QTest's own keyClicks knows no letters beyond western Europe
        QApplication.sendEvent(here, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def tab() -> None:
    """Leave the field, as with the Tab key."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    settle()


def click(widget: QWidget) -> None:
    """Click in its middle."""
    assert widget.isEnabled(), "cannot be clicked"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def pick(box: Any, words: str) -> None:
    """Choose in a drop-down list with the arrow keys."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == words:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"«{words}» is not in the list")


def button(place: QWidget, text: str) -> QAbstractButton:
    """The visible button with these words."""
    found = [each for each in place.findChildren(QAbstractButton) if each.isVisible() and text in _words(each)]
    assert found, f"no button says «{text}»"
    return found[0]


def sees(place: QWidget, text: str) -> bool:
    """Whether a text stands in sight, once spaces that never break are read as spaces."""
    labels = [label.text() for label in place.findChildren(QLabel) if label.isVisible()]
    return any(text in shown.replace("\u00a0", " ") for shown in labels)


def _words(each: QAbstractButton) -> str:
    return f"{each.text()} {each.accessibleName()}"
