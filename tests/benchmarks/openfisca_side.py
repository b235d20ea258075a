"""The same quantities in OpenFisca, from the same encrypted store. run.py starts it, with a Python that has OpenFisca.

Income basis, livsopphold by the budget for those who live there, capacity, gap and whether a usual grant covers it: for
everyone at once with arrays, which is how OpenFisca is fast; and for one household from a dictionary, traced, which is
how it explains. Four of our conditions are in it (A4 to A7), and it keeps no reasons for everyone.

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
INCOMES = ("lonn_fast", "uforetrygd", "barnetrygd", "sosialstonad")
AMOUNTS = ("andre_utgifter", "boutgifter", "pris", "omkostninger", "egne_penger", "prosent", "ar")
ANSWERS = (
    "economy.other_expenses", "economy.housing_costs", "wishes.price", "wishes.costs", "economy.equity",
    "economy.livsopphold_factor", "wishes.term",
)  # fmt: skip
NO_LOAN, REACHES, FALLS_SHORT = range(3)

Person = build_entity("person", "personer", "Person", is_person=True)
Household = build_entity(
    "husstand", "husstander", "Husstand", roles=[{"key": "medlem", "plural": "medlemmer", "label": "Medlem"}]
)


def country(rate, percent, budget):
    """A system of rules with this rate, this grant, and this budget: kroner by sex and age, and by household size."""
    women, men, by_size = (np.array(budget[part], float) for part in ("f", "m", "size"))

    def teller(person, period):
        return sum(person(name, period) for name in INCOMES[:-1])

    def grunnlag(home, period):
        return home.sum(home.members("teller", period))

    def budsjett(person, period):
        age = person("alder", period)
        return np.where(person("mann", period), men[age], women[age])

    def livsopphold(home, period):
        whole = home.sum(home.members("budsjett", period)) + by_size[home.nb_persons()]
        return np.floor(whole * home("prosent", period) / 100 + 0.5)

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

    system = TaxBenefitSystem([Person, Household])
    given = [variable(name, Person) for name in INCOMES] + [variable(name, Household) for name in AMOUNTS]
    given += [variable("alder", Person, kind=int), variable("mann", Person, kind=bool)]
    of_a_person = {"teller": teller, "budsjett": budsjett}
    of_a_home = {
        "grunnlag": grunnlag, "livsopphold": livsopphold, "igjen": igjen, "storste_lan": lan, "rest": rest,
        "utfall": utfall,
    }  # fmt: skip
    system.add_variables(
        *given,
        *(variable(name, Person, formula) for name, formula in of_a_person.items()),
        *(variable(name, Household, formula) for name, formula in of_a_home.items()),
    )
    return system


def variable(name, entity, formula=None, kind=float):
    body = {"value_type": kind, "entity": entity, "definition_period": MONTH, "label": name}
    return type(name, (Variable,), body | ({"formula": formula} if formula else {}))


def read(path, key):
    """Every household's form from the store, as columns: of the homes, and of the people in them."""
    connection = sqlcipher3.connect(path)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cache_size = -65536")
    decode, columns, owners, people, incomes = msgspec.json.Decoder().decode, [], [], [], []
    rows = connection.execute("SELECT fields FROM record WHERE kind = 'kartlegging' AND NOT removed")
    for number, (text,) in enumerate(rows):
        fields, places = decode(text), {}
        columns.append([fields[name] for name in ANSWERS])
        for name, line in fields.items():  # the people come before their incomes
            if name.startswith("household.members/"):
                places[line["who"]] = len(people)
                owners.append(number)
                people.append((line["age"], line["sex"] == "m"))
            elif name.startswith("economy.income/"):
                incomes.append((places[line["who"]], INCOMES.index(line["type"]), line["amount"]))
    connection.close()
    table = np.array(columns, float).T
    table[:-2] /= 100  # kroner; the last columns are per cent and years
    age, is_man = np.array(people, int).T
    where, kind, ore = np.array(incomes).T
    by_kind = {name: np.bincount(where[kind == n], ore[kind == n] / 100, len(people)) for n, name in enumerate(INCOMES)}
    homes = dict(zip(AMOUNTS, table, strict=True))
    return homes, np.array(owners), {"alder": age, "mann": is_man.astype(bool), **by_kind}


def simulation(system, caseload):
    homes, owners, people = caseload
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", np.arange(len(owners)))
    declared = builder.declare_entity("husstand", np.arange(len(homes["ar"])))
    builder.join_with_persons(declared, owners, roles=np.zeros(len(owners), int))
    simulation = builder.build(system)
    for name, values in {**homes, **people}.items():
        simulation.set_input(name, PERIOD, values)
    return simulation


def what_if(asked):
    """Seconds to read, and to compare; and how many move from what to what."""
    started = time.process_time()
    caseload = read(asked["path"], asked["key"])
    have_read = time.process_time()
    a, b = (
        simulation(country(**each, budget=asked["budget"]), caseload).calculate("utfall", PERIOD).astype(int)
        for each in asked["sets"]
    )
    cells = np.bincount(a * 3 + b, minlength=9)
    done = time.process_time()
    moves = {f"{k // 3}->{k % 3}": int(count) for k, count in enumerate(cells) if count and k // 3 != k % 3}
    return {"read": have_read - started, "compare": done - have_read, "moves": moves}


def one_household(asked):
    """Seconds for one household from a dictionary, with its trace as lines of text."""
    system = country(**asked["sets"][0], budget=asked["budget"])
    people = {
        "kari": {"alder": 34, "mann": False, "lonn_fast": 24000, "barnetrygd": 2012},
        "ola": {"alder": 36, "mann": True, "uforetrygd": 11000},
        "liv": {"alder": 7, "mann": False},
    }
    given = {name: {what: {PERIOD: value} for what, value in each.items()} for name, each in people.items()}
    home = {
        name: {PERIOD: value} for name, value in zip(AMOUNTS, (900, 5200, 1500000, 1090, 20000, 80, 40), strict=True)
    }
    situation = {"personer": given, "husstander": {"h": {"medlemmer": list(people), **home}}}
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
