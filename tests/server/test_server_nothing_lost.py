"""The law of the whole: no value disappears that somebody has not seen and written over."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from talking import Laptop, Town, new_id

from hjemmebesok.server.audit import audit
from hjemmebesok.wire.messages import Change

FIELDS = ["name", "safety_note", "reserved"]  # one of each policy
VALUES = st.sampled_from(["none", "fortrolig", "en", "to"])
WRITE = st.tuples(st.just("write"), st.integers(0, 2), st.sampled_from(FIELDS), VALUES)
SETTLE = st.tuples(st.just("settle"), st.integers(0, 2), st.booleans(), st.none())
SYNC = st.tuples(st.just("sync"), st.integers(0, 2), st.booleans(), st.none())


@dataclass
class Desk:
    """A laptop that writes offline, on top of what it has seen and of what it has written itself."""

    laptop: Laptop
    case: str
    unsent: list[Change] = field(default_factory=list)
    sent: list[Change] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)  # field -> the latest unsent change of it

    def write(self, name: str, value: Any, settles: tuple[str, ...] = ()) -> None:
        change = self.laptop.change(self.case, "household", self.case, **{name: value})
        if name in self.own:
            change = replace(change, base={name: self.own[name]})
        self.own[name] = change.id
        self.unsent.append(replace(change, settles=list(settles)))

    def settle(self, take_the_other: bool) -> None:
        for conflict in self.laptop.open_conflicts():
            chosen = conflict.other if take_the_other else conflict.shown
            self.write(conflict.field, chosen.value, (conflict.id,))

    def sync(self, reply_is_lost: bool = False) -> None:
        if reply_is_lost:
            self.laptop.ask(*self.unsent)
            return
        answer = self.laptop.sync(*self.unsent)
        assert all(result.outcome != "refused" for result in answer.results)
        self.sent += self.unsent
        self.unsent, self.own = [], {}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.one_of(WRITE, WRITE, SYNC, SETTLE), max_size=25))
def test_no_value_disappears_unseen_and_all_laptops_agree(town: Town, deeds: list[tuple[Any, ...]]) -> None:
    desks = open_office(town)
    for deed, who, what, value in deeds:
        if deed == "write":
            desks[who].write(what, value)
        elif deed == "settle":
            desks[who].settle(what)
        else:
            desks[who].sync(reply_is_lost=what)
    for desk in [*desks, *desks]:
        desk.sync()
    first = desks[0].laptop
    for desk in desks[1:]:
        assert desk.laptop.fields(desk.case) == first.fields(desk.case)
        assert desk.laptop.records[desk.case].versions == first.records[desk.case].versions
        assert desk.laptop.conflicts == first.conflicts
    assert unseen(desks) == []
    for conflict in first.open_conflicts():
        assert conflict.shown.value == first.fields(conflict.case)[conflict.field]
        assert conflict.shown.change == first.records[conflict.case].versions[conflict.field]
    assert audit(town.database, town.id).whole


def open_office(town: Town) -> list[Desk]:
    case = new_id()
    laptops = [town.laptop(name) for name in ("Kari Eksempel", "Ola Eksempel", "Ada Eksempel")]
    laptops[0].sync(laptops[0].change(case, "household", case, **dict.fromkeys(FIELDS, "none")))
    town.grant(case, *laptops[1:])
    for laptop in laptops:
        laptop.sync()
    return [Desk(laptop, case) for laptop in laptops]


def unseen(desks: list[Desk]) -> list[Change]:
    """The changes whose value is nowhere: not shown, not kept beside, equal to neither, and never written on from."""
    case, laptop = desks[0].case, desks[0].laptop
    changes = [change for desk in desks for change in desk.sent]
    written_on = {base for change in changes for base in change.base.values()}
    kept = {value.change for conflict in laptop.conflicts.values() for value in (conflict.shown, conflict.other)}
    kept |= set(laptop.records[case].versions.values())
    by_id = {change.id: change for change in changes}
    values = {(name, by_id[id_].set[name]) for id_ in kept | written_on if id_ in by_id for name in by_id[id_].set}
    return [
        change
        for change in changes
        if change.id not in kept | written_on and not values.issuperset((name, change.set[name]) for name in change.set)
    ]
