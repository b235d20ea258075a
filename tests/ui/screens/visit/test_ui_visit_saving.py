"""Saving: a keystroke is kept at once, an answer when its field is left, and nothing typed is ever lost."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from visit_shown import Shown, choose, leave, settle, type_in

from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.visits import PRESENCE, keep_draft, open_visit, save_answer
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.widgets import WrapLabel

Show = Callable[[str], Shown]


@pytest.fixture
def shown(show: Show, visit: str) -> Shown:
    return show(visit)


def test_a_planned_visit_is_started_by_opening_it(show: Show, desk: Desk, planned: str) -> None:
    show(planned)
    assert open_visit(desk, planned).visit.status is VisitStatus.STARTED


def test_each_keystroke_is_kept_before_the_field_is_left(shown: Shown) -> None:
    field = shown.form("economy").asked["economy.livsopphold"].control
    field.setFocus()
    kept = []
    for key in "1900":
        QTest.keyClick(field, key)
        kept.append(shown.stored.drafts["economy.livsopphold"])
    assert kept == [100, 1900, 19_000, 190_000]
    assert "economy.livsopphold" not in shown.answers
    leave(field)
    assert shown.stored.drafts == {}
    assert shown.answers["economy.livsopphold"] == 190_000
    assert field.text() == "1\u00a0900\u00a0kr"


def test_a_field_at_rest_is_saved_without_being_left(shown: Shown) -> None:
    field = shown.form("economy").asked["economy.livsopphold"].control
    type_in(field, "19 000")
    shown.screen.saver._rest.timeout.emit()
    settle()
    assert shown.answers["economy.livsopphold"] == 1_900_000
    assert field.text() == "19 000", "what is being typed must not be changed under the hand"


def test_what_is_no_amount_stays_as_it_was_typed_under_one_sentence(shown: Shown) -> None:
    asked = shown.form("economy").asked["economy.livsopphold"]
    type_in(asked.control, "nitten tusen")
    leave(asked.control)
    assert (asked.control.text(), asked.problem_shown()) == ("nitten tusen", "«nitten tusen» er ikke et beløp.")
    assert shown.stored.drafts == {"economy.livsopphold": "nitten tusen"}
    type_in(asked.control, "19 000")
    leave(asked.control)
    assert asked.problem_shown() == ""
    assert shown.answers["economy.livsopphold"] == 1_900_000


def test_an_amount_that_is_too_large_is_refused_in_the_words_of_the_form(shown: Shown) -> None:
    asked = shown.form("economy").asked["economy.savings"]
    type_in(asked.control, "-5")
    leave(asked.control)
    assert asked.problem_shown() == "«Oppsparte penger» må være fra 0 kr til 100\u00a0000\u00a0000\u00a0kr."
    shown.screen.refresh(None)
    assert asked.problem_shown(), "it stands until it is mended"


def test_an_answer_is_taken_back_by_emptying_the_field(shown: Shown) -> None:
    field = shown.form("dwelling").asked["dwelling.rent"].control
    type_in(field, "")
    leave(field)
    assert "dwelling.rent" not in shown.answers


def test_after_a_crash_everything_typed_stands_where_it_was(show: Show, desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "economy.livsopphold", "19 00x")
    keep_draft(desk, visit, "economy.other_expenses", 90_000)
    keep_draft(desk, visit, "economy.income/7", {"type": "lonn_fast", "amount": "22 4x"})
    keep_draft(desk, visit, PRESENCE, {"present": ["Ayşe Yılmaz"], "interpreted": True, "name": "T-1"})
    shown = show(visit)
    form = shown.form("economy")
    assert form.asked["economy.livsopphold"].control.text() == "19 00x"
    assert form.asked["economy.livsopphold"].problem_shown()
    assert form.asked["economy.other_expenses"].control.text() == "900\u00a0kr"
    row = form.lists["economy.income"].rows["7"]
    assert (row.cells["type"].value(), row.cells["amount"].text()) == ("lonn_fast", "22 4x")
    assert row.problem_shown() == "«22 4x» er ikke et beløp."
    presence = shown.screen.pages.presence
    assert presence.who().present == ("Ayşe Yılmaz",)
    assert presence.interpreter.name.text() == "T-1"
    shown.screen.saver.rested()
    assert shown.answers["economy.other_expenses"] == 90_000


def test_a_removed_line_comes_back_as_it_was(show: Show, couple: str) -> None:
    shown = show(couple)
    rows = shown.form("economy").lists["economy.income"]
    rows.rows["2"].bin.click()
    assert "economy.income/2" not in shown.answers
    assert rows._undo._words.text() == "Fjernet: Lønn, deltid"
    rows._undo.button.click()
    assert shown.answers["economy.income/2"]["amount"] == 757_600
    assert rows.rows["2"].cells["who"].text() == "Ayşe"


def test_a_line_nobody_has_typed_in_is_nowhere(shown: Shown) -> None:
    rows = shown.form("economy").lists["economy.debts"]
    rows.add.click()
    leave(next(iter(rows.rows.values())).cells["creditor"])
    assert not shown.stored.drafts
    assert not [key for key in shown.answers if key.startswith("economy.debts/")]


def test_the_foot_says_when_something_last_reached_the_disk(shown: Shown) -> None:
    line = shown.screen.frame.bar.status._line
    assert line.text() == "Alt er lagret her"
    type_in(shown.form("economy").asked["economy.livsopphold"].control, "1")
    assert line.text() == "Lagret her kl. 10:42"


def test_a_colleagues_answer_comes_in_and_leaves_what_is_being_typed(shown: Shown, desk: Desk) -> None:
    form = shown.form("economy")
    typing = form.asked["economy.livsopphold"].control
    type_in(typing, "19 0")
    shown.window.changed.emit(save_answer(desk, shown.screen.model.id, "economy.other_expenses", 90_000))
    settle()
    assert form.asked["economy.other_expenses"].control.text() == "900\u00a0kr"
    assert typing.text() == "19 0"


def test_who_was_there_is_kept_and_saved(shown: Shown) -> None:
    shown.form("consent")
    presence = shown.screen.pages.presence
    choose(presence.ticks["Ayşe Yılmaz"], True)
    type_in(presence.others, "Defne, Ali")
    choose(presence.interpreted, True)
    type_in(presence.interpreter.name, "T-17")
    choose(presence.interpreter.category, "")
    assert shown.stored.drafts[PRESENCE]["others"] == "Defne, Ali"
    shown.screen.go("household")
    settle()
    assert presence._problem.label.text() == "Skriv hvorfor det ikke er en tolk fra Nasjonalt tolkeregister."
    shown.screen.look_at(PRESENCE)
    type_in(presence.interpreter.reason, "Ingen ledig")
    choose(presence.interpreter.attends, "phone")
    shown.screen.go("household")
    settle()
    noted = shown.stored.visit
    assert noted.present == ("Ayşe Yılmaz", "Defne", "Ali")
    assert noted.interpreter is not None
    assert (noted.interpreter.name, noted.interpreter.reason) == ("T-17", "Ingen ledig")
    assert (noted.interpreter.language, noted.interpreter.attends) == ("tr", "phone")
    assert "tolk på telefon" in shown.screen.frame.header._facts["languages"].label.text()


def test_an_interpreter_half_filled_in_is_not_complained_about_while_one_is_at_it(shown: Shown) -> None:
    shown.form("consent")
    presence = shown.screen.pages.presence
    choose(presence.interpreted, True)
    leave(presence.interpreted)
    shown.screen.saver.rested()
    assert not presence._problem.isVisible()
    assert any("Barn skal aldri tolke" in label.text() for label in presence.findChildren(WrapLabel))


def test_a_protected_address_is_not_shown(show: Show, desk: Desk, visit: str) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), protection=Protection.FORTROLIG))
    shown = show(visit)
    texts = [label.text() for label in shown.screen.findChildren(WrapLabel)]
    assert "Fortrolig adresse" in texts
    assert not any("Fjellåsen" in text for text in texts)


def test_locking_the_window_saves_what_was_typed(shown: Shown) -> None:
    visit, folder = shown.screen.model.id, shown.desk.store.folder
    type_in(shown.form("summary").asked["summary.note"].control, "Vil eie på Fj")
    shown.window.lock()
    with closing(open_desk(folder, "fjell om høsten")) as desk:
        form = open_visit(desk, visit).form
        assert form is not None
        assert form.answers["summary.note"] == "Vil eie på Fj"


def test_going_elsewhere_saves_what_a_crash_had_left_as_drafts(show: Show, desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "economy.other_expenses", 90_000)
    shown = show(visit)
    shown.window.go("settings")
    assert shown.answers["economy.other_expenses"] == 90_000
    assert not shown.screen.saver._rest.isActive()


def test_a_name_of_the_household_is_offered_and_any_other_can_be_typed(shown: Shown) -> None:
    rows = shown.form("economy").lists["economy.income"]
    rows.add.click()
    ((line_id, row),) = rows.rows.items()
    who = row.cells["who"]
    type_in(who, "M")
    assert [who._names.completionModel().index(0, 0).data()] == ["Mehmet"]
    who._names.activated.emit("Mehmet")
    assert shown.stored.drafts[f"economy.income/{line_id}"] == {"who": "Mehmet"}
    type_in(who, "Naboen")
    leave(who)
    assert shown.answers[f"economy.income/{line_id}"] == {"who": "Naboen"}


def test_the_keys_lead_through_the_form(shown: Shown, qtbot: QtBot) -> None:
    shown.form("consent")
    QTest.keyClick(shown.screen, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown.screen.pages.here == "household"
    QTest.keyClick(shown.screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown.screen.pages.here == "dwelling")  # Qt lets a button be seen going down
    QTest.keyClick(shown.screen, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.screen.pages.here == "household"


def test_the_whole_screen_follows_the_language(shown: Shown, marked: None) -> None:
    speech.choose("tr")
    settle()
    untranslated = {
        label.text()
        for label in shown.screen.findChildren(WrapLabel)
        if label.isVisible() and not label.text().startswith(("tr:", "Ayşe", "Mehmet", "Fjellåsen", "Hund", "A"))
    }
    assert untranslated == set()
