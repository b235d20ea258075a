"""Photos on the screen: asked for first, taken in, described, chosen, removed and brought back, by keyboard too."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from visit_shown import Shown, leave, settle, type_in

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.photos import add_photo, choose_photo, describe_photo, listed_photos
from hjemmebesok.casework.visits import close_visit, save_answer
from hjemmebesok.domain.photo import CONSENT
from hjemmebesok.store import files
from hjemmebesok.ui.screens.visit.photo_row import PhotoRow
from hjemmebesok.ui.screens.visit.photos import PhotosCard

Show = Callable[[str], Shown]
SHOWS = "Et bad med sprekk i flisene"


def picture(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(out, "JPEG", comment=colour.encode())
    return out.getvalue()


@pytest.fixture
def agreed(desk: Desk, visit: str) -> str:
    """A visit at which the family has said yes to photos."""
    save_answer(desk, visit, CONSENT, True)
    return visit


@pytest.fixture
def taken(desk: Desk, agreed: str) -> str:
    """The same with one photo."""
    add_photo(desk, agreed, picture())
    return agreed


def card(shown: Shown) -> PhotosCard:
    shown.form("summary")
    return shown.screen.pages.photos


def only(shown: Shown) -> PhotoRow:
    (row,) = card(shown).rows.values()
    return row


def test_no_photo_before_the_family_has_been_asked(show: Show, visit: str) -> None:
    shown = show(visit)
    assert not card(shown).add.isVisible()
    assert not card(shown).acceptDrops()
    card(shown).ask.click()
    settle()
    assert shown.screen.pages.here == "consent"
    asked = shown.screen.pages.forms["consent"].asked[CONSENT]
    assert asked.isAncestorOf(QApplication.focusWidget())


def test_a_dropped_file_becomes_a_photo_and_what_is_none_is_told(
    show: Show, agreed: str, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = show(agreed)
    (tmp_path / "bad.jpg").write_bytes(picture())
    (tmp_path / "leie.pdf").write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("leie.pdf", "bad.jpg")])
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    card(shown).dropEvent(QDropEvent(QPoint(), Qt.DropAction.CopyAction, data, *nothing))
    qtbot.waitUntil(lambda: len(card(shown).rows) == 1)
    assert card(shown).problem_shown().startswith("leie.pdf: ")
    assert not only(shown).view.empty
    assert only(shown).view.accessibleName() == "Bilde uten beskrivelse"


def test_words_are_saved_when_their_field_is_left(show: Show, desk: Desk, taken: str) -> None:
    shown = show(taken)
    row = only(shown)
    type_in(row.shows, SHOWS)
    QTest.keyClick(row.shows, Qt.Key.Key_Tab)
    type_in(row.caption, "Badet")
    QTest.keyClick(row.caption, Qt.Key.Key_Tab)
    (photo,) = listed_photos(desk, taken)
    assert (photo.shows, photo.caption) == (SHOWS, "Badet")
    assert row.view.accessibleName() == SHOWS


def test_without_a_description_it_is_not_chosen_and_the_keyboard_goes_there(show: Show, desk: Desk, taken: str) -> None:
    shown = show(taken)
    row = only(shown)
    row.in_summary.click()
    settle()
    assert not row.in_summary.value()
    assert "hva bildet viser" in row.asked.problem_shown()
    assert QApplication.focusWidget() is row.shows
    type_in(row.shows, SHOWS)
    row.in_summary.click()
    assert row.in_summary.value()
    assert row.asked.problem_shown() == ""
    assert listed_photos(desk, taken)[0].in_summary


def test_a_removed_photo_comes_back(show: Show, desk: Desk, taken: str) -> None:
    photos = card(show(taken))
    (row,) = photos.rows.values()
    row.remove.click()
    settle()
    assert photos.rows == {}
    assert QApplication.focusWidget() is photos.undo
    assert listed_photos(desk, taken) == []
    QTest.keyClick(photos.undo, Qt.Key.Key_Space)
    settle()
    (row,) = photos.rows.values()
    assert not row.view.empty
    assert len(listed_photos(desk, taken)) == 1


def test_after_the_lock_photos_can_be_chosen_and_removed_but_not_added(show: Show, desk: Desk, taken: str) -> None:
    describe_photo(desk, listed_photos(desk, taken)[0].id, caption="", shows=SHOWS)
    close_visit(desk, taken)
    shown = show(taken)
    assert not card(shown).add.isVisible()
    only(shown).in_summary.click()
    assert listed_photos(desk, taken)[0].in_summary


def test_words_that_come_while_she_writes_others_stay(show: Show, desk: Desk, taken: str) -> None:
    shown = show(taken)
    row = only(shown)
    row.shows.setFocus(Qt.FocusReason.TabFocusReason)
    told = describe_photo(desk, row.id, caption="Badet", shows="")
    shown.window.changed.emit(told)
    type_in(row.shows, SHOWS)
    leave(row.shows)
    (photo,) = listed_photos(desk, taken)
    assert (photo.caption, photo.shows) == ("Badet", SHOWS)


def test_a_picture_that_has_not_come_says_so(show: Show, desk: Desk, taken: str) -> None:
    with desk.work() as work:
        files.forget(work.connection, listed_photos(desk, taken)[0].sha256)
    shown = show(taken)
    assert only(shown).view.empty
    only(shown).view.grab()


def test_photos_can_be_read_and_used_in_every_way(
    show: Show, desk: Desk, taken: str, check_screen: Callable[..., None]
) -> None:
    photo = listed_photos(desk, taken)[0]
    describe_photo(desk, photo.id, caption="Badet, med en lang bildetekst som fortsetter", shows=SHOWS)
    choose_photo(desk, photo.id, in_summary=True)
    shown = show(taken)
    card(shown)
    check_screen(shown.window)
