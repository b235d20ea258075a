"""Invented households: who they are, and what they speak."""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hjemmebesok.assets import resource

ELDEST, YOUNGEST = date(1948, 1, 1), date(2003, 12, 31)
_CHILDREN = (0, 1, 2, 3, 4, 5)
# Of a hundred households, by number of children.
_ALONE, _TOGETHER, _ELDERLY = (40, 26, 20, 10, 3, 1), (16, 24, 30, 19, 8, 3), (96, 3, 1, 0, 0, 0)
_ELDERLY_BORN_BEFORE = date(1966, 1, 1)


def households(random: Random, known: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Fields of RegisterRow about people, household after household; nobody has the name of another or of one known."""
    groups = _names()["group"]
    shares = [group["share"] for group in groups]
    seen = {*known, *_names()["never"]}
    while True:
        household = _household(random, random.choices(groups, shares)[0])
        people = {household["name"], household["co_tenant"]} - {""}
        if not people & seen:
            seen |= people
            yield household


def language_word(code: str) -> str:
    """The language as the register writes it."""
    words: dict[str, str] = {group["language"]: group["word"] for group in _names()["group"]}
    return words[code]


def _household(random: Random, group: dict[str, Any]) -> dict[str, Any]:
    surname = random.choice(group["surnames"])
    woman, man = random.choice(group["women"]), random.choice(group["men"])
    first, second = (woman, man) if random.random() < 0.55 else (man, woman)
    together = random.random() < 0.45
    born = ELDEST + timedelta(days=random.randrange((YOUNGEST - ELDEST).days))
    shares = _ELDERLY if born < _ELDERLY_BORN_BEFORE else _TOGETHER if together else _ALONE
    return {
        "name": f"{first} {surname}",
        "co_tenant": f"{second} {surname}" if together else "",
        "born": born,
        "adults": 2 if together else 1,
        "children": random.choices(_CHILDREN, shares)[0],
        "language": group["language"],
        "interpreter_needed": random.randrange(100) < group["interpreter"],
    }


@cache
def _names() -> dict[str, Any]:
    return tomllib.loads(resource("demo", "names.toml").read_text("utf-8"))
