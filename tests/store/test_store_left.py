"""What is left of a case in the file, byte by byte, once it has left."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.store import keys, replica, search, work
from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store
from hjemmebesok.sync.round import wipe_what_left

PASSPHRASE = "fjell om høsten"
PAGE, RESERVED = 4096, 80  # SQLCipher 4: each page ends with its IV and its HMAC
LOG_HEADER, FRAME = 32, 24
SEEDS, NAMED_SEEDS = (9, 31, 49), (2,)  # with which SQLite leaves something in room that it does not use


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.create(tmp_path / "store", PASSPHRASE, Header(municipality="Eksempel kommune"), LOWEST_COST)
    yield made
    made.close()


def pages_with(store: Store, word: str) -> int:
    """In how many pages of the file and its log the word stands."""
    data_key = keys.unwrap(store.header.key, PASSPHRASE)
    database, log = ((store.folder / name).read_bytes() for name in ("store.db", "store.db-wal"))
    pages = [database[start : start + PAGE] for start in range(PAGE, len(database), PAGE)]
    pages += [log[start + FRAME :][:PAGE] for start in range(LOG_HEADER, len(log), FRAME + PAGE)]
    return sum(word.encode() in opened(page, data_key) for page in pages)


def opened(page: bytes, data_key: bytes) -> bytes:
    cipher = Cipher(AES(data_key), CBC(page[-RESERVED : -RESERVED + 16])).decryptor()
    return cipher.update(page[:-RESERVED]) + cipher.finalize()


def write_over_and_over(store: Store, random: Random) -> None:
    """Notes of twelve cases among each other, that grow and shrink while cases leave, so that rows move from page to
    page."""
    cases = ["leaves", *(f"case{number}" for number in range(11))]
    for _ in range(300):
        with store.writing_connection() as connection:
            for _ in range(3):
                case, number = random.choice(cases), random.randrange(60)
                note = ("kanarifugl " if case == "leaves" else "spurv ") * random.randrange(1, 40)
                written = ("follow_up", f"{number}-{case}", case, {"note": note}, {"note": "change"})
                work.write_records(connection, [written])
            if random.random() < 0.05:
                replica.drop_cases(connection, [random.choice(cases[1:])])


def call_over_and_over(store: Store, random: Random) -> None:
    """Households that are renamed while others leave, so that the index of their names is written again and again."""
    cases = ["leaves", *(f"case{number}" for number in range(150))]
    for _ in range(120):
        with store.writing_connection() as connection:
            for case in random.sample(cases, 12):
                given = chr(97 + random.randrange(26)) if case == "leaves" else random.choice("abcdefghijklmnopqrstuvw")
                bird = f"kanarifugl {given}" if case == "leaves" else given + " spurv " * random.randrange(1, 12)
                name = chr(97 + random.randrange(26)) * random.randrange(1, 9) + " " + bird
                fields = {"name": name, "language": "nb"}
                work.write_records(connection, [("household", case, case, fields, dict.fromkeys(fields, "x"))])
            if random.random() < 0.3:
                replica.drop_cases(connection, [random.choice(cases[1:])])
            search.bring_up_to_date(connection)


@pytest.mark.parametrize("seed", SEEDS)
def test_not_a_byte_is_left_where_rows_were_moved(store: Store, seed: int) -> None:
    write_over_and_over(store, Random(seed))
    with store.writing_connection() as connection:
        replica.drop_cases(connection, ["leaves"])
        before = connection.exec_driver_sql("SELECT rowid, * FROM record").all()
    wipe_what_left(store)
    assert pages_with(store, "kanarifugl") == 0
    with store.reading_connection() as connection:
        after = connection.exec_driver_sql("SELECT rowid, * FROM record").all()
    assert after == before, "what stays is as it was, in its place"


@pytest.mark.parametrize("seed", NAMED_SEEDS)
def test_not_a_byte_of_a_name_is_left_in_the_index_of_names(store: Store, seed: int) -> None:
    call_over_and_over(store, Random(seed))
    with store.writing_connection() as connection:
        before = search.search(connection, "spurv", 1_000)
        replica.drop_cases(connection, ["leaves"])
    wipe_what_left(store)
    assert pages_with(store, "kanarifugl") == 0
    with store.reading_connection() as connection:
        assert not search.is_behind(connection)
        assert search.search(connection, "spurv", 1_000) == before


def test_a_log_that_somebody_reads_is_emptied_the_next_time(store: Store) -> None:
    with store.writing_connection() as connection:
        work.write_records(connection, [("follow_up", "1", "leaves", {"note": "kanarifugl"}, {"note": "change"})])
        replica.drop_cases(connection, ["leaves"])
    with store.reading_connection() as one, store.reading_connection() as another:
        for connection in (one, another):
            connection.exec_driver_sql("PRAGMA busy_timeout=1")  # ms: nobody waits here for whoever reads
    with store.read() as reading:
        reading.all(FollowUp)
        wipe_what_left(store)
        with store.reading_connection() as connection:
            assert replica.is_to_wipe(connection)
    wipe_what_left(store)
    with store.reading_connection() as connection:
        assert not replica.is_to_wipe(connection)
