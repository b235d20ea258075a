"""What stood in some fields of a record when somebody began to write there, and the change that each came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from hjemmebesok.wire.groups import groups_of


@dataclass(frozen=True, slots=True)
class Seen:
    """`names` are the fields that were seen; one without a value stood empty. The `versions` of some may not be known.

    A value that another has written to them since is one that whoever writes now has not seen.
    """

    names: tuple[str, ...]
    values: Mapping[str, Any]
    versions: Mapping[str, str]

    @classmethod
    def all_of(cls, values: Mapping[str, Any], versions: Mapping[str, str] | None = None) -> Self:
        """Every field that has a value here."""
        return cls(tuple(values), values, versions or {})

    def around(self, kind: str, *fields: str) -> "Seen":
        """Only these fields and those that are merged as one with them."""
        names = tuple(name for group in groups_of(kind, fields) for name in group)
        values = {name: self.values[name] for name in names if name in self.values}
        return Seen(names, values, {name: self.versions[name] for name in names if name in self.versions})

    def later(self, names: set[str], values: Mapping[str, Any], versions: Mapping[str, str]) -> "Seen":
        """With these fields seen as they are now."""
        now = {name: values[name] for name in names if name in values}
        return Seen(self.names, {**self.values, **now}, {**self.versions, **{name: versions[name] for name in names}})


NOTHING = Seen((), {}, {})
