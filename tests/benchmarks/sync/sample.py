"""The same invented records for everyone who is measured: about 330 bytes of JSON each."""

from collections.abc import Iterator
from random import Random
from typing import Any

_SYLLABLES = [
    "al",
    "be",
    "da",
    "fi",
    "ga",
    "hol",
    "i",
    "ka",
    "lin",
    "mo",
    "ne",
    "os",
    "ra",
    "ska",
    "ti",
    "u",
    "vik",
    "ye",
]


def records(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """As many records as asked for; the same count and seed is always the same records."""
    random = Random(seed)
    for number in range(count):
        yield {
            "id": f"{random.getrandbits(128):032x}",
            "name": _words(random, 2),
            "address": f"{_words(random, 1)} {random.randrange(1, 400)}",
            "place": _words(random, 1),
            "phone": f"000 {random.randrange(100):02} {random.randrange(1000):03}",
            "north": round(random.uniform(58, 71), 6),
            "east": round(random.uniform(5, 31), 6),
            "members": random.randrange(1, 9),
            "number": number,
            "note": _words(random, random.randrange(10, 26)),
        }


def _words(random: Random, count: int) -> str:
    return " ".join("".join(random.choices(_SYLLABLES, k=random.randrange(2, 5))) for _ in range(count))
