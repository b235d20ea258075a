"""The laws of merging: the most restrictive value wins in whatever order the values came."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain import kartlegging
from hjemmebesok.domain.kartlegging.fields import Text
from hjemmebesok.store.kinds import KINDS
from hjemmebesok.wire.merge import FIELDS, STRICTNESS, Policy, closed_with, greatest, is_closed, policy, strictest

ORDERED = st.sampled_from(sorted(STRICTNESS))


@st.composite
def three_values(draw: st.DrawFn) -> tuple[str, str, list[object]]:
    kind, field = draw(ORDERED)
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
    assert policy(*key) in (Policy.STRICTEST, Policy.NEEDS_YOU)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_a_policy_and_no_other_is_named(kind: str) -> None:
    named = [field for fields in FIELDS[kind].values() for field in fields.split()]
    own = {field.name for field in fields(KINDS[kind].record)} - {"id", "case", KINDS[kind].open_field}
    form = {field.id for field in kartlegging.FIELDS.values()} if KINDS[kind].open_field else set()
    assert len(named) == len(set(named))
    assert own <= set(named) <= own | form


def test_every_long_text_of_the_form_is_merged_line_by_line() -> None:
    long = {field.id for field in kartlegging.FIELDS.values() if isinstance(field, Text) and field.long}
    assert {field for field in long if policy("kartlegging", field) is Policy.LINES} == long


def test_the_latest_day_wins_in_whatever_order_they_came() -> None:
    assert greatest("2026-10-12", "2026-11-02") == greatest("2026-11-02", "2026-10-12") == "2026-11-02"
    assert greatest(None, "2026-10-12") == "2026-10-12"


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


def test_a_signature_can_only_be_taken_away_and_put_back() -> None:
    assert is_closed("signature", {}, None, ["strokes"])
    assert is_closed("signature", {}, None, ["removed", "strokes"])
    assert not is_closed("signature", {}, None, ["removed"])
