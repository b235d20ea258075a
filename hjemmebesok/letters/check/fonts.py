"""Every font is in the file, and every letter in it can be read back as text."""

import re
from codecs import charmap_decode
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pikepdf
from pikepdf import Dictionary

_BLOCK = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_NO_LETTER = "\0\ufeff\ufffe"

Letters = Mapping[int, str]  # which text each code of a one-byte font stands for


def to_unicode(font: pikepdf.Object) -> Letters:
    """The font's letters; none where it does not say."""
    return _letters(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}


def read_back(codes: bytes, letters: Letters) -> str:
    """The text that these codes stand for; U+FFFD for each that stands for nothing."""
    return charmap_decode(codes, "replace", letters)[0]


def font_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the fonts of any page."""
    for font in _fonts(pdf):
        name = str(font.get("/BaseFont", "without a name"))
        descriptor = font.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in _FILES):
            yield f"the font {name} is not embedded"
        letters = "".join(to_unicode(font).values())
        if not letters:
            yield f"the font {name} cannot be read back as text"
        if any(letter in _NO_LETTER or "\ue000" <= letter <= "\uf8ff" for letter in letters):
            yield f"the font {name} maps to what is no letter"


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    # Each once, however many pages use it.
    every = [font for page in pdf.pages for _, font in page.Resources.get("/Font", {}).items()]
    shared = {font.objgen: font for font in every if font.is_indirect}
    return [*shared.values(), *(font for font in every if not font.is_indirect)]


@lru_cache(maxsize=64)  # nearly all letters have the same fonts
def _letters(cmap: bytes) -> Letters:
    blocks = _BLOCK.findall(cmap.decode("latin-1"))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for b in blocks for code, text in _PAIR.findall(b)}
