"""A ZIP that opens with a passphrase: AES-256 in the AE-2 format, which 7-Zip, WinZip, Keka and others open.

A family must be able to open it without this program, so it is a format that others read, and not the strongest
there could be: the passphrase goes through PBKDF2 with SHA-1 only 1 000 times, as the format says. A long passphrase
makes up for it, and short ones are refused. File names and sizes are seen by anyone; what is in the files is not.
Source: https://www.winzip.com/en/support/aes-encryption/ and PKWARE's APPNOTE.TXT 6.3.
"""

import hashlib
import hmac
import os
import struct
import zlib
from collections.abc import Callable, Mapping

from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES

from hjemmebesok.domain.phrase import Phrase, Refused

SHORTEST = 16  # characters
_KEY, _SALT, _CHECK, _MAC = 32, 16, 2, 10  # bytes
_ROUNDS = 1_000
_BLOCK = 16

_FLAGS = 0x0801  # encrypted, and names in UTF-8
_METHOD, _DEFLATED, _NEEDS = 99, 8, 51
_DAY = 0x21  # 1 January 1980: what day it is has no business outside the seal
_EXTRA = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, _DEFLATED)


def sealed(files: Mapping[str, bytes], passphrase: str, random: Callable[[int], bytes] = os.urandom) -> bytes:
    """The files, by name, each sealed with the passphrase. Raises Refused for a short one."""
    if len(passphrase) < SHORTEST:
        raise Refused(Phrase("Passfrasen må ha minst {n} tegn. Fire vanlige ord er bra.", n=SHORTEST))
    package, directory = bytearray(), bytearray()
    for name, data in files.items():
        body = _seal(_deflated(data), passphrase.encode(), random(_SALT))
        written = name.encode()
        common = struct.pack("<HHHHHIIIHH", _NEEDS, _FLAGS, _METHOD, 0, _DAY, 0, len(body), len(data), len(written), 11)
        directory += b"PK\1\2" + struct.pack("<H", _NEEDS) + common
        directory += struct.pack("<HHHII", 0, 0, 0, 0o644 << 16, len(package)) + written + _EXTRA
        package += b"PK\3\4" + common + written + _EXTRA + body
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(package), 0)
    return bytes(package + directory + b"PK\5\6" + end)


def _seal(data: bytes, passphrase: bytes, salt: bytes) -> bytes:
    derived = hashlib.pbkdf2_hmac("sha1", passphrase, salt, _ROUNDS, 2 * _KEY + _CHECK)
    key, mac_key, check = derived[:_KEY], derived[_KEY : 2 * _KEY], derived[2 * _KEY :]
    secret = _counted(data, key)
    return salt + check + secret + hmac.digest(mac_key, secret, "sha1")[:_MAC]


def _counted(data: bytes, key: bytes) -> bytes:
    """AES in counter mode with a little-endian counter from 1, which the format asks for and no library has."""
    blocks = -(-len(data) // _BLOCK)
    counters = b"".join(number.to_bytes(_BLOCK, "little") for number in range(1, blocks + 1))
    encryptor = Cipher(AES(key), modes.ECB()).encryptor()
    stream = (encryptor.update(counters) + encryptor.finalize())[: len(data)]
    return (int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(data), "big")


def _deflated(data: bytes) -> bytes:
    deflating = zlib.compressobj(wbits=-15)
    return deflating.compress(data) + deflating.flush()
