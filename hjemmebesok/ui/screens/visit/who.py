"""Who is at the visit, as it is typed: the family, the municipality's own, and the interpreter."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from hjemmebesok.casework.interpreting import interpreter
from hjemmebesok.domain.interpreter import Attends, Interpreter
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Who:
    """What stands in the fields. Names in `staff` and `others` are separated by commas."""

    staff: str = ""
    present: tuple[str, ...] = ()  # of those known to live here
    others: str = ""
    interpreted: bool | None = None
    name: str = ""
    category: str | None = None  # None: not chosen yet; "": outside the register
    reason: str = ""
    attends: str = Attends.HERE.value

    @classmethod
    def of(cls, visit: Visit, persons: tuple[str, ...]) -> Self:
        """What is saved on the visit; `persons` are the names of those known to live here."""
        known = tuple(name for name in visit.present if name in persons)
        others = ", ".join(name for name in visit.present if name not in persons)
        who = cls(", ".join(visit.staff), known, others)
        there = visit.interpreter
        if there is None:
            return who
        return cls(who.staff, known, others, True, there.name, there.category, there.reason, there.attends.value)

    @classmethod
    def of_draft(cls, draft: Mapping[str, Any]) -> Self:
        """What was being typed; places that this version does not know are left out."""
        known = {place: draft[place] for place in cls.__dataclass_fields__ if place in draft}
        return cls(**known | {"present": tuple(known.get("present", ()))})

    def draft(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self) | {"present": list(self.present)}

    @property
    def staff_names(self) -> tuple[str, ...]:
        """Those from the municipality."""
        return _names(self.staff)

    @property
    def present_names(self) -> tuple[str, ...]:
        """Everybody who was at home."""
        return self.present + _names(self.others)

    def interpreter(self, language: str) -> Interpreter | None:
        """The interpreter between us and this language, if there is one. Raises Refused where it is not filled in."""
        if not self.interpreted:
            return None
        if self.name.strip() and self.category is None:
            raise Refused(Phrase("Velg tolkens kategori, eller «Utenfor registeret»."))
        return interpreter(self.name, language, self.attends, self.category or "", self.reason, adult=True)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
