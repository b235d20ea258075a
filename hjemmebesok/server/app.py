"""The application: four routes, and nothing that a request can make them say but a message or a Problem."""

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

from hjemmebesok.server import body, log, schema, tokens
from hjemmebesok.server.database import Database
from hjemmebesok.server.enrol import enrol
from hjemmebesok.server.identity import Caller, bearer, identify, renew
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.sync import sync
from hjemmebesok.server.tokens import municipality_of, typed_code
from hjemmebesok.wire.messages import EnrolRequest, SyncRequest

Clock = Callable[[], datetime]
Handler = Callable[[Request], Awaitable[Response]]


def create_app(database: Database, clock: Clock = lambda: datetime.now(UTC)) -> Starlette:
    """The server over this database. Whoever opened the database closes it."""
    server = Server(database, clock)
    routes = [
        Route("/v1/enrol", _guarded(server.enrol), methods=["POST"]),
        Route("/v1/sync", _guarded(server.sync), methods=["POST"]),
        Route("/health", server.health, methods=["GET"]),
        Route("/ready", _guarded(server.ready), methods=["GET"]),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _no_such_thing})
    app.router.redirect_slashes = False
    return app


class Server:
    """The routes. The database is asked in threads, so that a slow one holds up nobody's connection."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def enrol(self, request: Request) -> Response:
        """POST /v1/enrol: a one-time code for a device token."""
        data = await body.read(request)
        return await run_in_threadpool(self._enrol, request, data)

    async def sync(self, request: Request) -> Response:
        """POST /v1/sync: push and pull. The token is checked before the body is read."""
        caller = await run_in_threadpool(self._identify, request)
        data = await body.read(request)
        return await run_in_threadpool(self._sync, request, caller, data)

    async def health(self, request: Request) -> Response:
        """GET /health: the process answers."""
        return JSONResponse({"status": "ok"})

    async def ready(self, request: Request) -> Response:
        """GET /ready: the database answers, and its tables are those of this version."""
        return await run_in_threadpool(self._ready)

    def _identify(self, request: Request) -> Caller:
        token = bearer(request.headers.get("authorization", ""))
        place, now = municipality_of(token), self._clock()
        with self._database.read(place) as connection:
            caller = request.state.caller = identify(connection, token, now)
        if tokens.is_worn(caller.expires_at, now):
            with self._database.write(place) as connection:
                renew(connection, caller, now)
        return caller

    def _enrol(self, request: Request, data: bytes) -> Response:
        asked = body.message(request, data, EnrolRequest)
        with self._database.write(municipality_of(typed_code(asked.code))) as connection:
            given = enrol(connection, asked, self._clock())
        log.line("enrol", municipality=given.municipality, user=given.user, device=given.device)
        return body.answer(request, given)

    def _sync(self, request: Request, caller: Caller, data: bytes) -> Response:
        started = perf_counter()
        asked = body.message(request, data, SyncRequest)
        given = sync(self._database, caller, asked, self._clock())
        response = body.answer(request, given)
        log.line(
            "sync",
            **_who(caller),
            changes=len(given.results),
            refused=sum(result.outcome == "refused" for result in given.results),
            records=len(given.records),
            conflicts=len(given.conflicts),
            bytes_in=len(data),
            bytes_out=len(response.body),
            ms=round((perf_counter() - started) * 1000, 1),
        )
        return response

    def _ready(self) -> Response:
        with self._database.read("") as connection:
            if not schema.is_current(connection):
                raise Refusal(503, "not_ready", "the database is not at this version")
        return JSONResponse({"status": "ok"})


def _guarded(handler: Handler) -> Handler:
    async def guarded(request: Request) -> Response:
        try:
            return await handler(request)
        except Exception as error:
            refusal = _refusal(error)
            who = _who(getattr(request.state, "caller", None))
            log.line("refused", path=request.url.path, status=refusal.status, code=refusal.problem.code, **who)
            return body.problem(refusal)

    return guarded


def _who(caller: Caller | None) -> dict[str, str]:
    if caller is None:
        return {}
    return {"municipality": caller.municipality, "user": caller.user, "device": caller.device}


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, Refusal):
        return error
    log.fault(error)
    if isinstance(error, (OperationalError, TimeoutError)):
        return Refusal(503, "busy", "the database does not answer")
    return Refusal(500, "fault", "the server failed; it has been logged")


async def _no_such_thing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return body.problem(Refusal(status, "no_such_thing", "there is nothing here that answers this"))
