"""A file of parts, sealed with a key made from a passphrase: none can be read, changed, moved or put in by others.

Argon2id makes the key, AES-256-GCM seals each part under its number. Whoever writes says in the last part that it is
the last; a file that was cut off is known by that.
"""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from hjemmebesok.domain.phrase import Phrase, Refused

_BEGINS = b"hjemmebesok sealed 1\n"
_SALT = 16
_LARGEST = 64 * 1024 * 1024  # bytes in a part


class Seal:
    """Writes parts to a file."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        salt = secrets.token_bytes(_SALT)
        self._file = file
        self._cipher = _cipher(passphrase, salt)
        self._number = 0
        file.write(_BEGINS + salt)

    def write(self, part: bytes) -> None:
        """The next part."""
        sealed = self._cipher.encrypt(_nonce(self._number), part, _BEGINS)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def opened(file: BinaryIO, passphrase: str) -> Iterator[bytes]:
    """The parts of a file, in order. Raises Refused where it is no such file, or the passphrase is another."""
    head = file.read(len(_BEGINS) + _SALT)
    if not head.startswith(_BEGINS) or len(head) < len(_BEGINS) + _SALT:
        raise Refused(Phrase("Filen er ikke en sikkerhetskopi."))
    cipher = _cipher(passphrase, head[len(_BEGINS) :])
    number = 0
    while length := file.read(4):
        size = int.from_bytes(length, "big")
        try:
            yield cipher.decrypt(_nonce(number), file.read(min(size, _LARGEST)), _BEGINS)
        except InvalidTag as error:
            raise Refused(Phrase("Passfrasen er feil, eller sikkerhetskopien er skadet.")) from error
        number += 1


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    key = hash_secret_raw(
        passphrase.encode(), salt, time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=32, type=Type.ID
    )
    return AESGCM(key)


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")
