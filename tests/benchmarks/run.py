"""What the heavy work costs, beside OpenFisca doing the like: `python3 dev.py bench`, or `bench 1000 10000`.

Nothing here is a test, since a machine may be busy; hence processor time, and medians. What tells most is the ratio
within one run. Each caseload is read from an encrypted store, from opening it: with a passphrase that costs next to
nothing to derive, where a real one takes a third of a second once a day.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from hjemmebesok.casework.assess import assess_answers
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.visits import plan_visit, save_answer, start_visit
from hjemmebesok.casework.whatif import Explained, WhatIf, by_the_engine, explain, what_if
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.language import language
from hjemmebesok.store.header import DATABASE_NAME
from hjemmebesok.store.keys import unwrap
from tests.benchmarks.caseload import PASSPHRASE, caseload
from tests.benchmarks.letters import run as letters
from tests.benchmarks.openfisca import OpenFisca, budget, openfisca

T = TypeVar("T")

SIZES = (1_000, 10_000, 100_000)
WHOLE_WAY = 10_000  # the largest caseload that also goes by the engine alone
ROUNDS = 5
A = ruleset("leie-til-eie-2011")
B = replace(A, settings=replace(A.settings, kalkulasjonsrente=Decimal("4.785"), grant_percent=Decimal(25)))
SETS = [
    {"rate": float(each.settings.kalkulasjonsrente or 0), "percent": float(each.settings.grant_percent)}
    for each in (A, B)
]
OTHERS = [
    (
        each,
        replace(each, settings=replace(each.settings, kalkulasjonsrente=Decimal(6), livsopphold_percent=Decimal(120))),
    )
    for each in map(ruleset, ("startlan-2025", "tilskudd"))
]
SITUATIONS = {"FAIL": 0, "OK": 1, "SKJONN": 2}  # what A7 is in OpenFisca's numbers


def main(sizes: list[int]) -> None:
    """Measure, and print as it goes."""
    beside = openfisca()
    if beside is None:
        print("OpenFisca could not be installed; our own figures follow alone.")
    with tempfile.TemporaryDirectory() as folder:
        one_check(Path(folder), beside)
        took = []
        for size in sizes:
            print(f"\nWhat if, {size:,} households".replace(",", " "))
            caseload(Path(folder) / str(size), size).close()
            took.append(whole_caseload(Path(folder) / str(size), size, beside))
        if len(sizes) > 1:
            print(
                f"\n{sizes[-1] / sizes[0]:.0f} x the households take {took[-1] / took[0]:.0f} x the time, with reasons"
            )
    if beside:
        beside.close()


def one_check(folder: Path, beside: OpenFisca | None) -> None:
    """One household whose form is filled in: facts from the open store, the verdict, and every reason in words."""
    desk = caseload(folder / "one", 1)
    with desk.read() as reading:
        form = reading.all(Kartlegging)[0].id
    day, say = desk.today(), language("nb").say

    def answered() -> dict[str, Any]:
        with desk.read() as reading:
            return known_answers(reading.get(Kartlegging, form).answers, {})

    def explained() -> list[str]:
        return [say(finding.reason) for finding in assess_answers(answered(), day).findings]

    known, whole = answered(), median(500, explained)
    print("One household")
    tell("explained, from the open store to every reason in words", whole)
    tell("  of this: reading its answers", median(500, answered))
    tell("  of this: from answers to verdict", median(500, lambda: assess_answers(known, day)))
    if beside:
        traced = beside.ask(sets=SETS, budget=budget(day), times=500)["traced"]
        tell("OpenFisca, from a dictionary to the lines of its trace", traced, whole)
    save_many(desk)
    desk.close()


def save_many(desk: Desk) -> None:
    """What it costs to save an answer, with the change that will be sent and the note of what is out of date."""
    with desk.read() as reading:
        household = reading.all(Household)[0].id
    visit = plan_visit(desk, household, desk.now().replace(tzinfo=None)).made
    start_visit(desk, visit)
    prices = iter(range(100_000_000, 200_000_000, 100))
    tell("saving an answer", median(100, lambda: save_answer(desk, visit, "wishes.price", next(prices))))


def whole_caseload(folder: Path, size: int, beside: OpenFisca | None) -> float:
    """One comparison of two sets of criteria, in every way there is, by turns: a machine is not equally fast always.

    The seconds that it takes with the reasons.
    """

    def opened(work: Callable[[Desk], T]) -> T:
        desk = open_desk(folder, PASSPHRASE)
        try:
            return work(desk)
        finally:
            desk.close()

    def seconds(work: Callable[[Desk], Any]) -> float:
        return median(1, lambda: opened(work))

    tell("the first time of all: every row is worked out", seconds(compared), per=size)
    if size <= WHOLE_WAY:
        tell("the whole way, by the engine alone", seconds(lambda desk: by_the_engine(desk, A, B)), per=size)
    ours, theirs = [], []
    question = opened(asked)
    for _ in range(ROUNDS):
        ours.append([seconds(work) for work in (compared, explained, in_words)])
        theirs += [beside.ask(**question)] if beside else []
    table, reasons, words = map(statistics.median, zip(*ours, strict=True))
    found = opened(compared).comparison
    tell("who moves from what to what, and the sums", table, per=size)
    tell(f"the same, with the reasons of all {len(found.changed)} who move, under both", reasons, per=size)
    tell("the same, with those reasons in words", words, per=size)
    if theirs:
        read, after = (statistics.median(each[part] for each in theirs) for part in ("read", "compare"))
        tell("OpenFisca, who moves from what to what, without reasons", read + after, table, reasons, per=size)
        tell("  of this: after reading", after, per=size)
        steps = found.conditions.get("A7", {}).items()
        here, there = {f"{SITUATIONS[a]}->{SITUATIONS[b]}": count for (a, b), count in steps}, theirs[0]["moves"]
        print("  both find the same moves" if here == there else f"  moves here: {here}, in OpenFisca: {there}")
    for other, proposal in OTHERS:
        seconds(lambda desk, a=other, b=proposal: what_if(desk, a, b))
        took = statistics.median(seconds(lambda desk, a=other, b=proposal: what_if(desk, a, b)) for _ in range(ROUNDS))
        tell(f"the same table under {other.id}", took, per=size)
    return reasons


def asked(desk: Desk) -> dict[str, Any]:
    """The question to OpenFisca about this store."""
    key = unwrap(desk.store.header.key, PASSPHRASE).hex()
    return {"path": str(desk.store.folder / DATABASE_NAME), "key": key, "sets": SETS, "budget": budget(desk.today())}


def compared(desk: Desk) -> WhatIf:
    """The comparison alone."""
    return what_if(desk, A, B)


def explained(desk: Desk) -> list[Explained]:
    """Why everyone moves who does, under both sets."""
    found = compared(desk)
    return explain(desk, found, found.comparison.changed)


def in_words(desk: Desk) -> list[str]:
    """The same, said."""
    say = language("nb").say
    return [say(finding.reason) for each in explained(desk) for finding in (*each.a, *each.b)]


def median(times: int, work: Callable[[], Any]) -> float:
    """Seconds of processor time."""
    seconds = []
    for _ in range(times):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds)


def tell(what: str, seconds: float, *ours: float, per: int = 0) -> None:
    """One line: the time, for each household where there are many, and how many times as long as ours."""
    each = f"{1e6 * seconds / per:9.2f} µs each" if per else ""
    times = " and ".join(f"{seconds / one:.1f} x" for one in ours)
    print(f"  {what:<62}{1000 * seconds:11.3f} ms {each}  {times}".rstrip(), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
    print("\nLetters")
    letters.main()  # last, with a process of its own for whatever says how much memory it holds
