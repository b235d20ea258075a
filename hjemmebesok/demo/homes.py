"""Invented municipal flats, in invented streets."""

import tomllib
from collections.abc import Container, Iterator
from functools import cache
from itertools import product
from random import Random
from typing import Any

from hjemmebesok.assets import resource

FLOORS = FLATS_A_FLOOR = range(1, 5)
MOST_ROOMS = 5
_AREA_BY_ROOMS = {1: 31, 2: 48, 3: 66, 4: 81, 5: 96}  # m², the smallest


def flat(address: str, unit: str) -> dict[str, Any]:
    """Fields of RegisterRow about one place. Raises KeyError for a street that is not in Eksempel kommune."""
    street, _, house = address.rpartition(" ")
    facts = _streets()[street]
    in_borettslag = "borettslag" in facts
    return {
        "address": address,
        "unit": unit,
        "postcode": facts["postcode"],
        "place": facts["place"],
        "estate": facts["estate"],
        "borettslag_number": facts.get("borettslag", ""),
        "share_number": f"{house}{unit[2]}{unit[4]}" if in_borettslag else "",
    }


def flats(random: Random, taken: Container[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """All flats but those taken, each once, in an order of chance."""
    places = [
        (f"{street} {house}", f"H{floor:02}{door:02}")
        for street, facts in _streets().items()
        for house, floor, door in product(range(1, facts["houses"] + 1), FLOORS, FLATS_A_FLOOR)
    ]
    random.shuffle(places)
    return (flat(*place) for place in places if place not in taken)


def size(random: Random, residents: int) -> dict[str, int]:
    """Rooms and area of a flat for so many: just enough, or one room short."""
    rooms = max(1, min(MOST_ROOMS, (residents + 3) // 2 - random.randrange(2)))
    return {"rooms": rooms, "area_m2": _AREA_BY_ROOMS[rooms] + random.randrange(14)}


@cache
def _streets() -> dict[str, dict[str, Any]]:
    town = tomllib.loads(resource("demo", "streets.toml").read_text("utf-8"))
    common = {"postcode": town["postcode"], "place": town["place"]}
    return {street["name"]: common | street for street in town["street"]}
