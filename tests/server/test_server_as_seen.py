"""What the author of a part of a group saw of the rest of it, worked out from the journal."""

from typing import Any

from hjemmebesok.server.as_seen import FARTHEST, made_whole
from hjemmebesok.server.journal import Written
from hjemmebesok.wire.messages import Change, RecordState

TEN, NINE = "2026-10-12T10:00", "2026-10-12T09:00"
AT = "2026-10-01T12:00:00+02:00"


class Journal(dict[str, Written]):
    """What was written to a visit, in order, and the visit as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.visit = RecordState("v1", "visit", "h1", 0, {}, {})

    def write(self, id_: str, based_on: str = "", record: str = "v1", /, **values: Any) -> None:
        base = {"starts": based_on} if based_on else {}
        self[id_] = Written(id_, record, len(self) + 1, "Kari", AT, values, base)
        if record == "v1":
            self.visit.fields.update(values)
            self.visit.versions.update(dict.fromkeys(values, id_))

    def whole(self, base: dict[str, str]) -> Change:
        """A change of the beginning alone, by one who has seen so much."""
        return made_whole(self.part(base), self.visit, self.get)

    def part(self, base: dict[str, str]) -> Change:
        return Change("new", "v1", "visit", "h1", {"starts": NINE}, base, 1, "kari", AT)


def test_what_nobody_has_written_is_no_part_of_what_she_says() -> None:
    journal = Journal()
    journal.write("one", starts=TEN)
    part = journal.part({"starts": "one"})
    assert made_whole(part, journal.visit, journal.get) is part


def test_the_rest_is_as_it_stood_with_the_newest_that_she_has_seen() -> None:
    journal = Journal()
    journal.write("one", starts=TEN, minutes=60)
    journal.write("two", "one", minutes=45)
    journal.write("three", "two", minutes=90)
    whole = journal.whole({"starts": "one", "minutes": "two"})
    assert (whole.set, whole.base) == ({"starts": NINE, "minutes": 45}, {"starts": "one", "minutes": "two"})


def test_what_stood_there_from_before_is_found_and_counts_as_seen_with_the_newest() -> None:
    journal = Journal()
    journal.write("one", starts=TEN, minutes=60)
    journal.write("two", "one", starts=TEN)
    journal.write("three", "two", minutes=90)
    whole = journal.whole({"starts": "two"})
    assert (whole.set, whole.base) == ({"starts": NINE, "minutes": 60}, {"starts": "two", "minutes": "two"})


def test_what_still_stands_there_from_before_has_been_seen_as_it_stands() -> None:
    journal = Journal()
    journal.write("one", starts=TEN, minutes=60)
    journal.write("two", "one", starts=TEN)
    whole = journal.whole({"starts": "two"})
    assert (whole.set, whole.base) == ({"starts": NINE, "minutes": 60}, {"starts": "two", "minutes": "one"})


def test_of_what_nobody_had_written_by_then_it_is_told_with_what_it_was_unwritten() -> None:
    journal = Journal()
    journal.write("one", starts=TEN)
    journal.write("two", "one", minutes=90)
    whole = journal.whole({"starts": "one"})
    assert (whole.set, whole.base) == ({"starts": NINE, "minutes": None}, {"starts": "one", "minutes": "one"})


def test_what_stood_in_another_record_or_is_not_known_was_not_seen_here() -> None:
    journal = Journal()
    journal.write("one", starts=TEN, minutes=60)
    journal.write("elsewhere", "", "v2", starts=TEN, minutes=15)
    for base in ({"starts": "elsewhere"}, {"starts": "unknown"}):
        whole = journal.whole(base)
        assert (whole.set, whole.base) == ({"starts": NINE, "minutes": None}, base)


def test_it_is_not_followed_for_ever() -> None:
    journal = Journal()
    journal.write("self", "self", starts=TEN)
    journal.write("0", minutes=60)
    for number in range(1, FARTHEST + 2):
        journal.write(str(number), str(number - 1), starts=TEN)
    journal.write("now", minutes=90)
    assert journal.whole({"starts": "self"}).set["minutes"] is None
    assert journal.whole({"starts": str(FARTHEST - 1)}).set["minutes"] == 60
    assert journal.whole({"starts": str(FARTHEST)}).set["minutes"] is None
