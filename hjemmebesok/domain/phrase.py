"""Words that will be shown to someone: the bokmål text and the typed values that go into it.

The rooms that know no language (domain, eligibility, casework, exchange) hand out phrases; `hjemmebesok.language`
turns one into a sentence in the reader's language, with amounts, dates and plurals right for it.
"""

from dataclasses import dataclass
from typing import Any


def N_(text: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a bokmål text for translation without translating it here."""
    return text


@dataclass(frozen=True, slots=True, init=False)
class Phrase:
    """A bokmål sentence with `{name}` places, and the values for them (text, Money, date, int, another Phrase …)."""

    text: str
    values: tuple[tuple[str, Any], ...]

    def __init__(self, text: str, /, **values: Any) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "values", tuple(values.items()))

    def __str__(self) -> str:
        return self.text.format(**{name: str(value) for name, value in self.values})


class Refused(ValueError):
    """Input that cannot be taken; says in one sentence what is wrong, and nothing has been changed."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(str(phrase))
        self.phrase = phrase


@dataclass(frozen=True, slots=True, init=False)
class Plural:
    """A sentence that depends on a count: the bokmål words for one and for more; `{n}` is the count."""

    one: str
    many: str
    n: int
    values: tuple[tuple[str, Any], ...]

    def __init__(self, one: str, many: str, n: int, /, **values: Any) -> None:
        object.__setattr__(self, "one", one)
        object.__setattr__(self, "many", many)
        object.__setattr__(self, "n", n)
        object.__setattr__(self, "values", tuple(values.items()))

    def __str__(self) -> str:
        text = self.one if self.n == 1 else self.many
        return text.format(n=self.n, **{name: str(value) for name, value in self.values})


Words = str | Phrase | Plural
