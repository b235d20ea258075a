"""Who asks for access, and what of the others' they may see."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hjemmebesok.domain.person import Person, Role

_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of(name: str) -> set[str]:
    """The words of a name, as written."""
    return set(_WORD.findall(name))


@dataclass(frozen=True, slots=True)
class Asker:
    """The person who asks; `included` are the others whose information she may have."""

    person: Person
    included: tuple[Person, ...]
    others: tuple[Person, ...]  # those in the household whose information she may not have

    @property
    def is_party(self) -> bool:
        """Whether the household's case is hers to see: she holds the lease, or somebody who does has agreed."""
        return any(each.role is Role.TENANT for each in (self.person, *self.included))

    @property
    def ids(self) -> frozenset[str]:
        """Of the persons whose information may be told."""
        return frozenset(each.id for each in (self.person, *self.included))

    @property
    def own_words(self) -> set[str]:
        """The words of their names."""
        return {word for each in (self.person, *self.included) for word in words_of(each.name)}

    def is_about_another(self, who: str) -> bool:
        """Whether what somebody wrote under 'who' is, or may be, about somebody else."""
        return bool(words_of(who) - self.own_words)


def asker(persons: Iterable[Person], person_id: str, included: frozenset[str]) -> Asker | None:
    """The one who asks among those of a household; None where she is not one of them."""
    every = list(persons)
    person = next((each for each in every if each.id == person_id), None)
    if person is None:
        return None
    with_her = tuple(each for each in every if each.id in included and each is not person)
    others = tuple(each for each in every if each is not person and each not in with_her)
    return Asker(person, with_her, others)
