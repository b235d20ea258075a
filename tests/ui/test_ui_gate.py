"""The gate itself: it must see what is wrong."""

from accessibility import problems
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.widgets import Button, FactLine, Field, TextEdit


def bare(*parts: QWidget) -> QWidget:
    screen = QWidget()
    column = QVBoxLayout(screen)
    for part in parts:
        column.addWidget(part)
    screen.resize(400, 300)
    screen.show()
    return screen


def test_a_well_made_screen_has_no_problems() -> None:
    screen = bare(Field(N_("Navn"), TextEdit()), Button(N_("Lagre"), "primary", "check", "Ctrl+Return"))
    assert problems(screen) == []


def test_a_field_without_a_label_is_seen() -> None:
    assert any("no label" in problem for problem in problems(bare(QLineEdit("tekst"))))


def test_a_small_button_is_seen() -> None:
    button = QToolButton()
    button.setText("Ja")
    button.setFixedSize(60, 20)
    assert any("20 px" in problem for problem in problems(bare(button)))


def test_two_buttons_with_the_same_shortcut_are_seen() -> None:
    screen = bare(Button(N_("Ja"), shortcut="Ctrl+J"), Button(N_("Nei"), shortcut="Ctrl+J"))
    assert problems(screen) == ["2 buttons share Ctrl+J"]


def test_a_primary_button_without_a_shortcut_and_a_second_one_are_seen() -> None:
    found = problems(bare(Button(N_("Ja"), "primary"), Button(N_("Nei"), "primary", shortcut="Ctrl+J")))
    assert len(found) == 2


def test_text_that_is_clipped_is_seen() -> None:
    screen = bare()
    label = QLabel("En setning som trenger flere linjer når det er trangt om plassen", screen)
    label.setGeometry(QRect(0, 0, 120, 10))
    label.show()
    assert any("clipped" in problem for problem in problems(screen))


def test_what_sticks_out_and_what_lies_over_another_is_seen() -> None:
    screen = bare()
    for left, text in ((0, "ett"), (10, "to"), (390, "tre")):
        label = QLabel(text, screen)
        label.setGeometry(left, 0, 60, 30)
        label.show()
    found = problems(screen)
    assert any("lies over" in problem for problem in found)
    assert any("sideways" in problem for problem in found)


def test_a_line_that_says_nothing_is_seen() -> None:
    said, silent = FactLine("info", N_("Alt er sendt")), FactLine("info", "")
    assert problems(bare(said)) == []
    assert problems(bare(silent)) == ["an icon beside no words in QWidget"]
