"""What is shown to the family: their language, no name, no code, and the visit as it was left when it is closed."""

from collections.abc import Callable

import pytest
from disagreeing import disagree
from visit_shown import Shown, settle

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.visits import save_answer
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.screens.family.screen import FamilyScreen
from hjemmebesok.ui.widgets import WrapLabel

Show = Callable[[str], Shown]


def family(shown: Shown) -> FamilyScreen:
    """The page, by its button."""
    shown.screen.frame.bar.family.click()
    settle()
    assert shown.window.house is not None
    page = shown.window.house.pages.currentWidget()
    assert isinstance(page, FamilyScreen)
    return page


def texts(page: FamilyScreen) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in page.findChildren(WrapLabel) if label.isVisible()]


@pytest.fixture
def shown(show: Show, couple: str) -> Shown:
    return show(couple)


def test_it_speaks_their_language_and_the_rest_of_the_program_its_own(shown: Shown) -> None:
    page = family(shown)
    assert speech.language.code == "tr"
    page.language._segments["en"].click()
    assert speech.language.code == "en"
    page.close_button.click()
    assert speech.language.code == "nb"
    assert shown.screen.isVisible()


def test_it_stands_alone_and_names_nobody_and_no_condition(shown: Shown) -> None:
    page = family(shown)
    assert shown.window.house is not None
    assert not shown.window.house.navigation.isVisible()
    said = " ".join(texts(page))
    for word in ("Yılmaz", "Fjellåsen", "A3", "A11", "Hund"):
        assert word not in said
    page.close_button.click()
    assert shown.window.house.navigation.isVisible()


def test_the_bars_are_told_in_words_and_have_one_scale(shown: Shown) -> None:
    page = family(shown)
    page.language._segments["nb"].click()
    said = texts(page)
    for words in ("13 500 kr", "14 100 kr", "Husleie 12 600 kr", "Strøm 900 kr", "Lån 8 900 kr"):
        assert words in said
    assert "Dere betaler omtrent 600 kr mer i måneden enn i dag." in said
    assert page.costs.today._bar._largest == page.costs.own._bar._largest == 1_410_000


def test_less_than_today_is_said_as_less(shown: Shown, desk: Desk) -> None:
    save_answer(desk, shown.screen.model.id, "dwelling.rent", 1_500_000)
    page = family(shown)
    page.language._segments["nb"].click()
    assert "Dere betaler omtrent 1 800 kr mindre i måneden enn i dag." in texts(page)


def test_what_is_not_known_leaves_no_empty_bar(show: Show, visit: str) -> None:
    page = family(show(visit))
    page.language._segments["nb"].click()
    assert not page.costs.own.isVisible()
    assert "Vi mangler noen svar før vi kan regne på egen bolig." in texts(page)


def test_it_can_be_read_and_used(show: Show, desk: Desk, couple: str, check_screen: Callable[..., None]) -> None:
    save_answer(desk, couple, "summary.steps/1", {"step": "pay_slips", "months": 3, "due": "2026-10-19"})
    shown = show(couple)
    family(shown)
    check_screen(shown.window)


def test_the_page_says_quietly_that_an_answer_has_two_values(shown: Shown, desk: Desk) -> None:
    visit = shown.stored.visit
    disagree(desk, visit.kartlegging, "kartlegging", "economy.livsopphold", 1_900_000, 2_100_000, case=visit.case)
    page = family(shown)
    speech.choose("nb")
    assert [text for text in texts(page) if text.startswith("To har skrevet ulikt i «Livsopphold»")]
