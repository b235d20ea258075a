"""Two places where ReportLab 5.1 writes what PDF/A does not allow, and how they are written instead.

Found by validating the files it makes. `install` replaces them for the whole process: this room is ReportLab's only
user here.
"""

from typing import Any

_MOST_IN_A_BLOCK = 100  # bfchar entries, Adobe Technical Note 5411


def install() -> None:
    """Make ReportLab write streams and ToUnicode maps that conform."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc, ttfonts

    rl_config.useA85 = 0  # plain bytes: a quarter smaller than text
    pdfdoc.PDFStream.format = _stream
    ttfonts.makeToUnicodeCMap = _to_unicode


def _stream(stream: Any, document: Any) -> bytes:
    """A stream whose /Length is the bytes between `stream` and an end of line (ISO 19005-2, 6.1.7.1).

    The end of line is CR LF: after data that happens to end in CR, a bare LF would be read as half of one.
    """
    from reportlab.pdfbase import pdfdoc

    entries, content = dict(stream.dictionary.dict), stream.content
    filters = document.defaultStreamFilters if stream.filters is None else stream.filters
    for encoding in reversed(filters or []):
        content = encoding.encode(content)
    if filters:
        entries["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName(encoding.pdfname) for encoding in filters])
    data = pdfdoc.format(content, document)
    entries["Length"] = len(data)
    head = pdfdoc.format(pdfdoc.PDFDictionary(entries), document)
    return bytes(head + b"\nstream\n" + data + b"\r\nendstream\n")


def _to_unicode(font_name: str, subset: list[int]) -> str:
    """The map from codes to letters, without the unused codes, which must not map to U+0000 (6.2.11.7.2)."""
    pairs = [f"<{code:02X}> <{_utf16(letter)}>" for code, letter in enumerate(subset) if letter]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(pairs), _MOST_IN_A_BLOCK):
        block = pairs[start : start + _MOST_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def _utf16(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
