"""Rates: each with its date, source and flag, and the one that holds on the day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from eligibility_cases import RATES, kr

from hjemmebesok.assets import resource
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.choices import Car
from hjemmebesok.eligibility.members import Member, Sex
from hjemmebesok.eligibility.rate_words import RATE_WORDS, SIFO
from hjemmebesok.eligibility.rates import Rate, parse_rates

ONE = """
[[rate]]
code = "gebyr"
kroner = 500
gjelder_fra = 2025-01-01
source = "Eksempel"
verified = false
"""
TWO = ONE.replace("500", "600").replace("2025", "2026")


def test_a_rate_holds_from_its_day_until_the_next_one() -> None:
    rates = parse_rates([TWO, ONE])
    change = date(2026, 1, 1)
    before, after = rates.on("gebyr", change - timedelta(1)), rates.on("gebyr", change)
    assert before
    assert after
    assert (before.amount, after.amount) == (kr(500), kr(600))


def test_before_the_first_day_there_is_a_gap_and_not_a_zero() -> None:
    assert parse_rates([ONE]).on("gebyr", date(2024, 12, 31)) is None
    assert parse_rates([ONE]).on("annet", date(2026, 1, 1)) is None


def test_a_rate_that_is_not_verified_says_so() -> None:
    (rate,) = parse_rates([ONE])
    assert rate == Rate("gebyr", kr(500), date(2025, 1, 1), "Eksempel", verified=False)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("kroner = 500", "", "Satsen «gebyr» mangler «kroner»"),
        ("kroner = 500", "kroner = 500.5", "Satsen «gebyr» mangler «kroner», eller feltet har feil type."),
        ("kroner = 500", "percent = 101", "Satsen «gebyr» mangler «percent»"),
        ("kroner = 500", "percent = nan", "Satsen «gebyr» mangler «percent»"),
        ("kroner = 500", "kroner = 5\npercent = 5", "Satsen «gebyr» mangler «percent»"),
        ("verified", "gjelder_til = 2026\nverified", "Satsen «gebyr» mangler «gjelder_til»"),
        ("kroner = 500", "kroner = true", "Satsen «gebyr» mangler «kroner»"),
        ("kroner = 500", "kroner = -1", "Satsen «gebyr» kan ikke være negativ."),
        ("verified = false", "", "Satsen «gebyr» mangler «verified»"),
        ('source = "Eksempel"', "", "Satsen «gebyr» mangler «source»"),
        ("2025-01-01", "2025-01-01T00:00:00", "Satsen «gebyr» mangler «gjelder_fra»"),
        ("verified", "note = 1\nverified", "Satsen «gebyr» har et ukjent felt «note»."),
        ('code = "gebyr"', "", "Satsen «1» mangler «code»"),
        ("[[rate]]", "[[rate", "Satsene kan ikke leses: "),
    ],
)
def test_a_rate_that_is_not_whole_is_refused_by_name(old: str, new: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_rates([ONE.replace(old, new)])
    assert str(refused.value).startswith(sentence)


def test_every_shipped_rate_has_a_source_and_words() -> None:
    assert all(rate.source for rate in RATES)
    assert {rate.code for rate in RATES} | {SIFO} == set(RATE_WORDS)


def test_no_two_rates_are_called_the_same() -> None:
    assert len(set(RATE_WORDS.values())) == len(RATE_WORDS)


def test_no_two_shipped_rates_of_a_code_start_on_the_same_day() -> None:
    starts = [(rate.code, rate.gjelder_fra) for rate in RATES]
    assert len(set(starts)) == len(starts)


def test_a_rate_that_ends_leaves_a_gap_behind_it() -> None:
    rates = parse_rates([ONE.replace("source", "gjelder_til = 2025-12-31\nsource")])
    assert rates.on("gebyr", date(2025, 12, 31))
    assert rates.on("gebyr", date(2026, 1, 1)) is None


def test_a_rate_may_be_per_cent() -> None:
    (rate,) = parse_rates([ONE.replace("kroner = 500", "percent = 4.535")])
    assert rate.amount == Decimal("4.535")


def test_the_brackets_of_sifo_are_those_of_its_year() -> None:
    table = RATES.sifo_on(date(2026, 7, 1))
    assert table
    assert RATES.sifo_on(date(2025, 12, 31)) is None
    assert RATES.sifo_on(date(2027, 1, 1)) is None
    assert [row.from_months // 12 for row in table.persons if row.to_months >= 12][:3] == [1, 4, 7]


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ([Member(age=0)], "months of a child below one year"),
        ([Member(age=12)], "sex from eleven years on"),
        ([Member(age=None)], "age"),
        ([Member(age=5)] * 8, "no column for eight"),
        ([], "nobody"),
    ],
)
def test_a_household_the_table_has_no_place_for_has_no_budget(members: list[Member], why: str) -> None:
    table = RATES.sifo_on(date(2026, 7, 1))
    assert table
    assert table.budget(members, Car.NONE) is None, why


def test_large_families_need_less_food_and_infants_need_equipment() -> None:
    table = RATES.sifo_on(date(2026, 7, 1))
    assert table
    couple = [Member(age=30, sex=Sex.F), Member(age=30, sex=Sex.M)]
    two, three = ([*couple, *[Member(age=5)] * count] for count in (2, 3))
    assert table.budget(two, Car.NONE) == kr(
        4_280 + 4_760 + 2 * 2_585 + 2_210 + 1_840 + 2_160 + 2 * 1_950 + 2_038 + 5_520
    )
    food = (4_280 + 4_760 + 3 * 2_585) * 88
    rest = 2_210 + 1_840 + 2_160 + 3 * 1_950 + 2_038 + 6_025
    assert table.budget(three, Car.NONE) == Money(food) + kr(rest)
    alone, infant = [Member(age=30, sex=Sex.F)], Member(age=0, months=3)
    with_infant, without = table.budget([*alone, infant], Car.NONE), table.budget(alone, Car.NONE)
    assert with_infant and without
    assert with_infant - without == kr(1_065 + 730 + 530 + 160 + 535 + 4_390 - 4_110)


@pytest.mark.parametrize("old", ["petrol = [", "gjelder_fra", "infant = 535", "person = ["])
def test_a_sifo_table_that_is_not_whole_is_refused(old: str) -> None:
    text = resource("rates").joinpath("sifo.toml").read_text("utf-8")
    with pytest.raises(Refused, match="SIFO-tabellen er ikke hel"):
        parse_rates([text.replace(old, f"x_{old}")])
