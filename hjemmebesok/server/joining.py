"""Two values of one field brought together to one, where its policy says that it can be done."""

from dataclasses import dataclass
from typing import Any

from hjemmebesok.wire.elements import is_elements, join_elements, join_keys
from hjemmebesok.wire.lines import Draft, join_lines
from hjemmebesok.wire.merge import Policy
from hjemmebesok.wire.messages import Value


@dataclass(frozen=True, slots=True)
class Joint:
    """One value made of two. `kept` are those of which something is not in it as it was; `overlap`: somebody must
    choose."""

    value: Any
    kept: tuple[Value, ...] = ()
    overlap: bool = False


def join(rule: Policy, before: Value | None, theirs: Value, mine: Value) -> Joint | None:
    """Both as one; None where they cannot be. `before` is what both wrote over, None where it is not known."""
    if before is None:
        return None
    if rule is Policy.LINES:
        return _lines(before, theirs, mine)
    if rule is Policy.KEYS:
        return _keys(before, theirs, mine)
    return _elements(before, theirs, mine) if rule is Policy.ELEMENTS else None


def _lines(before: Value, theirs: Value, mine: Value) -> Joint | None:
    base = before.value if before.value is not None else ""
    if not all(isinstance(text, str) for text in (base, theirs.value, mine.value)):
        return None
    joined = join_lines(base, Draft(theirs.value, theirs.author), Draft(mine.value, mine.author))
    if joined is None:
        return None
    return Joint(joined.text, (theirs, mine) if joined.overlap else (), joined.overlap)


def _elements(before: Value, theirs: Value, mine: Value) -> Joint | None:
    base = before.value if before.value is not None else []
    if not all(map(is_elements, (base, theirs.value, mine.value))):
        return None
    joined = join_elements(base, theirs.value, mine.value)
    return Joint(joined, tuple(one for one in (theirs, mine) if not set(one.value) <= set(joined)))


def _keys(before: Value, theirs: Value, mine: Value) -> Joint | None:
    base = before.value if before.value is not None else {}
    if not all(isinstance(value, dict) for value in (base, theirs.value, mine.value)):
        return None
    earlier, later = sorted((theirs, mine), key=lambda one: (one.at, one.change))
    joined = join_keys(base, earlier.value, later.value)
    lost = any(joined[name] != value and base.get(name) != value for name, value in earlier.value.items())
    return Joint(joined, (earlier,) if lost else ())
