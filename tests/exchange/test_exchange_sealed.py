"""A ZIP that opens with its passphrase, in another program than ours, and with no other."""

import ctypes
import ctypes.util
from collections.abc import Iterator

import pytest

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.exchange.sealed import SHORTEST, sealed

PASSPHRASE = "fire ord om høsten"
FILES = {"innsyn-nb.html": "Øvre Fjellåsen ğ".encode() * 1_000, "tom.txt": b"", "brev/én.pdf": bytes(range(256)) * 77}
_END = 1  # what libarchive says after the last file


@pytest.fixture(scope="module")
def library() -> ctypes.CDLL:
    found = ctypes.util.find_library("archive")
    if found is None:
        pytest.skip("libarchive, which opens sealed ZIP files independently of us, is not on this machine")
    library = ctypes.CDLL(found)
    for name in ("archive_read_new", "archive_entry_pathname_utf8", "archive_error_string"):
        getattr(library, name).restype = ctypes.c_void_p if name.endswith("new") else ctypes.c_char_p
    library.archive_read_data.restype = ctypes.c_ssize_t
    return library


def opened(library: ctypes.CDLL, package: bytes, passphrase: str) -> Iterator[tuple[str, bytes]]:
    """What another program finds. Raises OSError where it does not open."""
    reader = ctypes.c_void_p(library.archive_read_new())
    entry = ctypes.c_void_p()
    try:
        library.archive_read_support_format_zip(reader)
        library.archive_read_add_passphrase(reader, passphrase.encode())
        library.archive_read_open_memory(reader, package, ctypes.c_size_t(len(package)))
        while (state := library.archive_read_next_header(reader, ctypes.byref(entry))) == 0:
            name = library.archive_entry_pathname_utf8(entry)
            room = ctypes.create_string_buffer(1_000_000)
            length = library.archive_read_data(reader, room, ctypes.c_size_t(len(room)))
            if length < 0:
                raise OSError(library.archive_error_string(reader))
            yield name.decode(), room.raw[:length]
        if state != _END:
            raise OSError(library.archive_error_string(reader))
    finally:
        library.archive_read_free(reader)


def test_another_program_opens_it_with_the_passphrase(library: ctypes.CDLL) -> None:
    assert dict(opened(library, sealed(FILES, PASSPHRASE), PASSPHRASE)) == FILES


def test_another_passphrase_does_not_open_it(library: ctypes.CDLL) -> None:
    with pytest.raises(OSError, match=r"(?i)passphrase"):
        list(opened(library, sealed(FILES, PASSPHRASE), "fire andre ord her"))


def test_a_changed_byte_is_noticed(library: ctypes.CDLL) -> None:
    package = bytearray(sealed({"a.bin": bytes(range(256)) * 40}, PASSPHRASE))
    package[120] ^= 1
    with pytest.raises(OSError, match=r"(?i)mac|crc|zip"):
        list(opened(library, bytes(package), PASSPHRASE))


def test_nothing_of_what_is_in_the_files_is_seen_from_outside() -> None:
    package = sealed({"a.txt": b"KANARI" * 100}, PASSPHRASE)
    assert b"KANARI" not in package
    assert sealed(FILES, PASSPHRASE) != sealed(FILES, PASSPHRASE)  # the salt is new each time


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match=str(SHORTEST)):
        sealed(FILES, "kort nok")
