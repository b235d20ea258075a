"""The application: its routes, and nothing that a request can make them say but a message or a Problem."""

from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from time import perf_counter

from sqlalchemy.exc import OperationalError, TimeoutError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Lifespan

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import body, log, metrics, openapi, schema, tokens
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.identity import Caller, bearer, identify, renew
from hjemmebesok.server.limits import WRONG, Limits
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tokens import municipality_of, typed_code
from hjemmebesok.wire.messages import EnrolRequest, SyncRequest, SyncResponse

Clock = Callable[[], datetime]
Handler = Callable[[Request], Awaitable[Response]]

_NOBODY = ("token", "enrolment", "sign_in")  # the codes of those who are not who they say


def create_app(
    directory: Directory,
    clock: Clock = lambda: datetime.now(UTC),
    limits: Limits | None = None,
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """The server over these databases. Whoever opened the directory closes it."""
    server = Server(directory, clock, limits or Limits())
    routes = [
        Route("/v1/enrol", server.guarded(server.enrol), methods=["POST"]),
        Route("/v1/sync", server.guarded(server.sync), methods=["POST"]),
        Route("/health/live", server.live, methods=["GET"]),
        Route("/health/ready", server.guarded(server.ready), methods=["GET"]),
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

    async def enrol(self, request: Request) -> Response:
        """POST /v1/enrol: a one-time code for a device token."""
        data = await body.read(request)
        return await run_in_threadpool(self._enrol, request, data)

    async def sync(self, request: Request) -> Response:
        """POST /v1/sync: push and pull. The token is checked before the body is read."""
        caller = await run_in_threadpool(self._identify, request)
        self._limits.devices.take(caller.device)
        data = await body.read(request)
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

    def guarded(self, handler: Handler) -> Handler:
        """The handler within its limits; whatever stops it is logged, and told as a Problem."""

        async def guarded(request: Request) -> Response:
            started, address = perf_counter(), request.client.host if request.client else ""
            try:
                self._limits.addresses.take(address)
                response = await handler(request)
            except Exception as error:
                refusal = _refusal(error)
                if refusal.problem.code in _NOBODY:
                    self._limits.addresses.charge(address, WRONG)
                who = _who(getattr(request.state, "caller", None))
                log.line("refused", path=request.url.path, status=refusal.status, code=refusal.problem.code, **who)
                metrics.REFUSALS.labels(refusal.problem.code).inc()
                response = body.problem(refusal)
            metrics.REQUESTS.labels(request.url.path, response.status_code).inc()
            metrics.SECONDS.labels(request.url.path).observe(perf_counter() - started)
            return response

        return guarded

    def _identify(self, request: Request) -> Caller:
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
        **_who(caller),
        changes=len(given.results),
        refused=outcomes["refused"],
        records=len(given.records),
        conflicts=len(given.conflicts),
        bytes_in=bytes_in,
        bytes_out=bytes_out,
        ms=round(seconds * 1000, 1),
    )


def _who(caller: Caller | None) -> dict[str, str]:
    if caller is None:
        return {}
    return {"municipality": caller.municipality, "user": caller.user, "device": caller.device}


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, Refusal):
        return error
    log.fault(error)
    if isinstance(error, (OperationalError, TimeoutError, Refused)):
        return Refusal(503, "busy", "the database does not answer", retry_after=5)
    return Refusal(500, "fault", "the server failed; it has been logged")


async def _no_such_thing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return body.problem(Refusal(status, "no_such_thing", "there is nothing here that answers this"))
