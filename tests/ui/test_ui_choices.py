"""Choosing: few answers beside each other, one of a list, a tick; and taking an answer back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.widgets import CheckBox, ChoiceBox, Field, SegmentedChoice, YesNoChoice
from hjemmebesok.ui.widgets.segment import Segment


def shown(widget: QWidget) -> list[object]:
    """Show it, and keep what `edited` tells."""
    told: list[object] = []
    widget.edited.connect(told.append)  # type: ignore[attr-defined]  # every control has it
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    return told


def segments(choice: QWidget) -> list[Segment]:
    return choice.findChildren(Segment)


def three() -> SegmentedChoice[str]:
    return SegmentedChoice([("k", N_("Kontor")), ("h", N_("Hjemme")), ("n", N_("Nei takk"))])


def test_a_click_chooses_and_another_takes_it_back() -> None:
    choice = three()
    told = shown(choice)
    QTest.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    assert choice.value() == "h"
    QTest.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    assert choice.value() is None
    assert told == ["h", None]


def test_a_choice_that_must_be_made_cannot_be_taken_back() -> None:
    choice = SegmentedChoice([("a", N_("Ja")), ("b", N_("Nei"))], clearable=False)
    choice.set_value("a")
    told = shown(choice)
    QTest.mouseClick(segments(choice)[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(segments(choice)[0], Qt.Key.Key_Delete)
    assert (choice.value(), told) == ("a", [])
    assert segments(choice)[0].isChecked()


def test_arrows_go_round_and_choose_and_delete_takes_back() -> None:
    choice = three()
    told = shown(choice)
    segments(choice)[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Delete):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert told == ["h", "n", "k", "n", None]


def test_space_chooses_the_one_in_focus() -> None:
    choice = three()
    told = shown(choice)
    segments(choice)[0].setFocus()
    QTest.keyClick(segments(choice)[0], Qt.Key.Key_Space)
    assert told == ["k"]


def test_tab_stops_once_at_the_chosen_one() -> None:
    choice = three()
    choice.set_value("n")
    stops = [segment for segment in segments(choice) if segment.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [stop.text() for stop in stops] == ["Nei takk"]


def test_left_comes_when_the_row_is_left_not_within_it() -> None:
    left: list[bool] = []
    choice = three()
    choice.left.connect(lambda: left.append(True))
    shown(choice)
    segments(choice)[0].setFocus()
    QTest.keyClick(segments(choice)[0], Qt.Key.Key_Right)
    assert left == []
    QApplication.focusWidget().clearFocus()
    assert left == [True]


def test_a_value_that_is_no_option_shows_nothing_chosen() -> None:
    choice = three()
    choice.set_value("x")
    assert choice.value() is None
    assert not any(segment.isChecked() for segment in segments(choice))


def test_what_is_not_known_is_shown_as_not_known() -> None:
    choice = YesNoChoice()
    assert [segment.isChecked() for segment in segments(choice)] == [False, False, True]
    choice.set_value(False)
    assert (choice.value(), [segment.isChecked() for segment in segments(choice)]) == (False, [False, True, False])


def test_a_screen_reader_hears_a_radio_button_with_its_question() -> None:
    choice = YesNoChoice()
    field = Field(N_("Samtykker de til kartlegging og råd?"), choice)
    field.show()
    interface = QAccessible.queryAccessibleInterface(segments(choice)[0])
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Ja"
    assert interface.text(QAccessible.Text.Description) == "Samtykker de til kartlegging og råd?"


def test_segments_go_on_in_a_new_line_where_it_is_narrow() -> None:
    choice = three()
    choice.resize(170, 200)
    choice.show()
    assert len({segment.y() for segment in segments(choice)}) > 1


def listed() -> ChoiceBox:
    return ChoiceBox([("lonn", N_("Lønn, fast")), ("trygd", N_("Barnetrygd"))])


def test_a_list_gives_its_code_and_nothing_for_nothing() -> None:
    box = listed()
    told = shown(box)
    assert box.value() == ""
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert (box.value(), told) == ("lonn", ["lonn"])
    box.set_value(None)
    assert (box.value(), told) == ("", ["lonn"])


def test_a_code_from_a_newer_version_is_kept_and_shown() -> None:
    box = listed()
    box.set_value("ny_stonad")
    assert (box.value(), box.currentText()) == ("ny_stonad", "ny_stonad")


def test_the_wheel_changes_no_answer() -> None:
    box = listed()
    box.set_value("lonn")
    told = shown(box)
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert (box.value(), told, wheel.isAccepted()) == ("lonn", [], False)


def test_a_lists_words_follow_the_language(marked: None) -> None:
    box = listed()
    box.set_value("trygd")
    speech.choose("en")
    assert (box.currentText(), box.itemText(0)) == ("en:Barnetrygd", "en:Velg")
    assert box.value() == "trygd"


def test_a_tick_can_be_set_from_anywhere_on_its_row_and_by_the_keyboard() -> None:
    box = CheckBox(N_("Informasjonsbrev"))
    told = shown(box)
    box.resize(400, 44)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(390, 40))
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert told == [True, False]


@pytest.mark.parametrize("wordless", [False, True])
def test_a_tick_has_its_words_as_its_name(wordless: bool) -> None:
    box = CheckBox(N_("Dok. sett"), wordless=wordless)
    box.set_value(True)
    assert (box.accessibleName(), box.value()) == ("Dok. sett", True)
