"""What stands in a table's cell and is neither words of ours nor an amount, a date or a number."""

from dataclasses import dataclass
from decimal import Decimal

from hjemmebesok.domain.phrase import Words
from hjemmebesok.language import Language, LanguageName


@dataclass(frozen=True, slots=True)
class AsWritten:
    """A name, an address or a number, the same in every language."""

    text: str

    def spoken(self, language: Language) -> str:
        """The text as it is."""
        return self.text


@dataclass(frozen=True, slots=True)
class Percent:
    """A rate in per cent."""

    number: Decimal

    def spoken(self, language: Language) -> str:
        """With the sign where the language has it."""
        return language.percent(self.number)


@dataclass(frozen=True, slots=True)
class Together:
    """Several things in one cell, with commas between them."""

    parts: tuple[Words | AsWritten | LanguageName, ...]

    def spoken(self, language: Language) -> str:
        """Each said in turn."""
        return ", ".join(language.say(part) if isinstance(part, str) else language.show(part) for part in self.parts)
