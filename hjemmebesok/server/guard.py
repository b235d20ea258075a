"""What stands before every route: limits, the log, the numbers, and one answer to whatever goes wrong behind it."""

from collections.abc import Awaitable, Callable
from time import perf_counter

from sqlalchemy.exc import OperationalError, TimeoutError
from starlette.requests import Request
from starlette.responses import Response

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import body, database, log, metrics
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.limits import WRONG, Limits
from hjemmebesok.server.refusal import Refusal

Handler = Callable[[Request], Awaitable[Response]]

_FULL_FOR = 60  # seconds: somebody must make room first
_NOBODY = ("token", "enrolment", "sign_in")  # the codes of those who are not who they say


class Guard:
    """One for the whole application."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def over(self, handler: Handler, route: str = "") -> Handler:
        """The handler within its limits; whatever stops it is logged, and told as a Problem. The numbers know it by its
        `route`, where its path holds ids."""

        async def guarded(request: Request) -> Response:
            started = perf_counter()
            try:
                self.limits.addresses.take(address(request))
                response = await handler(request)
            except Exception as error:
                response = self._refuse(request, _refusal(error))
            name = route or request.url.path
            metrics.REQUESTS.labels(name, response.status_code).inc()
            metrics.SECONDS.labels(name).observe(perf_counter() - started)
            return response

        return guarded

    def _refuse(self, request: Request, refusal: Refusal) -> Response:
        code = refusal.problem.code
        if code in _NOBODY:
            self.limits.addresses.charge(address(request), WRONG)
        asked_by = who(getattr(request.state, "caller", None))
        log.line("refused", path=request.url.path, status=refusal.status, code=code, **asked_by)
        metrics.REFUSALS.labels(code).inc()
        return body.problem(refusal)


def address(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else ""


def who(caller: Caller | None) -> dict[str, str]:
    """The caller as the log names them: by ids."""
    if caller is None:
        return {}
    return {"municipality": caller.municipality, "user": caller.user, "device": caller.device}


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, Refusal):
        return error
    log.fault(error)
    if isinstance(error, OperationalError) and database.is_full(error):
        return Refusal(507, "full", "the disk of the database is full", retry_after=_FULL_FOR)
    if isinstance(error, (OperationalError, TimeoutError, Refused)):
        return Refusal(503, "busy", "the database does not answer", retry_after=5)
    return Refusal(500, "fault", "the server failed; it has been logged")
