"""Two laptops that do the same thing without having heard of each other."""

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import search_households
from hjemmebesok.casework.imports import run_import
from hjemmebesok.casework.syncing import sync_now

HEADINGS = "Leietaker-ID;Navn;Adressebeskyttelse;Adresse;Bolignummer"
REGISTER = f"{HEADINGS}\r\n0042;Ayşe Yılmaz;;Fjellåsen 14;H0302\r\n".encode("utf-8-sig")


@pytest.mark.parametrize("granted", [False, True])
def test_of_two_who_import_the_register_one_has_the_household_until_it_is_shared(
    municipality: Municipality, kari: Desk, ola: Desk, granted: bool
) -> None:
    for desk in (kari, ola):
        run_import(desk, REGISTER)
    sync_now(kari)
    (card,) = search_households(kari, "")
    if granted:
        municipality.grant(card.household.id, ola.user.id)
    report = sync_now(ola)
    assert report.left == (() if granted else (card.household.id,))
    assert search_households(ola, "") == ([card] if granted else [])
    assert set_aside_changes(ola) == []
    municipality.grant(card.household.id, ola.user.id)
    sync_now(ola)
    assert search_households(ola, "") == [card]
