"""The same quantities in OpenFisca, from the same encrypted store. run.py starts it, with a Python that has OpenFisca.

Income basis, livsopphold, capacity, gap and whether a usual grant covers it, for everyone at once with arrays, which is
how OpenFisca is fast; and for one household from a dictionary, traced, which is how it explains. Only the sixth, the
seventh and the fourth of our conditions are in it, and it keeps no reasons for everyone.

Reads the file, the key and what to do as a line of JSON; answers with seconds of processor time as one.
"""

import json
import statistics
import sys
import time

import msgspec
import numpy as np
import sqlcipher3
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026-11"
AMOUNTS = ("livsopphold", "andre_utgifter", "boutgifter", "pris", "omkostninger", "egne_penger", "ar")
ANSWERS = (
    "economy.livsopphold", "economy.other_expenses", "economy.housing_costs", "wishes.price", "wishes.costs",
    "economy.equity", "wishes.term",
)  # fmt: skip
NO_LOAN, REACHES, FALLS_SHORT = range(3)

Line = build_entity("linje", "linjer", "Inntekt", is_person=True)
Household = build_entity(
    "husstand", "husstander", "Husstand", roles=[{"key": "linje", "plural": "linjer", "label": "Inntekt"}]
)


def country(rate, percent):
    """A system of rules with this rate and this grant."""

    def counts(line, period):
        return line("belop", period) * (1 - line("sosialstonad", period))

    def grunnlag(home, period):
        return home.sum(home.members("teller", period))

    def igjen(home, period):
        return sum(
            (-home(name, period) for name in ("livsopphold", "andre_utgifter", "boutgifter")), home("grunnlag", period)
        )

    def lan(home, period):
        monthly = rate / 1200
        factor = (1 - (1 + monthly) ** (-12.0 * home("ar", period))) / monthly
        return np.floor(np.maximum(home("igjen", period), 0) * factor / 1000) * 1000

    def rest(home, period):
        need = home("pris", period) + home("omkostninger", period) - home("egne_penger", period)
        return np.maximum(need - home("storste_lan", period), 0)

    def utfall(home, period):
        reaches = home("rest", period) * 100 <= percent * home("pris", period)
        return np.select([home("storste_lan", period) <= 0, reaches], [NO_LOAN, REACHES], FALLS_SHORT)

    system = TaxBenefitSystem([Line, Household])
    given = [variable(name, Line) for name in ("belop", "sosialstonad")]
    given += [variable(name, Household) for name in AMOUNTS]
    worked_out = {"grunnlag": grunnlag, "igjen": igjen, "storste_lan": lan, "rest": rest, "utfall": utfall}
    system.add_variables(
        *given,
        variable("teller", Line, counts),
        *(variable(name, Household, formula) for name, formula in worked_out.items()),
    )
    return system


def variable(name, entity, formula=None):
    body = {"value_type": float, "entity": entity, "definition_period": MONTH, "label": name}
    return type(name, (Variable,), body | ({"formula": formula} if formula else {}))


def read(path, key):
    """Every household's form from the store, as columns."""
    connection = sqlcipher3.connect(path)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cache_size = -65536")
    decode, columns, owners, belop, excluded = msgspec.json.Decoder().decode, [], [], [], []
    rows = connection.execute("SELECT fields FROM record WHERE kind = 'kartlegging' AND NOT removed")
    for number, (text,) in enumerate(rows):
        fields = decode(text)
        columns.append([fields[name] for name in ANSWERS])
        for name, line in fields.items():
            if name.startswith("economy.income/"):
                owners.append(number)
                belop.append(line["amount"])
                excluded.append(line["type"] == "sosialstonad")
    connection.close()
    table = np.array(columns, float).T
    table[:-1] /= 100  # kroner; the last column is years
    return dict(zip(AMOUNTS, table, strict=True)), np.array(owners), np.array(belop) / 100, np.array(excluded, float)


def simulation(system, caseload):
    amounts, owners, belop, excluded = caseload
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("linje", np.arange(len(owners)))
    homes = builder.declare_entity("husstand", np.arange(len(amounts["ar"])))
    builder.join_with_persons(homes, owners, roles=np.zeros(len(owners), int))
    simulation = builder.build(system)
    for name, values in {**amounts, "belop": belop, "sosialstonad": excluded}.items():
        simulation.set_input(name, PERIOD, values)
    return simulation


def what_if(asked):
    """Seconds to read, and to compare; and how many move from what to what."""
    started = time.process_time()
    caseload = read(asked["path"], asked["key"])
    have_read = time.process_time()
    a, b = (simulation(country(**each), caseload).calculate("utfall", PERIOD).astype(int) for each in asked["sets"])
    cells = np.bincount(a * 3 + b, minlength=9)
    done = time.process_time()
    moves = {f"{k // 3}->{k % 3}": int(count) for k, count in enumerate(cells) if count and k // 3 != k % 3}
    return {"read": have_read - started, "compare": done - have_read, "moves": moves}


def one_household(asked):
    """Seconds for one household from a dictionary, with its trace as lines of text."""
    system = country(**asked["sets"][0])
    lines = {"a": (24000, 0), "b": (11000, 0), "c": (2012, 1)}
    people = {name: {"belop": {PERIOD: amount}, "sosialstonad": {PERIOD: out}} for name, (amount, out) in lines.items()}
    amounts = (19000, 900, 5200, 1500000, 1090, 20000, 40)
    home = {name: {PERIOD: amount} for name, amount in zip(AMOUNTS, amounts, strict=True)}
    situation = {"linjer": people, "husstander": {"h": {"linjer": list(people), **home}}}
    seconds = []
    for _ in range(asked["times"]):
        started = time.process_time()
        simulation = SimulationBuilder().build_from_entities(system, situation)
        simulation.trace = True
        simulation.calculate("utfall", PERIOD)
        simulation.tracer.computation_log.lines(aggregate=False)
        seconds.append(time.process_time() - started)
    return {"traced": statistics.median(seconds)}


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps((what_if if "path" in asked else one_household)(asked)), flush=True)
