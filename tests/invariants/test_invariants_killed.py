"""Laptop and server as real processes, killed over and over with a network between that misbehaves: what was saved is
there, what was acknowledged is in the journal, and no file is damaged. On SQLite and on PostgreSQL, which itself lives
on: there it is the transactions of the dead that must be gone."""

import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from time import sleep

import proof
import pytest
from laptops import PASSPHRASE, Laptop
from processes import Process, port_of, start_laptop, start_server
from promising import TOGETHER
from proxy import Proxy
from sqlalchemy import make_url, select
from steps import ROUNDS
from town import Town

from hjemmebesok.server.database import Database
from hjemmebesok.store import outbox, tables, work
from hjemmebesok.store.settings import read_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.enrol import enrol, enrolled_server

CASE, PLACE = "case1", "town"
PROMISES_A_ROUND = 100_000
MOST_LINES = 20
START, WORK = 2.0, 0.1  # seconds within which they are killed, as they start and as they work
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")


def test_what_is_killed_at_any_moment_loses_nothing_and_damages_nothing(
    tmp_path: Path, template: Path, database_url: str
) -> None:
    with Proxy() as proxy:
        place = Place(tmp_path, database_url, proxy)
        begin(place, template)
        for number in range(ROUNDS if place.is_file else (ROUNDS + 1) // 2):
            with proxy.misbehaving(number):
                kill_both(place, number)
            shutil.rmtree(tmp_path / "copy", ignore_errors=True)
            look_at(copied(place), [*said(tmp_path)])
        come_to_rest(place)
    assert len({line[0] for line in said(tmp_path)}) == 2, "something was saved, and something acknowledged"


@dataclass(frozen=True)
class Place:
    """The folder of a laptop, the database of its server, and the way between them."""

    folder: Path
    url: str
    proxy: Proxy

    @property
    def is_file(self) -> bool:
        """Whether the database is a file, which a kill might damage."""
        return self.url.startswith("sqlite")


def begin(place: Place, template: Path) -> None:
    """One laptop with one household, enrolled and in step."""
    shutil.copytree(template, place.folder / "laptop")
    with closing(Database.open(place.url)) as database:
        code = Town.founded(database, PLACE).code("Kari Eksempel")
    with serving(place), closing(Store.open(place.folder / "laptop", PASSPHRASE)) as store:
        enrol(store, place.proxy.address, code, "PC")
        laptop = on(store)
        laptop.write("household", CASE, CASE, {"name": "Eksempel"})
        laptop.sync()


def kill_both(place: Place, seed: int) -> None:
    """Kill one after the other, mostly once both have worked for a while, and sometimes as they start."""
    chance = Random(seed)
    server = start_server(place.folder, place.url)
    laptop = start_laptop(place.folder, CASE, seed * PROMISES_A_ROUND)
    try:
        starts = chance.random() < 0.2
        if not starts:
            place.proxy.target = port_of(server)
            go_on(laptop, chance)
        for each in chance.sample([server, laptop], 2):
            sleep(chance.uniform(0, START if starts else WORK))
            each.kill()
            go_on(laptop, chance)
    finally:
        server.kill()
        laptop.kill()


def go_on(laptop: Process, chance: Random) -> None:
    """Let the laptop, where it has been left, say some more: it works without a server too."""
    if laptop.runs():
        laptop.wait_until_said(len(laptop.said) + chance.randint(1, MOST_LINES))


def copied(place: Place) -> Place:
    """The files as they were left: it is for the programs themselves to take the real ones up again."""
    copy = place.folder / "copy"
    shutil.copytree(place.folder / "laptop", copy / "laptop")
    if not place.is_file:
        return replace(place, folder=copy)
    server = Path(make_url(place.url).database or "")
    for file in server.parent.glob(f"{server.name}*"):
        shutil.copy(file, copy)
    return replace(place, folder=copy, url=f"sqlite:///{copy / server.name}")


def look_at(place: Place, told: list[list[str]]) -> None:
    """Both open, no page is damaged, and all that was told is true."""
    saved = [line for line in told if line[0] == "saved"]
    with closing(Store.open(place.folder / "laptop", PASSPHRASE)) as store, store.reading_connection() as connection:
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        assert connection.exec_driver_sql("PRAGMA quick_check").all() == [("ok",)]
        here = set(connection.execute(select(tables.outbox.c.id)).scalars())
        assert [line for line in saved if line[1] not in here] == []
        for record, number in {line[2]: int(line[3]) for line in saved}.items():
            assert work.stored(connection, record)[0]["values"]["number"] >= number  # the last may not have been told
        together = connection.execute(select(tables.record.c.id).where(tables.record.c.id.like("%-%"))).scalars()
        assert set(Counter(record.partition("-")[0] for record in together).values()) <= {TOGETHER}
    with closing(Database.open(place.url)) as database:
        if place.is_file:
            with database.engine.connect() as connection:
                assert connection.exec_driver_sql("PRAGMA quick_check").all() == [("ok",)]
        town = Town(database, PLACE)
        proof.journal_is_whole(town)
        taken = {id_ for id_, outcome in town.outcomes().items() if outcome != "refused"}
        assert {line[1] for line in told if line[0] == "acknowledged"} <= taken


def come_to_rest(place: Place) -> None:
    """Once nobody disturbs them they hold the same, and everything that was ever saved is among it."""
    with serving(place), closing(Store.open(place.folder / "laptop", PASSPHRASE)) as store:
        laptop = on(store)
        laptop.sync()
        assert (laptop.unsent(), laptop.sync().requests) == (0, 1)
        with store.reading_connection() as connection:
            changes = outbox.in_state(connection, "accepted", limit=-1)
        laptop.made = {(change.id, name): value for change in changes for name, value in change.set.items()}
        with closing(Database.open(place.url)) as database:
            town = Town(database, PLACE)
            proof.journal_is_whole(town)
            proof.acknowledged_are_there(town, [laptop])
            proof.nothing_is_lost(town, [laptop])
            proof.all_hold_the_same(town, [laptop])
            assert {line[1] for line in said(place.folder)} <= town.journal().keys()
    look_at(place, [*said(place.folder)])


@contextmanager
def serving(place: Place) -> Iterator[None]:
    """A server, reached through the proxy."""
    server = start_server(place.folder, place.url)
    try:
        place.proxy.target = port_of(server)
        yield
    finally:
        server.kill()


def said(folder: Path) -> Iterator[list[str]]:
    """What the laptop has told in all its lives."""
    return (line.split() for line in (folder / "laptop.says").read_text("utf-8").split("\n")[:-1])


def on(store: Store) -> Laptop:
    """The laptop this store lies on, as it was enrolled."""
    server = enrolled_server(store)
    assert server
    with store.reading_connection() as connection:
        user = read_setting(connection, "user")["id"]
    return Laptop(store.folder, None, store, server[0], user, server[1])
