"""A network of real sockets between laptop and server, which loses, cuts, delays, doubles and reorders."""

import asyncio
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from random import Random
from types import TracebackType
from typing import Self

FAULTS = ("lost request", "lost reply", "cut reply", "late", "doubled", "overtaken")
LATEST = 0.05  # seconds
_LENGTH = re.compile(rb"^content-length: *(\d+)", re.IGNORECASE | re.MULTILINE)


class Lost(Exception):
    """This connection ends here."""


class Proxy:
    """Listens at `address`, and passes each request on to the port `target`. `happened` counts the faults."""

    def __init__(self) -> None:
        self.target = 0
        self.address = ""
        self.happened: Counter[str] = Counter()
        self._chance: Random | None = None
        self._coming: list[str] = []
        self._overtaken: list[bytes] = []
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._listen()), daemon=True)

    @contextmanager
    def misbehaving(self, seed: int) -> Iterator[None]:
        """Meanwhile a fault happens to every other request, and each of them before any happens again."""
        self._chance, self._coming = Random(seed), []
        try:
            yield
        finally:
            self._chance = None

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    async def _listen(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self._ready.set()
        await self._ended.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(Lost, OSError, EOFError):
                while True:
                    await self._carry(await _message(reader), writer)
        finally:
            writer.close()

    async def _carry(self, request: bytes, writer: asyncio.StreamWriter) -> None:
        chance = self._chance
        fault = self._next_fault(chance) if chance else ""
        self.happened[fault] += 1
        await self._meet_on_the_way_there(fault, request, chance)
        times = 2 if fault == "doubled" else 1
        *_, answer = await asyncio.gather(*[self._ask(request) for _ in range(times)])  # at the same time
        for late in [self._overtaken.pop() for _ in list(self._overtaken)]:
            await self._ask(late)
        if fault == "lost reply":
            raise Lost
        writer.write(answer[: chance.randrange(len(answer))] if chance and fault == "cut reply" else answer)
        await writer.drain()
        if fault == "cut reply":
            raise Lost

    def _next_fault(self, chance: Random) -> str:
        if not self._coming:
            self._coming = chance.sample([*FAULTS, *[""] * len(FAULTS)], 2 * len(FAULTS))
        return self._coming.pop()

    async def _meet_on_the_way_there(self, fault: str, request: bytes, chance: Random | None) -> None:
        if chance and fault == "late":
            await asyncio.sleep(chance.uniform(0, LATEST))
        if fault == "overtaken":  # it arrives after the next one, when nobody waits for its answer any more
            self._overtaken.append(request)
        if fault in ("overtaken", "lost request"):
            raise Lost

    async def _ask(self, request: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.target)
        try:
            writer.write(request)
            return await _message(reader)
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One request or answer, of those that tell how long they are. Raises EOFError where it breaks off."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return head + await reader.readexactly(int(length[1]) if length else 0)
