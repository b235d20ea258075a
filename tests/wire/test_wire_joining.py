"""Two values that can be brought together: lines of a text, elements of a list."""

from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.wire.elements import is_elements, join_elements, join_keys
from hjemmebesok.wire.lines import MOST_LINES, Draft, Joined, join_lines

TEXTS = st.lists(st.sampled_from(["Familien", "vil eie", "på Fjell", "", "Hund"]), max_size=6).map("\n".join)
NAMES = st.lists(st.sampled_from("abcde"), unique=True)


def joined(base: str, kari: str, ola: str) -> Joined:
    result = join_lines(base, Draft(kari, "Kari"), Draft(ola, "Ola"))
    assert result is not None
    return result


def test_lines_written_in_different_places_are_both_there() -> None:
    assert joined("en\nto\ntre", "null\nen\nto\ntre", "en\nto\ntre\nfire") == Joined("null\nen\nto\ntre\nfire", False)


def test_a_line_changed_by_one_and_a_line_taken_out_by_the_other_are_so() -> None:
    assert joined("en\nto\ntre\nfire", "en\nTO\ntre\nfire", "en\nto\ntre") == Joined("en\nTO\ntre", False)


def test_lines_that_both_changed_stand_side_by_side_under_their_authors() -> None:
    both = joined("en\nto\ntre", "en\nHund i hagen\ntre", "en\nGå to sammen\ntre")
    assert both == Joined("en\n‹Kari› Hund i hagen\n‹Ola› Gå to sammen\ntre", True)


def test_the_same_line_written_by_both_stands_there_once() -> None:
    assert joined("en", "en\nto", "en\nto") == Joined("en\nto", False)


def test_a_text_that_one_of_them_emptied_keeps_what_the_other_wrote() -> None:
    assert joined("en", "", "en\nto").text == "‹Kari› \n‹Ola› en\n‹Ola› to"


def test_texts_of_very_many_lines_are_not_compared() -> None:
    assert join_lines("", Draft("\n" * MOST_LINES, "Kari"), Draft("x", "Ola")) is None


def test_texts_in_which_one_line_comes_very_often_are_not_compared() -> None:
    empty_lines = "\n" * (MOST_LINES // 2)
    kari, ola = Draft(f"{empty_lines}en", "Kari"), Draft("to", "Ola")
    assert join_lines(empty_lines, kari, ola) is None
    assert join_lines(empty_lines, ola, kari) is None
    assert joined("en\n\n" * 90, "en\n\n" * 90 + "to", "en\n\n" * 90).text.endswith("to")


@given(base=TEXTS, one=TEXTS)
def test_a_text_that_only_one_of_them_wrote_is_as_that_one_left_it(base: str, one: str) -> None:
    assert joined(base, one, base) == joined(base, base, one) == joined(base, one, one) == Joined(one, False)


@given(base=TEXTS, one=TEXTS, other=TEXTS)
def test_every_line_that_either_added_is_in_the_joined_text(base: str, one: str, other: str) -> None:
    result = joined(base, one, other).text
    for line in {*one.split("\n"), *other.split("\n")} - {*base.split("\n")}:
        assert line in result


@given(base=TEXTS, one=TEXTS, other=TEXTS)
def test_it_does_not_matter_for_the_lines_who_came_first(base: str, one: str, other: str) -> None:
    result, turned = joined(base, one, other), joined(base, other, one)
    assert result.overlap == turned.overlap
    assert result.overlap or result == turned


@given(base=NAMES, one=NAMES, other=NAMES)
def test_what_either_added_is_there_and_what_one_took_out_is_gone(
    base: list[str], one: list[str], other: list[str]
) -> None:
    result = join_elements(base, one, other)
    assert set(result) == (set(one) & set(other)) | (set(one) - set(base)) | (set(other) - set(base))
    assert is_elements(result)


def test_long_lists_are_joined_without_looking_through_one_for_each_of_the_others() -> None:
    base = [Compared(number) for number in range(1_000)]
    Compared.times = 0
    assert join_elements(base, base[:-1], [*base[1:], "new"]) == [*base[1:-1], "new"]
    assert Compared.times < 10_000


class Compared(str):
    """A text that counts how often one is compared with another."""

    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_a_list_with_something_twice_or_something_else_than_texts_is_none_of_these() -> None:
    assert not is_elements(["a", "a"])
    assert not is_elements([1])
    assert not is_elements("a")


TABLES = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 2))


@given(TABLES, TABLES, TABLES)
def test_of_two_tables_all_that_either_wrote_is_there_and_the_later_where_both_did(
    base: dict[str, int], first: dict[str, int], then: dict[str, int]
) -> None:
    earlier, later = base | first, base | then
    assert join_keys(base, earlier, later) == earlier | {
        name: value for name, value in then.items() if base.get(name) != value
    }
    assert join_keys(base, earlier, base) == earlier
    assert join_keys(base, base, later) == later
