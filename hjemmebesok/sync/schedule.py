"""When the next round is due: often while all goes well, ever less often while it does not, and never all at once."""

from collections.abc import Callable

from hjemmebesok.sync.trouble import SyncTrouble

EVERY = 300.0  # seconds from one round to the next
FIRST_AGAIN = 10.0  # after the first failure; twice as long after each one more
LONGEST = 600.0
LONGEST_ASKED = 86_400.0  # a day: what asks for more is no server of ours
JITTER = 0.5  # so much sooner or later, so that an office whose network returns does not ask as one


def seconds_to_next(failures: int, trouble: Exception | None, chance: Callable[[], float]) -> float:
    """How long to wait after so many failures in a row, the last of them this one; none where all went well, or where
    the trouble was with photos alone.

    Never shorter than the server asked for. `chance` gives a number from 0 to 1.
    """
    again = FIRST_AGAIN * 2.0 ** min(failures - 1, 16) if failures else EVERY
    spread = min(again, LONGEST) * (1 - JITTER + 2 * JITTER * chance())
    asked = min(trouble.wait, LONGEST_ASKED) if isinstance(trouble, SyncTrouble) else 0.0
    return max(spread, asked * (1 + JITTER * chance()))
