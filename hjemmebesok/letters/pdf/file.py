"""The objects of a PDF, and the file they become. Source: ISO 32000-1, 7.3 and 7.5."""

import hashlib
import zlib
from collections.abc import Callable, Hashable

_IN_A_STREAM = 200  # objects packed together
_HEADER = b"%PDF-1.7\n%\xe6\xf8\xe5\xc6\n"  # letters beyond ASCII, so that nobody takes the file for text


class PdfFile:
    """Objects under way, each known by its number from 1. The same objects in the same order give the same bytes."""

    def __init__(self) -> None:
        self._streams: dict[int, bytes] = {}
        self._plain: dict[int, bytes] = {}
        self._known: dict[Hashable, int] = {}
        self._last = 0

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._last += 1
        return self._last

    def put(self, text: str, number: int = 0) -> int:
        """An object that is no stream; under a number reserved for it, or a new one."""
        number = number or self.reserve()
        self._plain[number] = text.encode("latin-1")
        return number

    def stream(self, entries: str, data: bytes, *, packed: bool = False) -> int:
        """A stream with these dictionary entries; `packed` data is compressed already or must not be."""
        number = self.reserve()
        self._streams[number] = stream(entries, data) if packed else stream(*compressed(entries, data))
        return number

    def ready(self, body: bytes) -> int:
        """A stream that is written already."""
        number = self.reserve()
        self._streams[number] = body
        return number

    def once(self, key: Hashable, put: Callable[[], int]) -> int:
        """The object known by this key; the first time it is put."""
        if key not in self._known:
            self._known[key] = put()
        return self._known[key]

    def finish(self, catalogue: int, info: int) -> bytes:
        """The whole file: streams first, then all else packed together, then where each of them is."""
        parts, position = [_HEADER], len(_HEADER)
        rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        packed = self._packed(rows)
        for number, body in {**self._streams, **packed}.items():
            rows[number] = (1, position, 0)
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            position += len(parts[-1])
        rows[self.reserve()] = (1, position, 0)
        parts.append(self._index(rows, catalogue, info, _digest(parts)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)

    def _packed(self, rows: dict[int, tuple[int, int, int]]) -> dict[int, bytes]:
        made: dict[int, bytes] = {}
        waiting = sorted(self._plain.items())
        for first in range(0, len(waiting), _IN_A_STREAM):
            some, number = waiting[first : first + _IN_A_STREAM], self.reserve()
            heads, position = [], 0
            for place, (each, body) in enumerate(some):
                rows[each] = (2, number, place)
                heads.append(b"%d %d" % (each, position))
                position += len(body) + 1
            head = b" ".join(heads) + b"\n"
            entries = f"/Type /ObjStm /N {len(some)} /First {len(head)}"
            made[number] = stream(*compressed(entries, head + b"\n".join(body for _, body in some)))
        return made

    def _index(self, rows: dict[int, tuple[int, int, int]], catalogue: int, info: int, digest: str) -> bytes:
        # A number that nothing was put under is free.
        whole = [rows.get(number, rows[0]) for number in range(self._last + 1)]
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + within.to_bytes(2, "big")
            for kind, place, within in whole
        )
        entries = f"/Type /XRef /Size {len(whole)} /W [1 4 2] /Root {catalogue} 0 R /Info {info} 0 R"
        body = stream(*compressed(f"{entries} /ID [<{digest}> <{digest}>]", table))
        return b"%d 0 obj\n%b\nendobj\n" % (self._last, body)


def stream(entries: str, data: bytes) -> bytes:
    """A stream object. The end of line after the data is CR LF: after data that happens to end in CR, a bare LF would
    be read as half of one, and /Length would be wrong (ISO 19005-2, 6.1.7.1)."""
    return b"<< %b /Length %d >>\nstream\n%b\r\nendstream" % (entries.encode("latin-1"), len(data), data)


def compressed(entries: str, data: bytes) -> tuple[str, bytes]:
    """The same data packed, and the entries that say so."""
    return f"{entries} /Filter /FlateDecode", zlib.compress(data)


def text_string(text: str) -> str:
    """A PDF text string; hexadecimal, so that no letter of it needs escaping."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex().upper()}>"


def _digest(parts: list[bytes]) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
