"""The letter about the programme: what it is, who it is for, and that it is voluntary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationLetter(Letter):
    """To every household in the target group."""

    code: ClassVar[str] = "information"

    weeks: int = 2  # until the municipality calls

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/information."""
        return {**self.sender.fields(), "uker": self.weeks}
