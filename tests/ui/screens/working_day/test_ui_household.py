"""Households: found among all, and the story of one with the fields that have two values."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from disagreeing import disagree
from monday import HIDDEN, TODAY, at, put_meeting, words_on
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework import talks
from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.visits import close_visit, plan_visit, start_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.protection import Protection
from hjemmebesok.store import replica
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.households import found
from hjemmebesok.ui.screens.households.found import FoundHouseholds
from hjemmebesok.ui.screens.households.household import HouseholdScreen
from hjemmebesok.ui.screens.households.screen import HouseholdsScreen
from hjemmebesok.ui.screens.households.story import events
from hjemmebesok.ui.window import MainWindow


def shown(window: MainWindow, household: str) -> HouseholdScreen:
    page = window.go("household", household)
    assert isinstance(page, HouseholdScreen)
    return page


def phone_of(desk: Desk, household: str) -> str:
    return next(each.phone for each in open_household(desk, household).card.persons if each.id == f"{household}-p")


def test_a_long_list_reads_the_cards_in_sight_only(desk: Desk) -> None:
    with desk.work() as work:
        for number in range(600):
            work.put(Household(id=f"x{number:03}", case=f"x{number:03}", name=f"Grace Okafor {number:03}"))
    model = FoundHouseholds(desk)
    model.search("okafor")
    assert (model.rowCount(), model.cut) == (found.STEP, True)
    model.data(model.index(0))
    assert len(model._pages) == 1
    model.show_more()
    assert (model.rowCount(), model.cut) == (600, False)
    assert model.data(model.index(599)) == "Grace Okafor 599"


def test_the_arrows_move_through_the_list_while_one_types(window: MainWindow) -> None:
    page = window.go("households")
    assert isinstance(page, HouseholdsScreen)
    QTest.keyClicks(page.finder.field, "fjell")
    assert page.finder.model.rowCount() == 2
    QTest.keyClick(page.finder.field, Qt.Key.Key_Down)
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    current: QWidget = window.house.pages.currentWidget()  # type: ignore[union-attr]  # it is open
    assert isinstance(current, HouseholdScreen)
    assert "Mariam Haidari" in words_on(current)


def test_a_story_that_has_not_begun_has_nothing_older(window: MainWindow) -> None:
    assert "Vis eldre" not in words_on(shown(window, "h1"))


def test_a_protected_address_is_seen_by_her_who_asks_and_covered_when_she_leaves(window: MainWindow) -> None:
    page = shown(window, HIDDEN.id)
    assert "Tunveien" not in words_on(page)
    page.protection.look.click()
    assert "Tunveien 5" in words_on(page)
    page.refresh()
    assert "Tunveien 5" in words_on(page), "a round with the server does not take it away"
    window.go("households")
    assert "Tunveien" not in words_on(shown(window, HIDDEN.id))
    page.protection.look.click()
    assert "Tunveien" not in words_on(shown(window, "h1"))
    assert not page.protection.look.isVisible()


def test_a_household_that_wants_no_contact_is_left_alone_until_it_does(desk: Desk, window: MainWindow) -> None:
    page = shown(window, "h1")
    page.contact.reserved.click()
    assert open_household(desk, "h1").card.household.reserved
    assert "har bedt om ikke å bli kontaktet" in words_on(page.protection)
    page.contact.reserved.click()
    assert not open_household(desk, "h1").card.household.reserved
    assert not page.protection.isVisible()


def test_a_row_is_read_aloud_with_where_and_who(desk: Desk) -> None:
    model = FoundHouseholds(desk)
    model.search("liv")
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Liv Strand · Fortrolig adresse · 1 voksen · norsk"


def test_nothing_found_says_so(window: MainWindow) -> None:
    page = window.go("households")
    assert isinstance(page, HouseholdsScreen)
    QTest.keyClicks(page.finder.field, "zzz")
    assert "Ingen treff på «zzz»." in words_on(page)


def test_the_page_tells_who_they_are_and_how_they_live(desk: Desk, window: MainWindow) -> None:
    words = words_on(shown(window, "h1"))
    for part in (
        "Ayşe og Mehmet Yılmaz", "Kontrakt til 30. april 2027", "2 voksne, Defne (9)", "Tyrkisk", "Fjellåsen 14, H0302",
        "000 00 101", "12\u00a0600\u00a0kr", "Gitt 5. okt.",
    ):  # fmt: skip
        assert part in words, part


def test_the_story_is_told_newest_first(desk: Desk) -> None:
    first = plan_visit(desk, "h1", at(9)).made
    start_visit(desk, first)
    close_visit(desk, first)
    second = plan_visit(desk, "h1", at(15)).made
    with desk.work() as work:
        work.put(FollowUp(id="f1", case="h1", step="lease", done_on=date(2026, 10, 9)))
    *told, _asked = events(open_household(desk, "h1"), TODAY)
    assert [say(event.title) for event in told] == ["Hjemmebesøk", "Hjemmebesøk", "Gjort"]
    assert [say(event.when) for event in told] == ["i dag kl. 15:00", "i dag kl. 09:00", "9. okt."]
    assert [event.opens for event in told] == [("visit_plan", f"visit/{second}/household"), ("visit", first), ("", "")]


def test_a_talk_is_in_its_own_households_story_only(desk: Desk, window: MainWindow) -> None:
    _, seats = put_meeting(desk, ("Zeynep Kaya", "Hasan Demir"))
    talks.save_note(desk, seats["Zeynep Kaya"], "hemmelig om Zeynep")
    assert "hemmelig om Zeynep" in words_on(shown(window, "m0"))
    assert "hemmelig" not in words_on(shown(window, "m1"))


def test_a_telephone_number_is_changed_where_it_stands(desk: Desk, window: MainWindow) -> None:
    row = shown(window, "h2").contact.phones["h2-p"]
    row.pencil.click()
    assert row.control.value() == "000 00 101"
    row.control.clear()
    QTest.keyClicks(row.control, "000 00 303")
    QTest.keyClick(row.control, Qt.Key.Key_Return)
    assert phone_of(desk, "h2") == "000 00 303"
    assert "000 00 303" in words_on(row)
    assert not row.editing


def test_giving_up_a_change_leaves_everything_as_it_was(desk: Desk, window: MainWindow) -> None:
    row = shown(window, "h2").contact.phones["h2-p"]
    row.pencil.click()
    QTest.keyClicks(row.control, "999")
    row.leave.click()
    assert phone_of(desk, "h2") == "000 00 101"


def test_a_safety_note_is_written_and_stands_out(desk: Desk, window: MainWindow) -> None:
    page = shown(window, "h2")
    assert page.safety.property("card") == "plain"
    page.safety.row.pencil.click()
    QTest.keyClicks(page.safety.row.control, "Hund i gangen")
    page.safety.row.save.click()
    assert open_household(desk, "h2").card.household.safety_note == "Hund i gangen"
    assert page.safety.property("card") == "bad"


def test_a_note_being_typed_never_ends_up_at_another_household(desk: Desk, window: MainWindow) -> None:
    row = shown(window, "h2").safety.row
    row.pencil.click()
    QTest.keyClicks(row.control, "Hund i gangen")
    shown(window, "h1")
    assert not row.editing
    row.save.click()
    assert open_household(desk, "h1").card.household.safety_note == ""


def test_two_values_stand_on_their_field_and_one_is_chosen_and_changed_again(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h1-p", "person", "phone", "000 00 101", "000 00 202")
    page = shown(window, "h1")
    box = page.disagreements.boxes["h1-p-phone"]
    assert page.contact.phones["h1-p"].isAncestorOf(box)
    words = words_on(box)
    assert all(part in words for part in ("000 00 101", "Kari Nordmann, ", "Ola Nordmann, ", "kan angres"))
    box._rows[1].button.click()
    assert phone_of(desk, "h1") == "000 00 202"
    assert conflicts_of(desk) == []
    box._rows[0].button.click()
    assert phone_of(desk, "h1") == "000 00 101"
    assert "Valgt" in words_on(box)


def test_two_values_of_a_field_that_is_not_shown_have_a_card_of_their_own(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h1", "household", "children", 2, 3)
    page = shown(window, "h1")
    assert page.disagreements.isVisible()
    assert "Barn" in words_on(page.disagreements)
    assert not shown(window, "h2").disagreements.isVisible()
    assert "Ola Nordmann" not in words_on(page)


def test_a_choice_made_elsewhere_takes_the_box_away(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h1-p", "person", "phone", "000 00 101", "000 00 202")
    page = shown(window, "h1")
    with desk.work() as work:
        work.settle(conflicts_of(desk)[0], "000 00 202")
    page.refresh()
    assert page.disagreements.boxes == {}


def test_a_protected_address_is_masked_in_conflicts_too(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h3-d", "dwelling", "address", "Tunveien 5", "Tunveien 7")
    page = shown(window, HIDDEN.id)
    words = words_on(page)
    assert "Adressen er fortrolig og vises ikke" in words
    assert not any(secret in words for secret in ("Tunveien", "H0302", "Tunet"))


def test_an_address_that_becomes_protected_while_it_is_shown_is_masked_at_once(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h1-d", "dwelling", "address", "Fjellåsen 14", "Fjellåsen 16")
    page = shown(window, "h1")
    assert "Fjellåsen 16" in words_on(page)
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), protection=Protection.FORTROLIG))
    page.refresh()
    assert "Fjellåsen" not in words_on(page)


def test_a_new_person_leaves_the_two_values_on_their_field(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h2-p", "person", "phone", "000 00 101", "000 00 202")
    page = shown(window, "h2")
    with desk.work() as work:
        work.put(Person(id="h2-q", case="h2", name="Reza Haidari", role=Role.PARTNER))
    page.refresh()
    assert page.contact.phones["h2-p"].isAncestorOf(page.disagreements.boxes["h2-p-phone"])


def test_a_national_id_is_masked_in_conflicts(desk: Desk, window: MainWindow) -> None:
    disagree(desk, "h1-p", "person", "national_id", "01819012345", "01819054321")
    words = words_on(shown(window, "h1"))
    assert "018190 *****" in words
    assert "12345" not in words


def test_the_page_leads_to_visit_plan_and_letter(desk: Desk, window: MainWindow) -> None:
    page = shown(window, "h1")
    assert not page.header.visit.isVisible()
    visit = plan_visit(desk, "h1", at(15)).made
    page.refresh()
    page.header.visit.click()
    pages = window.house.pages  # type: ignore[union-attr]  # it is open
    assert pages.page("visit").opened == visit  # type: ignore[union-attr]  # an Elsewhere
    shown(window, "h1").header.letter.click()
    assert pages.page("letter").opened == "h1"  # type: ignore[union-attr]  # an Elsewhere


def test_a_household_that_has_left_this_laptop_leaves_the_screen(
    desk: Desk, window: MainWindow, settle: Callable[[], None]
) -> None:
    page = shown(window, "h1")
    with desk.store.writing_connection() as connection:
        replica.drop_cases(connection, ["h1"])
    page.refresh()
    settle()
    assert not page.isVisible()
    assert "ikke lenger på denne PC-en" in words_on(window)


def test_the_list_passes_the_gate(window: MainWindow, check_screen: Callable[..., None]) -> None:
    window.go("households")
    check_screen(window)


def test_the_page_passes_the_gate(desk: Desk, window: MainWindow, check_screen: Callable[..., None]) -> None:
    disagree(desk, "h1-p", "person", "phone", "000 00 101", "000 00 202")
    disagree(desk, "h1", "household", "children", 2, 3)
    visit = plan_visit(desk, "h1", at(9)).made
    start_visit(desk, visit)
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), safety_note="Hund i gangen", case_number="2026-0147"))
        work.put(FollowUp(id="f1", case="h1", step="bank_answer", due=date(2026, 10, 8)))
    page = shown(window, "h1")
    check_screen(window, [lambda: None, page.contact.phones["h1-p"].pencil.click])
