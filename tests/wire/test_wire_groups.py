"""Groups of fields: each is of one kind and one policy, and what is told as one can be told apart again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.kartlegging import FIELDS as QUESTIONS
from hjemmebesok.wire.groups import GROUPS, apart, as_one, group_of, groups_of
from hjemmebesok.wire.merge import FIELDS, Policy, policy

DECLARED = [(kind, tuple(group.split())) for kind, groups in GROUPS.items() for group in groups]


@pytest.mark.parametrize(("kind", "group"), DECLARED)
def test_a_group_is_of_known_fields_that_keep_both_values(kind: str, group: tuple[str, ...]) -> None:
    known = {field for fields in FIELDS[kind].values() for field in fields.split()}
    known |= QUESTIONS.keys() if kind == "kartlegging" else set()
    assert len(group) > 1
    assert set(group) <= known
    assert {policy(kind, field) for field in group} == {Policy.KEEP_BOTH}
    assert {group_of(kind, field) for field in group} == {group}
    assert groups_of(kind, group) == [group]


@given(st.sampled_from(DECLARED), st.data())
def test_what_is_told_as_one_is_told_apart_again(drawn: tuple[str, tuple[str, ...]], data: st.DataObject) -> None:
    kind, group = drawn
    fields = data.draw(st.fixed_dictionaries({field: st.none() | st.text() | st.integers() for field in group}))
    assert apart(kind, group[0], as_one(group, fields)) == fields


def test_a_field_of_no_group_is_alone() -> None:
    assert group_of("household", "name") == ("name",)
    assert as_one(("values",), {"values": {"amount": 5}}) == {"amount": 5}
    assert apart("follow_up", "values", {"amount": 5}) == {"values": {"amount": 5}}
