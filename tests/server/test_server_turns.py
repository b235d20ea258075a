"""Many laptops of one municipality wait for each other, and for nobody else: no other municipality waits for them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import httpx2
import pytest
from talking import Laptop, Town, new_id
from test_server_at_once import MEANWHILE

from hjemmebesok.server import journal
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.turns import Turns

MORE_THAN_CONNECTIONS = 14


def push(laptop: Laptop) -> str:
    case = new_id()
    return laptop.sync(laptop.change(case, "household", case, name="Familien Eksempel")).results[0].outcome


def test_a_municipality_whose_pushes_wait_holds_up_no_other(new_town: Callable[[], Town], address: str) -> None:
    busy, quiet = new_town(), new_town()
    kari = quiet.laptop("Kari Eksempel")
    many = [busy.laptop(f"Ola Eksempel {number}") for number in range(MORE_THAN_CONNECTIONS)]
    with ThreadPoolExecutor(len(many)) as threads:
        with busy.database.write(busy.id) as connection:
            journal.lock(connection, busy.id)
            pushes = [threads.submit(push, laptop) for laptop in many]
            assert not wait(pushes, MEANWHILE).done
            with httpx2.Client(base_url=address, trust_env=False, timeout=5) as kari.http:
                assert kari.sync().results == []
        assert {each.result() for each in pushes} == {"clean"}


def test_who_has_waited_long_for_a_turn_is_told_to_come_back() -> None:
    async def converse() -> None:
        turns = Turns(at_once=1, seconds=0.01)
        async with turns.of("here"):
            with pytest.raises(Refusal, match="busy") as refused:
                async with turns.of("here"):
                    pass
            assert (refused.value.status, refused.value.retry_after) == (503, 5)
            async with turns.of("there"):
                pass
        async with turns.of("here"):
            pass

    asyncio.run(converse())
