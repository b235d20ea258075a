"""Two lists without order or repetition, such as who was there, brought together element by element; and two tables of
names and values, such as what a register said, name by name."""

from collections.abc import Mapping, Sequence
from typing import Any

Elements = Sequence[Any]


def is_elements(value: Any) -> bool:
    """True for a list of texts, each there once."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value) and len(set(value)) == len(value)


def join_elements(base: Elements, one: Elements, other: Elements) -> list[Any]:
    """What either added is there, also where the other took it out; what one took out, and nobody added, is gone."""
    before, both = set(base), set(one).intersection(other)
    return [each for each in dict.fromkeys([*one, *other]) if each not in before or each in both]


def join_keys(base: Mapping[str, Any], earlier: Mapping[str, Any], later: Mapping[str, Any]) -> dict[str, Any]:
    """What either wrote is there, and where both did, the later's; nothing is taken out."""
    written = {name: value for name, value in later.items() if name not in base or base[name] != value}
    return {**earlier, **written}
