"""A fact: one thing that can be known about a household and the home it has in mind."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hjemmebesok.eligibility.kinds import Kind

T = TypeVar("T")

FACTS: dict[str, "Fact[Any]"] = {}  # by name, in the order they are declared in facts.py


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Generic[T]):
    """Declared once. `ask` is the question that gets it, in words for caseworker and family alike."""

    name: str
    kind: Kind[T]
    label: str
    ask: str
    unit: str = ""

    def __post_init__(self) -> None:
        FACTS[self.name] = self
