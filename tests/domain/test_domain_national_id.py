from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain import national_id
from hjemmebesok.domain.national_id import Kind
from hjemmebesok.domain.phrase import Refused

PUBLISHED = "31129956715"  # the example in which fnrinfo.no explains the check digits; nobody has it
BEFORE, AFTER = date(2031, 12, 31), date(2032, 1, 1)
days = st.dates(date(1900, 1, 1), date(2025, 12, 31))


def with_check_digits(nine: str, remainder: int = 0) -> str:
    """The published weights, written out once more, apart from the code under test."""
    first = (remainder - sum(int(d) * w for d, w in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True))) % 11
    ten = f"{nine}{first}"
    second = -sum(int(d) * w for d, w in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    return f"{ten}{second}"


def test_the_published_example_gets_the_check_digits_1_and_5():
    assert with_check_digits("311299567") == PUBLISHED
    assert national_id.warning(PUBLISHED, BEFORE) is None


@pytest.mark.parametrize("place", range(11))
def test_one_wrong_digit_gives_a_warning(place):
    wrong = str((int(PUBLISHED[place]) + 1) % 10)
    assert national_id.warning(PUBLISHED[:place] + wrong + PUBLISHED[place + 1 :], BEFORE)


@given(days, st.integers(0, 150))
def test_a_synthetic_number_is_valid_says_its_birthday_and_belongs_to_nobody(born, serial):
    text = national_id.synthetic(born, serial)
    number = national_id.parse(text)
    assert (number.synthetic, number.born, number.kind) == (True, born, Kind.FODSELSNUMMER)
    assert text == with_check_digits(text[:9])
    assert national_id.warning(text, BEFORE) is None


@given(days)
def test_no_two_synthetic_numbers_of_a_day_are_the_same(born):
    assert len({national_id.synthetic(born, serial) for serial in range(20)}) == 20


def test_a_day_runs_out_of_synthetic_numbers_with_a_clear_word():
    with pytest.raises(ValueError, match="no synthetic number 900 for 1990-01-01"):
        national_id.synthetic(date(1990, 1, 1), 900)


@pytest.mark.parametrize(
    ("nine", "kind", "synthetic"),
    [
        ("018190000", Kind.FODSELSNUMMER, True),
        ("418190000", Kind.D_NUMBER, True),
        ("410190000", Kind.D_NUMBER, False),
        ("014190000", Kind.H_NUMBER, False),
        ("010190000", Kind.FODSELSNUMMER, False),
    ],
)
def test_the_kind_is_told_by_what_is_added_to_day_and_month(nine, kind, synthetic):
    number = national_id.parse(f"{nine}00")
    assert (number.kind, number.synthetic, number.born) == (kind, synthetic, date(1990, 1, 1))


def test_leading_zeros_are_kept_and_the_space_people_write_is_tolerated():
    assert national_id.parse("018190 00049").digits == "01819000049"
    assert national_id.parse("018190\u00a000049").digits == "01819000049"


@pytest.mark.parametrize("text", ["", "1819000049", "018190000490", "0181900004x", "١٢٣٤٥٦٧٨٩٠١"])
def test_what_is_not_eleven_digits_is_refused_without_being_repeated(text):
    with pytest.raises(Refused, match=r"^Et fødselsnummer har elleve siffer\.$"):
        national_id.parse(text)
    assert national_id.warning(text, BEFORE)


@pytest.mark.parametrize("remainder", [1, 2, 3])
def test_from_2032_the_first_check_digit_may_leave_a_remainder_up_to_three(remainder):
    text = next(
        candidate
        for individual in range(100)
        if len(candidate := with_check_digits(f"018190{individual:03}", remainder)) == 11
    )
    assert national_id.warning(text, BEFORE)
    assert national_id.warning(text, AFTER) is None


def test_a_remainder_of_four_is_wrong_also_after_2032():
    text = next(c for n in range(100) if len(c := with_check_digits(f"018190{n:03}", 4)) == 11)
    assert national_id.warning(text, AFTER)


def test_an_impossible_date_and_one_to_come_are_told_apart():
    assert "ikke med en dato" in str(national_id.warning(with_check_digits("309999500"), BEFORE))
    assert "ikke har vært" in str(national_id.warning(national_id.synthetic(date(2031, 5, 5), 0), date(2026, 1, 1)))


def test_a_number_is_shown_masked_wherever_it_is_printed():
    number = national_id.parse("01819000049")
    assert str(number) == "018190 *****"
    assert "00049" not in f"{number} {number!r}"
    assert [national_id.masked(text) for text in ("01819000049", "half a number", "")] == ["018190 *****", "*****", ""]
