"""Texts, lists and removals that meet: nothing anyone wrote disappears, and what fits together needs nobody."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace
from talking import Laptop, Town, new_id

from hjemmebesok.server.audit import audit
from hjemmebesok.wire.messages import Change


@dataclass
class Seat:
    """A household's seat at a meeting and a visit, which Kari and Ola both hold and have seen."""

    case: str
    visit: str
    kari: Laptop
    ola: Laptop

    def note(self, laptop: Laptop, text: str) -> Change:
        return laptop.change(self.case, "participant", self.case, note=text)

    def staff(self, laptop: Laptop, *names: str) -> Change:
        return laptop.change(self.visit, "visit", self.case, staff=list(names))

    def remove(self, laptop: Laptop) -> Change:
        """As a laptop removes: it tells everything it has seen of the record."""
        change = laptop.change(self.visit, "visit", self.case, removed=True)
        return replace(change, base=dict(laptop.records[self.visit].versions))

    def meet(self) -> None:
        for laptop in (self.kari, self.ola, self.kari):
            laptop.sync()
        for record in (self.case, self.visit):
            mine, theirs = self.kari.records[record], self.ola.records[record]
            assert (mine.fields, mine.versions) == (theirs.fields, theirs.versions)
        assert self.kari.conflicts == self.ola.conflicts


@pytest.fixture
def seat(town: Town, kari: Laptop, ola: Laptop) -> Seat:
    case, visit = new_id(), new_id()
    kari.sync(
        kari.change(case, "participant", case, note="en\nto\ntre"),
        kari.change(visit, "visit", case, staff=["Kari", "Ola"], status="planned", minutes=90),
    )
    town.grant(case, ola)
    ola.sync()
    return Seat(case, visit, kari, ola)


def outcomes(laptop: Laptop, *changes: Change) -> list[str]:
    return [result.outcome for result in laptop.sync(*changes).results]


def test_lines_of_both_stand_in_the_note_and_nobody_needs_to_choose(seat: Seat) -> None:
    above, below = seat.note(seat.kari, "null\nen\nto\ntre"), seat.note(seat.ola, "en\nto\ntre\nfire")
    assert (outcomes(seat.kari, above), outcomes(seat.ola, below)) == (["clean"], ["merged"])
    seat.meet()
    assert seat.kari.fields(seat.case)["note"] == "null\nen\nto\ntre\nfire"
    assert seat.kari.conflicts == {}


def test_overlapping_lines_stand_side_by_side_and_both_texts_can_be_had_back(seat: Seat) -> None:
    one, other = seat.note(seat.kari, "en\nHund\ntre"), seat.note(seat.ola, "en\nKatt\ntre")
    assert (outcomes(seat.kari, one), outcomes(seat.ola, other)) == (["clean"], ["concurrent"])
    seat.meet()
    note = "en\n‹Kari Eksempel› Hund\n‹Ola Eksempel› Katt\ntre"
    assert seat.kari.fields(seat.case)["note"] == note
    assert {conflict.other.value for conflict in seat.kari.open_conflicts()} == {"en\nHund\ntre", "en\nKatt\ntre"}
    assert {conflict.shown.value for conflict in seat.kari.open_conflicts()} == {note}
    choice = seat.note(seat.kari, "en\nHund\ntre")
    seat.kari.sync(replace(choice, settles=[conflict.id for conflict in seat.kari.open_conflicts()]))
    seat.meet()
    assert (seat.ola.fields(seat.case)["note"], seat.ola.open_conflicts()) == ("en\nHund\ntre", [])


def test_who_writes_on_before_hearing_of_the_joined_note_takes_nothing_out_of_it(seat: Seat) -> None:
    first = seat.note(seat.ola, "en\nto\ntre\nfire")
    second = replace(seat.note(seat.ola, "en\nto\ntre\nfire\nfem"), base={"note": first.id})
    seat.kari.sync(seat.note(seat.kari, "null\nen\nto\ntre"))
    assert outcomes(seat.ola, first, second) == ["merged", "merged"]
    seat.meet()
    assert seat.kari.fields(seat.case)["note"] == "null\nen\nto\ntre\nfire\nfem"
    on = seat.note(seat.kari, "null\nen\nto\ntre\nfire\nfem\nseks")
    assert outcomes(seat.kari, on) == ["clean"]


def test_what_is_all_in_the_others_text_makes_no_new_one(seat: Seat) -> None:
    both = seat.note(seat.kari, "null\nen\nto\ntre\nfire")
    seat.kari.sync(both)
    assert outcomes(seat.ola, seat.note(seat.ola, "en\nto\ntre\nfire")) == ["merged"]
    seat.meet()
    assert seat.ola.fields(seat.case)["note"] == "null\nen\nto\ntre\nfire"
    assert seat.ola.records[seat.case].versions["note"] == both.id


def test_lines_of_a_note_joined_in_the_same_request_stand_under_their_authors(seat: Seat) -> None:
    first = seat.note(seat.ola, "en\nto\ntre\nfire")
    second = replace(seat.note(seat.ola, "ingen\nen\nto\ntre\nfire"), base={"note": first.id})
    seat.kari.sync(seat.note(seat.kari, "null\nen\nto\ntre"))
    assert outcomes(seat.ola, first, second) == ["merged", "concurrent"]
    seat.meet()
    mixed = "‹Kari Eksempel, Ola Eksempel› null\n‹Ola Eksempel› ingen\nen\nto\ntre\nfire"
    assert seat.kari.fields(seat.case)["note"] == mixed


def test_what_was_written_from_another_records_text_takes_nothing_out_of_this_one(seat: Seat) -> None:
    one, like_it = (seat.kari.change(of, "participant", seat.case, note="en\nHund") for of in (seat.case, new_id()))
    seat.kari.sync(one, like_it)
    other = replace(seat.note(seat.ola, "en\nKatt"), base={"note": like_it.id})
    assert outcomes(seat.ola, other) == ["concurrent"]
    seat.meet()
    assert [conflict.other.value for conflict in seat.ola.open_conflicts()] == ["en\nHund"]


def test_what_the_server_made_of_two_texts_is_a_line_of_the_journal_too(town: Town, seat: Seat) -> None:
    seat.kari.sync(seat.note(seat.kari, "null\nen\nto\ntre"))
    seat.ola.sync(seat.note(seat.ola, "en\nto\ntre\nfire"))
    found = audit(town.database, town.id)
    assert (found.whole, found.changes) == (True, 5)


def test_who_was_there_is_brought_together_and_what_was_taken_out_is_history(seat: Seat) -> None:
    one, other = seat.staff(seat.kari, "Kari", "Ola", "Ida"), seat.staff(seat.ola, "Ola", "Per")
    assert (outcomes(seat.kari, one), outcomes(seat.ola, other)) == (["clean"], ["merged"])
    seat.meet()
    assert seat.kari.fields(seat.visit)["staff"] == ["Ola", "Ida", "Per"]
    (kept,) = seat.kari.conflicts.values()
    assert (kept.state, kept.other.value) == ("settled", ["Kari", "Ola", "Ida"])


@pytest.mark.parametrize("removed_first", [True, False])
def test_an_edit_wins_over_a_removal_and_the_record_returns_marked(seat: Seat, removed_first: bool) -> None:
    removal, edit = seat.remove(seat.kari), seat.ola.change(seat.visit, "visit", seat.case, minutes=60)
    turns = [(seat.kari, removal, "clean"), (seat.ola, edit, "concurrent")]
    if not removed_first:
        turns = [(seat.ola, edit, "clean"), (seat.kari, removal, "concurrent")]
    for laptop, change, outcome in turns:
        assert outcomes(laptop, change) == [outcome]
    seat.meet()
    assert seat.ola.fields(seat.visit).get("removed", False) is False
    assert seat.ola.fields(seat.visit)["minutes"] == 60
    (marked,) = seat.ola.open_conflicts()
    assert (marked.field, marked.shown.value, marked.other.value) == ("removed", False, True)
    assert (marked.shown.author, marked.other.author)[1] == "Kari Eksempel"
    settled = seat.ola.change(seat.visit, "visit", seat.case, removed=True)
    seen = dict(seat.ola.records[seat.visit].versions)
    seat.ola.sync(replace(settled, base=seen, settles=[marked.id]))
    seat.meet()
    assert (seat.kari.fields(seat.visit)["removed"], seat.kari.open_conflicts()) == (True, [])


def test_a_removal_by_somebody_who_has_seen_everything_stands(seat: Seat) -> None:
    seat.ola.sync(seat.ola.change(seat.visit, "visit", seat.case, minutes=60))
    seat.kari.sync()
    assert outcomes(seat.kari, seat.remove(seat.kari)) == ["clean"]
    seat.meet()
    assert (seat.ola.fields(seat.visit)["removed"], seat.ola.conflicts) == (True, {})


@pytest.mark.parametrize("fields", [{"minutes": 60, "removed": True}, {"removed": True, "minutes": 60}])
def test_a_removal_that_writes_too_takes_away_what_it_wrote(seat: Seat, fields: dict[str, object]) -> None:
    assert outcomes(seat.kari, replace(seat.remove(seat.kari), set=fields)) == ["clean"]
    seat.meet()
    assert (seat.ola.fields(seat.visit)["removed"], seat.ola.conflicts) == (True, {})


def test_a_removal_by_somebody_whose_own_value_was_merged_stands(seat: Seat) -> None:
    mine, theirs = (one.change(seat.visit, "visit", seat.case, minutes=60) for one in (seat.ola, seat.kari))
    removal = seat.remove(seat.ola)
    seat.kari.sync(theirs)
    assert outcomes(seat.ola, mine, replace(removal, base=removal.base | {"minutes": mine.id})) == ["merged", "clean"]
    seat.meet()
    assert (seat.kari.fields(seat.visit)["removed"], seat.kari.conflicts) == (True, {})


def test_to_settle_what_stands_beside_a_removed_record_does_not_bring_it_back(seat: Seat) -> None:
    for laptop in (seat.kari, seat.ola):
        laptop.sync(laptop.change(seat.visit, "visit", seat.case, purpose=f"Samtale med {laptop.user}"))
    seat.meet()
    (beside,) = seat.kari.open_conflicts()
    seat.kari.sync(seat.remove(seat.kari))
    choice = replace(seat.ola.change(seat.visit, "visit", seat.case), settles=[beside.id])
    assert outcomes(seat.ola, choice) == ["clean"]
    seat.meet()
    assert (seat.kari.fields(seat.visit)["removed"], seat.kari.open_conflicts()) == (True, [])


def test_two_who_remove_the_same_agree(seat: Seat) -> None:
    one, other = seat.remove(seat.kari), seat.remove(seat.ola)
    assert (outcomes(seat.kari, one), outcomes(seat.ola, other)) == (["clean"], ["merged"])
    seat.meet()
    assert seat.kari.conflicts == {}


def test_a_change_that_comes_after_the_one_that_was_written_over_it_stirs_nothing(town: Town, seat: Seat) -> None:
    """As from a restored server's laptops: a colleague's later change arrives first."""
    early = seat.kari.change(seat.case, "participant", seat.case, step="apply")
    late = replace(seat.ola.change(seat.case, "participant", seat.case, step="rent"), base={"step": early.id})
    assert (outcomes(seat.ola, late), outcomes(seat.kari, early)) == (["clean"], ["merged"])
    seat.meet()
    assert (seat.kari.fields(seat.case)["step"], seat.kari.conflicts) == ("rent", {})
