"""The pages of a letter on the screen: gone through and made larger, by keys too."""

from collections.abc import Callable

import pytest
from letter_page import images
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hjemmebesok.ui.screens.letter.page_view import ZOOMS
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.theme import look


def test_pages_can_be_made_larger_and_gone_through_by_keys(
    page: LetterScreen, written: Callable[[], str], settle: Callable[[], None]
) -> None:
    page.open("h1")
    page.head.along.click()
    written()
    first, second = images(page)
    assert (first.accessibleName(), second.accessibleName()) == ("Side 1 av 2", "Side 2 av 2")
    view, width = page.preview.view, first.width()
    assert width < view.viewport().width()
    QTest.keyClick(page.preview.larger, Qt.Key.Key_Space)
    assert first.width() == pytest.approx(width * 1.25, abs=2)
    for _ in range(9):
        page.preview.smaller.click()
    assert first.width() == pytest.approx(width * 0.5, abs=2)
    assert not page.preview.smaller.isEnabled()
    page.preview.fit.click()
    assert first.width() == width
    settle()
    page.preview.small.buttons[1].click()
    assert view.verticalScrollBar().value() > first.height() // 2
    QTest.keyClick(view, Qt.Key.Key_Home)
    view.verticalScrollBar().setValue(0)
    assert page.preview.small.buttons[0].isChecked()


def test_many_pages_in_small_are_as_wide_as_there_is_room_for_beside_the_scroll_bar(
    page: LetterScreen, written: Callable[[], str], settle: Callable[[], None]
) -> None:
    page._window.resize(1024, 600)
    page.open("h1")
    page.head.kind.set_value("information")
    page.head.kind._chosen()
    written()
    settle()
    small = page.preview.small
    assert len(small.buttons) > 3
    assert small.verticalScrollBar().isVisible()
    assert small.horizontalScrollBar().maximum() == 0


def test_in_large_text_every_language_of_the_letter_is_in_sight(
    page: LetterScreen, written: Callable[[], str], settle: Callable[[], None]
) -> None:
    page._window.prefer(text_size=200)
    settle()
    page.open("h1")
    written()
    settle()
    tabs = page.head.languages
    assert tabs.width() >= sum(tabs.tabRect(place).width() for place in range(tabs.count()))


def test_the_keyboard_goes_to_either_end_and_a_larger_page_stays_where_one_reads(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h1")
    written()
    view, bar = page.preview.view, page.preview.view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    second = images(page)[1]
    view.go_to(1)
    bar.setValue(second.y() + second.height() // 2)
    for zoom in (page.preview.larger, page.preview.larger, page.preview.smaller, page.preview.fit):
        zoom.click()
        assert abs((bar.value() - second.y()) / second.height() - 0.5) < 0.01


def test_a_press_too_many_on_larger_undoes_nothing(page: LetterScreen, written: Callable[[], str]) -> None:
    page.open("h1")
    written()
    page.preview.larger.setFocus()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
    assert page.preview.view.zoom == ZOOMS[-1]
    assert page.preview.view.hasFocus()


def test_what_the_keyboard_comes_to_is_in_sight_also_where_it_comes_from_the_navigation(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    look.choose("light", 200)
    page.open("h1")
    written()
    page._page.verticalScrollBar().setValue(page._page.verticalScrollBar().maximum())
    assert page.head.another.visibleRegion().isEmpty()
    page.head.another.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.head.another.visibleRegion().boundingRect().height() == page.head.another.height()
