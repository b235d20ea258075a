"""Whose turn it is: few of a municipality at a time, so that those who wait for each other keep nobody else waiting.

The pushes of a municipality follow one another in its database, and each that waits there has a thread and a connection
of this worker, which has few. So all but the first wait here, where waiting costs nothing.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hjemmebesok.server.refusal import Refusal

AT_ONCE = 3  # of a municipality in a worker: fewer than the large requests it reads at a time
WAITS = 20.0  # seconds until somebody is told to come back: before her laptop gives up, and asks anew for nobody's use
_COMES_BACK = 5  # seconds later


class Turns:
    """The turns of one worker, for municipalities that are there."""

    def __init__(self, at_once: int = AT_ONCE, seconds: float = WAITS) -> None:
        self._seconds = seconds
        self._turns = defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(at_once))

    @asynccontextmanager
    async def of(self, place: str) -> AsyncIterator[None]:
        """A turn of this municipality's. Raises Refusal 503 for who has waited too long."""
        turn = self._turns[place]
        try:
            async with asyncio.timeout(self._seconds):
                await turn.acquire()
        except TimeoutError as error:
            raise Refusal(503, "busy", "too many of the municipality ask at once", retry_after=_COMES_BACK) from error
        try:
            yield
        finally:
            turn.release()
