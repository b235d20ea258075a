"""The letter about the programme, and the folder that goes with it.

They are two kinds, because they are two documents to an archive and to whoever approves them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from hjemmebesok.letters.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationLetter(Letter):
    """To every household in the target group: what it is, who it is for, and that it is voluntary."""

    code: ClassVar[str] = "information"

    weeks: int = 2  # until the municipality calls

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/information."""
        return {**self.sender.fields(), "uker": self.weeks}


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationFolder(Letter):
    """To the same households: step by step, what can help, what it costs to own, and what rights they have."""

    code: ClassVar[str] = "information_folder"
