"""A disk that is full, on the server or on the laptop: one clear sentence, nothing half-done, and it goes on after."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

import proof
import psycopg.errors
import pytest
from filling import full_after
from laptops import Laptop
from network import Network
from sqlalchemy.exc import OperationalError
from town import Town

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server.app import create_app
from hjemmebesok.server.database import Database, is_full
from hjemmebesok.server.directory import Directory
from hjemmebesok.sync.trouble import SyncTrouble, Trouble

LONG = "x" * 400_000


@dataclass
class Office:
    """Two laptops in step with a server on SQLite, and one household that both hold."""

    town: Town
    kari: Laptop
    ola: Laptop


@pytest.fixture
def office(tmp_path: Path, template: Path) -> Iterator[Office]:
    loop = asyncio.new_event_loop()
    with closing(loop), closing(Database.open(f"sqlite:///{tmp_path / 'server.db'}")) as database:
        town = Town.founded(database, "town")
        app = create_app(Directory(database))
        kari, ola = (
            Laptop.copied(template, tmp_path / name, Network(app, loop, lambda *_: None)) for name in ("kari", "ola")
        )
        for laptop in (kari, ola):
            laptop.enrol(town.code(f"{laptop.folder.name} Eksempel"))
        kari.write("household", "case1", "case1", {"name": "Familien Eksempel"})
        kari.sync()
        town.grant("case1", ola.user)
        ola.sync()
        yield Office(town, kari, ola)
        for laptop in (kari, ola):
            laptop.store.close()


def come_to_rest(office: Office) -> None:
    """Everything is there, once, on all sides."""
    laptops = [office.kari, office.ola]
    for laptop in [*laptops, *laptops]:
        laptop.sync()
    proof.journal_is_whole(office.town)
    proof.nothing_is_lost(office.town, laptops)
    proof.files_are_safe(office.town, laptops)
    proof.all_hold_the_same(office.town, laptops)
    assert [(laptop.unsent(), laptop.sync().requests) for laptop in laptops] == [(0, 1), (0, 1)]


def test_a_server_without_room_says_so_and_keeps_nothing_of_the_request(office: Office) -> None:
    laptop, town = office.kari, office.town
    head = town.head()
    laptop.write("follow_up", "f1", "case1", {"step": "apply"})
    laptop.write("participant", "p1", "case1", {"note": LONG})
    laptop.network.around = lambda: full_after(town.database.engine, 1)
    for _ in range(2):
        with pytest.raises(SyncTrouble) as refused:
            laptop.sync()
        assert (refused.value.trouble, refused.value.wait) == (Trouble.SERVER_FULL, 60)
        assert (town.head(), laptop.unsent()) == (head, 2)
    laptop.network.around = nullcontext
    come_to_rest(office)


def test_a_picture_that_the_server_has_no_room_for_waits(office: Office) -> None:
    laptop, town = office.kari, office.town
    laptop.photograph("photo1", "case1", b"bilde" * 100_000)
    laptop.network.around = lambda: full_after(town.database.engine, 20)
    with pytest.raises(SyncTrouble):
        laptop.sync()
    assert (laptop.unsent(), town.files()) == (0, {})
    laptop.network.around = nullcontext
    come_to_rest(office)


def test_a_laptop_without_room_says_so_and_takes_the_answer_the_next_time(office: Office) -> None:
    kari, ola = office.kari, office.ola
    kari.write("participant", "p1", "case1", {"note": LONG})
    kari.photograph("photo1", "case1", b"bilde" * 100_000)
    kari.sync()
    for pages in (1, 60, 110):  # no room for the records, not enough for them, and none for the picture then
        with pytest.raises(Refused, match="Disken er full"), full_after(ola.engine, pages):
            ola.sync()
        assert ola.files()[1] == set()
    come_to_rest(office)


def test_what_a_full_disk_is_called() -> None:
    full = psycopg.errors.DiskFull("could not extend file: No space left on device")
    assert is_full(OperationalError("", {}, full))
    assert not is_full(OperationalError("", {}, psycopg.errors.AdminShutdown("terminating connection")))
