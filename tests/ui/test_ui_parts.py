"""Text, buttons, long text, search, bars, rows and the focus ring."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import plain, speech
from hjemmebesok.ui.theme import colour, look
from hjemmebesok.ui.theme.focus_ring import _Ring
from hjemmebesok.ui.widgets import (
    Button,
    Card,
    CheckBox,
    ComparedBars,
    Field,
    Flow,
    IconButton,
    LongText,
    Part,
    PassphraseEdit,
    Pill,
    ScrollPage,
    SearchField,
    StackBar,
    SyncBox,
    SyncState,
    TextEdit,
    WrapLabel,
)

Settle = Callable[[], None]
LONG = "En setning som trenger flere linjer når det er trangt om plassen, og som aldri skal klippes"


def test_a_text_wraps_and_gives_the_room_back(settle: Settle) -> None:
    screen = QWidget()
    column = QVBoxLayout(screen)
    label = WrapLabel(plain(LONG))
    column.addWidget(label)
    column.addStretch(1)
    screen.resize(200, 400)
    screen.show()
    settle()
    narrow = label.height()
    assert narrow > 2 * label.fontMetrics().height()
    screen.resize(900, 400)
    settle()
    assert label.height() == label.fontMetrics().height()
    look.choose("light", 200)
    settle()
    look.choose("light", 100)
    settle()
    assert label.height() == label.fontMetrics().height()


def test_a_text_grows_when_its_words_do(settle: Settle) -> None:
    screen = QWidget()
    row = QHBoxLayout(screen)
    label = WrapLabel(plain("Kort"))
    row.addWidget(label)
    screen.resize(200, 30)
    screen.show()
    settle()
    label.say(plain(LONG))
    settle()
    assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize(
    "long", ["C:\\Users\\kari\\OneDrive-Eksempelkommune\\Dokumenter\\Leie til eie\\Brev", "x" * 200, "å" * 31 + "."]
)
def test_a_folder_whose_name_is_longer_than_any_word_wraps_too_and_says_the_same(long: str) -> None:
    label = WrapLabel(plain(f"De ligger i {long}"))
    assert label.minimumSizeHint().width() <= label.fontMetrics().horizontalAdvance("W" * 31)
    assert label.text().replace("\u200b", "") == f"De ligger i {long}"


def test_a_word_of_a_language_is_left_whole() -> None:
    assert WrapLabel(plain("boligsosialt utviklingsprogram 1\u00a0000\u00a0000\u00a0kr")).text().count("\u200b") == 0


def test_a_button_has_its_words_as_its_name_and_its_keys_in_the_tooltip() -> None:
    button = Button(N_("Lagre"), "primary", "check", "Ctrl+Return")
    assert (button.text(), button.accessibleName()) == ("Lagre", "Lagre")
    assert button.toolTip() == f"Lagre ({button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
    speech.choose("en")
    assert button.shortcut() == QKeySequence("Ctrl+Return")


def test_an_icon_alone_has_its_words_as_name_and_tooltip() -> None:
    button = IconButton(N_("Slett linjen"), "trash-2")
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Slett linjen", "Slett linjen")


def test_an_ampersand_in_a_name_is_shown() -> None:
    assert Button(plain("Berg & Dal")).text() == "Berg && Dal"


def test_a_pill_is_read_out_and_grows_with_its_word() -> None:
    pill = Pill(N_("OK"), "ok")
    before = pill.sizeHint().width()
    pill.show_status(N_("Mangler svar fra banken"), "warn")
    assert pill.accessibleName() == "Mangler svar fra banken"
    assert pill.sizeHint().width() > before


def test_long_text_grows_with_what_is_written_and_tab_leaves_it(settle: Settle) -> None:
    screen = QWidget()
    column = QVBoxLayout(screen)
    note, after = LongText(), TextEdit()
    told: list[str] = []
    note.edited.connect(told.append)
    for part in (note, after):
        column.addWidget(part)
    column.addStretch(1)
    screen.resize(300, 600)
    screen.show()
    screen.activateWindow()
    settle()
    before = note.height()
    note.setFocus()
    QTest.keyClicks(note, "ab")
    for _ in range(5):
        QTest.keyClick(note, Qt.Key.Key_Return)
    settle()
    assert note.height() > before
    assert told[:2] == ["a", "ab"]
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert note.value() == "ab\n\n\n\n\n"


def test_long_text_set_by_the_program_tells_nobody() -> None:
    note = LongText()
    told: list[str] = []
    note.edited.connect(told.append)
    note.set_value("Vil gjerne kjøpe")
    note.set_value(None)
    assert (told, note.value()) == ([], "")


def test_escape_empties_the_search_and_down_goes_to_the_list() -> None:
    search = SearchField(N_("Finn husstand"))
    told: list[str] = []
    downs: list[bool] = []
    search.edited.connect(told.append)
    search.down.connect(lambda: downs.append(True))
    search.show()
    QTest.keyClicks(search, "Yi")
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (told, downs) == (["Y", "Yi", ""], [True])


def test_a_passphrase_is_hidden_until_one_asks() -> None:
    edit = PassphraseEdit()
    edit.set_value("fjell om høsten")
    assert edit.line.displayText() != edit.value()
    edit._eye.click()
    assert edit.line.displayText() == "fjell om høsten"
    assert edit._eye.text() == "Skjul"
    edit.hide_again()
    assert edit.line.displayText() != edit.value()


def test_what_is_wrong_with_a_passphrase_is_told_where_one_types_it() -> None:
    edit = PassphraseEdit()
    field = Field(N_("Passfrase"), edit, N_("Minst 12 tegn."))
    assert edit.line.accessibleDescription() == "Minst 12 tegn."
    field.resize(300, 120)
    field.show()
    field.show_problem(N_("For kort."))
    assert edit.line.accessibleDescription() == "For kort."
    assert edit.line.grab().toImage().pixelColor(150, 0).name() == colour("bad").name()


def test_bars_are_drawn_to_the_same_scale() -> None:
    half, whole = StackBar([Part(50)], 100, 20), StackBar([Part(100)], 100, 20)
    assert [_width_of_ink(bar) for bar in (half, whole)] == pytest.approx([100, 200], abs=4)


def test_a_hatched_part_is_told_apart_without_its_colour() -> None:
    bar = StackBar([Part(1, hatched=True)], height=20)
    bar.resize(200, 20)
    image = bar.grab().toImage()
    seen = {image.pixelColor(x, 10).lightness() for x in range(20, 180)}
    assert min(seen) == colour("accent").lightness()
    assert max(seen) > 0.9 * colour("surface").lightness()


def _width_of_ink(bar: StackBar) -> int:
    bar.resize(200, 20)
    image = bar.grab().toImage()
    return sum(image.pixelColor(x, 10).name() == colour("accent").name() for x in range(image.width()))


def test_an_amount_that_is_not_known_has_no_bar() -> None:
    bars = ComparedBars([(N_("I dag"), Money.kroner(13500), "control"), (N_("Egen bolig"), None, "accent")])
    bars.show()
    said = [label.text() for label in bars.findChildren(WrapLabel)]
    assert said == ["I dag", "13\u00a0500\u00a0kr", "Egen bolig", "–"]


def test_a_row_goes_on_in_a_new_line_and_hidden_ones_take_no_room(settle: Settle) -> None:
    buttons = [Button(plain(name)) for name in ("Forrige", "Vis til familien", "Neste")]
    row = Flow(*buttons)
    row.resize(260, 400)
    row.show()
    settle()
    assert len({button.y() for button in buttons}) == 2
    buttons[1].hide()
    settle()
    assert buttons[0].y() == buttons[2].y()


def test_the_sync_box_says_all_and_folded_still_does_to_a_screen_reader() -> None:
    box = SyncBox()
    box.show_state(SyncState(online=False, unsent=3, needs_you=1))
    box.show()
    said = [label.text() for label in box.findChildren(WrapLabel) if label.isVisible()]
    assert said == ["Frakoblet", "3 endringer ikke sendt", "1 trenger deg", "Ikke i takt med serveren ennå"]
    box.fold(True)
    assert not any(label.isVisible() for label in box.findChildren(WrapLabel))
    assert box.accessibleName() == ". ".join(said)


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        (SyncState(online=True), "wifi"),
        (SyncState(online=True, unsent=3), "wifi"),
        (SyncState(online=True, needs_you=1), "circle-alert"),
        (SyncState(trouble="Serveren slipper ikke denne PC-en inn."), "circle-alert"),
    ],
)
def test_where_there_is_room_for_one_sign_it_is_that_somebody_is_needed(state: SyncState, sign: str) -> None:
    assert state.sign == sign


def test_photos_that_wait_are_not_called_changes() -> None:
    box = SyncBox()
    box.show_state(SyncState(online=True, photos=5))
    assert box.accessibleName().startswith("Tilkoblet. 5 bilder ikke sendt")
    box.show_state(SyncState(online=True, unsent=1, photos=1))
    assert "1 endring ikke sendt · 1 bilde ikke sendt" in box.accessibleName()


def test_a_pause_is_told_though_the_server_was_in_reach() -> None:
    box = SyncBox()
    box.show_state(SyncState(online=True, unsent=3, paused=True))
    assert box.accessibleName().startswith("På pause. 3 endringer ikke sendt")


def rings(window: QWidget) -> list[_Ring]:
    return [ring for ring in window.findChildren(_Ring) if ring.isVisible()]


def two_buttons() -> QWidget:
    screen = QFrame()
    column = QVBoxLayout(screen)
    for name in ("Ja", "Nei"):
        column.addWidget(Button(plain(name)))
    screen.show()
    screen.activateWindow()
    QApplication.processEvents()
    return screen


def test_the_ring_surrounds_what_the_keyboard_has_come_to(settle: Settle) -> None:
    screen = two_buttons()
    QTest.keyClick(screen, Qt.Key.Key_Tab)
    settle()
    (ring,) = rings(screen)
    focused = QApplication.focusWidget()
    assert ring.geometry().contains(focused.geometry())
    screen.resize(500, 300)
    settle()
    assert ring.geometry().contains(focused.geometry())


def test_a_click_draws_no_ring(settle: Settle) -> None:
    screen = two_buttons()
    button = screen.findChildren(Button)[1]
    place = button.mapTo(screen, QPoint(10, 10))
    QTest.mousePress(screen.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert button.hasFocus()
    assert rings(screen) == []
    QTest.mouseRelease(screen.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_ring_scrolls_with_its_page_and_goes_with_its_window(settle: Settle) -> None:
    page = ScrollPage()
    for place in range(20):
        page.body.addWidget(Button(plain(str(place))))
    page.resize(300, 300)
    page.show()
    page.activateWindow()
    settle()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
    settle()
    (ring,) = rings(page)
    focused = QApplication.focusWidget()
    at = focused.mapTo(page.viewport(), QPoint())
    assert page.viewport().rect().contains(at)
    assert ring.geometry().contains(at)
    page.close()
    page.deleteLater()
    settle()


def test_the_gallery_of_all_parts_passes_the_gate(check_screen: Callable[[QWidget], None]) -> None:
    page = ScrollPage()
    page.body.addWidget(
        Flow(*[Pill(N_("Mangler svar fra banken"), tone) for tone in ("ok", "warn", "bad", "info", "muted")])
    )
    card = Card(N_("Økonomi"))
    card.body.addWidget(Field(N_("Navn"), TextEdit(), N_("Står i brev og notater.")))
    card.body.addWidget(Field(N_("Hvorfor er dette nok til livsopphold?"), LongText()))
    card.body.addWidget(CheckBox(plain(LONG)))
    card.body.addWidget(Field(N_("Passfrase"), PassphraseEdit()))
    card.body.addWidget(WrapLabel(plain(LONG * 3)))
    card.body.addWidget(
        Flow(Button(N_("Lagre"), "primary", "check", "Ctrl+Return"), IconButton(N_("Slett"), "trash-2"))
    )
    card.body.addWidget(SearchField(N_("Finn husstand, adresse eller saksnummer")))
    page.body.addWidget(card)
    check_screen(page)
