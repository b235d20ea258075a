"""The panel's three sets of rules, what would turn their answers, and the questions that come up because of them."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest
from visit_shown import Shown, choose, leave, settle, type_in

from hjemmebesok.casework.assess import assess
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE, RULES
from hjemmebesok.casework.visits import close_visit, open_visit, save_answer
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.ui.screens.visit.age_edit import AgeEdit
from hjemmebesok.ui.screens.visit.panel import Panel

STARTLAN, TILSKUDD = RULES[1:]
FAMILY = {
    "household.members/00": {"who": "Mehmet Yılmaz", "age": 41, "loan": "applicant"},
    "household.members/01": {"who": "Ayşe Yılmaz", "age": 34, "loan": "co"},
    "household.members/02": {"who": "Can", "age": 5},
    "household.members/03": {"who": "Elif", "age": 9},
}


@pytest.fixture
def shown(show: Callable[[str], Shown], desk: Desk, couple: str) -> Shown:
    for key, line in FAMILY.items():
        save_answer(desk, couple, key, line)
    return show(couple)


@pytest.fixture
def panel(shown: Shown) -> Panel:
    return shown.screen.frame.panel


def advised(shown: Shown) -> None:
    """Wait until what would help has been worked out."""
    while shown.screen._at_rest.isActive():
        QTest.qWait(20)
    settle()


def test_all_three_are_seen_at_a_glance_and_one_is_opened(shown: Shown, panel: Panel) -> None:
    assert [button.pill.text()[:7] for button in panel.buttons.values()] == ["Mangler"] * 3
    assert panel.buttons[LEIE_TIL_EIE].isChecked() and set(panel.view.rows) == {f"A{n}" for n in range(1, 12)}
    panel.buttons[STARTLAN].click()
    assert set(panel.view.rows) == {f"B{n}" for n in range(1, 22)}
    assert [rules for rules, button in panel.buttons.items() if button.isChecked()] == [STARTLAN]
    panel.buttons[STARTLAN].click()
    assert panel.buttons[STARTLAN].isChecked(), "one is always open"
    assert not panel.views[LEIE_TIL_EIE].isVisible()


def test_the_panel_says_what_the_rules_say_while_one_types(shown: Shown, panel: Panel, desk: Desk) -> None:
    bank = shown.form("economy").asked["economy.bank"].control
    choose(bank, "offered")
    assert panel.buttons[STARTLAN].pill.text() == "Passer ikke"
    choose(bank, "refused")
    panel.go(STARTLAN)
    assert panel.verdict is not None
    assert panel.view.rows["B2"].head.pill.text() == "OK"
    assert assess(desk, shown.screen.model.id).outcome == panel._verdicts[LEIE_TIL_EIE].outcome


def test_a_condition_tells_what_it_rests_on_and_what_it_lacks(shown: Shown, panel: Panel) -> None:
    panel.view.rows["A6"].open()
    details = panel.view.rows["A6"].details
    assert details is not None
    assert "Bygger på: Inntekter" in details.rests_on.text()
    assert "Omkostninger er ikke oppgitt" in details.rests_on.text()
    assert not details.sums.lines.isVisible()
    details.sums.button.click()
    assert "Det trengs: 2\u00a0001\u00a0090\u00a0kr" in details.sums.lines.text()
    panel.view.rows["A3"].open()
    asked = panel.view.rows["A3"].details
    assert asked is not None and "Mangler: Svar fra banken" in asked.rests_on.text()
    panel.view.sums.button.click()
    assert "Igjen til lån hver måned: 8\u00a0900\u00a0kr" in panel.view.sums.lines.text()


def test_who_does_not_sign_is_struck_through_and_offered_as_a_co_borrower(
    shown: Shown, panel: Panel, desk: Desk
) -> None:
    alone = FAMILY["household.members/01"] | {"loan": "no"}
    shown.window.changed.emit(save_answer(desk, shown.screen.model.id, "household.members/01", alone))
    form = shown.form("economy")
    struck = [row.cells["amount"].property("leftout") is True for row in form.lists["economy.income"].rows.values()]
    assert struck == [False, True, True, True]
    panel.go(LEIE_TIL_EIE)
    advised(shown)
    said = [line.findChildren(type(panel.view._title))[0].text() for line in panel.view.remedies.lines]
    assert "Ayşe Yılmaz blir medlåner." in said
    type_in(form.asked["economy.other_expenses"].control, "1 000")
    assert not panel.view.remedies.isVisible(), "what helped before other facts were known is not said any more"
    advised(shown)
    assert panel.view.remedies.isVisible()


def test_a_temporary_income_has_its_later_beside_it_and_leads_to_where_it_is_written(
    shown: Shown, panel: Panel, desk: Desk
) -> None:
    line = {"type": "introduksjonsstonad", "who": "Mehmet", "amount": 2_240_000, "until": "2027-05-31"}
    shown.window.changed.emit(save_answer(desk, shown.screen.model.id, "economy.income/1", line))
    settle()
    advised(shown)
    drop = panel.view.drop
    assert drop.isVisible() and drop.later.text() == "Passer ikke"
    drop.ask.click()
    settle()
    assert shown.screen.pages.here == "economy"
    assert shown.screen.pages.forms["economy"].lists["economy.later"].add.hasFocus()


def test_a_reason_is_asked_for_when_the_rules_need_one_and_stays_once_it_is_written(shown: Shown, panel: Panel) -> None:
    loan = shown.form("loan")
    assert not loan.asked["loan.grant_reason"].isVisible()
    price = shown.form("wishes").asked["wishes.price"].control
    type_in(price, "3 500 000")
    leave(price)
    assert shown.form("loan").asked["loan.grant_reason"].isVisible()
    panel.view.rows["A7"].head.click()
    settle()
    written = loan.asked["loan.grant_reason"].control
    assert written.hasFocus()
    type_in(written, "Barnet trenger trappefri bolig.")
    leave(written)
    assert shown.answers["loan.grant_reason"] == "Barnet trenger trappefri bolig."
    panel.view.rows["A7"].open()
    details = panel.view.rows["A7"].details
    assert details is not None and "Barnet trenger trappefri bolig." in details.rests_on.text()
    type_in(shown.form("wishes").asked["wishes.price"].control, "1 000 000")
    assert shown.form("loan").asked["loan.grant_reason"].isVisible()


def test_the_seldom_asked_lie_behind_a_button(shown: Shown) -> None:
    form = shown.form("loan")
    assert form.now.further.isVisible() and "spørsmål til" in form.now.further.text()
    assert not form.asked["loan.wanted"].isVisible()
    form.now.further.click()
    settle()
    assert form.asked["loan.wanted"].isVisible() and not form.now.further.isVisible()
    assert not form.asked["loan.dwelling_reason"].isVisible(), "a question that cannot matter is not asked at all"


def test_what_comes_from_the_register_says_so_until_it_is_changed(shown: Shown) -> None:
    rent = shown.form("dwelling").asked["dwelling.rent"]
    assert rent._help.text() == "Fra leieregisteret."
    type_in(rent.control, "13 000")
    leave(rent.control)
    shown.screen.refresh(None)
    assert not rent._help.isVisible()


def test_only_the_sifo_table_asks_for_what_only_it_needs(shown: Shown) -> None:
    rows = shown.form("household").lists["household.members"].rows
    assert not any(row.cells["sex"].isVisible() for row in rows.values())
    choose(shown.form("economy").asked["economy.livsopphold_basis"].control, "sifo")
    shown.form("household")
    assert all(row.cells["sex"].isVisible() for row in rows.values())


def test_a_locked_note_is_shown_by_the_rules_it_was_closed_with(
    show: Callable[[str], Shown], desk: Desk, couple: str
) -> None:
    close_visit(desk, couple)
    assert open_visit(desk, couple).visit.rules
    shown = show(couple)
    assert "versjon 1, 12. oktober 2026" in shown.screen.frame.panel.view._title.text()
    assert not shown.form("loan").now.further.isVisible()


@pytest.mark.parametrize(
    ("typed", "value", "shown_as"),
    [
        ("36", 36, "36 år"),
        ("1 år", 1, "1 år"),
        ("07.03.1990", date(1990, 3, 7), "07.03.1990"),
        ("7/3-1990", date(1990, 3, 7), "07.03.1990"),
        ("121", None, "121"),
        ("7.3.48", None, "7.3.48"),
        ("gammel", None, "gammel"),
    ],
)
def test_an_age_can_be_told_in_years_or_as_a_birth_date(
    qapp: object, typed: str, value: int | date | None, shown_as: str
) -> None:
    edit = AgeEdit()
    edit.set_typed(typed)
    assert (edit.value(), edit.text()) == (value, shown_as)
    assert (edit.problem() is None) == (value is not None)
    if value is None:
        with pytest.raises(Refused):
            edit.read(typed)
