"""A case that is no longer hers leaves no byte behind, and comes back whole when it is hers again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from municipality import Municipality

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household, search_households
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.casework.visits import keep_draft, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.server.erase import erase_case
from hjemmebesok.store import keys
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.round import run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble

PAGE, RESERVED, SALT = 4096, 80, 16  # SQLCipher 4: each page ends with its IV and its HMAC
LOG_HEADER, FRAME_HEADER = 32, 24
CANARIES = (b"Kanarifugl", b"kanarifugl", b"undulat", b"Papegoye", b"hemmelig tanke")


class Deaf(httpx2.HTTPTransport):
    """A net on which every question arrives and no answer comes back."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        super().handle_request(request).read()
        raise httpx2.ReadError("the net is gone")


def opened(page: bytes, data_key: bytes, skip: int) -> bytes:
    cipher = Cipher(AES(data_key), CBC(page[-RESERVED : -RESERVED + 16])).decryptor()
    return cipher.update(page[skip:-RESERVED]) + cipher.finalize()


def pages(folder: Path, data_key: bytes) -> Iterator[bytes]:
    """Every page of the file and of its log, used or not, decrypted."""
    database, log = ((folder / name).read_bytes() for name in ("store.db", "store.db-wal"))
    for start in range(0, len(database), PAGE):
        yield opened(database[start : start + PAGE], data_key, 0 if start else SALT)
    for start in range(LOG_HEADER, len(log), FRAME_HEADER + PAGE):
        number = int.from_bytes(log[start : start + 4], "big")
        page = log[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        yield opened(page, data_key, SALT if number == 1 else 0)


def left_on_disk(desk: Desk) -> set[bytes]:
    data_key = keys.unwrap(desk.store.header.key, "fjell om høsten")
    return {canary for page in pages(desk.store.folder, data_key) for canary in CANARIES if canary in page}


@pytest.fixture
def visit(kari: Desk) -> str:
    """A visit to a household that has been searched for, in step with the server, with something half typed."""
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Kanarifugl Nordlys", safety_note="Papegoye"))
        work.put(Person(id="p1", case="h1", name="Kanarifugl Undulat"))
        for number in range(50):
            work.put(Household(id=f"o{number}", case=f"o{number}", name=f"Familien {number}"))
    search_households(kari, "undulat")
    visit_id = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit_id)
    for length in range(20):
        save_answer(kari, visit_id, "summary.note", "Papegoye" * 50 * length)
    keep_draft(kari, visit_id, "wishes.where", "hemmelig tanke")
    sync_now(kari)
    search_households(kari, "familien")
    return visit_id


@pytest.mark.usefixtures("visit")
def test_of_a_revoked_case_no_byte_is_left_in_the_file_its_log_or_its_index(
    municipality: Municipality, kari: Desk
) -> None:
    assert left_on_disk(kari) == set(CANARIES)
    municipality.revoke("h1", kari.user.id)
    assert sync_now(kari).left == (), "something half typed is still to be sent"
    assert sync_now(kari).left == ("h1",)
    assert left_on_disk(kari) == set()
    assert len(search_households(kari, "familien")) == 50


def test_a_case_that_is_hers_again_comes_back_whole(municipality: Municipality, kari: Desk, visit: str) -> None:
    save_answer(kari, visit, "wishes.where", "hemmelig tanke")
    before = open_household(kari, "h1"), open_visit(kari, visit).form
    municipality.revoke("h1", kari.user.id)
    sync_now(kari)
    municipality.grant("h1", kari.user.id)
    sync_now(kari)
    assert (open_household(kari, "h1"), open_visit(kari, visit).form) == before
    assert search_households(kari, "undulat")[0].household.id == "h1"


def test_a_household_that_is_strictly_protected_before_the_server_hears_of_it_stays_on_no_laptop(kari: Desk) -> None:
    with kari.work() as work:
        strict = Protection.STRENGT_FORTROLIG
        work.put(Household(id="h1", case="h1", name="Kanarifugl Nordlys", protection=strict))
    assert sync_now(kari).left == ("h1",)
    assert search_households(kari, "") == []
    assert left_on_disk(kari) == set()


def test_it_stays_on_no_laptop_either_where_the_answer_was_lost(kari: Desk) -> None:
    with kari.work() as work:
        strict = Protection.STRENGT_FORTROLIG
        work.put(Household(id="h1", case="h1", name="Kanarifugl Nordlys", protection=strict))
    server = enrolled_server(kari.store)
    assert server
    with Transport(*server, through=Deaf(trust_env=False)) as transport, pytest.raises(SyncTrouble):
        run_round(kari.store, transport, kari.now)
    assert sync_now(kari).left == ("h1",)
    assert left_on_disk(kari) == set()


def test_a_household_erased_by_law_stays_on_no_laptop_that_makes_it_anew(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    for desk in (kari, ola):  # as from the same register
        with desk.work() as work:
            work.put(Household(id="h1", case="h1", name="Kanarifugl Nordlys"))
    sync_now(kari)
    erase_case(municipality.database, municipality.place, "h1", kari.now())
    assert (sync_now(ola).left, sync_now(kari).left) == (("h1",), ("h1",))
    assert left_on_disk(ola) == left_on_disk(kari) == set()


def test_a_household_erased_by_law_is_given_to_nobody_and_stays_on_no_laptop(
    municipality: Municipality, kari: Desk
) -> None:
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Kanarifugl Nordlys"))
    sync_now(kari)
    erase_case(municipality.database, municipality.place, "h1", datetime.now(UTC))
    with pytest.raises(Refused, match="slettet"):
        municipality.grant("h1", kari.user.id)
    assert sync_now(kari).left == ("h1",)
    assert left_on_disk(kari) == set()
