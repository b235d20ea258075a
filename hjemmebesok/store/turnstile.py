"""The way into an open store: who is inside is counted, and once it is shut nobody comes in any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from hjemmebesok.domain.phrase import Phrase, Refused


class Turnstile:
    """For all threads. Whoever is inside is let out in peace; whoever comes later is refused."""

    def __init__(self) -> None:
        self._moved = Condition()
        self._inside = 0
        self._shut = False

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Be inside meanwhile. Raises Refused where it has been shut."""
        with self._moved:
            if self._shut:
                raise Refused(Phrase("PC-en er låst. Lås opp og prøv igjen."))
            self._inside += 1
        try:
            yield
        finally:
            with self._moved:
                self._inside -= 1
                self._moved.notify_all()

    def shut(self) -> bool:
        """Let nobody in from now on, and wait for those inside; never call it from there. False where it was shut."""
        with self._moved:
            if self._shut:
                return False
            self._shut = True
            self._moved.wait_for(lambda: not self._inside)
            return True
