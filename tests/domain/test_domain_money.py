"""Amounts: read as people write them, whole øre inside, and exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import ZERO, Money, total
from hjemmebesok.domain.phrase import Refused

amounts = st.integers(min_value=-(10**13), max_value=10**13).map(Money)


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("12000", 1_200_000),
        ("12 000", 1_200_000),
        ("12\u00a0000 kr", 1_200_000),
        ("12\u202f000,50", 1_200_050),
        ("12.000", 1_200_000),
        ("12.000,50", 1_200_050),
        ("1.234.567", 123_456_700),
        ("12000.5", 1_200_050),
        ("12000,-", 1_200_000),
        ("0,07", 7),
        ("-0,50", -50),
    ],
)
def test_kroner_are_read_as_people_write_them(text: str, ore: int) -> None:
    assert Money.kroner(text) == Money(ore)


@pytest.mark.parametrize(
    "text", ["", "kr", "NaN", "inf", "1e3", "12,345", "1.23.456", "12 kr 50", "1,2,3", "--1", "1" * 13, "0x10"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="ikke et beløp"):
        Money.kroner(text)


def test_a_decimal_is_a_number_and_its_point_is_never_thousands() -> None:
    assert Money.kroner(Decimal("1.090")) == Money(109)
    assert Money.kroner(Decimal("12000.50")) == Money(1_200_050)


@pytest.mark.parametrize("number", [Decimal("0.001"), Decimal("NaN"), Decimal("Infinity"), Decimal("1e15")])
def test_a_decimal_that_is_no_amount_is_refused(number: Decimal) -> None:
    with pytest.raises(Refused, match="ikke et beløp"):
        Money.kroner(number)


@pytest.mark.parametrize("ore", [1.0, True, "1", Decimal(1)])
def test_money_is_made_of_whole_ore_only(ore: object) -> None:
    with pytest.raises(TypeError):
        Money(ore)  # type: ignore[arg-type]  # the point of the test


def test_money_does_not_add_to_a_number() -> None:
    with pytest.raises((TypeError, AttributeError)):
        Money(1) + 1  # type: ignore[operator]  # the point of the test


@given(amounts)
def test_an_amount_written_as_kroner_is_read_back_as_itself(amount: Money) -> None:
    assert Money.kroner(amount.as_kroner) == amount


@given(amounts, amounts)
def test_what_is_added_can_be_taken_away_again(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one - other == -(other - one)


@given(st.lists(amounts))
def test_a_total_does_not_depend_on_the_order(parts: list[Money]) -> None:
    assert total(parts) == total(parts[::-1])


def test_nothing_sums_to_zero_and_zero_is_false() -> None:
    assert total([]) == ZERO
    assert not ZERO
    assert Money(-1)


def test_three_times_an_amount_is_the_amount_three_times() -> None:
    assert Money(545_00) * 2 == Money.kroner(1090)


@pytest.mark.parametrize(("ore", "kroner"), [(1_409_653, 14_097), (50, 1), (49, 0), (-50, 0), (100, 1)])
def test_an_amount_is_shown_to_the_nearest_krone(ore: int, kroner: int) -> None:
    assert Money(ore).to_whole_kroner == Money.kroner(kroner)
