"""Every part of the visit, at the smallest window, in every language, size and colour."""

from collections.abc import Callable

from accessibility import problems
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from visit_shown import Shown, choose

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.visits import close_visit, keep_draft
from hjemmebesok.domain.kartlegging import SECTIONS

Show = Callable[[str], Shown]


def test_every_part_can_be_read_and_used(show: Show, couple: str, check_screen: Callable[..., None]) -> None:
    shown = show(couple)
    shown.form("consent")
    choose(shown.screen.pages.presence.interpreted, True)
    choose(shown.screen.pages.presence.interpreter.category, "")
    steps = shown.form("summary").lists["summary.steps"]
    steps.add.click()
    choose(next(iter(steps.rows.values())).cells["step"], "pay_slips")
    for row in shown.screen.frame.panel.view.rows.values():
        row.open()

    def panel() -> None:
        if shown.screen.frame.folded:
            shown.screen.frame.strip.click()

    check_screen(shown.window, [*(lambda to=each.id: shown.screen.go(to) for each in SECTIONS), panel])


def test_with_the_panel_beside_the_form_everything_has_its_room(show: Show, couple: str) -> None:
    shown = show(couple)
    wrong = []
    for section in SECTIONS:
        shown.form(section.id)
        wrong += [f"{section.id}: {problem}" for problem in problems(shown.window)]
    assert not shown.screen.frame.folded
    assert wrong == []


def test_what_is_wrong_and_what_was_removed_can_be_read(
    show: Show, desk: Desk, couple: str, check_screen: Callable[..., None]
) -> None:
    keep_draft(desk, couple, "economy.livsopphold", "nitten tusen kroner i måneden, mente de")
    keep_draft(desk, couple, "economy.income/2", {"type": "dagpenger", "amount": "vet ikke", "until": "2027-01-31"})
    shown = show(couple)
    shown.form("economy").lists["economy.income"].rows["3"].bin.click()
    check_screen(shown.window)


def test_a_locked_note_can_be_read(show: Show, desk: Desk, couple: str, check_screen: Callable[..., None]) -> None:
    close_visit(desk, couple)
    check_screen(show(couple).window)


def test_tab_goes_where_the_eye_goes(show: Show, couple: str) -> None:
    shown = show(couple)
    rows = shown.form("economy").lists["economy.income"]
    rows.add.click()
    assert list(rows.rows.values())[-1].cells["type"].hasFocus(), "one goes on where one has just made room"
    shown.screen.frame.steps.buttons["consent"].setFocus()
    order = []
    while not order or order[-1] is not shown.screen.frame.panel.view.rows["A10"].head:
        now = QApplication.focusWidget()
        assert now is not None and now not in order
        order.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    form = shown.screen.pages.forms["economy"]
    new_line = list(rows.rows.values())[-1]
    wanted = [
        shown.screen.frame.steps.buttons["summary"],
        *(row.cells["type"] for row in rows.rows.values()),
        new_line.cells["who"],
        new_line.bin,
        rows.add,
        form.asked["economy.livsopphold"].control,
        shown.screen.frame.bar.next,
        shown.screen.frame.panel.view.rows["A3"].head,
    ]
    assert sorted(wanted, key=order.index) == wanted
