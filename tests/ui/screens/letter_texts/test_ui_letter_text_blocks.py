"""Blocks of a Norwegian letter text are put in, taken out and moved, with the keyboard alone."""

from collections.abc import Callable

from letter_texts_page import card, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_history, texts_in_force
from hjemmebesok.ui.screens.letter_texts.screen import LetterTextsScreen

Alt, Key = Qt.KeyboardModifier.AltModifier, Qt.Key


def order(page: LetterTextsScreen) -> list[str]:
    return [each.block.id for each in page.middle.blocks.cards]


def saved(desk: Desk, language: str = "nb") -> list[str]:
    with desk.read() as reading:
        return [*texts_in_force(reading).source("information", language).blocks]


def go_into(page: LetterTextsScreen, block: str, qtbot: QtBot) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    card(page, block).words.setFocus()


def keys(page: LetterTextsScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as it comes from the keyboard: to the window, with its shortcuts, and so to what has the focus."""
    QTest.keyClick(page.window().windowHandle(), key, modifier)


def test_a_block_goes_up_and_down_by_keys_and_the_caret_with_it(
    page: LetterTextsScreen, desk: Desk, qtbot: QtBot
) -> None:
    before = order(page)
    go_into(page, "hva", qtbot)
    keys(page, Key.Key_Down, Alt)
    assert order(page)[1:5] == ["innledning", "hva-tekst", "hva", "hvem"]
    assert QApplication.focusWidget() is card(page, "hva").words
    keys(page, Key.Key_Up, Alt)
    keys(page, Key.Key_Up, Alt)
    assert order(page)[1:4] == ["hva", "innledning", "hva-tekst"]
    keys(page, Key.Key_Up, Alt)  # the title stays first
    assert order(page)[:2] == ["tittel", "hva"]
    assert saved(desk) == before
    page.bar.save.click()
    assert saved(desk) == saved(desk, "tr") == order(page)
    assert len(text_history(desk, "information", "nb")) == 1


def test_tab_follows_the_order_on_the_page(page: LetterTextsScreen, qtbot: QtBot) -> None:
    go_into(page, "hva", qtbot)
    keys(page, Key.Key_Down, Alt)
    keys(page, Key.Key_Tab)
    assert QApplication.focusWidget() is card(page, "hvem").words


def test_a_block_is_taken_out_when_asked_once_and_comes_back_when_dropped(
    page: LetterTextsScreen, desk: Desk, qtbot: QtBot, looked: Callable[[], str]
) -> None:
    go_into(page, "innledning", qtbot)
    page.middle.tools.take_out.click()
    assert "Skal «innledning» ut av brevet, også i oversettelsene?" in texts(page.middle.tools)
    page.middle.tools.no.click()
    assert "innledning" in order(page)
    card(page, "innledning").words.setPlainText("Noe annet.")
    keys(page, Key.Key_Delete, Alt)
    qtbot.waitUntil(page.middle.tools.yes.hasFocus)
    keys(page, Key.Key_Space)
    assert "innledning" not in order(page)
    assert QApplication.focusWidget() is card(page, "hva").words
    assert "Du leier bolig" not in looked()
    assert "innledning" in saved(desk)
    page.bar.drop.click()
    assert card(page, "innledning").words.value().startswith("Du leier bolig")
    go_into(page, "innledning", qtbot)
    page.middle.tools.take_out.click()
    page.middle.tools.yes.click()
    page.bar.save.click()
    for language in ("nb", "en", "tr"):
        assert "innledning" not in saved(desk, language)
    assert "feil" not in page.texts.item(2).text()


def test_a_new_block_is_seen_at_once_and_stops_the_translations_when_saved(
    page: LetterTextsScreen, desk: Desk, qtbot: QtBot, looked: Callable[[], str]
) -> None:
    go_into(page, "startlan", qtbot)
    keys(page, Key.Key_N, Alt)
    qtbot.waitUntil(lambda: page.middle.blocks.adding is not None)
    adding = page.middle.blocks.adding
    assert adding is not None
    assert QApplication.focusWidget() is adding.words
    assert adding.kind.value() == "- "  # as the one above it
    assert "{kommune}" in texts(adding)
    QTest.keyClicks(adding.words, "Du kan spare")
    press(adding, "Legg til")
    assert page.middle.blocks.adding is None
    assert order(page)[order(page).index("startlan") + 1] == "du-kan-spare"
    assert QApplication.focusWidget() is card(page, "du-kan-spare").words
    assert "Du kan spare" in looked()
    assert "1 avsnitt er ikke lagret" in texts(page.bar)
    page.bar.save.click()
    assert "Oversettelsen må følge med før brevet kan sendes på engelsk, tyrkisk." in texts(page.window())
    page.open("information/tr")
    assert looked() == "Rett det som er galt, så vises brevet her."
    assert "mangler «du-kan-spare»" in texts(card(page, "du-kan-spare"))


def test_nothing_is_said_to_be_saved_while_a_new_block_is_being_written(page: LetterTextsScreen, qtbot: QtBot) -> None:
    waiting = "Det nye avsnittet er ikke lagt til ennå."
    go_into(page, "hva", qtbot)
    page.middle.tools.add.click()
    adding = page.middle.blocks.adding
    assert adding is not None
    assert "Alt er lagret" in texts(page.bar)
    QTest.keyClicks(adding.words, "Du kan spare")
    assert waiting in texts(page.bar) and "Alt er lagret" not in texts(page.bar)
    QTest.keyClicks(card(page, "innledning").words, "!")
    assert "1 avsnitt er ikke lagret" in texts(page.bar) and waiting in texts(page.bar)
    page.bar.save.click()
    assert waiting in texts(page.bar)
    press(adding, "Avbryt")
    assert "Alt er lagret" in texts(page.bar)


def test_a_new_block_may_be_there_only_sometimes(page: LetterTextsScreen, desk: Desk, qtbot: QtBot) -> None:
    go_into(page, "ring", qtbot)
    page.middle.tools.add.click()
    adding = page.middle.blocks.adding
    assert adding is not None
    adding.when.set_value("!epost")
    adding.words.setPlainText("Vi har ikke e-post.")
    adding.add.click()
    assert "Står der bare når epost mangler" in texts(card(page, "vi-har-ikke-e-post"))


def test_words_that_are_no_block_are_said_to_be_so_and_stay(page: LetterTextsScreen, qtbot: QtBot) -> None:
    go_into(page, "hva", qtbot)
    page.middle.tools.add.click()
    adding = page.middle.blocks.adding
    assert adding is not None
    adding.add.click()
    assert "Skriv hva som skal stå der." in texts(adding)
    adding.words.setPlainText("Hei {")
    adding.add.click()
    assert "krøllparentes" in texts(adding)
    assert adding.words.value() == "Hei {"


def test_a_new_block_that_is_being_written_is_there_after_something_else_was_open(
    page: LetterTextsScreen, qtbot: QtBot
) -> None:
    go_into(page, "hva", qtbot)
    page.middle.tools.add.click()
    assert page.middle.blocks.adding is not None
    page.middle.blocks.adding.words.setPlainText("Halv")
    page.open("visit_notice/nb")
    assert page.middle.blocks.adding is None
    page.open("information/nb")
    adding = page.middle.blocks.adding
    assert adding is not None
    assert adding.words.value() == "Halv"
    page.refresh()
    assert page.middle.blocks.adding is adding
    go_into(page, "tolk", qtbot)
    page.middle.tools.add.click()
    adding = page.middle.blocks.adding
    assert (adding.value().after, adding.words.value()) == ("tolk", "Halv")
    press(adding, "Avbryt")
    page.open("visit_notice/nb")
    page.open("information/nb")
    assert page.middle.blocks.adding is None


def test_neither_a_translation_nor_the_letterhead_gets_other_blocks(page: LetterTextsScreen) -> None:
    assert page.middle.tools.isVisibleTo(page)
    for key in ("information/tr", "letterhead/nb"):
        page.open(key)
        assert not page.middle.tools.isVisibleTo(page)


def test_a_block_that_is_too_heavy_says_so_itself_and_that_it_is_advice(
    page: LetterTextsScreen, looked: Callable[[], str]
) -> None:
    hard = "Boligsosialt virkemiddelapparat samordnes gjennom tverrsektoriell kommunaløkonomisk planlegging. "
    card(page, "hva-tekst").words.setPlainText(hard * 4)
    assert "Boligsosialt" in looked()
    told = texts(card(page, "hva-tekst"))
    assert "Avsnittet er tungt å lese: lesbarhetstallet (LIX) er" in told
    assert "Dette er råd. Brevet kan brukes som det er." in told
    assert "Dette er råd" not in texts(card(page, "hvem-tekst"))


def test_the_page_passes_the_gate_with_a_new_block_and_with_a_question(
    page: LetterTextsScreen, looked: Callable[[], str], qtbot: QtBot, check_screen: Callable[..., None]
) -> None:
    page.open("day_plan/nb")  # the shortest
    go_into(page, "avtaler", qtbot)
    page.middle.tools.add.click()
    page.middle.tools.take_out.click()
    looked()
    check_screen(page.window(), [lambda: page.panes.choose(1)])
