"""The laws of merging: the most restrictive value wins in whatever order the values came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.wire.merge import STRICTNESS, Policy, closed_with, is_closed, policy, strictest

FIELDS = st.sampled_from(sorted(STRICTNESS))


@st.composite
def three_values(draw: st.DrawFn) -> tuple[str, str, list[object]]:
    kind, field = draw(FIELDS)
    unknown = st.sampled_from(["a grade of the future", "another one", None, 7])
    values = st.sampled_from(STRICTNESS[kind, field]) | unknown
    return kind, field, [draw(values) for _ in range(3)]


@given(three_values())
def test_strictest_does_not_care_who_came_first(drawn: tuple[str, str, list[object]]) -> None:
    kind, field, (a, b, c) = drawn
    assert strictest(kind, field, a, b) == strictest(kind, field, b, a)
    assert strictest(kind, field, a, strictest(kind, field, b, c)) == strictest(
        kind, field, strictest(kind, field, a, b), c
    )
    assert strictest(kind, field, a, a) == a


def test_strictest_follows_the_declared_order() -> None:
    assert strictest("household", "protection", "none", "fortrolig") == "fortrolig"
    assert strictest("household", "protection", "strengt_fortrolig", "utland") == "strengt_fortrolig"
    assert strictest("household", "reserved", True, False) is True


def test_a_value_nobody_knows_counts_as_the_most_restrictive() -> None:
    assert strictest("household", "protection", "strengt_fortrolig", "a grade of the future") == "a grade of the future"


@pytest.mark.parametrize("key", STRICTNESS)
def test_every_ordered_field_is_merged_by_its_order(key: tuple[str, str]) -> None:
    assert policy(*key) is Policy.STRICTEST


def test_a_field_that_is_not_named_keeps_both_values() -> None:
    assert policy("person", "phone") is Policy.KEEP_BOTH
    assert policy("a kind of the future", "anything") is Policy.KEEP_BOTH


def test_an_issued_letter_is_closed_from_the_start() -> None:
    assert is_closed("letter", {})


@pytest.mark.parametrize("kind", ["visit", "meeting"])
def test_a_visit_or_a_meeting_is_closed_by_its_status(kind: str) -> None:
    assert is_closed(kind, {"status": "closed"})
    assert not is_closed(kind, {"status": "started"})
    assert not is_closed(kind, {})


def test_the_form_is_closed_with_its_visit() -> None:
    assert closed_with("kartlegging", {"visit": "v1"}) == "v1"
    assert is_closed("kartlegging", {"visit": "v1"}, {"status": "closed"})
    assert not is_closed("kartlegging", {"visit": "v1"}, {"status": "started"})
    assert not is_closed("kartlegging", {"visit": "v1"}, None)


def test_other_kinds_stand_alone_and_stay_open() -> None:
    assert closed_with("person", {"visit": "v1"}) == ""
    assert not is_closed("person", {"status": "closed"}, {"status": "closed"})
