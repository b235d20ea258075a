"""The tenants of Eksempel kommune, and their register as the housing system exports it. All of it is invented."""

import csv
import io
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hjemmebesok.assets import resource
from hjemmebesok.demo.homes import flat, flats, size
from hjemmebesok.demo.people import households, language_word
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register import RegisterRow

SEED = 2011
FIRST_ID = 10_001
LOWEST_RENT = 7_000  # kroner a month, for one room
LAST_MONTH_KNOWN = 2026 * 12 + 9  # October 2026: every lease runs beyond it

Fields = dict[str, Any]  # some of RegisterRow's


def tenants(count: int = 300, seed: int = SEED) -> list[RegisterRow]:
    """The whole town, the families of the demo's working day first. The same count and seed give the same people."""
    random = Random(seed)
    families = _told()["family"]
    names = [name for family in families for name in (family["name"], family["co_tenant"])]
    people = households(random, names)
    homes = flats(random, {(family["address"], family["unit"]) for family in families})
    known = families + [{}] * (count - len(families))
    return [_tenant(random, number, next(people) | next(homes), known[number]) for number in range(count)]


def register_csv(count: int = 300, seed: int = SEED) -> bytes:
    """The register of that town: semicolons, UTF-8 with a byte order mark, and some rows as odd as in real life.

    It takes 24 tenants or more to hold the told families and the odd rows.
    """
    rows = [_cells(row) for row in tenants(count, seed)]
    oddities = _told()["oddity"]
    first = len(_told()["family"])
    for number, oddity in enumerate(oddities):
        rows[first + number * (count - first) // len(oddities)] |= oddity
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, _COLUMNS, delimiter=";")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _tenant(random: Random, number: int, drawn: Fields, told: Fields) -> RegisterRow:
    """One row: what is told of a family stands, the rest is drawn by chance."""
    who = drawn | told
    residents = who["adults"] + who["children"]
    where = flat(who["address"], who["unit"]) | size(random, residents)
    amounts: Fields = {name: Money.kroner(told[name]) for name in ("rent", "arrears") if name in told}
    fields: Fields = who | where | _lease(random, where["rooms"]) | _contact(random, number) | told | amounts
    return RegisterRow(
        line=number + 2,
        register_id=str(FIRST_ID + number),
        contract_number=f"L-{FIRST_ID + number}",
        protection=Protection.NONE,
        national_id=synthetic(fields["born"], number % 40),
        residents=residents,
        deposit=fields["rent"] * 3,
        **fields,
    )


def _lease(random: Random, rooms: int) -> Fields:
    years = random.choice((3, 3, 5))
    end = LAST_MONTH_KNOWN + random.randrange(2, 12 * years - 3)
    limited = random.random() < 0.9
    rent = LOWEST_RENT + 1_700 * (rooms - 1) + 100 * random.randrange(23)
    return {
        "starts": _first_of(end - 12 * years),
        "ends": _first_of(end) - timedelta(days=1) if limited else None,
        "rent": Money.kroner(rent),
        "arrears": Money.kroner(100 * random.randrange(5, 180)) if random.random() < 0.12 else Money(0),
    }


def _contact(random: Random, number: int) -> Fields:
    phone = 300 + number
    return {
        "phone": f"000 {phone // 1000:02} {phone % 1000:03}",
        "email": f"leietaker{FIRST_ID + number}@eksempel.example" if random.random() < 0.4 else "",
        "caseworker": random.choice(("Kari Nordmann", "Ola Nordmann")),
    }


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def _amount(amount: Money | None) -> str:
    return f"{amount.as_kroner:,.2f}".replace(",", "\u00a0").replace(".", ",") if amount is not None else ""


_COLUMNS: dict[str, Callable[[RegisterRow], object]] = {
    "Leietaker-ID": lambda row: row.register_id,
    "Fødselsnummer": lambda row: row.national_id,
    "Navn": lambda row: row.name,
    "Medleietaker": lambda row: row.co_tenant,
    "Fødselsdato": lambda row: _day(row.born),
    "Adressebeskyttelse": lambda _: "Ugradert",
    "Antall voksne": lambda row: row.adults,
    "Antall barn": lambda row: row.children,
    "Antall beboere": lambda row: row.residents,
    "Språk": lambda row: language_word(row.language or "nb"),
    "Tolk": lambda row: "Ja" if row.interpreter_needed else "Nei",
    "Telefon": lambda row: row.phone,
    "E-post": lambda row: row.email,
    "Adresse": lambda row: row.address,
    "Postnr": lambda row: row.postcode,
    "Poststed": lambda row: row.place,
    "Bolignummer": lambda row: row.unit,
    "Eiendom": lambda row: row.estate,
    "Borettslag orgnr": lambda row: row.borettslag_number,
    "Andelsnr": lambda row: row.share_number,
    "Rom": lambda row: row.rooms,
    "Areal m²": lambda row: row.area_m2,
    "Nøkkelskap": lambda row: f"N{row.line:03}",  # a column the app has no use for
    "Kontraktsnr": lambda row: row.contract_number,
    "Kontrakt fra": lambda row: _day(row.starts),
    "Kontrakt til": lambda row: _day(row.ends),
    "Leie/mnd": lambda row: _amount(row.rent),
    "Depositum": lambda row: _amount(row.deposit),
    "Restanse": lambda row: _amount(row.arrears),
    "Saksbehandler": lambda row: row.caseworker,
}


def _cells(row: RegisterRow) -> dict[str, object]:
    return {heading: cell(row) for heading, cell in _COLUMNS.items()}


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(resource("demo", "families.toml").read_text("utf-8"))
