"""The passphrase opens the data key, and nothing else does."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store import keys
from hjemmebesok.store.header import Header, read_header, write_header
from hjemmebesok.store.store import Store


def test_the_passphrase_opens_the_data_key_and_another_does_not() -> None:
    data_key = keys.new_data_key()
    wrapped = keys.wrap(data_key, "fjell om høsten", keys.LOWEST_COST)
    assert keys.unwrap(wrapped, "fjell om høsten") == data_key
    with pytest.raises(keys.WrongPassphraseError):
        keys.unwrap(wrapped, "fjell om våren")


def test_a_passphrase_typed_decomposed_is_the_same_passphrase() -> None:
    data_key = keys.new_data_key()
    wrapped = keys.wrap(data_key, unicodedata.normalize("NFC", "på fjellåsen"), keys.LOWEST_COST)
    assert keys.unwrap(wrapped, unicodedata.normalize("NFD", "på fjellåsen")) == data_key


def test_the_real_cost_is_argon2id_with_64_mib() -> None:
    data_key = keys.new_data_key()
    wrapped = keys.wrap(data_key, "fjell om høsten", keys.REAL_COST)
    assert (wrapped["kdf"], wrapped["memory_kib"], wrapped["passes"]) == ("argon2id", 65536, 3)
    assert keys.unwrap(wrapped, "fjell om høsten") == data_key


def test_two_stores_with_one_passphrase_have_nothing_in_common() -> None:
    one, other = (keys.wrap(keys.new_data_key(), "fjell om høsten", keys.LOWEST_COST) for _ in range(2))
    assert not {one["salt"], one["nonce"], one["locked"]} & {other["salt"], other["nonce"], other["locked"]}


def test_a_new_passphrase_opens_the_same_file_and_the_old_one_no_longer_does(store: Store) -> None:
    before = (store.folder / "store.db").read_bytes()
    store.change_passphrase("fjell om høsten", "sommer ved elva", keys.LOWEST_COST)
    assert (store.folder / "store.db").read_bytes() == before
    Store.open(store.folder, "sommer ved elva").close()
    with pytest.raises(Refused, match="stemmer ikke"):
        Store.open(store.folder, "fjell om høsten")


def test_changing_the_passphrase_takes_the_old_one(store: Store) -> None:
    with pytest.raises(Refused, match="gamle"):
        store.change_passphrase("gjetning", "sommer ved elva", keys.LOWEST_COST)


def test_a_store_is_never_made_over_another(store: Store) -> None:
    with pytest.raises(Refused, match="allerede"):
        Store.create(store.folder, "sommer ved elva", Header(), keys.LOWEST_COST)


def test_a_folder_without_a_store_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ikke noe lager"):
        Store.open(tmp_path, "fjell om høsten")


def test_the_header_keeps_its_key_when_its_figures_change(store: Store) -> None:
    key = store.header.key
    store.update_header(replace(store.header, unsent=3, key={}))
    header = read_header(store.folder)
    assert header is not None
    assert (header.unsent, header.key) == (3, key)


def test_a_closed_store_tells_the_unlock_page_what_is_not_sent(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store", "fjell om høsten", Header(), keys.LOWEST_COST)
    with store.work("kari", datetime(2026, 10, 12, tzinfo=UTC)) as work:
        work.put(Household(id="h1", case="h1", name="Liv Strand"))
    store.close()
    header = read_header(tmp_path / "store")
    assert header is not None
    assert header.unsent == 1


def test_a_header_from_a_newer_version_is_read_for_what_is_known(tmp_path: Path) -> None:
    write_header(tmp_path, Header(municipality="Eksempel kommune"))
    path = tmp_path / "header.json"
    path.write_text(path.read_text("utf-8").replace("{", '{"colour": "blue",', 1), "utf-8")
    header = read_header(tmp_path)
    assert header is not None
    assert header.municipality == "Eksempel kommune"
