"""A photo in a letter: the picture, what somebody wrote under it, and what it shows to those who do not see it."""

from dataclasses import dataclass

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.freetext import FreeText

_SHORTEST = 6  # letters: less than that describes nothing


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG or PNG as it was taken; where and when it was taken never follows into the letter.

    `alt` is read aloud instead of the picture, so it is never left out. Raises Refused where it says nothing.
    """

    image: bytes
    alt: FreeText
    caption: FreeText | None = None

    def __post_init__(self) -> None:
        if len(self.alt.text.strip()) < _SHORTEST:
            raise Refused(Phrase("Et bilde mangler beskrivelse. Skriv hva det viser, for den som ikke ser det."))
