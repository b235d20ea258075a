"""A program that is older than the groups sends a part of one: it is read as its author saw it, and never mixed."""

import itertools
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from talking import Laptop, Town, new_id

TEN, NINE, NOON = (f"2026-10-12T{hour}:00" for hour in ("10", "09", "12"))
BEFORE = {"starts": TEN, "minutes": 60, "interpreter_booked": False}
Group = dict[str, Any]


@dataclass
class Planned:
    """A visit that Kari and Ola both hold and have seen, at ten for an hour."""

    case: str
    visit: str
    kari: Laptop
    ola: Laptop

    def by(self, laptop: Laptop, **fields: Any) -> str:
        """Written and sent by one of them; what came of it."""
        return laptop.sync(laptop.change(self.visit, "visit", self.case, **fields)).results[0].outcome

    def shown(self) -> Group:
        """What both see of it in the end."""
        for laptop in (self.kari, self.ola, self.kari):
            laptop.sync()
        mine, theirs = self.kari.records[self.visit], self.ola.records[self.visit]
        assert (mine.fields, mine.versions) == (theirs.fields, theirs.versions)
        return {name: mine.fields.get(name) for name in BEFORE}

    def told(self) -> list[Group]:
        """What is shown, and what stands beside it."""
        shown = self.shown()
        beside = [conflict for conflict in self.kari.open_conflicts() if conflict.field == "starts"]
        assert all(conflict.shown.value == shown for conflict in beside)
        return [shown, *(conflict.other.value for conflict in beside)]


@pytest.fixture
def planned(town: Town, kari: Laptop, ola: Laptop) -> Planned:
    case, visit = new_id(), new_id()
    kari.sync(kari.change(visit, "visit", case, **BEFORE))
    town.grant(case, ola)
    ola.sync()
    return Planned(case, visit, kari, ola)


def in_either_order(told: list[Group], one: Group, other: Group) -> bool:
    return told in ([one, other], [other, one])


@pytest.mark.parametrize("in_part_first", [True, False])
@pytest.mark.parametrize("later", ["kari", "ola"])
def test_a_part_and_a_whole_that_meet_are_both_shown_whole(planned: Planned, in_part_first: bool, later: str) -> None:
    part = planned.kari.change(planned.visit, "visit", planned.case, starts=NINE)
    whole = planned.ola.change(planned.visit, "visit", planned.case, starts=NOON, minutes=90, interpreter_booked=True)
    at = {"kari": "2026-10-01T12:00:00+02:00", "ola": "2026-10-01T12:00:00+02:00", later: "2026-10-02T12:00:00+02:00"}
    turns = [(planned.kari, replace(part, at=at["kari"])), (planned.ola, replace(whole, at=at["ola"]))]
    outcomes = [laptop.sync(change).results[0].outcome for laptop, change in turns[:: 1 if in_part_first else -1]]
    assert outcomes == ["clean", "concurrent"]
    his, hers = {"starts": NOON, "minutes": 90, "interpreter_booked": True}, BEFORE | {"starts": NINE}
    assert planned.told() == ([hers, his] if later == "kari" else [his, hers])


@pytest.mark.parametrize("kari_first", [True, False])
def test_two_parts_that_meet_do_not_make_a_third(planned: Planned, kari_first: bool) -> None:
    hers = planned.kari.change(planned.visit, "visit", planned.case, starts=NINE)
    his = planned.ola.change(planned.visit, "visit", planned.case, minutes=90)
    turns = [(planned.kari, hers), (planned.ola, his)][:: 1 if kari_first else -1]
    assert [laptop.sync(change).results[0].outcome for laptop, change in turns] == ["clean", "concurrent"]
    assert in_either_order(planned.told(), BEFORE | {"starts": NINE}, BEFORE | {"minutes": 90})


def test_a_part_by_one_who_has_seen_the_rest_is_clean(planned: Planned) -> None:
    assert planned.by(planned.kari, starts=NINE) == "clean"
    assert planned.by(planned.kari, minutes=45) == "clean"
    planned.ola.sync()
    assert planned.by(planned.ola, minutes=90) == "clean"
    assert planned.by(planned.ola, starts=NOON, minutes=90) == "clean"
    planned.kari.sync()
    assert planned.by(planned.kari, starts=NINE) == "clean"
    assert planned.told() == [BEFORE | {"starts": NINE, "minutes": 90}]


def test_a_part_on_top_of_her_own_that_is_on_its_way_is_clean(planned: Planned) -> None:
    first = planned.kari.change(planned.visit, "visit", planned.case, starts=NINE)
    then = planned.kari.change(planned.visit, "visit", planned.case, starts=NOON)
    then = replace(then, base={"starts": first.id})
    assert [result.outcome for result in planned.kari.sync(first, then).results] == ["clean", "clean"]
    assert planned.told() == [BEFORE | {"starts": NOON}]


def test_a_field_she_has_never_seen_is_no_part_of_what_she_says(town: Town, planned: Planned) -> None:
    home = new_id()
    planned.kari.sync(planned.kari.change(home, "dwelling", planned.case, address="Fjellåsen 14"))
    planned.ola.sync()
    hers = planned.kari.change(home, "dwelling", planned.case, address="Tunveien 5")
    planned.ola.sync(planned.ola.change(home, "dwelling", planned.case, address="Fjellåsen 14", unit="H0101"))
    assert planned.kari.sync(hers).results[0].outcome == "concurrent"
    (conflict,) = planned.kari.open_conflicts()
    told = [(value.value["address"], value.value["unit"]) for value in (conflict.shown, conflict.other)]
    assert told == [("Fjellåsen 14", "H0101"), ("Tunveien 5", None)]


def test_where_it_is_not_known_what_she_saw_what_she_says_is_kept_and_not_shown(planned: Planned) -> None:
    change = planned.kari.change(planned.visit, "visit", planned.case, starts=NINE)
    assert planned.kari.sync(replace(change, base={"starts": new_id()})).results[0].outcome == "concurrent"
    assert planned.told() == [BEFORE, dict.fromkeys(BEFORE) | {"starts": NINE}]


SAID = st.sampled_from(
    [("starts",), ("minutes",), ("starts", "minutes"), ("minutes", "interpreter_booked"), tuple(BEFORE)]
)
DEEDS = st.lists(st.tuples(st.booleans(), SAID, st.booleans()), max_size=12)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_whatever_is_said_in_part_what_is_told_is_what_somebody_saw(town: Town, deeds: list[Any]) -> None:
    kari, ola = town.laptop("Kari Eksempel"), town.laptop("Ola Eksempel")
    planned = Planned(new_id(), new_id(), kari, ola)
    planned.by(kari, **BEFORE)
    town.grant(planned.case, ola)
    ola.sync()
    numbers, meant = itertools.count(1), [BEFORE]
    for hers, said, hears in deeds:
        laptop = kari if hers else ola
        if hears:
            laptop.sync()
        number = next(numbers)
        fresh = {"starts": f"2026-10-12T10:{number:02}", "minutes": number, "interpreter_booked": number % 2 == 0}
        change = laptop.change(planned.visit, "visit", planned.case, **{name: fresh[name] for name in said})
        seen = {name: laptop.fields(planned.visit)[name] for name in BEFORE}
        meant.append(seen | change.set)
        laptop.sync(change)
    assert [told for told in planned.told() if told not in meant] == []
