"""A letter text is taken out as a file and in again on the screen, and whoever may not write sees it and why."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from letter_texts_page import card
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import NOT_YOURS, text_heads, text_history
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.store.settings import PUBLISHES, write_setting
from hjemmebesok.sync.enrol import SERVER
from hjemmebesok.ui.screens.letter_texts.screen import LetterTextsScreen


@pytest.fixture
def look_at(page: LetterTextsScreen, tmp_path: Path, qtbot: QtBot) -> Callable[..., None]:
    """Take the open text out, change words in the file, choose it to be taken in, and wait for what is said of it."""

    def look_at(*changes: tuple[str, str]) -> None:
        path = tmp_path / "text.md"
        page.files.save_as(path)
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        page.files.card.chosen.emit(path)
        qtbot.waitUntil(lambda: page.files.file is not None)

    return look_at


def test_a_file_is_looked_at_first_and_then_one_version(
    page: LetterTextsScreen, desk: Desk, look_at: Callable[..., None]
) -> None:
    look_at(("Vil du eie din egen bolig?", "Vil du eie?"))
    assert "Ingenting hindrer at filen tas i bruk." in texts(page.files.card)
    assert text_history(desk, "information", "nb") == []
    page.files.card.take.click()
    assert len(text_history(desk, "information", "nb")) == 1
    assert card(page, "tittel").words.value() == "Vil du eie?"
    assert not page.files.card.take.isVisibleTo(page.files.card)


def test_a_file_that_is_left_changes_nothing(page: LetterTextsScreen, desk: Desk, look_at: Callable[..., None]) -> None:
    look_at(("Vil du eie din egen bolig?", "Vil du eie?"))
    page.files.card.leave.click()
    assert page.files.file is None
    assert text_history(desk, "information", "nb") == []


def test_a_file_is_not_taken_in_over_what_is_typed_while_it_is_looked_at(
    page: LetterTextsScreen, look_at: Callable[..., None]
) -> None:
    look_at(("Vil du eie din egen bolig?", "Vil du eie?"))
    card(page, "hva").words.setPlainText("Noe annet")
    assert not page.files.card.take.isEnabled()
    page.bar.drop.click()
    assert page.files.card.take.isEnabled()


def test_a_file_that_cannot_be_read_says_where_and_cannot_be_taken(
    page: LetterTextsScreen, look_at: Callable[..., None]
) -> None:
    look_at((" {#tittel}", ""), (" {#hvem-tekst}", ""))
    told = texts(page.files.card)
    assert told.count("mangler en merkelapp") == 2
    assert "Linje 12: «# Vil du eie din egen bolig?»" in told
    assert "Filen kan ikke tas inn før dette er rettet." in told
    assert not page.files.card.take.isVisibleTo(page.files.card)


def test_a_file_with_a_fault_says_so_before_it_may_be_taken_all_the_same(
    page: LetterTextsScreen, look_at: Callable[..., None]
) -> None:
    look_at(("{kommune}", "{kommunen}"))
    assert "bruker feltet kommunen, som ikke finnes" in texts(page.files.card)
    assert page.files.card.take.text() == "Ta filen i bruk likevel"


def test_a_translation_of_older_words_may_be_said_to_follow(
    page: LetterTextsScreen, desk: Desk, look_at: Callable[..., None], qtbot: QtBot
) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    page.refresh()
    page.open("information/tr")
    look_at(("# Kendi", "# Ve kendi"))
    assert "er endret på norsk" in texts(page.files.card)
    page.files.card.follows.click()
    qtbot.waitUntil(lambda: page.files.file is not None and not page.files.file.stops)
    page.files.card.take.click()
    assert "feil" not in page.texts.currentItem().text()
    assert not page.files.card.follows.value()


def test_the_same_file_and_one_that_is_not_there_are_said_to_be_so(
    page: LetterTextsScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    page.files.save_as(tmp_path / "same.md")
    page.files.card.chosen.emit(tmp_path / "same.md")
    qtbot.waitUntil(lambda: "ingenting å ta inn" in texts(page.files.card))
    page.files.card.chosen.emit(tmp_path / "none.md")
    qtbot.waitUntil(lambda: "Filen kan ikke åpnes." in texts(page.files.card))
    assert page.files.card.browse.isEnabled()


def test_no_file_is_taken_in_over_what_is_not_saved(page: LetterTextsScreen) -> None:
    assert page.files.card.browse.isEnabled()
    card(page, "tittel").words.setPlainText("Noe annet")
    assert not page.files.card.browse.isEnabled()
    assert "Noe er ikke lagret, og blir ikke med ut." in texts(page.files.card)


@pytest.fixture
def reader(desk: Desk, page: LetterTextsScreen) -> LetterTextsScreen:
    """The page of one who may not write, where there is an update to choose of and a history to go back in."""
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    save_block(desk, "information", "nb", "hva", "Hva tilbyr vi?")
    save_block(desk, "information", "nb", "tittel", "Gammel tittel?")
    with desk.work() as work:
        saved = text_heads(work, "information", "nb")[-1]
        over = saved.over.replace("Vil du eie din egen bolig?", "Gammel tittel?")
        work.put(replace(saved, id="older", over=over, follows=(saved.id,)))
    with desk.store.writing_connection() as connection:
        write_setting(connection, SERVER, {"url": "http://127.0.0.1:9", "token": "x", "authority": ""})
        write_setting(connection, PUBLISHES, False)
    page.refresh()
    return page


def test_who_may_not_write_sees_the_text_and_one_sentence_why(
    reader: LetterTextsScreen, looked: Callable[[], str]
) -> None:
    for key in ("information/nb", "information/tr", "letterhead/nb"):
        reader.open(key)
        looked()
        assert texts(reader).count(NOT_YOURS) == 1
        assert all(each.words.isReadOnly() for each in reader.middle.blocks.cards)
        to_look = {
            *reader.right.preview.findChildren(QAbstractButton),
            *reader.panes.chosen.findChildren(QAbstractButton),
        }
        to_look |= {reader.files.card.save, reader.right.everything}
        buttons = {each for each in reader.findChildren(QAbstractButton) if each.isVisibleTo(reader)}
        assert [each.text() for each in buttons - to_look if each.isEnabled()] == []


def test_the_page_passes_the_gate_with_an_update_and_with_a_file(
    page: LetterTextsScreen,
    desk: Desk,
    looked: Callable[[], str],
    look_at: Callable[..., None],
    check_screen: Callable[..., None],
) -> None:
    save_block(desk, "day_plan", "nb", "avtaler", "Avtaler i dag")
    with desk.work() as work:
        (saved,) = text_heads(work, "day_plan", "nb")
        over = saved.over.replace("## Besøk og møter", "## Avtaler")
        assert over != saved.over
        work.put(replace(saved, id="older", over=over, follows=(saved.id,)))
    page.refresh()
    page.open("day_plan/nb")
    assert page.right.news is not None
    assert page.right.news.choices
    look_at((" {#ingen}", ""), (" {#frister}", ""))
    looked()
    check_screen(page.window(), [lambda: page.panes.choose(2)])


def test_the_page_of_one_who_may_not_write_passes_the_gate(
    reader: LetterTextsScreen, looked: Callable[[], str], check_screen: Callable[..., None]
) -> None:
    reader.open("day_plan/nb")  # the shortest
    looked()
    check_screen(reader.window(), [lambda place=place: reader.panes.choose(place) for place in (1, 2)])
