"""Fields for typed values: lenient in, one way out, and nothing typed is ever lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.widgets import AmountEdit, DateEdit, Field, NumberEdit, TextEdit
from hjemmebesok.ui.widgets.day_text import read_day, write_day
from hjemmebesok.ui.widgets.typed_edit import TypedEdit

NBSP = "\u00a0"


def type_into(edit: TypedEdit, text: str) -> list[object]:
    """Type as a person does, and come back with what `edited` told."""
    told: list[object] = []
    edit.edited.connect(told.append)
    edit.show()
    edit.window().activateWindow()
    QApplication.processEvents()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    return told


@pytest.mark.parametrize("typed", ["19000", "19 000", "19.000,00", "19000 kr", "19\u00a0000,-"])
def test_an_amount_is_read_as_people_write_it_and_shown_one_way_when_left(typed: str) -> None:
    edit = AmountEdit()
    type_into(edit, typed)
    assert edit.text() == typed
    edit.clearFocus()
    assert (edit.value(), edit.text()) == (Money.kroner(19000), f"19{NBSP}000{NBSP}kr")


def test_every_keystroke_is_told_as_typed() -> None:
    assert type_into(AmountEdit(), "1 9x") == ["1", "1 ", "1 9", "1 9x"]


def test_what_was_typed_stays_when_it_cannot_be_read() -> None:
    edit = AmountEdit()
    type_into(edit, "ni hundre")
    edit.clearFocus()
    assert (edit.text(), edit.typed(), edit.value()) == ("ni hundre", "ni hundre", None)
    assert "ni hundre" in str(edit.problem())


def test_coming_back_to_an_amount_one_meets_what_was_typed() -> None:
    edit = AmountEdit()
    type_into(edit, "19 000,50")
    edit.clearFocus()
    assert edit.text() == f"19{NBSP}000,50{NBSP}kr"
    edit.setFocus()
    assert edit.text() == "19 000,50"


def test_an_amount_follows_the_language() -> None:
    edit = AmountEdit()
    edit.set_value(Money.kroner(19000))
    speech.choose("en")
    assert (edit.text(), edit.value()) == (f"NOK{NBSP}19,000", Money.kroner(19000))
    speech.choose("tr")
    assert edit.text() == f"19.000{NBSP}kr"


def test_setting_a_value_tells_nobody() -> None:
    told: list[object] = []
    edit = AmountEdit()
    edit.edited.connect(told.append)
    edit.set_value(Money.kroner(5))
    edit.set_value(None)
    assert (told, edit.text(), edit.value()) == ([], "", None)


@given(st.integers(min_value=0, max_value=10**11))
def test_a_set_amount_comes_back_to_the_ore(ore: int) -> None:
    edit = AmountEdit()
    edit.set_value(Money(ore))
    assert edit.value() == Money(ore)


@pytest.mark.parametrize("typed", ["80", "80 prosent", " 80 %"])
def test_a_number_takes_its_unit_or_none(typed: str) -> None:
    edit = NumberEdit(30, 150, N_("prosent"))
    edit.set_typed(typed)
    assert (edit.value(), edit.problem()) == (80, None)


@pytest.mark.parametrize(("typed", "words"), [("29", "fra 30 til 150"), ("1,5", "helt tall"), ("mye", "helt tall")])
def test_a_number_that_is_none_or_out_of_bounds_says_so(typed: str, words: str) -> None:
    edit = NumberEdit(30, 150)
    edit.set_typed(typed)
    assert edit.value() is None
    assert words in str(edit.problem())


def test_a_large_number_reads_its_own_spaces() -> None:
    edit = NumberEdit()
    edit.set_typed("12 500")
    assert (edit.value(), edit.text()) == (12500, f"12{NBSP}500")


@pytest.mark.parametrize(
    "typed",
    ["7.3.2026", "07.03.2026", "07.03.26", "7/3-26", "7 3 26", "070326", "07032026", "2026-03-07", "7. 3. 2026."],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    edit = DateEdit()
    edit.set_typed(typed)
    assert (edit.value(), edit.text()) == (date(2026, 3, 7), "07.03.2026")


@pytest.mark.parametrize("typed", ["7.3", "i morgen", "31.02.2026", "7.13.2026", "7.3.226"])
def test_a_day_that_is_none_says_so_and_stays(typed: str) -> None:
    edit = DateEdit()
    edit.set_typed(typed)
    assert (edit.value(), edit.text()) == (None, typed)
    assert edit.problem() is not None


def test_two_digits_of_a_year_lean_towards_the_living() -> None:
    assert read_day("1.1.59").year == 2059
    assert read_day("1.1.60").year == 1960


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_day_reads_back(day: date) -> None:
    assert read_day(write_day(day)) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    try:
        assert isinstance(read_day(text), date)
    except Refused as refused:
        assert str(refused.phrase)


def test_a_text_is_trimmed_for_use_but_stays_as_typed() -> None:
    edit = TextEdit()
    type_into(edit, " Kari ")
    assert (edit.value(), edit.typed()) == ("Kari", " Kari ")
    edit.set_typed("  ")
    assert edit.value() is None


def test_the_sentence_comes_when_the_field_is_left_and_goes_when_it_can_be_read() -> None:
    edit = AmountEdit()
    field = Field(N_("Livsopphold"), edit, N_("Mat, klær, reise, fritid"))
    field.show()
    type_into(edit, "19x")
    assert field.problem_shown() == ""
    edit.clearFocus()
    assert "19x" in field.problem_shown()
    assert edit.accessibleDescription() == field.problem_shown()
    type_into(edit, "19")
    assert field.problem_shown() == ""
    assert edit.accessibleDescription() == "Mat, klær, reise, fritid"


def test_a_sentence_from_elsewhere_goes_with_the_next_keystroke() -> None:
    edit = TextEdit()
    field = Field(N_("Navn"), edit)
    field.show_problem(N_("Skriv navnet ditt."))
    assert field.problem_shown() == "Skriv navnet ditt."
    type_into(edit, "K")
    assert field.problem_shown() == ""


def test_a_sentence_from_elsewhere_stays_when_the_field_is_left() -> None:
    edit = TextEdit()
    field = Field(N_("Navn"), edit)
    field.show()
    field.show_problem(N_("Skriv navnet ditt."))
    type_into(edit, "")
    edit.clearFocus()
    assert field.problem_shown() == "Skriv navnet ditt."


def test_opening_the_menu_of_a_field_does_not_leave_it() -> None:
    left: list[bool] = []
    edit = AmountEdit()
    edit.left.connect(lambda: left.append(True))
    type_into(edit, "19000")
    edit.setCursorPosition(2)
    for event in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(edit, QFocusEvent(event, Qt.FocusReason.PopupFocusReason))
    assert (left, edit.text(), edit.selectedText()) == ([], "19000", "")


def test_the_label_belongs_to_its_field() -> None:
    edit = AmountEdit()
    field = Field(N_("Livsopphold"), edit)
    assert field.label.buddy() is edit
    assert edit.accessibleName() == "Livsopphold"
