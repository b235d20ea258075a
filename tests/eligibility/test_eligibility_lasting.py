"""The answers of a form are the same facts for as long as is said, and no birthday is missed."""

from datetime import date, timedelta
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.lasting import answers_last

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
births = st.dates(date(1940, 1, 1), date(2028, 12, 31)) | st.just(date(2000, 2, 29))
members = st.fixed_dictionaries({"age": st.none() | st.integers(0, 120) | births.map(date.isoformat)})
debts = st.fixed_dictionaries({"monthly": st.integers(0, 500_000), "until": st.none() | days.map(date.isoformat)})


def answers(people: list[dict[str, Any]], owed: list[dict[str, Any]]) -> dict[str, Any]:
    lines = [(f"household.members/{n}", each) for n, each in enumerate(people)]
    lines += [(f"economy.debts/{n}", each) for n, each in enumerate(owed)]
    return {"economy.other_expenses": 100_000, **dict(lines)}


@given(st.lists(members, max_size=3), st.lists(debts, max_size=2), days, st.integers(0, 800))
@example([{"age": "2000-02-29"}], [], date(2027, 2, 28), 0)
@example([{"age": "2000-02-29"}], [], date(2028, 2, 28), 800)
def test_the_facts_are_the_same_until_then(
    people: list[dict[str, Any]], owed: list[dict[str, Any]], on: date, further: int
) -> None:
    known = answers(people, owed)
    last = min(answers_last(known, on), on + timedelta(further))
    assert last >= on
    assert facts_from_answers(known, last) == facts_from_answers(known, on)


def test_they_last_until_the_day_before_the_next_birthday() -> None:
    known = answers([{"age": "1990-05-17"}, {"age": 8}], [])
    assert answers_last(known, date(2026, 5, 16)) == date(2026, 5, 16)
    assert answers_last(known, date(2026, 5, 17)) == date(2027, 5, 16)


def test_what_has_no_dates_lasts_for_ever() -> None:
    assert answers_last(answers([{"age": 30}], [{"monthly": 1_000}]), date(2026, 5, 17)) == date.max
