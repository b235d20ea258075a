"""Many laptops at once: no number is skipped by a reader, none is given twice, and every change is answered."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx2
import pytest
from talking import Laptop, Town, new_id

from hjemmebesok.server.audit import audit
from hjemmebesok.wire.messages import SyncResponse

LAPTOPS, ROUNDS = 6, 8


@pytest.fixture
def laptops(town: Town, address: str) -> Iterator[list[Laptop]]:
    """Several laptops, each with a connection of its own."""
    with ExitStack() as connections:
        laptops = [town.laptop(f"Bruker {n}") for n in range(LAPTOPS)]
        for laptop in laptops:
            laptop.http = connections.enter_context(httpx2.Client(base_url=address, trust_env=False, timeout=60))
        yield laptops


def test_a_reader_never_skips_a_number_while_others_write(town: Town, kari: Laptop, laptops: list[Laptop]) -> None:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    town.grant(case, *laptops)
    written = threading.Event()

    def write(laptop: Laptop) -> list[SyncResponse]:
        rounds = [[laptop.change(new_id(), "person", case, name="x") for _ in range(5)] for _ in range(ROUNDS)]
        return [laptop.sync(*changes) for changes in rounds]

    def read() -> None:
        while not written.is_set():
            kari.sync()

    with ThreadPoolExecutor(LAPTOPS + 1) as threads:
        reader = threads.submit(read)
        try:
            answers = [answer for answers in threads.map(write, laptops) for answer in answers]
        finally:
            written.set()
        reader.result()
    kari.sync()
    numbers = sorted(result.seq for answer in answers for result in answer.results)
    assert numbers == list(range(2, 2 + LAPTOPS * ROUNDS * 5))
    assert len(kari.records) == 1 + LAPTOPS * ROUNDS * 5
    assert audit(town.database, town.id).whole


def test_of_many_who_write_one_field_at_once_all_values_are_kept(
    town: Town, kari: Laptop, laptops: list[Laptop]
) -> None:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    town.grant(case, *laptops)
    for laptop in laptops:
        laptop.sync()

    def write(laptop: Laptop) -> None:
        laptop.sync(laptop.change(case, "household", case, name=laptop.user))

    with ThreadPoolExecutor(LAPTOPS) as threads:
        list(threads.map(write, laptops))
    kari.sync()
    found = {conflict.other.value for conflict in kari.open_conflicts()} | {kari.fields(case)["name"]}
    assert found == {laptop.user for laptop in laptops}
    assert {conflict.shown.value for conflict in kari.open_conflicts()} == {kari.fields(case)["name"]}


def test_the_same_push_sent_twice_at_once_is_taken_once(town: Town, kari: Laptop) -> None:
    case = new_id()
    changes = [kari.change(new_id(), "person", case, name="x") for _ in range(50)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: kari.ask(*changes), range(4)))
    assert all(answer.results == answers[0].results for answer in answers)
    assert audit(town.database, town.id).changes == 50


def test_one_code_shown_by_many_laptops_at_once_lets_one_in(town: Town, address: str) -> None:
    code = town.code(town.user("Kari Eksempel"))

    def enrol(_: int) -> bool:
        with httpx2.Client(base_url=address, trust_env=False, timeout=60) as http:
            try:
                return bool(Town.enrol(Showing(http), code))
            except AssertionError:
                return False

    with ThreadPoolExecutor(5) as threads:
        assert sorted(threads.map(enrol, range(5))) == [False, False, False, False, True]


class Showing(Town):
    """A town seen from one laptop's connection."""

    def __init__(self, http: httpx2.Client) -> None:
        self.http = http
