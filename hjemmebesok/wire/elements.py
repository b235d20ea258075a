"""Two lists without order or repetition, such as who was there, brought together element by element."""

from collections.abc import Sequence
from typing import Any

Elements = Sequence[Any]


def is_elements(value: Any) -> bool:
    """True for a list of texts, each there once."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value) and len(set(value)) == len(value)


def join_elements(base: Elements, one: Elements, other: Elements) -> list[Any]:
    """What either added is there, also where the other took it out; what one took out, and nobody added, is gone."""
    return [each for each in dict.fromkeys([*one, *other]) if each not in base or (each in one and each in other)]
