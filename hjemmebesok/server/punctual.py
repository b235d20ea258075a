"""HTTP with a time for everything: a request's head must come, and an answer must be taken, before long.

uvicorn waits for both without end, and so a few slow connections could keep everybody else out. What comes after the
head is waited for in body.py. Sizes: h11 takes no head above 64 KiB.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0  # from the first byte, or from connecting, to the end of the head
LEAVE_SECONDS = 120.0  # for the rest of an answer to be taken by a laptop on a slow line


class Punctual(H11Protocol):
    """One connection."""

    _head_due: asyncio.TimerHandle | None = None
    _answer_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """A head is due from now on."""
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        """A head is due from its first byte on; what trickles in after an answer counts as one."""
        if self._is_between_requests():
            self._expect_head()
        super().data_received(data)
        if not self._is_between_requests():
            self._forget_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is due any more."""
        self._forget_head()
        self._forget_answer()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """More is to be taken than goes into the network."""
        super().pause_writing()
        self._expect_to_be_taken()

    def resume_writing(self) -> None:
        """It has been taken, but for what is left of the last answer."""
        super().resume_writing()
        if not self.transport.is_closing():
            self._forget_answer()

    def on_response_complete(self) -> None:
        """Whoever asked for no more may still take the answer for a while, and no longer."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._expect_to_be_taken()

    def timeout_keep_alive_handler(self) -> None:
        """The same for whoever asks no more."""
        super().timeout_keep_alive_handler()
        self._expect_to_be_taken()

    def shutdown(self) -> None:
        """The server ends: whoever waits for nothing is let go at once, without TLS's long goodbye."""
        super().shutdown()
        if self._is_between_requests():
            self.transport.abort()

    def _is_between_requests(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _expect_head(self) -> None:
        if self._head_due is None:
            self._head_due = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _forget_head(self) -> None:
        if self._head_due is not None:
            self._head_due.cancel()
            self._head_due = None

    def _expect_to_be_taken(self) -> None:
        if self._answer_due is None:
            self._answer_due = self.loop.call_later(LEAVE_SECONDS, self.transport.abort)

    def _forget_answer(self) -> None:
        if self._answer_due is not None:
            self._answer_due.cancel()
            self._answer_due = None
