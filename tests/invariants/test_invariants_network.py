"""Two laptops, a real server, and between them a network of sockets that loses, cuts, delays, doubles and reorders."""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import proof
import pytest
from laptops import Laptop
from processes import port_of, start_server
from proxy import FAULTS, Proxy
from steps import ROUNDS
from town import Town

from hjemmebesok.server.database import Database
from hjemmebesok.sync.trouble import SyncTrouble

CASE = "case1"
DEEDS = 15  # of each laptop, under each network
PROMISES = 5


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Proxy, Database]]:
    """The way to a server, and the server's database."""
    folder = tmp_path_factory.mktemp("server")
    url = f"sqlite:///{folder / 'server.db'}"
    with Proxy() as proxy, closing(Database.open(url)) as database:
        server = start_server(folder, url)
        proxy.target = port_of(server)
        yield proxy, database
        server.kill()


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_network_loses_or_doubles_anything(
    proxy: tuple[Proxy, Database], tmp_path: Path, template: Path, seed: int
) -> None:
    way, database = proxy
    town = Town.founded(database, f"town{seed}")
    kari, ola = laptops = [Laptop.copied(template, tmp_path / name, None, way.address) for name in ("kari", "ola")]
    for laptop in laptops:
        laptop.enrol(town.code(f"{laptop.folder.name} Eksempel"))
    kari.write("household", CASE, CASE, {"name": "Eksempel", "safety_note": ""})
    kari.sync()
    town.grant(CASE, ola.user)
    ola.sync()
    before = way.happened.copy()
    with way.misbehaving(seed):
        work(laptops, Random(seed))
    assert (way.happened - before).keys() >= set(FAULTS)
    come_to_rest(town, laptops)
    for laptop in laptops:
        laptop.store.close()


def work(laptops: list[Laptop], chance: Random) -> None:
    """Both write to the same records, and come into step in between as well as they can."""
    for number in range(DEEDS):
        for laptop in laptops:
            record = f"promise{chance.randrange(PROMISES)}"
            laptop.write("follow_up", record, CASE, {"step": "apply", "due": f"2026-10-{1 + number % 28:02}"})
            laptop.write("household", CASE, CASE, {"safety_note": f"{laptop.folder.name} {number}"})
            with suppress(SyncTrouble):
                laptop.sync()


def come_to_rest(town: Town, laptops: list[Laptop]) -> None:
    """Each takes what the other has sent, and nothing more is to be said."""
    for laptop in [*laptops, *laptops, *laptops]:
        laptop.sync()
    proof.journal_is_whole(town)
    proof.acknowledged_are_there(town, laptops)
    proof.nothing_is_lost(town, laptops)
    proof.all_hold_the_same(town, laptops)
    for laptop in laptops:
        assert (laptop.unsent(), laptop.sync().requests) == (0, 1)
