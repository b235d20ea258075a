"""The panel: what may fit, while it is being found out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from visit_shown import Shown, choose, settle, type_in

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
from hjemmebesok.casework.visits import save_answer
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.ui.screens.visit.looks import LOOKS
from hjemmebesok.ui.screens.visit.panel import Panel
from hjemmebesok.ui.widgets import WrapLabel

NBSP = "\u00a0"


def texts(shown: Shown) -> list[str]:
    """The order in which the conditions stand."""
    layout = shown.screen.frame.panel.view._findings
    rows = [layout.itemAt(index).widget() for index in range(layout.count())]
    return [row.head.code.text() if hasattr(row, "head") else "—" for row in rows]


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.fixture
def shown(show: Callable[[str], Shown], couple: str) -> Shown:
    return show(couple)


@pytest.fixture
def panel(shown: Shown) -> Panel:
    return shown.screen.frame.panel


def test_the_worked_example_stands_there_to_the_krone(panel: Panel) -> None:
    price = panel.view.price
    said = [plain(line.text()) for line in (price.largest, price.rest, price.available, price.total)]
    assert said == [
        "Største lån 1 845 000 kr",
        "Resten (7,8 % av prisen) 156 090 kr",
        "Igjen til lån hver måned 8 900 kr",
        "Pris med omkostninger 2 001 090 kr",
    ]
    assert [plain(cell[2].text()) for cell in panel.view.housing.bars._cells] == ["13 500 kr", "14 097 kr"]
    assert panel.buttons[LEIE_TIL_EIE].pill.text() == "Mangler 2 svar"


def test_what_needs_the_caseworker_stands_first(shown: Shown) -> None:
    assert texts(shown) == ["A3", "A11", "A5", "—", "A1", "A2", "A4", "A6", "A7", "A8", "A9", "A10"]


def test_it_follows_what_is_typed_before_the_field_is_left(shown: Shown, panel: Panel) -> None:
    livsopphold = shown.form("economy").asked["economy.livsopphold"].control
    type_in(livsopphold, "21 000")
    assert plain(panel.view.price.available.text()) == "Igjen til lån hver måned 6 900 kr"
    type_in(livsopphold, "21 000x")
    assert plain(panel.view.price.available.text()) == "Igjen til lån hver måned 8 900 kr", "the saved answer counts"


def test_an_answer_moves_its_condition_to_the_rest(shown: Shown, panel: Panel) -> None:
    choose(shown.form("economy").asked["economy.bank"].control, "refused")
    assert panel.view.rows["A3"].head.pill.text() == "OK"
    assert texts(shown)[0] == "A11"
    choose(shown.form("economy").asked["economy.bank"].control, "offered")
    assert panel.view.rows["A3"].head.pill.text() == "Ikke oppfylt"
    assert panel.buttons[LEIE_TIL_EIE].pill.text() == "Passer ikke"


def test_a_written_reason_settles_the_judgement(shown: Shown, panel: Panel) -> None:
    type_in(shown.form("economy").asked["economy.livsopphold_reason"].control, "Kontoutskrift for tre måneder")
    assert texts(shown).index("A5") > texts(shown).index("—")
    assert panel.view.rows["A5"].head.pill.text() == "Skjønn"


def test_a_missing_answer_leads_to_its_field(shown: Shown, panel: Panel) -> None:
    panel.view.rows["A3"].head.click()
    settle()
    bank = shown.screen.pages.forms["economy"].asked["economy.bank"].control
    assert shown.screen.pages.here == "economy"
    assert bank.isAncestorOf(shown.window.focusWidget())
    panel.view.rows["A5"].head.click()
    settle()
    assert shown.screen.pages.forms["economy"].asked["economy.livsopphold_reason"].control.hasFocus()


def test_each_condition_opens_for_its_reason_and_source_by_the_keyboard(shown: Shown, panel: Panel) -> None:
    for code, row in panel.view.rows.items():
        row.head.setFocus()
        QTest.keyClick(row.head, Qt.Key.Key_Space)
        settle()
        assert row.opened, code
        assert row.details is not None
        assert row.details.source.text().startswith("Kilde: ")
        assert row.details.reason.text()
        assert code in row.head.accessibleName()


def test_it_is_guidance_whatever_it_says(shown: Shown, panel: Panel) -> None:
    assert "Veiledende – ikke et vedtak" in [label.text() for label in panel.findChildren(WrapLabel)]
    assert panel.view._title.text() == "Drammens praksis for leie til eie (2011), versjon 1, 12. oktober 2026"
    assert "tinglysing" in panel.view._assumed.text(), "what was assumed is always shown"


def test_an_empty_form_asks_and_never_says_no(show: Callable[[str], Shown], visit: str) -> None:
    panel = show(visit).screen.frame.panel
    assert not panel.view.price.largest.isVisible()
    assert panel.view.price._ask.text() == "Hva kommer inn på konto hver måned?"
    assert [plain(cell[2].text()) for cell in panel.view.housing.bars._cells] == ["–", "–"]
    assert "Ikke oppfylt" not in {row.head.pill.text() for row in panel.view.rows.values()}


def test_sosialstonad_stays_visible_and_struck_through_and_the_sum_says_what_counts(shown: Shown) -> None:
    form = shown.form("economy")
    rows = form.lists["economy.income"].rows
    assert [row.cells["amount"].property("leftout") is True for row in rows.values()] == [False, False, False, True]
    assert plain(form._sum._total.text()) == "34 000 kr"
    assert [pill.text() for pill in form._sum._pills if pill.isVisible()] == ["Sosialstønad regnes ikke med."]
    choose(rows["4"].cells["type"], "annet")
    assert plain(form._sum._total.text()) == "37 200 kr"
    assert rows["4"].cells["amount"].property("leftout") is False


def test_folded_it_is_a_strip_with_counts_that_opens_over_the_form(shown: Shown) -> None:
    frame = shown.screen.frame
    assert not frame.folded
    shown.window.resize(1024, 600)
    settle()
    assert frame.folded and not frame.panel.isVisible()
    assert [pill.text() for pill in frame.strip.pills.values() if pill.isVisible()] == [
        "Leie til eie: Mangler",
        "Startlån: Mangler",
        "Tilskudd: Mangler",
    ]
    frame.strip.click()
    assert frame.panel.isVisible() and not shown.screen.pages.isVisible()
    QTest.keyClick(frame.strip, Qt.Key.Key_Escape)
    assert shown.screen.pages.isVisible()
    frame.strip.click()
    frame.panel.view.rows["A3"].head.click()
    settle()
    assert shown.screen.pages.isVisible() and shown.screen.pages.here == "economy"
    shown.window.resize(1366, 768)
    settle()
    assert frame.panel.isVisible() and shown.screen.pages.isVisible()


def test_a_form_that_is_shown_anew_is_not_left_under_an_open_panel(shown: Shown) -> None:
    shown.window.resize(1024, 600)
    settle()
    frame = shown.screen.frame
    frame.strip.click()
    frame.show_form(QWidget())
    assert not frame.strip.isChecked()
    assert not frame.panel.isVisible()


def test_the_steps_say_which_parts_are_done(shown: Shown, desk: Desk) -> None:
    steps = shown.screen.frame.steps
    assert steps._count.text() == "1 av 8 deler ferdig"
    assert steps.buttons["wishes"].accessibleName() == "Ønsker og mål, ferdig"
    for key in ("consent.informed", "consent.given", "consent.fagmote"):
        shown.window.changed.emit(save_answer(desk, shown.screen.model.id, key, False))
    settle()
    assert steps._count.text() == "2 av 8 deler ferdig"


def test_every_outcome_has_its_look() -> None:
    assert set(LOOKS) == set(Outcome)
