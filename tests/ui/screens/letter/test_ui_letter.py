"""A letter: in the reader's language, seen as it will be, handed out by the caseworker and noted when it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from disagreeing import disagree
from docx import Document
from letter_page import DAY, NOW, choose, noted
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from reading import texts

from hjemmebesok.casework.conflicts import choose_value, conflicts_of
from hjemmebesok.casework.desk import Desk, User
from hjemmebesok.casework.filed import letter_as_filed
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.visits import close_visit, correct_visit, plan_visit
from hjemmebesok.ui.screens.letter.printing import new_printer
from hjemmebesok.ui.screens.letter.screen import LetterScreen
from hjemmebesok.ui.window import MainWindow


def test_a_letter_opens_in_the_language_of_the_household_and_turns_into_another_with_its_tab(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h1")
    assert page.head.languages.value() == "tr"
    assert "Kendi evinizin sahibi" in written()
    assert "Oversettelsen følger den norske teksten" in texts(page.checked)
    QTest.keyClick(page.head.languages, Qt.Key.Key_Left)
    assert page.head.languages.value() == "en"
    assert "Ayşe og Mehmet Yılmaz" in written()
    assert page.answer is not None
    assert page.answer.wanted.language == "en"


def test_a_household_that_reads_none_of_our_languages_gets_norwegian(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h2")
    assert page.head.languages.value() == "nb"
    assert "eie din egen bolig" in written()
    assert "Oversettelsen" not in texts(page.checked)


def test_a_protected_address_stands_nowhere_and_the_caseworker_is_told(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h2")
    assert "Tunveien" not in written()
    assert "Adressen er fortrolig og står ikke i brevet." in texts(page.notices)
    assert "Bare navnet står i konvoluttvinduet" in texts(page.checked)
    page.open("h1")
    assert not page.notices.isVisible()


def test_opened_at_a_visit_it_is_the_summary_of_that_visit(
    page: LetterScreen, written: Callable[[], str], visited: str
) -> None:
    page.open(visited)
    assert (page.model.wanted.kind, page.model.wanted.about) == ("visit_summary", visited)
    assert "9 Ekim 2026" in written()


def test_only_closed_visits_in_their_newest_version_can_be_summed_up(
    page: LetterScreen, written: Callable[[], str], desk: Desk, visited: str
) -> None:
    corrected = correct_visit(desk, visited).made
    close_visit(desk, corrected)
    plan_visit(desk, "h1", DAY + timedelta(days=7))
    page.open("h1")
    choose(page, "visit_summary")
    assert [page.head.about.itemText(place) for place in range(page.head.about.count())][1:] == [
        "9. okt. kl. 10:30 · Hjemmebesøk"
    ]
    assert page.head.about.value() == corrected
    written()
    assert page.using.save_button.isEnabled()


def test_without_a_closed_visit_the_sentence_stands_in_place_of_the_letter(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h1")
    written()
    choose(page, "visit_summary")
    assert written() == ""
    assert page.preview.instead.label.text() == "Husstanden har ikke noe avsluttet besøk å oppsummere ennå."
    assert not page.using.print_button.isEnabled()
    assert not page.checked.isVisible()


def test_a_letter_that_cannot_be_made_says_why(page: LetterScreen, written: Callable[[], str], desk: Desk) -> None:
    page.model._desk = replace(desk, user=User(desk.user.id, "Kari Nordmann"))
    page.open("h1")
    written()
    assert "Skriv inn telefonnummeret ditt" in page.preview.instead.label.text()


def test_what_has_two_values_is_told_in_place_of_the_letter_until_one_is_chosen(
    page: LetterScreen, written: Callable[[], str], desk: Desk
) -> None:
    disagree(desk, "h1", "household", "name", "Ayşe Yılmaz", "Mehmet Yılmaz")
    page.open("h1")
    assert written() == ""
    assert page.preview.instead.label.text() == (
        "To har skrevet ulikt i ett felt som brevet forteller om. Velg først hva som gjelder, under «I takt med "
        "serveren»."
    )
    assert not page.using.print_button.isEnabled()
    (conflict,) = conflicts_of(desk)
    page.refresh(choose_value(desk, conflict, "Ayşe Yılmaz"))
    page.answer = None
    assert "Ayşe Yılmaz" in written()
    assert page.using.print_button.isEnabled()


def test_one_households_letter_is_never_shown_under_anothers_name(
    page: LetterScreen, written: Callable[[], str]
) -> None:
    page.open("h1")
    written()
    old = page.answer
    assert old is not None
    page.open("h2")
    assert page.preview.pages is None
    assert not page.using.print_button.isEnabled()
    page._made(old)  # a slow letter that comes after something else was asked for
    assert page.preview.pages is None
    assert "Mariam Haidari" in written()


def test_a_saved_letter_is_the_file_that_was_shown_and_is_noted_with_the_household(
    page: LetterScreen, written: Callable[[], str], desk: Desk, tmp_path: Path
) -> None:
    page.open("h1")
    written()
    assert page.answer is not None
    made = page.answer.made
    assert made is not None
    assert made.file_name == "information-nb-tr-2026-10-12.pdf"
    assert noted(desk) == []
    page.handing_out.save_as(made, tmp_path / made.file_name)
    assert (tmp_path / made.file_name).read_bytes() == made.pdf
    page.handing_out.save_as(made, tmp_path / made.file_name)
    assert noted(desk) == [("information", "tr")]
    assert "I dag · Brev om Leie til eie · norsk og tyrkisk" in texts(page.before)
    assert page.ready
    assert page.using.save_button.isEnabled()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_noted(
    page: LetterScreen, written: Callable[[], str], desk: Desk, tmp_path: Path
) -> None:
    page.open("h1")
    written()
    assert page.answer is not None
    assert page.answer.made is not None
    (tmp_path / "full.pdf").mkdir()
    page.handing_out.save_as(page.answer.made, tmp_path / "full.pdf")
    page.handing_out.save_as(page.answer.made, tmp_path / "nowhere" / "brev.pdf")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.house is not None
    assert window.house.notice.text() == "Filen kan ikke lagres der. Velg et annet sted."
    assert noted(desk) == []
    assert list(tmp_path.glob("*.part")) == []


def test_a_printed_letter_has_every_page_on_paper_and_is_noted(
    page: LetterScreen, written: Callable[[], str], desk: Desk, tmp_path: Path
) -> None:
    page.open("h1")
    written()
    assert page.answer is not None
    assert page.answer.made is not None
    assert page.preview.pages is not None
    printer = new_printer()
    assert printer.docName() == "Brev"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.handing_out.print_on(page.answer.made, page.preview.pages, printer)
    assert noted(desk) == [("information", "tr")]
    shown, printed = page.preview.pages, pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(shown) == 4
    for place in range(4):
        assert printed[place].get_size() == pytest.approx(shown.size(place), abs=1.5)
        assert ink(printed[place]) == pytest.approx(ink(shown._document[place]), rel=0.2)
    printed.close()


def ink(pdf_page: pypdfium2.PdfPage) -> float:
    """How dark a page is."""
    picture = pdf_page.render(scale=1, grayscale=True)
    data = bytes(picture.buffer)
    return sum(255 - value for value in data) / len(data)


def test_a_printer_that_takes_nothing_is_told_and_nothing_is_noted(
    page: LetterScreen, written: Callable[[], str], desk: Desk, tmp_path: Path
) -> None:
    page.open("h1")
    written()
    assert page.answer is not None
    assert page.answer.made is not None
    assert page.preview.pages is not None
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    page.handing_out.print_on(page.answer.made, page.preview.pages, printer)
    assert noted(desk) == []


def test_a_household_is_found_first_and_another_can_be_chosen(
    page: LetterScreen, written: Callable[[], str], settle: Callable[[], None]
) -> None:
    settle()
    QTest.keyClicks(page.whom.finder.field, "mehmet")
    QTest.keyClick(page.whom.finder.field, Qt.Key.Key_Return)
    assert page.model.wanted.household == "h1"
    written()
    QTest.keyClick(page.head.another, Qt.Key.Key_Space)
    assert page.whom.isVisible()
    assert page.model.file is None


def test_a_household_that_has_left_is_no_longer_shown(page: LetterScreen, written: Callable[[], str]) -> None:
    page.open("h1")
    written()
    page.model.wanted = page.model.wanted._replace(household="gone")
    page.refresh(None)
    assert page.whom.why.label.text() == "Husstanden er ikke lenger på denne PC-en."
    page.open("never-here")
    assert "Det finnes ikke noe" in page.whom.why.label.text()


def test_the_page_that_asks_whom_it_is_for_passes_the_gate(
    page: LetterScreen, check_screen: Callable[[QWidget], None]
) -> None:
    check_screen(page.window())


def test_the_page_passes_the_gate(
    page: LetterScreen, written: Callable[[], str], visited: str, check_screen: Callable[[QWidget], None]
) -> None:
    page.open(visited)
    written()
    check_screen(page.window())


def test_what_the_caseworker_adds_is_in_the_letter_in_the_word_document_and_in_the_letter_made_again(
    page: LetterScreen, written: Callable[[], str], desk: Desk, tmp_path: Path
) -> None:
    page.open("h1")
    written()
    assert page.adding.isHidden()
    page.head.wanted.emit("kind", "follow_up_offer")
    written()
    assert page.preview.instead.label.text() == "Legg inn minst én tid som husstanden kan velge."
    first = page.adding.slots[0]
    for edit, typed in ((first.day, "22.10.2026"), (first.at, "09:30"), (page.adding.reply_by, "20.10.2026")):
        edit.setFocus()
        QTest.keyClicks(edit, typed)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    said = written()
    assert "22. oktober 2026 09:30" in said
    assert "innen 20. oktober 2026" in said
    assert page.answer is not None
    assert page.answer.made is not None
    made = page.answer.made
    page.handing_out.save_as(made, tmp_path / "tilbud.pdf")
    page.handing_on.edit_as(made, tmp_path / "tilbud.docx")
    in_word = "\n".join(cell.text for table in Document(str(tmp_path / "tilbud.docx")).tables for cell in table._cells)
    assert "22. oktober 2026" in in_word
    [issued] = open_household(desk, "h1").letters
    assert letter_as_filed(replace(desk, clock=lambda: NOW + timedelta(days=30)), issued).pdf == made.pdf


def test_the_newest_five_letters_are_shown_and_the_others_when_asked_for(
    page: LetterScreen, desk: Desk, written: Callable[[], str]
) -> None:
    for _ in range(7):
        file_letter(desk, make_letter(desk, "information", "h1", "nb"))
    page.open("h1")
    written()
    assert texts(page.before).count("Brev om Leie til eie") == 5
    assert page.before.more.accessibleName() == "Vis flere (2)"
    page.before.more.click()
    assert texts(page.before).count("Brev om Leie til eie") == 7
    assert page.before.more.isHidden()
    page.open("h2")
    written()
    assert page.before.isHidden()
