"""Signing on the screen: of their own will, with the mouse or on paper, and told of when the note is another one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading import texts
from visit_shown import Shown, choose, settle, type_in

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.signing import Signed, sign_visit, signatures_of
from hjemmebesok.casework.visits import close_visit, correct_visit, save_answer, save_presence
from hjemmebesok.domain.signature import HEIGHT, WIDTH, Signer, Strokes
from hjemmebesok.ui.screens.visit.signature_pad import SignaturePad
from hjemmebesok.ui.screens.visit.signing import SigningCard

Show = Callable[[str], Shown]
WRITTEN: Strokes = (((80, 200), (140, 60), (200, 210), (260, 90)), ((90, 150), (250, 140)))
CHANGED = "Endret etter signering. Underskriften blir ikke med i oppsummeringen."


def card(shown: Shown) -> SigningCard:
    shown.form("summary")
    return shown.screen.pages.signing


def draw(pad: SignaturePad, *places: tuple[float, float]) -> None:
    """A line with the mouse, between places given as shares of the field."""
    points = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
        QApplication.processEvents()
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def begin(shown: Shown) -> SigningCard:
    """Choose the screen, and draw a name."""
    found = card(shown)
    choose(found.way, True)
    draw(found.pad, (0.1, 0.7), (0.2, 0.2), (0.3, 0.7), (0.5, 0.3))
    return found


def kept(desk: Desk, visit: str) -> list[Signed]:
    return signatures_of(desk, visit)


def test_it_is_signed_on_paper_unless_somebody_chooses_otherwise(show: Show, visit: str) -> None:
    found = card(show(visit))
    assert found.way.value() is False
    assert not found.pad.isVisible() and not found.keep.isVisible()
    assert "Oppsummeringen får linjer til å skrive under på." in texts(found)
    assert "Det er frivillig å signere." in texts(found)
    assert "ikke en kvalifisert elektronisk signatur" in texts(found)


def test_what_is_drawn_is_kept_with_the_name_chosen(show: Show, desk: Desk, visit: str) -> None:
    found = begin(show(visit))
    choose(found.who, "home:Ayşe Yılmaz")
    found.keep.click()
    settle()
    (only,) = kept(desk, visit)
    assert (only.signature.name, only.signature.signer, only.stands) == ("Ayşe Yılmaz", Signer.HOME, True)
    ((first, *_, last),) = only.signature.strokes
    near = WIDTH // 50
    assert abs(first[0] - WIDTH // 10) < near and abs(last[0] - WIDTH // 2) < near
    assert abs(first[1] - HEIGHT * 7 // 10) < near
    assert "Ayşe Yılmaz, 12. oktober 2026 kl." in texts(found)
    assert "Gjelder notatet slik det står." in texts(found)
    assert found.pad.strokes == () and found.way.value() is False
    assert "Familien har signert, så oppsummeringen får ingen linjer" in texts(found)


def test_whoever_signs_next_is_offered_another_name_so_that_no_signature_takes_anothers_place(
    show: Show, desk: Desk, visit: str
) -> None:
    shown = show(visit)
    offered = card(shown)._offered
    for signer, name in offered:
        begin(shown).keep.click()
        settle()
        assert (kept(desk, visit)[-1].signature.signer, kept(desk, visit)[-1].signature.name) == (signer, name)
    assert len(kept(desk, visit)) == len(offered) > 1
    assert card(show(visit)).who.value() == card(shown).who.value()


def test_what_is_drawn_is_nobody_elses_when_its_name_is_not_there_any_more(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    found = begin(shown)
    save_presence(desk, visit, ("Kari Nordmann",), ("Fatma Kaya",), None)
    shown.screen.refresh(None)
    settle()
    assert (found.who.value(), bool(found.pad.strokes)) == ("", True)
    found.keep.click()
    settle()
    assert kept(desk, visit) == []


def test_a_visit_is_not_ended_over_a_signature_that_is_drawn_and_not_kept(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    found = begin(shown)
    shown.screen.pages.closing_card.button.click()
    settle()
    assert not shown.stored.locked and found.keep.hasFocus()
    assert found.problem_shown() == "Underskriften er ikke tatt i bruk ennå. Bruk den, eller tøm feltet."
    found.keep.click()
    settle()
    shown.screen.pages.closing_card.button.click()
    settle()
    assert shown.stored.locked and [each.stands for each in kept(desk, visit)] == [True]


def test_a_line_without_points_from_elsewhere_is_shown_as_none(show: Show, desk: Desk, visit: str) -> None:
    sign_visit(desk, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    with desk.work() as work:
        work.put(replace(kept(desk, visit)[0].signature, strokes=((), *WRITTEN)))
    (row,) = card(show(visit)).rows
    row.grab()
    assert CHANGED in texts(row)


def test_an_empty_field_is_no_signature_and_a_full_one_can_be_emptied(show: Show, desk: Desk, visit: str) -> None:
    found = begin(show(visit))
    assert found.clear.isEnabled()
    found.clear.click()
    assert found.pad.strokes == () and not found.clear.isEnabled()
    found.keep.click()
    assert found.problem_shown() == "Skriv navnet i feltet først."
    draw(found.pad, (0.1, 0.5), (0.6, 0.5))
    assert found.problem_shown() == ""
    assert kept(desk, visit) == []


def test_a_line_that_leaves_the_field_stops_at_its_edge(show: Show, visit: str) -> None:
    found = card(show(visit))
    choose(found.way, True)
    draw(found.pad, (0.5, 0.5), (1.4, 0.5), (1.4, 1.9))
    assert found.pad.strokes[0][-1] == (WIDTH, HEIGHT)


def test_what_was_typed_last_is_saved_before_it_is_signed(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    type_in(shown.form("summary").asked["summary.note"].control, "Vil eie på Fjell")
    begin(shown).keep.click()
    settle()
    assert shown.answers["summary.note"] == "Vil eie på Fjell"
    assert [each.stands for each in kept(desk, visit)] == [True]


def test_what_cannot_be_read_must_be_mended_before_it_is_signed(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    type_in(shown.form("economy").asked["economy.livsopphold"].control, "mye")
    found = begin(shown)
    found.keep.click()
    settle()
    assert found.problem_shown() == "«Livsopphold» er ikke lagret ennå. Gå til feltet og rett det først."
    assert kept(desk, visit) == [] and found.pad.strokes


def test_a_note_that_is_changed_afterwards_says_so(show: Show, visit: str) -> None:
    shown = show(visit)
    begin(shown).keep.click()
    settle()
    assert CHANGED not in texts(card(shown))
    note = shown.form("summary").asked["summary.note"].control
    type_in(note, "Vil leie videre")
    shown.screen.saver.settle()
    settle()
    assert CHANGED in texts(card(shown))


def test_one_that_is_removed_can_be_brought_back(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    sign_visit(desk, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    shown.screen.refresh(None)
    found = card(shown)
    found.rows[0].remove.click()
    settle()
    assert kept(desk, visit) == [] and found.rows == []
    assert found.undo.hasFocus()
    found.undo.click()
    settle()
    assert [each.stands for each in kept(desk, visit)] == [True]
    assert not found.undo.isVisible()


def test_the_visit_ends_without_it_and_can_be_signed_when_it_is_locked(show: Show, desk: Desk, visit: str) -> None:
    shown = show(visit)
    shown.form("summary")
    shown.screen.pages.closing_card.button.click()
    settle()
    assert shown.stored.locked
    begin(shown).keep.click()
    settle()
    assert [each.stands for each in kept(desk, visit)] == [True]


def test_a_correction_is_not_signed(show: Show, desk: Desk, visit: str) -> None:
    sign_visit(desk, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    close_visit(desk, visit)
    assert card(show(correct_visit(desk, visit).made)).rows == []


def test_tab_goes_past_the_field_and_on(show: Show, visit: str) -> None:
    shown = show(visit)
    found = card(shown)
    found.way._segments[False].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(found.way._segments[False], Qt.Key.Key_Right)
    assert found.way.value() is True
    settle()
    stops: list[QWidget] = []
    while not stops or stops[-1] is not shown.screen.pages.closing_card.button:
        now = QApplication.focusWidget()
        assert now is not None and now not in stops
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert [each for each in stops if each in (found.who, found.keep)] == [found.who, found.keep]
    assert found.pad not in stops
    assert found.pad.accessibleName() == "Felt for underskrift"
    assert "«Signeres på papir»" in found.pad.accessibleDescription()


def test_signing_can_be_read_and_used(show: Show, desk: Desk, visit: str, check_screen: Callable[..., None]) -> None:
    sign_visit(desk, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    save_answer(desk, visit, "summary.note", "Vil eie på Fjell")
    sign_visit(desk, visit, Signer.MUNICIPALITY, "Kari Nordmann", WRITTEN)
    shown = show(visit)
    found = begin(shown)
    found.show_problem("Skriv navnet i feltet først.")
    check_screen(shown.window)


def test_the_field_comes_into_sight_when_it_is_chosen(show: Show, visit: str, qtbot: QtBot) -> None:
    found = card(show(visit))
    choose(found.way, True)
    qtbot.waitUntil(lambda: found.keep.visibleRegion().boundingRect().height() == found.keep.height())
    assert not found.pad.visibleRegion().isEmpty()
