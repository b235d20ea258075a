"""Sitting down at the desk."""

from pathlib import Path

import pytest

from hjemmebesok.casework.desk import Desk, change_passphrase, create_desk, introduce, open_desk
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store.keys import LOWEST_COST


def test_a_short_passphrase_and_a_nameless_caseworker_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="minst 12 tegn"):
        create_desk(tmp_path / "a", "kort", "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST)
    with pytest.raises(Refused, match="navnet ditt"):
        create_desk(tmp_path / "a", "fjell om høsten", " ", "Eksempel kommune", cost=LOWEST_COST)
    assert not (tmp_path / "a").exists()


def test_who_works_here_is_known_again_the_next_time(desk: Desk) -> None:
    renamed = introduce(desk, "Kari Berg", "000 00 177")
    again = open_desk(desk.store.folder, "fjell om høsten")
    assert again.user == renamed.user
    assert (again.user.name, again.user.phone) == ("Kari Berg", "000 00 177")
    again.close()


def test_a_changed_passphrase_is_as_long_as_the_first_had_to_be(desk: Desk) -> None:
    with pytest.raises(Refused, match="minst 12 tegn"):
        change_passphrase(desk, "fjell om høsten", "kort", LOWEST_COST)
    change_passphrase(desk, "fjell om høsten", "sommer ved elva", LOWEST_COST)
    open_desk(desk.store.folder, "sommer ved elva").close()


def test_only_a_demo_store_shows_its_passphrase(tmp_path: Path, desk: Desk) -> None:
    assert desk.store.header.demo_passphrase == ""
    demo = create_desk(tmp_path / "d", "fjell om høsten", "Kari", "Eksempel kommune", demo=True, cost=LOWEST_COST)
    assert demo.store.header.demo_passphrase == "fjell om høsten"
    demo.close()
