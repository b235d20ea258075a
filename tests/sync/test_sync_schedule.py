"""When the next round is due."""

from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.sync.schedule import EVERY, FIRST_AGAIN, JITTER, LONGEST, LONGEST_ASKED, seconds_to_next
from hjemmebesok.sync.trouble import SyncTrouble, Trouble

CHANCES = st.floats(0, 1)
BUSY = SyncTrouble(Trouble.SERVER_BUSY, wait=900)


@given(failures=st.integers(0, 10_000), one=CHANCES)
def test_the_wait_is_never_long_and_never_nothing(failures: int, one: float) -> None:
    wait = seconds_to_next(failures, None, lambda: one)
    assert FIRST_AGAIN * (1 - JITTER) <= wait <= LONGEST * (1 + JITTER)


def test_each_failure_doubles_the_wait() -> None:
    waits = [seconds_to_next(failures, None, lambda: 0.5) for failures in (0, 1, 2, 3, 20)]
    assert waits == [EVERY, FIRST_AGAIN, 2 * FIRST_AGAIN, 4 * FIRST_AGAIN, LONGEST]


def test_two_laptops_do_not_ask_at_the_same_moment() -> None:
    assert seconds_to_next(1, None, lambda: 0.1) != seconds_to_next(1, None, lambda: 0.2)


@given(failures=st.integers(0, 10), chance=CHANCES)
def test_the_wait_the_server_asked_for_is_kept(failures: int, chance: float) -> None:
    assert seconds_to_next(failures, BUSY, lambda: chance) >= 900


@given(failures=st.integers(0, 10), chance=CHANCES)
def test_nobody_on_the_way_can_ask_for_more_than_a_day(failures: int, chance: float) -> None:
    forever = SyncTrouble(Trouble.SERVER_BUSY, wait=9_999_999)
    assert LONGEST_ASKED <= seconds_to_next(failures, forever, lambda: chance) <= LONGEST_ASKED * (1 + JITTER)
