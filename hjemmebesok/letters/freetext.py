"""Free text: what somebody wrote themselves. It is printed in the language it was written in, and labelled so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FreeText:
    """Words as they were written, with the language they were written in (BCP 47). A new line starts a paragraph."""

    text: str
    language: str = "nb"
