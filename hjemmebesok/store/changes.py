"""What an action changed, for whoever shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds and cases touched by one or more actions."""

    kinds: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    made: str = ""  # id of the record the action was asked to make

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds, self.cases | other.cases, other.made or self.made)

    def __bool__(self) -> bool:
        return bool(self.kinds)
