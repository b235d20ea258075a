"""Kari falls ill: her team leader gives her cases to Ola, and what Kari had not sent goes with them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hands import button, click, pick, sees, settle, wait_until
from municipality_it import Staff, server_of_the_municipality
from PySide6.QtWidgets import QApplication

from hjemmebesok.app import App
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import household_names, open_household, save_household
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.window import MainWindow

PASSPHRASE = "fjell om høsten"
HOMES = {f"h{n}": name for n, name in enumerate(("Ayşe og Mehmet Yılmaz", "Zeynep Kaya", "Åse Berg"))}


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Makes laptops that no server knows."""
    opened: list[Desk] = []

    def make(name: str) -> Desk:
        opened.append(create_desk(tmp_path / name, PASSPHRASE, name, "Eksempel kommune", cost=LOWEST_COST))
        return opened[-1]

    yield make
    for desk in opened:
        desk.close()


def test_a_leader_hands_over_a_caseload(app: App, new_desk: Callable[[str], Desk], tmp_path: Path) -> None:
    with server_of_the_municipality(tmp_path) as staff:
        kari, ola = the_colleagues(staff, new_desk)
        the_leader_comes_in(app, staff, new_desk("Lene"))
        kari_writes_without_a_network(kari)
        the_leader_hands_over(app)
        sync_now(ola)
        assert household_names(ola) == HOMES
        assert open_household(ola, "h0").card.household.safety_note == ""
        kari_is_told(kari, tmp_path)
        sync_now(ola)
        assert open_household(ola, "h0").card.household.safety_note == "Hund i gangen"
        app.window.lock()


def the_colleagues(staff: Staff, new_desk: Callable[[str], Desk]) -> tuple[Desk, Desk]:
    team = staff.run("team", "3301", "Vest")
    desks = []
    for name, role in (("Kari Nordmann", "caseworker"), ("Ola Nordmann", "caseworker"), ("Lene Leder", "team_leader")):
        user = staff.run("user", "3301", name, "--role", role, "--id", name.split()[0].lower())
        staff.run("join", "3301", team, user)
        if role == "caseworker":
            desks.append(enrol(new_desk(name), staff.address, staff.run("code", "3301", user)))
    with desks[0].work() as work:
        for id_, name in HOMES.items():
            work.put(Household(id=id_, case=id_, name=name))
    sync_now(desks[0])
    return desks[0], desks[1]


def the_leader_comes_in(app: App, staff: Staff, desk: Desk) -> None:
    app.window.open(enrol(desk, staff.address, staff.run("code", "3301", "lene")))
    screen = app.window.go("in_step")
    settle()
    click(button(screen, "Bring i takt nå"))
    wait_until(lambda: not app.window.rounds.running, "the round")
    assert household_names(app.window.desk) == HOMES, "she holds what her team holds"


def kari_writes_without_a_network(kari: Desk) -> None:
    household = open_household(kari, "h0").card.household
    save_household(kari, replace(household, safety_note="Hund i gangen"))
    assert sync_status(kari).unsent == 1


def the_leader_hands_over(app: App) -> None:
    settings = app.window.go("settings")
    settle()
    click(button(settings, "Saker i teamet"))
    page = app.window.house.pages.currentWidget()
    wait_until(page.choosing.isVisible, "the team")
    pick(page.choosing.giver, "Kari Nordmann · 3 saker")
    pick(page.choosing.taker, "Ola Nordmann")
    settle()
    assert sees(page, "3 saker går fra Kari Nordmann til Ola Nordmann.")
    assert sees(page, "Det Kari Nordmann har skrevet og ikke sendt, sendes først og blir med.")
    click(button(page, "Overfør 3 saker …"))
    click(button(page, "Ja, overfør"))
    wait_until(lambda: "3 saker er gått til Ola Nordmann." in app.window.house.notice.text(), "the hand-over")
    wait_until(lambda: page.ready and not app.window.rounds.running, "the round after it")
    assert household_names(app.window.desk) == HOMES


def kari_is_told(kari: Desk, folder: Path) -> None:
    """At her next round, through her own window."""
    window = MainWindow(folder / "karis", Preferences())
    window.resize(1366, 768)
    window.show()
    window.open(kari)
    screen = window.go("in_step")
    settle()
    click(button(screen, "Bring i takt nå"))
    wait_until(lambda: not window.rounds.running, "Kari's round")
    settle()
    assert household_names(kari) == {}
    assert sees(screen, "Disse sakene er ikke lenger dine, og er tatt bort fra denne PC-en:")
    assert sees(screen, "Ayşe og Mehmet Yılmaz\nZeynep Kaya\nÅse Berg")
    assert sees(screen, "Alt er i takt med serveren. Sendt 1 endring.")
    window.house = None  # its desk is closed elsewhere
    QApplication.processEvents()
