"""What Kari wrote came after the note was locked, and her case has left her: her team leader still reads her words."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hands import button, click, sees, settle, wait_until
from municipality_it import Staff, server_of_the_municipality

from hjemmebesok.app import App
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import household_names
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.store.keys import LOWEST_COST

WORDS = "Familien vil kjøpe boligen sammen med Zeyneps bror."


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Makes laptops that no server knows."""
    opened: list[Desk] = []

    def make(name: str) -> Desk:
        made = create_desk(tmp_path / name, "fjell om høsten", name, "Eksempel kommune", cost=LOWEST_COST)
        opened.append(made)
        return made

    yield make
    for desk in opened:
        desk.close()


def test_a_leader_reads_what_was_set_aside_after_the_case_has_left_its_author(
    app: App, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    with server_of_the_municipality(tmp_path) as staff:
        kari, ola, lene = (the_user(staff, new_desk, name) for name in ("Kari Nordmann", "Ola Nordmann", "Lene Leder"))
        kari_writes_in_a_note_that_ola_locks(staff, kari, ola)
        sync_now(lene)
        staff.run("hand-over", "3301", "kari", "ola")
        report = sync_now(kari)
        assert (report.set_aside, report.left, household_names(kari)) == (1, ("h1",), {})
        the_leader_reads_it_and_marks_it_done(app, lene)
        assert staff.run("quarantine", "3301") == ""
        app.window.lock()


def the_user(staff: Staff, new_desk: Callable[[str], Desk], name: str) -> Desk:
    """Her laptop, known to the server; all are in one team."""
    role = "team_leader" if name.endswith("Leder") else "caseworker"
    user = staff.run("user", "3301", name, "--role", role, "--id", name.split()[0].lower())
    if role == "team_leader":
        team = staff.run("team", "3301", "Vest")
        for each in ("kari", "ola", "lene"):
            staff.run("join", "3301", team, each)
    return enrol(new_desk(name), staff.address, staff.run("code", "3301", user))


def kari_writes_in_a_note_that_ola_locks(staff: Staff, kari: Desk, ola: Desk) -> None:
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    sync_now(kari)
    staff.run("grant", "3301", "h1", "ola")
    sync_now(ola)
    close_visit(ola, visit)
    sync_now(ola)
    save_answer(kari, visit, "summary.note", WORDS)


def the_leader_reads_it_and_marks_it_done(app: App, lene: Desk) -> None:
    app.window.open(lene)
    page = app.window.go("team")
    wait_until(page.set_aside.isVisible, "what was set aside")
    settle()
    for words in ("Satt til side av serveren", "Zeynep Kaya", "Notat fra besøket", WORDS, "Kari Nordmann, i dag"):
        assert sees(page.set_aside, words), words
    assert sees(page.set_aside, "Notatet ble låst før endringen kom fram.")
    click(button(page.set_aside, "Åpne husstanden Zeynep Kaya"))
    wait_until(lambda: sees(app.window.house.pages.currentWidget(), "Zeynep Kaya"), "the household")
    assert app.window.house.pages.currentWidget() is not page
    page = app.window.go("team")
    wait_until(page.set_aside.isVisible, "what was set aside")
    click(button(page, "Ferdig med endringen for Zeynep Kaya"))
    click(button(page, "Ja, ferdig"))
    wait_until(lambda: not page.set_aside.isVisible(), "that it needs nobody any more")
    assert "Endringen er merket som ferdig." in app.window.house.notice.text()
