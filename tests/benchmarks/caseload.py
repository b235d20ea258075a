"""A store with as many invented households as asked for, each with a form in which all is filled in that a rule asks.

What they live on is worked out from the budget for those who live there, as OpenFisca does beside it.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.store import tables
from hjemmebesok.store.codec import to_json
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.work import new_id

PASSPHRASE = "fjell om høsten"
_AT_ONCE = 5_000


def caseload(folder: Path, households: int) -> Desk:
    """The open desk. The same number of households is always the same households."""
    desk = create_desk(folder, PASSPHRASE, "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST)
    random = Random(households)
    with desk.store.writing_connection() as connection:
        for first in range(0, households, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, households))
            connection.execute(insert(tables.record), [row for number in numbers for row in _rows(random, number)])
    return desk


def answers(random: Random) -> dict[str, Any]:
    """The answers of one household, in whole øre: three incomes, and a home that some can just about afford."""
    adults, children = random.choice([1, 1, 2]), random.choice([0, 0, 1, 1, 2])
    names, third = ("Kari", "Ola")[:adults], random.choice(["barnetrygd", "barnetrygd", "sosialstonad"])
    ages = [random.randrange(20, 76) for _ in names] + [random.randrange(1, 18) for _ in range(children)]
    return {
        **{f"household.members/{n}": _member(random, n, age, (*names, "", "")) for n, age in enumerate(ages)},
        "dwelling.municipal": random.random() < 0.95,
        "dwelling.rent": _kroner(random, 6_000, 14_000),
        "dwelling.power": _kroner(random, 300, 1_500),
        "economy.income/1": {"type": "lonn_fast", "who": "Kari", "amount": _kroner(random, 18_000, 40_000)},
        "economy.income/2": {"type": "uforetrygd", "who": names[-1], "amount": _kroner(random, 0, 18_000)},
        "economy.income/3": {"type": third, "who": "Kari", "amount": _kroner(random, 1_000, 7_000)},
        "economy.livsopphold_basis": "sifo",
        "economy.livsopphold_factor": random.choice([100, 100, 90, 80, 70]),
        "economy.livsopphold_reason": "Tre måneders kontoutskrift.",
        "economy.car": "none",
        "economy.other_expenses": _kroner(random, 0, 3_000),
        "economy.housing_costs": _kroner(random, 2_500, 6_000),
        "economy.equity": _kroner(random, 0, 60_000),
        "economy.bank": "refused",
        "wishes.own": True,
        "wishes.price": 100_000 * random.randrange(1_000, 2_400),
        "wishes.costs": 109_000,
        "wishes.repairs": 0,
        "wishes.ownership": "selveier",
        "wishes.fixed_rate": True,
        "wishes.term": random.choice([30, 35, 40, 50]),
    }


def _member(random: Random, number: int, age: int, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        "who": names[number],
        "age": age,
        "sex": random.choice("fm"),
        "loan": ("applicant" if number == 0 else "co") if age > 17 else "no",
    }


def _kroner(random: Random, least: int, most: int) -> int:
    return 100 * random.randrange(least, most)


def _rows(random: Random, number: int) -> Iterator[dict[str, Any]]:
    case = new_id()
    yield _row("household", case, case, {"name": f"Husstand {number}", "language": "nb"})
    yield _row("kartlegging", new_id(), case, {"visit": f"{case}/visit", **answers(random)})


def _row(kind: str, record: str, case: str, fields: dict[str, Any]) -> dict[str, Any]:
    row = {"id": record, "kind": kind, "case_id": case, "fields": to_json(fields), "versions": "{}", "removed": False}
    return row | {"day": None, "parent": fields.get("visit")}
