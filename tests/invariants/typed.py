"""What one caseworker has typed in the forms of her visits, and which changes she saw there when she began: kept beside
the store, to hold it to. What her laptop says that she saw is only believed where it stands here too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hjemmebesok.casework.visits import OpenVisit

Place = tuple[str, str]  # of a draft: form and field
Said = tuple[str, str, str]  # record, field, and the value as text: what is typed, nobody has written before
Versions = Mapping[str, frozenset[str]]  # field -> the changes whose values she has seen in it


@dataclass(frozen=True)
class Draft:
    """What stands in a field and is not saved, the fields of which record it is to become, and what she had seen of
    those, and of those that are merged with them, when she began."""

    visit: str
    case: str
    value: Any
    record: str
    fields: dict[str, Any]
    seen: Versions


@dataclass(frozen=True)
class Locked:
    """What a note said on the laptop on which it was locked."""

    visit: str
    answers: dict[str, Any]


@dataclass
class Typed:
    """`pages` are the visits as a page of hers shows them, `saw` what she had seen when she typed a value, and `read`
    the notes that she says she has read, with what she read there."""

    pages: dict[str, OpenVisit] = field(default_factory=dict)
    drafts: dict[Place, Draft] = field(default_factory=dict)
    saw: dict[Said, Versions] = field(default_factory=dict)
    saved: set[Said] = field(default_factory=set)
    locked: dict[str, Locked] = field(default_factory=dict)  # by the change that locked it
    read: dict[str, Any] = field(default_factory=dict)
    looked: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def look(self, record: str, names: Iterable[str], versions: Mapping[str, str]) -> Versions:
        """She sees these fields; what she has seen in them until now."""
        for name in names:
            now = {versions[name]} if name in versions else set()
            self.looked[record, name] = self.looked.get((record, name), frozenset()) | now
        return {name: self.looked[record, name] for name in names}

    def note_typed(self, draft: Draft) -> None:
        """She types this, whether or not it will be saved."""
        self.saw |= dict.fromkeys(said_by(draft.record, draft.fields), draft.seen)

    def note_saved(self, record: str, fields: Mapping[str, Any]) -> None:
        """This may be sent from now on."""
        self.saved |= said_by(record, fields)

    def copy(self) -> "Typed":
        """As it is now."""
        return replace(self, drafts=self.drafts.copy(), read=self.read.copy())

    def put_back(self, copy: "Typed") -> None:
        """The laptop is as it was then; what she has seen, she has seen."""
        self.pages.clear()
        self.drafts, self.read = copy.drafts.copy(), copy.read.copy()


def said_by(record: str, fields: Mapping[str, Any]) -> set[Said]:
    """What these fields of a record say, one by one."""
    return {(record, name, repr(value)) for name, value in fields.items()}
