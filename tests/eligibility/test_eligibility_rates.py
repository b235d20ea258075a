"""Rates: each with its date, source and flag, and the one that holds on the day."""

from datetime import date, timedelta

import pytest
from eligibility_cases import RATES, kr

from hjemmebesok.domain.phrase import Refused
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


def test_no_two_shipped_rates_of_a_code_start_on_the_same_day() -> None:
    starts = [(rate.code, rate.gjelder_fra) for rate in RATES]
    assert len(set(starts)) == len(starts)
