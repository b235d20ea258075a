"""A visit on the screen, how one works in it, and what of that has reached the store."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.visits import OpenVisit, open_visit
from hjemmebesok.ui.screens.visit.screen import VisitScreen
from hjemmebesok.ui.screens.visit.section_form import SectionForm
from hjemmebesok.ui.widgets import ChoiceBox, SegmentedChoice
from hjemmebesok.ui.window import MainWindow


@dataclass
class Shown:
    """`screen` in its `window`, at `desk`."""

    desk: Desk
    window: MainWindow
    screen: VisitScreen

    @property
    def stored(self) -> OpenVisit:
        return open_visit(self.desk, self.screen.model.id)

    @property
    def answers(self) -> dict[str, Any]:
        form = self.stored.form
        assert form is not None
        return form.answers

    def form(self, section: str) -> SectionForm:
        self.screen.go(section)
        settle()
        return self.screen.pages.forms[section]

    def said(self) -> str:
        """The sentence above the page."""
        assert self.window.house is not None
        return self.window.house.notice.text()


def settle() -> None:
    """Let layouts come to rest, and what was typed be weighed."""
    screens = [widget for window in QApplication.topLevelWidgets() for widget in window.findChildren(VisitScreen)]
    while any(screen._soon.isActive() for screen in screens):
        QTest.qWait(10)
    for _ in range(4):
        QApplication.processEvents()


def type_in(field: Any, text: str) -> None:
    """Put the keyboard there and type; what stood there goes."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for letter in text:  # QTest's own keyClicks knows no letters beyond western Europe
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    settle()


def choose(field: Any, answer: Any) -> None:
    """Choose it as with the mouse or the keys."""
    if isinstance(field, SegmentedChoice) and field.value() == answer:
        return  # choosing it again would take it back
    if isinstance(field, SegmentedChoice):
        QTest.mouseClick(field._segments[answer], Qt.MouseButton.LeftButton)
    elif isinstance(field, ChoiceBox):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_Home)
        for _ in range(field.findData(answer)):
            QTest.keyClick(field, Qt.Key.Key_Down)
    else:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_Space)
    settle()


def leave(field: QWidget) -> None:
    """As with Tab."""
    QTest.keyClick(QApplication.focusWidget() or field, Qt.Key.Key_Tab)
    settle()
