"""A damaged, half-made or newer store is told about in one sentence, and a full disk loses nothing."""

import errno
import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store import keys
from hjemmebesok.store.header import Header, read_header, write_header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store

PASSPHRASE = "fjell om høsten"
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=UTC)
HOME = Household(id="h1", case="h1", name="Kanarifugl Nordlys")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store."""
    Store.create(tmp_path / "store", PASSPHRASE, Header(municipality="Eksempel kommune"), LOWEST_COST).close()
    return tmp_path / "store"


@pytest.mark.parametrize(
    "wrong",
    [
        {"memory_kib": 2**40},
        {"memory_kib": 2**31 - 1},
        {"memory_kib": "65536"},
        {"memory_kib": 1},
        {"passes": 2**31},
        {"passes": 0},
        {"passes": True},
        {"lanes": -1},
        {"salt": ""},
        {"salt": "ikke base64"},
        {"nonce": "AA=="},
        {"locked": "åå"},
        {"locked": None},
        {"kdf": "scrypt"},
    ],
    ids=str,
)
def test_a_key_that_is_none_of_ours_is_refused_before_anything_is_derived(wrong: dict[str, Any]) -> None:
    wrapped = keys.wrap(keys.new_data_key(), PASSPHRASE, LOWEST_COST)
    with pytest.raises(keys.DamagedKeyError):
        keys.unwrap(wrapped | wrong, PASSPHRASE)
    for name in wrapped:
        with pytest.raises(keys.DamagedKeyError):
            keys.unwrap({other: value for other, value in wrapped.items() if other != name}, PASSPHRASE)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b'{"key": 5}', b'{"unsent": "x"}', b"\xff"])
def test_a_damaged_header_is_told_about_and_never_taken_for_an_empty_folder(folder: Path, text: bytes) -> None:
    (folder / "header.json").write_bytes(text)
    assert read_header(folder) is not None
    with pytest.raises(Refused, match=r"header\.json er skadet"):
        Store.open(folder, PASSPHRASE)
    with pytest.raises(Refused, match="allerede"):
        Store.create(folder, PASSPHRASE, Header(), LOWEST_COST)
    assert (folder / "header.json").read_bytes() == text


def test_what_can_be_read_of_a_damaged_header_is_read(folder: Path) -> None:
    (folder / "header.json").write_text(json.dumps({"municipality": "Eksempel kommune", "unsent": "mange"}), "utf-8")
    assert read_header(folder) == Header(municipality="Eksempel kommune")


def test_a_header_damaged_while_the_store_is_open_is_left_as_it_is(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    (folder / "header.json").write_bytes(b"{")
    with pytest.raises(Refused, match="skadet"):
        store.change_passphrase(PASSPHRASE, "sommer ved elva", LOWEST_COST)
    store.close()
    assert (folder / "header.json").read_bytes() == b"{"


def test_a_file_without_its_key_is_not_built_over(folder: Path) -> None:
    (folder / "header.json").unlink()
    with pytest.raises(Refused, match="allerede"):
        Store.create(folder, PASSPHRASE, Header(), LOWEST_COST)


def test_a_store_that_was_cut_off_while_it_was_made_opens(folder: Path) -> None:
    (folder / "store.db").unlink()
    store = Store.open(folder, PASSPHRASE)
    with store.work("kari", NOW) as work:
        work.put(HOME)
    store.close()


def test_a_store_of_a_newer_version_is_not_opened(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    with store.writing_connection() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(Refused, match="nyere versjon"):
        Store.open(folder, PASSPHRASE)


def test_a_header_of_a_newer_version_is_not_opened(folder: Path) -> None:
    header = read_header(folder)
    assert header is not None
    write_header(folder, replace(header, format=2))
    with pytest.raises(Refused, match="nyere versjon"):
        Store.open(folder, PASSPHRASE)


def test_two_who_write_the_header_at_once_never_write_in_the_same_file(folder: Path, monkeypatch: Any) -> None:
    header = read_header(folder)
    assert header is not None
    swap = Path.replace

    def swap_after_another(fresh: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", swap)
        write_header(folder, replace(header, unsent=2))
        return swap(fresh, target)

    monkeypatch.setattr(Path, "replace", swap_after_another)
    write_header(folder, replace(header, unsent=1))
    assert read_header(folder) == replace(header, unsent=1)
    assert sorted(path.name for path in folder.iterdir()) == ["header.json", "store.db"]


def test_what_a_crash_left_of_a_header_is_gone_when_the_store_is_opened(folder: Path) -> None:
    (folder / "header.json1a2b3c.new").write_bytes(b"{")
    Store.open(folder, PASSPHRASE).close()
    assert sorted(path.name for path in folder.iterdir()) == ["header.json", "store.db"]


def test_a_full_disk_is_told_about_and_what_was_saved_before_is_there(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    with store.writing_connection() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with store.work("kari", NOW) as work:
        work.put(HOME)
    with pytest.raises(Refused, match="Disken er full"), store.work("kari", NOW) as work:
        work.put(replace(HOME, id="h2", safety_note="x" * 20_000))
    with store.writing_connection() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with store.work("kari", NOW) as work:
        work.put(replace(HOME, id="h3"))
    with store.read() as reading:
        assert [household.id for household in reading.all(Household)] == ["h1", "h3"]
    store.close()


def test_a_passphrase_that_does_not_fit_on_the_disk_leaves_the_old_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(folder, PASSPHRASE)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="Disken er full"):
        store.change_passphrase(PASSPHRASE, "sommer ved elva", LOWEST_COST)
    store.close()
    Store.open(folder, PASSPHRASE).close()
    assert sorted(path.name for path in folder.iterdir()) == ["header.json", "store.db"]


def test_what_goes_wrong_in_the_file_never_quotes_what_was_written(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    with pytest.raises(Exception, match="no such table") as trouble, store.work("kari", NOW) as work:
        work.connection.exec_driver_sql("DROP TABLE outbox")
        work.put(HOME)
    assert "Kanarifugl" not in str(trouble.value)
    store.close()
