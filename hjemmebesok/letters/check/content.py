"""What is painted on a page, and which marked content each stroke of it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from hjemmebesok.letters.check.fonts import to_unicode

_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = _TEXT | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
_ARTIFACT = -1


@dataclass(slots=True)
class PageContent:
    """The text of each mark on one page, by number, and what is wrong with the page."""

    texts: dict[int, str] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    _open: list[int | None] = field(default_factory=list)  # a mark's number, _ARTIFACT, or None for neither
    _letters: dict[int, str] = field(default_factory=dict)  # of the font in use

    def begin(self, tag: pikepdf.Object, properties: Any) -> None:
        """A marked-content sequence begins."""
        number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
        current = self._current()
        if tag == Name.Artifact and current not in (None, _ARTIFACT):
            self.findings.append("there is an artifact within tagged content")
        if number is not None and current is not None:
            self.findings.append(f"mark {number} begins within another or within an artifact")
        if number is not None and int(number) in self.texts:
            self.findings.append(f"mark {number} is used twice")
        self._open.append(_ARTIFACT if tag == Name.Artifact else None if number is None else int(number))
        if number is not None:
            self.texts[int(number)] = ""

    def end(self) -> None:
        """A marked-content sequence ends."""
        if self._open:
            self._open.pop()
        else:
            self.findings.append("marked content ends that did not begin")

    def paint(self, operator: str, operands: Sequence[Any]) -> None:
        """Something is painted."""
        current = self._current()
        if current is None:
            self.findings.append(f"{operator} paints what is neither tagged nor an artifact")
        elif current != _ARTIFACT and operator in _TEXT:
            self.texts[current] += self._text(operands[-1])

    def close(self) -> None:
        """The page ends."""
        if self._open:
            self.findings.append("marked content is not ended")

    def use(self, letters: dict[int, str]) -> None:
        """A font is chosen."""
        self._letters = letters

    def _current(self) -> int | None:
        return next((entry for entry in reversed(self._open) if entry is not None), None)

    def _text(self, operand: Any) -> str:
        strings = list(operand) if isinstance(operand, Array) else [operand]
        codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
        return "".join(self._letters.get(code, "\ufffd") for code in codes)


def read_content(page: pikepdf.Page) -> PageContent:
    """Read one page's content stream."""
    fonts = {name: to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    content = PageContent()
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            content.begin(operands[0], operands[1] if len(operands) > 1 else None)
        elif operator == "EMC":
            content.end()
        elif operator == "Tf":
            content.use(fonts.get(str(operands[0]), {}))
        elif operator in _PAINT:
            content.paint(operator, list(operands))
    content.close()
    return content
