"""Two people write to one field: bases decide, clocks only choose what is shown, and no value is ever lost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from talking import Laptop, Town, new_id

from hjemmebesok.wire.digest import laid_over, of_conflict, of_record
from hjemmebesok.wire.messages import Change, Conflict


@dataclass
class Shared:
    """A household that Kari and Ola both hold, and both have seen."""

    case: str
    kari: Laptop
    ola: Laptop

    def by(self, laptop: Laptop, **fields: object) -> str:
        """Written and sent by one of them; what came of it."""
        return laptop.sync(laptop.change(self.case, "household", self.case, **fields)).results[0].outcome

    def seen_by_both(self, field: str) -> object:
        self.kari.sync()
        self.ola.sync()
        assert self.kari.fields(self.case) == self.ola.fields(self.case)
        assert self.kari.conflicts == self.ola.conflicts
        return self.kari.fields(self.case)[field]

    def conflict(self) -> Conflict:
        (found,) = self.kari.conflicts.values()
        return found


@pytest.fixture
def shared(town: Town, kari: Laptop, ola: Laptop) -> Shared:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel", language="nb", protection="none"))
    town.grant(case, ola)
    ola.sync()
    return Shared(case, kari, ola)


def test_edits_of_different_fields_do_not_meet(shared: Shared) -> None:
    assert shared.by(shared.kari, name="Familien Prøve") == "clean"
    assert shared.by(shared.ola, language="tr") == "clean"
    assert shared.seen_by_both("name") == "Familien Prøve"
    assert shared.seen_by_both("language") == "tr"
    assert shared.kari.conflicts == {}


def test_the_same_value_twice_is_merged_and_is_no_conflict(shared: Shared) -> None:
    shared.by(shared.kari, language="tr")
    assert shared.by(shared.ola, language="tr") == "merged"
    assert shared.seen_by_both("language") == "tr"
    assert shared.kari.conflicts == {}


def test_an_edit_on_top_of_a_merged_value_is_clean(shared: Shared) -> None:
    shared.by(shared.kari, language="tr")
    mine = shared.ola.change(shared.case, "household", shared.case, language="tr")
    next_one = replace(
        shared.ola.change(shared.case, "household", shared.case, language="en"), base={"language": mine.id}
    )
    assert [result.outcome for result in shared.ola.sync(mine, next_one).results] == ["merged", "clean"]
    assert shared.seen_by_both("language") == "en"
    assert shared.kari.conflicts == {}


def test_a_value_that_was_changed_and_changed_back_unseen_is_kept_beside(shared: Shared) -> None:
    shared.by(shared.kari, name="Familien Kari")
    shared.by(shared.kari, name="Familien Eksempel")
    assert shared.by(shared.ola, name="Familien Ola") == "concurrent"
    assert shared.seen_by_both("name") == "Familien Ola"
    assert shared.conflict().other.value == "Familien Eksempel"


@pytest.mark.parametrize(("first", "then"), [(1, True), (1, 1.0), (0, False), ("1", 1)])
def test_values_of_different_types_are_different(shared: Shared, first: object, then: object) -> None:
    shared.by(shared.kari, adults=first)
    assert shared.by(shared.ola, adults=then) == "concurrent"


def test_both_values_are_kept_with_who_and_when_and_the_later_is_shown(shared: Shared) -> None:
    shared.by(shared.kari, name="Familien Kari")
    assert shared.by(shared.ola, name="Familien Ola") == "concurrent"
    assert shared.seen_by_both("name") == "Familien Ola"
    conflict = shared.conflict()
    assert (conflict.record, conflict.field, conflict.state) == (shared.case, "name", "open")
    assert (conflict.shown.value, conflict.shown.author) == ("Familien Ola", "Ola Eksempel")
    assert (conflict.other.value, conflict.other.author) == ("Familien Kari", "Kari Eksempel")
    assert conflict.other.at < conflict.shown.at


def test_a_value_written_earlier_and_sent_later_is_kept_beside(shared: Shared) -> None:
    early = shared.ola.change(shared.case, "household", shared.case, name="Familien Ola")
    shared.by(shared.kari, name="Familien Kari")
    assert shared.ola.sync(early).results[0].outcome == "concurrent"
    assert shared.seen_by_both("name") == "Familien Kari"
    assert shared.conflict().other.value == "Familien Ola"


@pytest.mark.parametrize("kari_first", [True, False])
def test_of_two_values_of_one_moment_the_same_one_is_shown_whoever_sends_first(
    shared: Shared, kari_first: bool
) -> None:
    at, names = shared.kari.now().isoformat(), ((shared.kari, "Familien Kari"), (shared.ola, "Familien Ola"))
    both = [(one, replace(one.change(shared.case, "household", shared.case, name=name), at=at)) for one, name in names]
    for laptop, change in both if kari_first else reversed(both):
        laptop.sync(change)
    assert shared.seen_by_both("name") == "Familien Ola"


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clean_change_wins_whatever_its_clock_says(shared: Shared, years: int) -> None:
    shared.ola.wrong_by = timedelta(days=365 * years)
    assert shared.by(shared.ola, name="Familien Ola") == "clean"
    shared.kari.sync()
    assert shared.by(shared.kari, name="Familien Kari") == "clean"
    assert shared.seen_by_both("name") == "Familien Kari"
    assert shared.kari.conflicts == {}


@pytest.mark.parametrize("years", [-10, 10])
def test_a_laptop_whose_clock_is_years_wrong_is_placed_by_the_servers(shared: Shared, years: int) -> None:
    shared.ola.wrong_by = timedelta(days=365 * years)
    early = shared.ola.change(shared.case, "household", shared.case, name="Familien Ola")
    shared.by(shared.kari, name="Familien Kari")
    shared.ola.sync(replace(early, at=(shared.ola.now() - timedelta(minutes=1)).isoformat()))
    assert shared.seen_by_both("name") == "Familien Kari"
    assert abs(datetime.fromisoformat(shared.conflict().other.at) - datetime.now(UTC)) < timedelta(minutes=2)


def test_nothing_is_from_the_future(shared: Shared) -> None:
    change = shared.kari.change(shared.case, "household", shared.case, name="Familien Kari")
    shared.kari.sync(replace(change, at="2999-01-01T00:00:00+00:00"))
    shared.by(shared.ola, name="Familien Ola")
    assert shared.seen_by_both("name") == "Familien Ola"


def test_a_decision_stands_until_a_human_has_chosen(shared: Shared) -> None:
    shared.by(shared.kari, safety_note="Hund i hagen")
    assert shared.by(shared.ola, safety_note="Gå to sammen") == "concurrent"
    assert shared.seen_by_both("safety_note") == "Hund i hagen"
    assert (shared.conflict().other.value, shared.conflict().state) == ("Gå to sammen", "open")


@pytest.mark.parametrize("order", [("", "Gå to sammen"), ("Gå to sammen", "")])
def test_a_warning_stands_although_somebody_took_one_away_until_a_human_has_chosen(
    shared: Shared, order: tuple[str, str]
) -> None:
    shared.by(shared.kari, safety_note=order[0])
    assert shared.by(shared.ola, safety_note=order[1]) == "concurrent"
    assert shared.seen_by_both("safety_note") == "Gå to sammen"
    assert (shared.conflict().other.value, shared.conflict().state) == ("", "open")


@pytest.mark.parametrize("order", [(False, True), (True, False)])
def test_the_most_restrictive_wins_at_once_and_the_other_is_history(shared: Shared, order: tuple[bool, bool]) -> None:
    shared.by(shared.kari, reserved=order[0])
    assert shared.by(shared.ola, reserved=order[1]) == "concurrent"
    assert shared.seen_by_both("reserved") is True
    assert (shared.conflict().other.value, shared.conflict().state) == (False, "settled")


def test_a_restriction_may_be_lifted_by_somebody_who_saw_it(shared: Shared) -> None:
    shared.by(shared.kari, protection="fortrolig")
    assert shared.by(shared.kari, protection="none") == "clean"
    assert shared.seen_by_both("protection") == "none"


def clash(shared: Shared) -> Conflict:
    shared.by(shared.kari, name="Familien Kari")
    shared.by(shared.ola, name="Familien Ola")
    shared.seen_by_both("name")
    return shared.conflict()


def choose(laptop: Laptop, conflict: Conflict, **values: object) -> str:
    change = laptop.change(conflict.record, conflict.kind, conflict.case, **values)
    return laptop.sync(replace(change, settles=[conflict.id])).results[0].outcome


def test_the_other_value_is_chosen_and_both_see_it_settled(shared: Shared) -> None:
    conflict = clash(shared)
    assert choose(shared.kari, conflict, name=conflict.other.value) == "clean"
    assert shared.seen_by_both("name") == "Familien Kari"
    assert shared.conflict().state == "settled"
    assert shared.conflict().other.value == "Familien Kari"


def test_the_shown_value_is_kept_without_writing_it_again(shared: Shared) -> None:
    conflict = clash(shared)
    assert choose(shared.kari, conflict) == "clean"
    assert shared.seen_by_both("name") == "Familien Ola"
    assert shared.conflict().state == "settled"


def test_a_choice_can_be_undone_from_what_is_kept(shared: Shared) -> None:
    conflict = clash(shared)
    choose(shared.kari, conflict, name=conflict.other.value)
    assert shared.by(shared.kari, name=shared.conflict().shown.value) == "clean"
    assert shared.seen_by_both("name") == "Familien Ola"


def test_an_edit_that_does_not_name_the_conflict_does_not_settle_it(shared: Shared) -> None:
    clash(shared)
    assert shared.by(shared.ola, name="Familien Olsen") == "clean"
    assert shared.seen_by_both("name") == "Familien Olsen"
    conflict = shared.conflict()
    assert conflict.state == "open"
    assert (conflict.shown.value, conflict.other.value) == ("Familien Olsen", "Familien Kari")


def test_nobody_settles_a_conflict_on_another_record(shared: Shared) -> None:
    conflict = clash(shared)
    here = shared.kari.change(shared.case, "household", shared.case, language="tr")
    elsewhere = shared.kari.change(new_id(), "person", shared.case, name="Ada Eksempel")
    shared.kari.sync(here, replace(elsewhere, settles=[conflict.id, "nothing", "\x00"]))
    shared.seen_by_both("name")
    assert shared.conflict().state == "open"


def test_an_author_who_writes_on_leaves_one_conflict_and_not_two(shared: Shared) -> None:
    first = shared.ola.change(shared.case, "household", shared.case, name="Familien O")
    second = replace(
        shared.ola.change(shared.case, "household", shared.case, name="Familien Ola"), base={"name": first.id}
    )
    shared.by(shared.kari, name="Familien Kari")
    assert [result.outcome for result in shared.ola.sync(first, second).results] == ["concurrent", "concurrent"]
    assert shared.seen_by_both("name") == "Familien Kari"
    assert [conflict.other.value for conflict in shared.kari.open_conflicts()] == ["Familien Ola"]


def test_of_three_values_two_are_kept_beside_the_shown_one(town: Town, shared: Shared) -> None:
    third = town.laptop("Ada Eksempel")
    town.grant(shared.case, third)
    third.sync()
    shared.by(shared.kari, name="Familien Kari")
    shared.by(shared.ola, name="Familien Ola")
    shared.by(third, name="Familien Ada")
    assert shared.seen_by_both("name") == "Familien Ada"
    assert {(one.shown.value, one.other.value) for one in shared.kari.open_conflicts()} == {
        ("Familien Ada", "Familien Kari"),
        ("Familien Ada", "Familien Ola"),
    }


def test_the_digest_is_that_of_what_lies_in_the_case_however_often_a_request_changes_it(shared: Shared) -> None:
    first, second, third = (
        shared.ola.change(shared.case, "household", shared.case, name=f"Familien {number}") for number in range(3)
    )
    shared.by(shared.kari, name="Familien Kari")
    shared.ola.sync(first, replace(second, base={"name": first.id}), replace(third, base={"name": second.id}))
    shown = shared.ola.change(shared.case, "household", shared.case, language="tr")
    then = shared.ola.change(shared.case, "household", shared.case, language="en")
    shared.ola.sync(shown, replace(then, base={"language": shown.id}))
    shared.ola.held = {}
    answer = shared.ola.ask()
    lies_there = [*map(of_record, answer.records), *map(of_conflict, answer.conflicts)]
    assert (len(answer.conflicts), answer.manifest[0].digest) == (3, laid_over(lies_there))


def test_an_edit_of_another_field_leaves_a_disagreement_as_it_is(shared: Shared) -> None:
    before = clash(shared)
    assert shared.by(shared.kari, interpreter_needed="ja") == "clean"
    shared.seen_by_both("name")
    assert shared.conflict() == before


def test_what_is_settled_stays_as_it_was_settled(shared: Shared) -> None:
    choose(shared.kari, clash(shared))
    settled = shared.conflict()
    assert shared.by(shared.kari, name="Familien Nordlys") == "clean"
    assert shared.seen_by_both("name") == "Familien Nordlys"
    assert shared.conflict() == settled


def test_disagreements_larger_than_a_page_come_page_by_page(shared: Shared) -> None:
    for laptop in (shared.ola, shared.kari):
        people = [laptop.change(f"p{number}", "person", shared.case, name=laptop.user * 20_000) for number in range(5)]
        assert not [result.reason for result in laptop.sync(*people).results if result.reason]
    while shared.kari.sync().more:
        pass
    assert len(shared.kari.open_conflicts()) == 5


def test_one_disagreement_larger_than_a_page_comes_all_the_same(shared: Shared) -> None:
    def all_fields(laptop: Laptop, words: str, *parts: int) -> list[Change]:
        named = [{f"field{part}-{number}": words for number in range(90)} for part in parts]
        return [laptop.change(shared.case, "household", shared.case, **fields) for fields in named]

    shared.kari.sync(*all_fields(shared.kari, "ord " * 2_250, 0, 1, 2, 3, 4))
    each = all_fields(shared.ola, "andre ord", 0, 1, 2, 3, 4)
    together = replace(each[0], set={name: words for one in each for name, words in one.set.items()})
    shared.ola.written = together.device_seq
    assert [result.outcome for result in shared.ola.sync(together).results] == ["concurrent"]
    for _ in range(3):
        shared.kari.sync()
    assert len(shared.kari.open_conflicts()) == 450


def test_of_a_thousand_clashes_every_value_can_be_found(shared: Shared) -> None:
    people = [shared.kari.change(new_id(), "person", shared.case, name="") for _ in range(1000)]
    shared.kari.sync(*people)
    shared.ola.sync()
    both: list[tuple[str, Callable[[int], str]]] = [("kari", "Kari {}".format), ("ola", "Ola {}".format)]
    for who, words in both:
        laptop: Laptop = getattr(shared, who)
        laptop.sync(*(laptop.change(one.record, "person", shared.case, name=words(n)) for n, one in enumerate(people)))
    shared.seen_by_both("name")
    found = {one.shown.value for one in shared.kari.open_conflicts()}
    found |= {one.other.value for one in shared.kari.open_conflicts()}
    assert found == {words(n) for _, words in both for n in range(1000)}
