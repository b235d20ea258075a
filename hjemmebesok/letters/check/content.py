"""What is painted on a page, and which marked content each stroke of it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from hjemmebesok.letters.check.fonts import Letters, read_back, to_unicode

_TEXT = {"Tj", "TJ", "'", '"'}
_PAINT = _TEXT | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
_READ = " ".join([*(_PAINT - {"INLINE IMAGE"}), "BI ID EI BDC BMC EMC BT Td TD Tm Tf"])  # the others change no text
_ARTIFACT = -1
_NEITHER = -2

Place = tuple[float, float]  # points from the lower left corner


@dataclass(slots=True)
class PageContent:
    """The text of each mark on one page, by number; where its first line begins; and what is wrong with the page."""

    texts: dict[int, str] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    artifacts: dict[Place, str] = field(default_factory=dict)  # the texts outside the tree, by where they begin
    findings: list[str] = field(default_factory=list)
    _around: list[int] = field(default_factory=list)  # who owned what is around each sequence that is open
    _owner: int = _NEITHER  # a mark's number, or _ARTIFACT
    _letters: Letters = field(default_factory=dict)  # of the font in use
    _at: Place = (0.0, 0.0)

    def begin(self, tag: pikepdf.Object, properties: Any) -> None:
        """A marked-content sequence begins."""
        found = properties.get("/MCID") if isinstance(properties, Dictionary) else None
        number = _NEITHER if found is None else int(found)
        if tag == Name.Artifact and self._owner >= 0:
            self.findings.append("there is an artifact within tagged content")
        if number >= 0 and self._owner != _NEITHER:
            self.findings.append(f"mark {number} begins within another or within an artifact")
        if number in self.texts:
            self.findings.append(f"mark {number} is used twice")
        if number >= 0:
            self.texts[number] = ""
        self._around.append(self._owner)
        if tag == Name.Artifact or number >= 0:
            self._owner = _ARTIFACT if tag == Name.Artifact else number

    def end(self) -> None:
        """A marked-content sequence ends."""
        if self._around:
            self._owner = self._around.pop()
        else:
            self.findings.append("marked content ends that did not begin")

    def paint(self, operator: str, operands: Sequence[Any]) -> None:
        """Something is painted."""
        if self._owner == _NEITHER:
            self.findings.append(f"{operator} paints what is neither tagged nor an artifact")
        elif operator in _TEXT:
            self._say(self._text(operands[-1]))

    def close(self) -> None:
        """The page ends."""
        if self._around:
            self.findings.append("marked content is not ended")

    def use(self, letters: Letters) -> None:
        """A font is chosen."""
        self._letters = letters

    def move(self, at: Place, *, by: bool) -> None:
        """Text will begin here, or so far from where it last began."""
        self._at = (self._at[0] + at[0], self._at[1] + at[1]) if by else at

    def _say(self, text: str) -> None:
        if self._owner == _ARTIFACT:
            self.artifacts[self._at] = self.artifacts.get(self._at, "") + text
            return
        self.texts[self._owner] += text
        self.places.setdefault(self._owner, self._at)

    def _text(self, operand: Any) -> str:
        strings = list(operand) if isinstance(operand, Array) else [operand]
        return read_back(b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String)), self._letters)


Fonts = Mapping[str, Letters]  # by the name that a page knows each of them by


def read_contents(pdf: pikepdf.Pdf) -> list[PageContent]:
    """Read the content stream of every page."""
    shared: dict[tuple[int, int], Fonts] = {}
    return [_read_content(page, _fonts(page, shared)) for page in pdf.pages]


def _fonts(page: pikepdf.Page, shared: dict[tuple[int, int], Fonts]) -> Fonts:
    listed = page.Resources.get("/Font", Dictionary())
    if listed.objgen not in shared or not listed.is_indirect:
        shared[listed.objgen] = {name: to_unicode(font) for name, font in listed.items()}
    return shared[listed.objgen]


def _read_content(page: pikepdf.Page, fonts: Fonts) -> PageContent:
    content = PageContent()
    for instruction in pikepdf.parse_content_stream(page, _READ):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "EMC":
            content.end()
        elif operator in ("BDC", "BMC"):
            content.begin(operands[0], operands[1] if len(operands) > 1 else None)
        elif operator == "BT":
            content.move((0.0, 0.0), by=False)
        elif operator in ("Td", "TD"):
            content.move((float(operands[0]), float(operands[1])), by=True)
        elif operator == "Tm":
            content.move((float(operands[4]), float(operands[5])), by=False)
        elif operator == "Tf":
            content.use(fonts.get(str(operands[0]), {}))
        elif operator in _PAINT:
            content.paint(operator, list(operands))
    content.close()
    return content
