"""What is drawn on one page, as the operators of its content stream. Source: ISO 32000-1, annex A."""

from collections.abc import Iterable, Sequence

Colour = tuple[float, float, float]
Point = tuple[float, float]


class Ink:
    """The content of one page under way; points from the lower left corner. Every stroke is within a mark."""

    def __init__(self) -> None:
        self._code: list[str] = []
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None
        self._line: tuple[float, Colour] | None = None

    def begin(self, mark: str) -> None:
        """Begin marked content."""
        self._code.append(f"{mark} BDC")

    def end(self) -> None:
        """End marked content."""
        self._code.append("EMC")

    def write(self, pieces: Iterable[tuple[str, str]], at: Point, size: float, colour: Colour) -> None:
        """A line of text: the name of a font and a string in its codes, one after the other."""
        self._fill_with(colour)
        self._code.append(f"BT {at[0]:.2f} {at[1]:.2f} Td")
        for font, codes in pieces:
            if self._font != (font, size):
                self._font = (font, size)
                self._code.append(f"/{font} {size:g} Tf")
            self._code.append(f"({codes}) Tj")
        self._code.append("ET")

    def fill(self, at: Point, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle with its lower left corner here."""
        self._fill_with(colour)
        self._code.append(f"{at[0]:.2f} {at[1]:.2f} {width:.2f} {height:.2f} re f")

    def stroke(self, lines: Sequence[Sequence[Point]], width: float, colour: Colour) -> None:
        """Connected lines with round joins."""
        if self._line != (width, colour):
            self._line = (width, colour)
            self._code.append(f"{_shade(colour)} RG {width:g} w 1 j 1 J")
        for (x, y), *others in lines:
            self._code.append(f"{x:.2f} {y:.2f} m")
            self._code += [f"{right:.2f} {up:.2f} l" for right, up in others]
        self._code.append("S")

    def show(self, image: str, at: Point, width: float, height: float) -> None:
        """A picture with its lower left corner here."""
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {at[0]:.2f} {at[1]:.2f} cm /{image} Do Q")

    def content(self) -> bytes:
        """The content stream."""
        return "\n".join(self._code).encode("latin-1")

    def _fill_with(self, colour: Colour) -> None:
        if self._colour != colour:
            self._colour = colour
            self._code.append(f"{_shade(colour)} rg")


def _shade(colour: Colour) -> str:
    return f"{colour[0]:g} {colour[1]:g} {colour[2]:g}"
