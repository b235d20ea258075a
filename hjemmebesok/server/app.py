"""The application: its routes, and nothing that a request can make them say but a message or a Problem."""

from asyncio import Semaphore
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from time import perf_counter

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Lifespan

from hjemmebesok.server import body, log, metrics, openapi, schema, tokens
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.file_routes import FileRoutes
from hjemmebesok.server.guard import Guard, address, who
from hjemmebesok.server.identity import Caller, bearer, identify, renew
from hjemmebesok.server.limits import BEGINS, Limits
from hjemmebesok.server.oidc import Keys
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.sign_in import begin, finish
from hjemmebesok.server.sync import sync
from hjemmebesok.server.team_routes import TeamRoutes
from hjemmebesok.server.tokens import municipality_of, typed_code
from hjemmebesok.server.turns import Turns
from hjemmebesok.wire.messages import EnrolRequest, SyncRequest, SyncResponse
from hjemmebesok.wire.sign_in import SignInBegin, SignInRequest

Clock = Callable[[], datetime]

LARGE_AT_ONCE = 4  # large sync requests in a worker, so that its memory is enough; the others wait their turn


def create_app(
    directory: Directory,
    clock: Clock = lambda: datetime.now(UTC),
    limits: Limits | None = None,
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """The server over these databases. Whoever opened the directory closes it."""
    guard = Guard(limits or Limits())
    server = Server(directory, clock, guard.limits)
    routes = [
        Route("/v1/enrol", guard.over(server.enrol), methods=["POST"]),
        Route("/v1/sign-in/begin", guard.over(server.begin_sign_in), methods=["POST"]),
        Route("/v1/sign-in", guard.over(server.sign_in), methods=["POST"]),
        Route("/v1/sync", guard.over(server.sync), methods=["POST"]),
        *FileRoutes(directory, guard, clock, server.identify).routes(),
        *TeamRoutes(directory, guard, clock, server.identify).routes(),
        Route("/health/live", server.live, methods=["GET"]),
        Route("/health/ready", guard.over(server.ready), methods=["GET"]),
        Route("/openapi.json", server.openapi, methods=["GET"]),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_such_thing}, lifespan=lifespan)
    app.router.redirect_slashes = False
    return app


class Server:
    """The routes. A database is asked in threads, so that a slow one holds up nobody's connection."""

    def __init__(self, directory: Directory, clock: Clock, limits: Limits) -> None:
        self._directory = directory
        self._clock = clock
        self._limits = limits
        self._keys = Keys()
        self._few = Semaphore(LARGE_AT_ONCE)
        self._turns = Turns()

    async def enrol(self, request: Request) -> Response:
        """POST /v1/enrol: a one-time code for a device token."""
        data = await body.read(request)
        return await run_in_threadpool(self._enrol, request, data)

    async def begin_sign_in(self, request: Request) -> Response:
        """POST /v1/sign-in/begin: where the municipality's users sign in. Costs more, since it is remembered."""
        self._limits.addresses.charge(address(request), BEGINS)
        data = await body.read(request)
        return await run_in_threadpool(self._begin_sign_in, request, data)

    async def sign_in(self, request: Request) -> Response:
        """POST /v1/sign-in: an ID token for a device token."""
        data = await body.read(request)
        return await run_in_threadpool(self._sign_in, request, data)

    async def sync(self, request: Request) -> Response:
        """POST /v1/sync: push and pull. The token is checked before the body is read."""
        caller = await run_in_threadpool(self.identify, request)
        self._limits.devices.take(caller.device)
        data = await body.read(request)
        few = self._few if body.is_large(request, data) else nullcontext()
        async with self._turns.of(caller.municipality), few:
            return await run_in_threadpool(self._sync, request, caller, data)

    async def live(self, request: Request) -> Response:
        """GET /health/live: the process answers."""
        return JSONResponse({"status": "ok"})

    async def ready(self, request: Request) -> Response:
        """GET /health/ready: the first database answers, and its tables are those of this version."""
        return await run_in_threadpool(self._ready)

    async def openapi(self, request: Request) -> Response:
        """GET /openapi.json: what is said here, for people and tools."""
        return JSONResponse(openapi.document())

    def identify(self, request: Request) -> Caller:
        """Who shows this token. Raises Refusal."""
        token = bearer(request.headers.get("authorization", ""))
        place, now = municipality_of(token), self._clock()
        database = self._directory.of(place)
        with database.read(place) as connection:
            caller = request.state.caller = identify(connection, token, now)
        if tokens.is_worn(caller.expires_at, now):
            with database.write(place) as connection:
                renew(connection, caller, now)
        return caller

    def _enrol(self, request: Request, data: bytes) -> Response:
        asked = body.message(request, data, EnrolRequest)
        place = municipality_of(typed_code(asked.code))
        with self._directory.of(place).write(place) as connection:
            given = enrol(connection, asked, self._clock())
        log.line("enrol", municipality=given.municipality, user=given.user, device=given.device)
        return body.answer(request, given)

    def _begin_sign_in(self, request: Request, data: bytes) -> Response:
        place = municipality_of(body.message(request, data, SignInBegin).municipality)
        with self._directory.of(place).write(place) as connection:
            offer = begin(connection, place, self._clock())
        return body.answer(request, offer)

    def _sign_in(self, request: Request, data: bytes) -> Response:
        asked = body.message(request, data, SignInRequest)
        place = municipality_of(asked.municipality)
        given = finish(self._directory.of(place), self._keys, asked, place, self._clock())
        log.line("sign_in", municipality=given.municipality, user=given.user, device=given.device)
        return body.answer(request, given)

    def _sync(self, request: Request, caller: Caller, data: bytes) -> Response:
        started = perf_counter()
        asked = body.message(request, data, SyncRequest)
        given = sync(self._directory.of(caller.municipality), caller, asked, self._clock())
        response = body.answer(request, given)
        _tell(caller, given, len(data), len(response.body), perf_counter() - started)
        return response

    def _ready(self) -> Response:
        with self._directory.first.read("") as connection:
            if not schema.is_current(connection):
                raise Refusal(503, "not_ready", "the database is not at this version", retry_after=5)
        return JSONResponse({"status": "ok"})


def _tell(caller: Caller, given: SyncResponse, bytes_in: int, bytes_out: int, seconds: float) -> None:
    outcomes = Counter(result.outcome for result in given.results)
    for outcome, count in outcomes.items():
        metrics.CHANGES.labels(outcome).inc(count)
    metrics.RECORDS.inc(len(given.records))
    metrics.BYTES.labels("in").inc(bytes_in)
    metrics.BYTES.labels("out").inc(bytes_out)
    log.line(
        "sync",
        **who(caller),
        changes=len(given.results),
        refused=outcomes["refused"],
        records=len(given.records),
        conflicts=len(given.conflicts),
        bytes_in=bytes_in,
        bytes_out=bytes_out,
        ms=round(seconds * 1000, 1),
    )


async def _no_such_thing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return body.problem(Refusal(status, "no_such_thing", "there is nothing here that answers this"))
