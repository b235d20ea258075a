"""Keys: a random data key opens the database; a key made from the passphrase opens the data key.

So the passphrase can change without rewriting the file, and the slow derivation runs once for each unlock.
"""

import os
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

DATA_KEY_BYTES = 32
_BOUND_TO = b"hjemmebesok data key 1"
_KDF = "argon2id"


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key from the passphrase costs (Argon2id): passes, memory in KiB, lanes."""

    passes: int
    memory_kib: int
    lanes: int


REAL_COST = Cost(passes=3, memory_kib=64 * 1024, lanes=4)  # about a third of a second on an office laptop
LOWEST_COST = Cost(passes=1, memory_kib=8, lanes=1)  # for tests only


_MOST = Cost(passes=64, memory_kib=1024 * 1024, lanes=64)  # a header that asks for more would only stop the laptop
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16


class WrongPassphraseError(Exception):
    """The passphrase does not open the data key."""


class DamagedKeyError(Exception):
    """What should be a wrapped data key is none of ours."""


def new_data_key() -> bytes:
    """A random key for a new database."""
    return os.urandom(DATA_KEY_BYTES)


def wrap(data_key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    """The data key locked with the passphrase, as plain JSON values."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    locked = AESGCM(_derive(passphrase, salt, cost)).encrypt(nonce, data_key, _BOUND_TO)
    return {
        "kdf": _KDF,
        "passes": cost.passes,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": b64encode(salt).decode(),
        "nonce": b64encode(nonce).decode(),
        "locked": b64encode(locked).decode(),
    }


def unwrap(wrapped: dict[str, Any], passphrase: str) -> bytes:
    """The data key. Raises WrongPassphraseError, or DamagedKeyError before anything is derived."""
    try:
        cost = Cost(wrapped["passes"], wrapped["memory_kib"], wrapped["lanes"])
        salt, nonce, locked = (b64decode(wrapped[name], validate=True) for name in ("salt", "nonce", "locked"))
        lengths = len(salt), len(nonce), len(locked)
    except (KeyError, TypeError, ValueError):
        raise DamagedKeyError from None
    if wrapped.get("kdf") != _KDF or not _bearable(cost):
        raise DamagedKeyError
    if lengths != (_SALT_BYTES, _NONCE_BYTES, DATA_KEY_BYTES + _TAG_BYTES):
        raise DamagedKeyError
    try:
        return AESGCM(_derive(passphrase, salt, cost)).decrypt(nonce, locked, _BOUND_TO)
    except InvalidTag:
        raise WrongPassphraseError from None


def _bearable(cost: Cost) -> bool:
    whole = all(type(part) is int for part in (cost.passes, cost.memory_kib, cost.lanes))
    return (
        whole
        and 1 <= cost.passes <= _MOST.passes
        and 1 <= cost.lanes <= _MOST.lanes
        and 8 * cost.lanes <= cost.memory_kib <= _MOST.memory_kib
    )


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same passphrase typed on another keyboard can come composed or decomposed.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, DATA_KEY_BYTES, Type.ID)
