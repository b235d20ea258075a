"""Every font is in the file, and every letter in it can be read back as text."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary

_BLOCK = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_NO_LETTER = "\0\ufeff\ufffe"


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    """Which text each code of a one-byte font stands for; empty where the font does not say."""
    if "/ToUnicode" not in font:
        return {}
    blocks = _BLOCK.findall(font.ToUnicode.read_bytes().decode("latin-1"))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for b in blocks for code, text in _PAIR.findall(b)}


def font_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the fonts of any page."""
    fonts = [font for page in pdf.pages for _, font in page.Resources.get("/Font", {}).items()]
    for font in fonts:
        name = str(font.get("/BaseFont", "without a name"))
        descriptor = font.get("/FontDescriptor", Dictionary())
        if not any(key in descriptor for key in _FILES):
            yield f"the font {name} is not embedded"
        letters = "".join(to_unicode(font).values())
        if not letters:
            yield f"the font {name} cannot be read back as text"
        if any(letter in _NO_LETTER or "\ue000" <= letter <= "\uf8ff" for letter in letters):
            yield f"the font {name} maps to what is no letter"
