"""POST /v1/team, /v1/hand-over and /v1/set-aside: what a team leader asks about her colleagues' cases."""

from collections.abc import Callable
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hjemmebesok.server import body, colleagues, log
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.guard import Guard, who
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.set_aside import set_aside
from hjemmebesok.wire.set_aside import SetAsideRequest
from hjemmebesok.wire.team import HandOver, TeamRequest

TEAM, HAND_OVER, SET_ASIDE = "/v1/team", "/v1/hand-over", "/v1/set-aside"


class TeamRoutes:
    """The three routes. `identify` tells who asks, or raises Refusal; it is asked before the body is read."""

    def __init__(
        self, directory: Directory, guard: Guard, clock: Callable[[], datetime], identify: Callable[[Request], Caller]
    ) -> None:
        self._directory, self._guard, self._clock, self._identify = directory, guard, clock, identify

    def routes(self) -> list[Route]:
        """All of them."""
        handlers = {TEAM: self.team, HAND_OVER: self.hand_over, SET_ASIDE: self.set_aside}
        return [Route(path, self._guard.over(each), methods=["POST"]) for path, each in handlers.items()]

    async def team(self, request: Request) -> Response:
        """Who is in her teams, and what they hold."""
        caller, data = await self._asked(request)
        return await run_in_threadpool(self._team, request, caller, data)

    async def hand_over(self, request: Request) -> Response:
        """Cases from one of them to another."""
        caller, data = await self._asked(request)
        return await run_in_threadpool(self._hand_over, request, caller, data)

    async def set_aside(self, request: Request) -> Response:
        """What was set aside in the cases she reads, and that some of it is dealt with."""
        caller, data = await self._asked(request)
        return await run_in_threadpool(self._set_aside, request, caller, data)

    async def _asked(self, request: Request) -> tuple[Caller, bytes]:
        caller = await run_in_threadpool(self._identify, request)
        self._guard.limits.devices.take(caller.device)
        return caller, await body.read(request)

    def _team(self, request: Request, caller: Caller, data: bytes) -> Response:
        body.message(request, data, TeamRequest)
        database = self._directory.of(caller.municipality)
        return body.answer(request, colleagues.team(database, caller, self._clock()))

    def _hand_over(self, request: Request, caller: Caller, data: bytes) -> Response:
        asked = body.message(request, data, HandOver)
        database = self._directory.of(caller.municipality)
        given = colleagues.hand_over(database, caller, asked, self._clock)
        log.line("hand_over", **who(caller), cases=given.moved, shared=asked.keeps)
        return body.answer(request, given)

    def _set_aside(self, request: Request, caller: Caller, data: bytes) -> Response:
        asked = body.message(request, data, SetAsideRequest)
        given = set_aside(self._directory.of(caller.municipality), caller, asked, self._clock())
        log.line("set_aside", **who(caller), changes=len(given.changes), done=len(asked.done))
        return body.answer(request, given)
