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


@dataclass(frozen=True, slots=True)
class Cost:
    """What deriving a key from the passphrase costs (Argon2id): passes, memory in KiB, lanes."""

    passes: int
    memory_kib: int
    lanes: int


REAL_COST = Cost(passes=3, memory_kib=64 * 1024, lanes=4)  # about a third of a second on an office laptop
LOWEST_COST = Cost(passes=1, memory_kib=8, lanes=1)  # for tests only


class WrongPassphraseError(Exception):
    """The passphrase does not open the data key."""


def new_data_key() -> bytes:
    """A random key for a new database."""
    return os.urandom(DATA_KEY_BYTES)


def wrap(data_key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    """The data key locked with the passphrase, as plain JSON values."""
    salt, nonce = os.urandom(16), os.urandom(12)
    locked = AESGCM(_derive(passphrase, salt, cost)).encrypt(nonce, data_key, _BOUND_TO)
    return {
        "kdf": "argon2id",
        "passes": cost.passes,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": b64encode(salt).decode(),
        "nonce": b64encode(nonce).decode(),
        "locked": b64encode(locked).decode(),
    }


def unwrap(wrapped: dict[str, Any], passphrase: str) -> bytes:
    """The data key. Raises WrongPassphraseError."""
    cost = Cost(wrapped["passes"], wrapped["memory_kib"], wrapped["lanes"])
    key = _derive(passphrase, b64decode(wrapped["salt"]), cost)
    try:
        return AESGCM(key).decrypt(b64decode(wrapped["nonce"]), b64decode(wrapped["locked"]), _BOUND_TO)
    except InvalidTag:
        raise WrongPassphraseError from None


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same passphrase typed on another keyboard can come composed or decomposed.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, DATA_KEY_BYTES, Type.ID)
