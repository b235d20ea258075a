"""The letter texts: typed in, seen as a letter at once, saved as a version, and taken to approval."""

from collections.abc import Callable
from dataclasses import replace

from letter_texts_page import card, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reading import texts

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_history, texts_in_force
from hjemmebesok.casework.text_approval import set_status, standings
from hjemmebesok.casework.text_edits import remove_block, save_block
from hjemmebesok.domain.letter_text import TextStatus, TextVersion
from hjemmebesok.ui.screens.letter_texts.screen import LetterTextsScreen

OURS = "Vil du kjøpe ditt eget hjem?"


def test_no_part_of_the_page_comes_as_a_window_of_its_own(
    page: LetterTextsScreen, looked: Callable[[], str], desk: Desk, qapp: QApplication
) -> None:
    looked()
    set_status(desk, "visit_notice", "nb", TextStatus.APPROVED, "Styringsgruppen", desk.today())
    page.window().activateWindow()
    QTest.qWait(1)
    others: list[object] = []
    qapp.focusWindowChanged.connect(others.append)
    page.open("visit_notice/nb")
    looked()
    qapp.focusWindowChanged.disconnect(others.append)
    assert others == []


def test_what_is_typed_is_seen_as_a_letter_and_changes_none_before_it_is_saved(
    page: LetterTextsScreen, looked: Callable[[], str], desk: Desk
) -> None:
    card(page, "tittel").words.setPlainText(OURS)
    assert OURS in looked()
    assert "1 avsnitt er ikke lagret" in texts(page.bar)
    assert text_history(desk, "information", "nb") == []
    page.bar.save.click()
    assert len(text_history(desk, "information", "nb")) == 1
    assert not page.bar.save.isEnabled()
    assert "Kommunens egen" in page.texts.item(0).text()


def test_what_is_typed_is_there_after_something_else_was_open(page: LetterTextsScreen, desk: Desk) -> None:
    card(page, "tittel").words.setPlainText(OURS)
    page.open("visit_notice/en")
    page.open("information/nb")
    assert card(page, "tittel").words.value() == OURS
    page.bar.drop.click()
    assert card(page, "tittel").words.value() == "Vil du eie din egen bolig?"
    with desk.read() as reading:
        assert texts_in_force(reading).own == {}


def test_a_fault_stands_at_its_block_and_the_letter_waits(page: LetterTextsScreen, looked: Callable[[], str]) -> None:
    card(page, "innledning").words.setPlainText("Du leier av {kommunen}.")
    assert looked() == "Rett det som er galt, så vises brevet her."
    assert "«innledning» i «Brev om Leie til eie» (norsk) bruker feltet kommunen, som ikke finnes." in texts(
        card(page, "innledning")
    )
    card(page, "innledning").words.setPlainText("Du leier av {kommune.")
    looked()
    assert "krøllparentes" in texts(card(page, "innledning"))
    page.bar.save.click()
    assert page.model.draft.words != {}


def test_a_translation_stands_beside_its_norwegian_and_is_marked_or_changed_when_that_has_changed(
    page: LetterTextsScreen, looked: Callable[[], str], desk: Desk
) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    remove_block(desk, "information", "tr", "hva")
    page.refresh()
    page.open("information/tr")
    assert OURS in texts(card(page, "tittel"))
    assert looked() == "Rett det som er galt, så vises brevet her."
    assert "2 feil" in page.texts.currentItem().text()
    press(card(page, "tittel"), "stemmer fortsatt")
    press(card(page, "hva"), "Hent den norske")
    card(page, "hva").words.setPlainText("Leie til eie nedir?")
    page.bar.save.click()
    assert "Kendi evinizin" in looked()


def test_a_text_is_approved_by_somebody_on_a_day_and_then_its_letter_is_no_draft(
    page: LetterTextsScreen, looked: Callable[[], str], desk: Desk
) -> None:
    assert "Kommunen har ikke godkjent" in looked()
    page.right.approval.status.set_value(TextStatus.APPROVED)
    page.right.approval.note.click()
    assert "Ingen har behandlet" in texts(page.right.approval)  # by whom was not told
    page.right.approval.by.set_value("Styringsgruppen")
    page.right.approval.status.set_value(TextStatus.APPROVED)
    page.right.approval.note.click()
    assert "Godkjent av Styringsgruppen 12. oktober 2026." in texts(page.right.approval)
    assert "Kommunen har ikke godkjent" not in looked()
    with desk.read() as reading:
        assert standings(reading).approved("information", ("nb",))
    card(page, "tittel").words.setPlainText(OURS)
    assert not page.right.approval.note.isEnabled()


def test_an_update_of_the_programme_s_text_is_shown_and_chosen(page: LetterTextsScreen, desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    with desk.work() as work:  # as if the program's title was another when this was saved
        (saved,) = work.all(TextVersion)
        over, body = (each.replace("Vil du eie din egen bolig?", "Gammel tittel?") for each in (saved.over, saved.body))
        work.put(replace(saved, id="older", over=over, body=body, follows=(saved.id,)))
    page.refresh()
    assert page.right.news is not None
    assert "Programmet har fått en ny tekst" in texts(page.right.news)
    assert "Gammel tittel?" in texts(page.right.news)
    assert page.right.news.choices["tittel"].value() is True  # she had not changed it herself
    page.right.news.choices["tittel"].set_value(False)
    page.refresh()
    assert page.right.news.choices["tittel"].value() is False
    press(page.right.news, "Lagre valgene")
    assert page.right.news.isHidden()
    assert card(page, "tittel").words.value() == "Gammel tittel?"
    assert page.right.versions is not None
    press(page.right.versions, "Gå tilbake")
    with desk.read() as reading:
        assert texts_in_force(reading).own == {}


def test_what_has_happened_with_a_text_is_told_and_an_earlier_version_can_be_used_again(
    page: LetterTextsScreen, desk: Desk
) -> None:
    assert page.right.history is not None
    assert page.right.history.isHidden()
    save_block(desk, "information", "nb", "tittel", OURS)
    set_status(desk, "information", "nb", TextStatus.DISCUSSED, "Styringsgruppen", desk.today())
    save_block(desk, "information", "nb", "tittel", "Vil du leie?")
    page.refresh()
    told = texts(page.right.history)
    assert told.count("Lagret av Kari Nordmann 12. oktober 2026") == 2
    assert "Drøftet av Styringsgruppen 12. oktober 2026. · Ført inn av Kari Nordmann" in told
    press(page.right.history, "Bruk denne versjonen igjen")
    with desk.read() as reading:
        assert texts_in_force(reading).source("information", "nb").blocks["tittel"].words == OURS


def test_the_list_is_gone_through_by_keys(page: LetterTextsScreen) -> None:
    page.texts.setFocus()
    QTest.keyClick(page.texts, Qt.Key.Key_Down)
    assert (page.model.letter, page.model.language) == ("information", "en")


def test_the_page_passes_the_gate(
    page: LetterTextsScreen, looked: Callable[[], str], desk: Desk, check_screen: Callable[..., None]
) -> None:
    save_block(desk, "letterhead", "nb", "telefon", "Ring oss: {telefon}")
    page.refresh()
    page.open("letterhead/en")
    looked()
    check_screen(page.window(), [lambda place=place: page.panes.choose(place) for place in range(3)])
