"""A photo as it goes into a PDF: bare, and no larger than print shows."""

from dataclasses import dataclass
from functools import lru_cache

from hjemmebesok.letters.picture import Bare, bare

MOST_PIXELS = 680  # a side: 220 to the inch in a column of 78 mm


@dataclass(frozen=True, slots=True)
class Jpeg(Bare):
    """A bare photo as an object of a PDF."""

    @property
    def entries(self) -> str:
        """Its dictionary as a PDF's image."""
        space = "DeviceGray" if self.grey else "DeviceRGB"
        return (
            f"/Type /XObject /Subtype /Image /Filter /DCTDecode /ColorSpace /{space} /BitsPerComponent 8"
            f" /Width {self.width} /Height {self.height}"
        )


@lru_cache(maxsize=8)  # a letter in two languages shows its photos twice
def for_print(image: bytes) -> Jpeg:
    """A JPEG or PNG made ready. The same image gives the same bytes. Raises Refused where it cannot be read."""
    made = bare(image, MOST_PIXELS)
    return Jpeg(made.data, made.width, made.height, made.grey)
