"""The real server application without a socket, and a network between that loses, doubles and delays."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import httpx2
from starlette.types import ASGIApp

FAULTS = ("lost request", "lost reply", "doubled", "late")


@dataclass
class Network(httpx2.BaseTransport):
    """Carries requests to the application. `fault` happens to the next one after so many that `pass`; `seen` is asked
    about each answer, what is larger than the net is `narrow` does not go through, `meanwhile` happens while the next
    answer is on its way, and the application works `around` something."""

    app: ASGIApp
    loop: asyncio.AbstractEventLoop
    seen: Callable[[httpx2.Request, bytes], None]
    passes: int = 0
    fault: str = ""
    narrow: int = 0  # bytes; 0: as wide as can be
    meanwhile: Callable[[], None] | None = None
    around: Callable[[], AbstractContextManager[None]] = nullcontext
    carried: list[tuple[httpx2.Request, bytes]] = field(default_factory=list)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if self.narrow and len(request.read()) > self.narrow:
            return httpx2.Response(413)
        if self.passes > 0:
            self.passes -= 1
            return self._pass_on(request)
        body, fault, self.fault = request.read(), self.fault, ""
        if fault == "lost request":
            raise httpx2.ConnectError("lost on the way there")
        if fault == "late" and self.carried:
            self.deliver(*self.carried[len(self.carried) // 2])  # an old request arrives once more
        response = self.deliver(request, body)
        if fault == "doubled":
            response = self.deliver(request, body)
        self.carried = [*self.carried[-5:], (request, body)]
        self._do_meanwhile()
        if fault == "lost reply":
            raise httpx2.ReadError("lost on the way back")
        return response

    def undisturbed(self) -> None:
        """Nothing happens to the next request."""
        self.passes, self.fault, self.narrow, self.meanwhile, self.around = 0, "", 0, None, nullcontext

    def deliver(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        """One request to the application, and its answer."""
        with self.around():
            response = self._through(request, body)
        self.seen(request, response.content)
        return response

    def _pass_on(self, request: httpx2.Request) -> httpx2.Response:
        response = self._through(request, request.read())
        self.seen(request, response.content)
        return response

    def _through(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        return self.loop.run_until_complete(_ask(self.app, request, body))

    def _do_meanwhile(self) -> None:
        happening, self.meanwhile = self.meanwhile, None
        if happening:
            happening()


async def _ask(app: ASGIApp, request: httpx2.Request, body: bytes) -> httpx2.Response:
    said: list[Any] = []
    heard = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        return heard.pop() if heard else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        said.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method, "scheme": "http",
        "path": request.url.path, "raw_path": request.url.raw_path, "query_string": request.url.query, "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    await app(scope, receive, send)
    content = b"".join(message.get("body", b"") for message in said[1:])
    return httpx2.Response(said[0]["status"], headers=said[0]["headers"], content=content)
