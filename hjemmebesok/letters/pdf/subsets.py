"""The letters of a font that lie in the file, and the codes they have there.

Nearly every letter is written with the same signs. They are cut from the font once and for all, so that a thousand
letters need no more cutting than one; what else somebody's name needs is cut for that letter alone.
"""

import hashlib
from functools import lru_cache, partial
from itertools import groupby

from hjemmebesok.letters.pdf.file import PdfFile, compressed, stream
from hjemmebesok.letters.pdf.fonts import advances, face

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_BEYOND = "\u00a0æøåÆØÅçğıöşüÇĞİÖŞÜâîûéèêóòäáàñ«»“”‘’–—…•·€§°×½"
_FIRST_BEYOND = 128
_COMMON = (*("",) * 0x20, *_ASCII, "", *_BEYOND)
_MOST = 128  # letters in a further subset: codes 128 to 255, none of which means anything to the string around it
_CODES = str.maketrans(
    {**{letter: chr(code) for code, letter in enumerate(_BEYOND, _FIRST_BEYOND)}, **{c: f"\\{c}" for c in "\\()"}}
)
_KNOWN = frozenset(_ASCII + _BEYOND)
_SYMBOLIC = 4
_IN_A_BLOCK = 100  # of ToUnicode; Adobe Technical Note 5411


class Subsets:
    """What one letter uses of one font. `key` begins the names its parts have on the pages."""

    def __init__(self, name: str, key: str) -> None:
        self._name, self._key = name, key
        self._rare: dict[str, int] = {}  # in the order they were first used

    def encode(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces: the name of the part of the font, and a PDF string's inside in its codes."""
        if codes := _common_codes(text):
            return [(f"{self._key}0", codes)]
        parts = groupby(text, key=self._part)
        return [(f"{self._key}{part}", "".join(map(self._code, letters))) for part, letters in parts]

    def put(self, file: PdfFile) -> str:
        """Put what was used in the file, if no other letter has; the entries for the pages' list of fonts."""
        rare = tuple(self._rare)
        parts = [_COMMON, *(rare[first : first + _MOST] for first in range(0, len(rare), _MOST))]
        numbers = [file.once((self._name, letters), partial(_put, file, self._name, letters)) for letters in parts]
        return " ".join(f"/{self._key}{part} {number} 0 R" for part, number in enumerate(numbers))

    def _part(self, letter: str) -> int:
        return 0 if letter in _KNOWN else 1 + self._rare.setdefault(letter, len(self._rare)) // _MOST

    def _code(self, letter: str) -> str:
        if letter in _KNOWN:
            return letter.translate(_CODES)
        return chr(_FIRST_BEYOND + self._rare[letter] % _MOST)


@lru_cache(maxsize=4096)  # one letter to many people has the same lines, but for a few
def _common_codes(text: str) -> str:
    """The text in the codes of the common letters; "" where it has others."""
    return text.translate(_CODES) if _KNOWN.issuperset(text) else ""


def _put(file: PdfFile, name: str, letters: tuple[str, ...]) -> int:
    if letters is not _COMMON:
        letters = (*("",) * _FIRST_BEYOND, *letters)
    program, to_unicode, widths = _cut(name, letters)
    known, called = face(name), f"{_tag(letters)}+{name}"
    box = " ".join(str(round(side)) for side in known.bbox)
    descriptor = file.put(
        f"<< /Type /FontDescriptor /FontName /{called} /Flags {_SYMBOLIC} /FontBBox [{box}] /ItalicAngle 0"
        f" /Ascent {known.ascent:.0f} /Descent {known.descent:.0f} /CapHeight {known.capHeight:.0f}"
        f" /StemV {known.stemV:.0f} /FontFile2 {file.ready(program)} 0 R >>"
    )
    return file.put(
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{called} /FirstChar 0 /LastChar {len(letters) - 1}"
        f" /Widths [{widths}] /FontDescriptor {descriptor} 0 R /ToUnicode {file.ready(to_unicode)} 0 R >>"
    )


@lru_cache(maxsize=32)
def _cut(name: str, letters: tuple[str, ...]) -> tuple[bytes, bytes, str]:
    """The font program with these letters by code, the map from codes back to letters, and how wide each is.

    The first two are streams, ready written.
    """
    program = face(name).makeSubset([ord(letter) if letter else 0 for letter in letters])
    return (
        stream(*compressed(f"/Length1 {len(program)}", program)),
        stream(*compressed("", _to_unicode(letters).encode())),
        " ".join(f"{1000 * advances(name)[letter]:.0f}" if letter else "0" for letter in letters),
    )


def _to_unicode(letters: tuple[str, ...]) -> str:
    """The map from codes to letters, without the unused codes, which must not map to U+0000 (6.2.11.7.2)."""
    pairs = [f"<{code:02X}> <{ord(letter):04X}>" for code, letter in enumerate(letters) if letter]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(pairs), _IN_A_BLOCK):
        block = pairs[start : start + _IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def _tag(letters: tuple[str, ...]) -> str:
    """Six letters that tell this subset from others of the same font (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256("".join(letters).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
