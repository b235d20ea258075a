"""What a block of a letter text may ask for and say: the fields that the program has values for."""

from dataclasses import dataclass

from hjemmebesok.letters.texts import SHIPPED

_WITHOUT_WORDS = frozenset({"flag", "group"})
_MAY_BE_EMPTY = frozenset({"flag", "list", "table"})


@dataclass(frozen=True, slots=True)
class TextFields:
    """`words` may stand in a block as {name}; by `conditions` a block is there or not."""

    words: tuple[str, ...]
    conditions: tuple[str, ...]


def text_fields(letter: str) -> TextFields:
    """The fields of this kind of letter, by name."""
    fields = SHIPPED.fields(letter).values()
    return TextFields(
        words=tuple(field.path for field in fields if field.type not in _WITHOUT_WORDS),
        conditions=tuple(field.path for field in fields if field.optional or field.type in _MAY_BE_EMPTY),
    )
