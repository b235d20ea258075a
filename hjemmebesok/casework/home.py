"""Who lives in a home: between the persons that the store knows and the lines that the form begins with."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging.fields import lines
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.eligibility.household_lines import member

# Names until somebody writes the real ones, kept as they stand: in the language that caseworkers write in.
_ADULT, _CHILD = "Voksen {n}", "Barn {n}"
Line = dict[str, Any]


def members_known(card: HouseholdCard, last_time: Mapping[str, Any]) -> dict[str, Line]:
    """The lines a new form starts with, by key: those of last time, else one for each person and each head counted.

    What the register knows of a person is newer than last time's line. An age told in years is left out again: it was
    right on that day.
    """
    before = {key: dict(line) for key, line in last_time.items() if key.startswith(f"{MEMBERS.id}/") and line}
    if before:
        return {key: _again(line, card) for key, line in before.items()} | _new_since(before, card)
    named = [_of_person(person) for person in sorted(card.persons, key=_place)]
    return {f"{MEMBERS.id}/{place:02}": line for place, line in enumerate([*named, *_unnamed(card)])}


def with_heads(household: Household, answers: Mapping[str, Any], on: date) -> Household:
    """The household with as many adults and children as these answers tell of; as it is while an age is not known."""
    members = [member(line, on) for _, line in lines(answers, MEMBERS.id)]
    if not members or any(each.age is None for each in members):
        return household
    children = sum(each.is_child for each in members)
    return replace(household, adults=len(members) - children, children=children)


def _again(line: Line, card: HouseholdCard) -> Line:
    person = next((each for each in card.persons if _is(line, each)), None)
    born = person.born.isoformat() if person and person.born else line.get("age")
    kept = {name: cell for name, cell in line.items() if name != "age"}
    return kept | ({"age": born} if isinstance(born, str) else {})


def _new_since(before: Mapping[str, Line], card: HouseholdCard) -> dict[str, Line]:
    new = [each for each in card.persons if not any(_is(line, each) for line in before.values())]
    return {f"{MEMBERS.id}/{person.id}": _of_person(person) for person in new}


def _is(line: Line, person: Person) -> bool:
    """Whether the line is about this person, by the whole name or the given one."""
    whole = person.name.casefold()
    return str(line.get("who", "")).casefold() in (whole, whole.partition(" ")[0])


def _of_person(person: Person) -> Line:
    line: Line = {"who": person.name}
    if person.born:
        line["age"] = person.born.isoformat()
    if person.role is Role.TENANT:
        line["loan"] = "applicant"
    return line


def _place(person: Person) -> tuple[int, str, str]:
    return list(Role).index(person.role), str(person.born or ""), person.name


def _unnamed(card: HouseholdCard) -> Iterator[Line]:
    """A line for each head that the register has counted and not named."""
    children = sum(person.role is Role.CHILD for person in card.persons)
    heads = ((_ADULT, card.household.adults, len(card.persons) - children), (_CHILD, card.household.children, children))
    for words, there_are, named in heads:
        for number in range(named + 1, (there_are or 0) + 1):
            yield {"who": words.format(n=number)}
