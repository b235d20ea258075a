"""The bytes of an export as text: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252."""

import codecs
import re

from hjemmebesok.domain.phrase import Phrase, Refused

LARGEST_FILE = 50_000_000  # bytes; a register of 1 000 leases is some 300 000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and the older .xls
_NEVER_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


def text_of(data: bytes) -> str:
    """The text of the file. Raises Refused where it is empty, too large, or no text at all."""
    if data.startswith(_EXCEL):
        raise Refused(Phrase("Dette er en Excel-fil. Lagre den som CSV (semikolondelt) og prøv igjen."))
    if len(data) > LARGEST_FILE:
        raise Refused(Phrase("Filen er for stor til å være et leieregister."))
    text = _decoded(data)
    if text is None or _NEVER_IN_TEXT.search(text):
        raise Refused(Phrase("Filen er ikke en tekstfil. Velg CSV-filen fra leieregisteret."))
    if not text.strip():
        raise Refused(Phrase("Filen er tom."))
    return text


def _decoded(data: bytes) -> str | None:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            # Not passed on: the error carries the whole file.
            continue
    return None
