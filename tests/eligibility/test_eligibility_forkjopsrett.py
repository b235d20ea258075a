"""Forkjøpsrett: the deadlines of burettslagslova, in days and in kvardagar."""

from datetime import date, timedelta

import pytest
from eligibility_cases import FAIL, OK, found, judged
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.eligibility.forkjopsrett import deadline, months_before
from hjemmebesok.eligibility.kvardagar import after_kvardagar, is_kvardag


def test_e20_written_notice_without_forhandsvarsel_gives_twenty_days() -> None:
    assert deadline(date(2026, 6, 2), None) == (date(2026, 6, 22), False)


def test_e20_against_the_tenant_of_the_dwelling_there_is_no_deadline_and_no_pre_emption() -> None:
    finding = found(judged(tenant_of_dwelling=True, notice_on=date(2026, 6, 2)), "A11")
    assert finding.outcome == OK
    assert "notice_on" not in {fact.name for fact in finding.used}


@pytest.mark.parametrize(
    ("prior", "short"),
    [
        (date(2026, 5, 18), True),  # 15 days before
        (date(2026, 5, 19), False),
        (date(2026, 3, 2), True),  # 3 months before
        (date(2026, 3, 1), False),
        (date(2026, 6, 3), False),  # after the notice
    ],
)
def test_a_forhandsvarsel_in_time_gives_the_short_deadline(prior: date, short: bool) -> None:
    last, is_short = deadline(date(2026, 6, 2), prior)
    assert is_short == short
    assert last == (date(2026, 6, 9) if short else date(2026, 6, 22))


@pytest.mark.parametrize(
    ("start", "last"),
    [
        (date(2026, 3, 31), date(2026, 4, 10)),  # skjærtorsdag, langfredag, Easter and 2. påskedag
        (date(2026, 4, 28), date(2026, 5, 6)),  # 1 May
        (date(2026, 5, 12), date(2026, 5, 20)),  # Kristi himmelfart on the 14th, 17 May on a Sunday
        (date(2027, 5, 14), date(2027, 5, 24)),  # 2. pinsedag and 17 May on the same Monday
        (date(2026, 12, 23), date(2026, 12, 31)),  # 1. and 2. juledag
    ],
)
def test_five_kvardagar_pass_over_weekends_and_holidays(start: date, last: date) -> None:
    assert after_kvardagar(start, 5) == last


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 15))
def test_just_so_many_kvardagar_lie_within_a_deadline(start: date, count: int) -> None:
    last = after_kvardagar(start, count)
    within = [start + timedelta(n + 1) for n in range((last - start).days)]
    assert sum(map(is_kvardag, within)) == count
    assert not within or is_kvardag(last)


def test_three_months_before_the_last_day_of_a_month() -> None:
    assert months_before(date(2026, 5, 31), 3) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 15), 3) == date(2025, 10, 15)


def test_a_right_that_somebody_used_ends_the_purchase_only_where_it_applies() -> None:
    used = {"preemption_used": True, "notice_on": date(2026, 6, 2)}
    assert found(judged(**used), "A11").outcome == OK
    assert found(judged(**used, tenant_of_dwelling=False), "A11").outcome == FAIL
