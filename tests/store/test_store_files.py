"""Files in the encrypted store: whole and checked, or not there; and gone when no record names them."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmebesok.domain.photo import Photo
from hjemmebesok.store import file_queue, files, replica
from hjemmebesok.store.file_queue import Named
from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store
from hjemmebesok.wire.files import LARGEST_FILE, PIECE, length_of_piece

AT = datetime(2026, 10, 12, tzinfo=UTC)
CANARY = b"Kanarifugl i bildet" * 4
DATA = CANARY + Random(1).randbytes(2 * PIECE) + CANARY


@pytest.fixture(scope="module")
def spoilable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.create(tmp_path_factory.mktemp("files") / "store", "fjell om høsten", Header(), LOWEST_COST)
    yield opened
    opened.close()


def photo(sha256: str, case: str = "h1", record: str = "f1") -> Photo:
    return Photo(
        id=record, case=case, visit="v1", sha256=sha256, media_type="image/jpeg", size=len(DATA),
        taken_on=date(2026, 10, 12),
    )  # fmt: skip


def keep(store: Store, data: bytes = DATA, case: str = "h1", record: str = "f1") -> str:
    with store.work("kari", AT) as work:
        sha256 = files.put(work.connection, data)
        work.put(photo(sha256, case, record))
    return sha256


def everything_in(folder: Path) -> bytes:
    return b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def pieces_of(data: bytes) -> list[bytes]:
    return [data[start : start + PIECE] for start in range(0, len(data), PIECE)]


def test_a_file_comes_out_as_it_went_in_and_lies_in_pieces(store: Store) -> None:
    sha256 = keep(store)
    with store.read() as reading:
        assert files.read(reading.connection, sha256) == DATA
        assert files.here(reading.connection, sha256) == (3, len(DATA), True)
        assert [len(files.piece(reading.connection, sha256, n)) for n in range(3)] == [PIECE, PIECE, 2 * len(CANARY)]


def test_no_byte_of_a_picture_is_readable_in_any_file_of_the_laptop(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store", "fjell om høsten", Header(municipality="Eksempel kommune"), LOWEST_COST)
    keep(store)
    for seen in (everything_in(tmp_path), (store.close(), everything_in(tmp_path))[1]):
        assert CANARY not in seen
        assert DATA[PIECE : PIECE + 64] not in seen
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["header.json", "store.db"]


def test_a_file_is_here_only_when_its_hash_is_right(store: Store) -> None:
    sha256 = hashlib.sha256(DATA).hexdigest()
    with store.work("kari", AT) as work:
        for number, body in enumerate(pieces_of(DATA)):
            assert files.read(work.connection, sha256) is None
            assert files.here(work.connection, sha256).number == number
            files.take_piece(work.connection, sha256, len(DATA), body)
        assert files.read(work.connection, sha256) == DATA


@given(place=st.integers(0, len(DATA) - 1))
@settings(max_examples=20)
def test_one_wrong_byte_and_nothing_is_kept(spoilable: Store, place: int) -> None:
    spoilt = bytearray(DATA)
    spoilt[place] ^= 1
    sha256 = hashlib.sha256(DATA).hexdigest()
    with spoilable.work("kari", AT) as work:
        for body in pieces_of(bytes(spoilt)):
            after = files.take_piece(work.connection, sha256, len(DATA), body)
        assert after == (0, 0, False)


def test_a_piece_that_is_not_the_next_one_lets_the_file_come_anew(store: Store) -> None:
    sha256 = hashlib.sha256(DATA).hexdigest()
    with store.work("kari", AT) as work:
        for size, body in ((len(DATA), DATA[:7]), (len(DATA), b""), (LARGEST_FILE + PIECE, DATA[:PIECE])):
            assert files.take_piece(work.connection, sha256, size, body) == (0, 0, False)
        assert files.take_piece(work.connection, sha256, len(DATA), DATA[:PIECE]).number == 1
        assert files.take_piece(work.connection, sha256, len(DATA) + 1, DATA[PIECE : 2 * PIECE]).number == 0


def test_what_no_record_names_any_more_is_gone(store: Store) -> None:
    sha256, other = keep(store), keep(store, b"et annet bilde", "h2", "f2")
    with store.work("kari", AT) as work:
        file_queue.note_sent(work.connection, Named("h1", sha256))
        assert file_queue.to_send(work.connection) == [Named("h2", other)]
        replica.drop_cases(work.connection, ["h1"])
        assert files.read(work.connection, sha256) is None
        assert files.read(work.connection, other) == b"et annet bilde"
        assert work.connection.exec_driver_sql("SELECT count(*) FROM file_sent").scalar() == 0
        assert work.connection.exec_driver_sql("SELECT count(*) FROM file_piece").scalar() == 1


def test_a_file_that_two_cases_name_stays_until_both_have_left(store: Store) -> None:
    sha256 = keep(store)
    assert keep(store, case="h2", record="f2") == sha256
    with store.work("kari", AT) as work:
        replica.drop_cases(work.connection, ["h1"])
        assert files.read(work.connection, sha256) == DATA
        replica.drop_cases(work.connection, ["h2"])
        assert files.read(work.connection, sha256) is None


def test_a_restored_server_is_asked_again_for_what_it_has(store: Store) -> None:
    sha256 = keep(store)
    with store.work("kari", AT) as work:
        file_queue.note_sent(work.connection, Named("h1", sha256))
        assert file_queue.to_send(work.connection) == []
        file_queue.ask_again(work.connection)
        assert file_queue.to_send(work.connection) == [Named("h1", sha256)]


@given(size=st.integers(1, LARGEST_FILE))
def test_the_pieces_of_a_file_are_the_whole_file(size: int) -> None:
    lengths = [length_of_piece(number, size) for number in range(LARGEST_FILE // PIECE + 1)]
    assert sum(lengths) == size
    assert all(length == PIECE for length in lengths[: size // PIECE])
