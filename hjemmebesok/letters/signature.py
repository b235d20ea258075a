"""A signature in a letter: drawn on the screen, by whom and on which day."""

from dataclasses import dataclass
from datetime import date

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.signature import Strokes


@dataclass(frozen=True, slots=True)
class DrawnSignature:
    """Its lines, in the units of the field it was drawn in."""

    name: str
    signed_on: date
    strokes: Strokes

    @property
    def alt(self) -> Phrase:
        """What is read aloud in its place."""
        return Phrase("Tegnet underskrift av {name}", name=self.name)

    @property
    def caption(self) -> Phrase:
        """What stands under it."""
        return Phrase("Signert på skjermen {day}: {name}", day=self.signed_on, name=self.name)
