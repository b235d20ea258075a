"""HEAD, PATCH and GET of /v1/files/{case}/{sha256}: how much has arrived, the next piece, and a piece back.

HEAD and PATCH are those of tus 1.0 (see wire/files.py for what is simpler). GET gives piece `?piece=N`, the first
where none is named, so that whoever downloads goes on from what it has too.
"""

from collections.abc import Callable
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hjemmebesok.server import access_log, body, files, log, metrics
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.files import Arrived, File, Piece
from hjemmebesok.server.guard import Guard, who
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Verb
from hjemmebesok.wire.files import LENGTH_HEADER, OFFSET_HEADER, PIECE, PIECE_TYPE, TUS, VERSION_HEADER

PATH = "/v1/files/{case}/{sha256}"


class FileRoutes:
    """The three routes. `identify` tells who asks, or raises Refusal."""

    def __init__(
        self, directory: Directory, guard: Guard, clock: Callable[[], datetime], identify: Callable[[Request], Caller]
    ) -> None:
        self._directory, self._guard, self._clock, self._identify = directory, guard, clock, identify

    def routes(self) -> list[Route]:
        """HEAD first: Starlette lets GET answer it too."""
        handlers = {"HEAD": self.head, "PATCH": self.patch, "GET": self.get}
        return [Route(PATH, self._guard.over(each, PATH), methods=[name]) for name, each in handlers.items()]

    async def head(self, request: Request) -> Response:
        """How much has arrived."""
        _check_version(request)
        return await run_in_threadpool(self._head, request)

    async def patch(self, request: Request) -> Response:
        """The next piece. Who asks, and whether there is such a file, is checked before the body is read."""
        _check_version(request)
        caller = await run_in_threadpool(self._may_write, request)
        data = await body.read_piece(request, PIECE_TYPE, PIECE)
        piece = Piece(_number(request, OFFSET_HEADER), _number(request, LENGTH_HEADER), data)
        return await run_in_threadpool(self._patch, request, caller, piece)

    async def get(self, request: Request) -> Response:
        """A piece of a file that has been received."""
        return await run_in_threadpool(self._get, request)

    def _head(self, request: Request) -> Response:
        caller = self._may_write(request)
        wanted = _file(request, caller)
        with self._directory.of(wanted.place).read(wanted.place) as connection:
            return Response(headers=_told(files.arrived(connection, wanted)))

    def _may_write(self, request: Request) -> Caller:
        caller = self._known(request)
        wanted = _file(request, caller)
        with self._directory.of(wanted.place).read(wanted.place) as connection:
            files.check_reach(connection, caller, wanted, Verb.WRITE, self._clock())
        return caller

    def _patch(self, request: Request, caller: Caller, piece: Piece) -> Response:
        wanted, now = _file(request, caller), self._clock()
        with self._directory.of(wanted.place).write(wanted.place) as connection:
            files.lock(connection, wanted.place, wanted.case)
            files.check_reach(connection, caller, wanted, Verb.WRITE, now)
            after = files.take(connection, wanted, piece, now)
        if not after.size:
            raise Refusal(422, "another_file", "the bytes are not those that the hash says; the file may come anew")
        metrics.BYTES.labels("in").inc(len(piece.body))
        log.line("file", **who(caller), case=wanted.case, bytes_in=len(piece.body), whole=after.whole)
        return Response(status_code=204, headers=_told(after))

    def _get(self, request: Request) -> Response:
        caller = self._known(request)
        wanted, now, number = _file(request, caller), self._clock(), request.query_params.get("piece", "0")
        with self._directory.of(wanted.place).read(wanted.place) as connection:
            files.check_reach(connection, caller, wanted, Verb.READ, now)
            data = files.piece(connection, wanted, _whole_number(number))
            size = files.arrived(connection, wanted).size
        self._note_given(caller, wanted, now)  # whichever piece it is: nobody need begin with the first
        metrics.BYTES.labels("out").inc(len(data))
        headers = {LENGTH_HEADER: str(size), "Cache-Control": "no-store"}
        return Response(data, headers=headers, media_type=PIECE_TYPE)

    def _note_given(self, caller: Caller, wanted: File, now: datetime) -> None:
        with self._directory.of(wanted.place).write(wanted.place) as connection:
            asked_by = {"user": caller.user, "device": caller.device}
            access_log.write(connection, wanted.place, "file", now, cases=[wanted.case], **asked_by)

    def _known(self, request: Request) -> Caller:
        caller = self._identify(request)
        self._guard.limits.devices.take(caller.device)
        return caller


def _file(request: Request, caller: Caller) -> File:
    return File(caller.municipality, request.path_params["case"], request.path_params["sha256"])


def _told(arrived: Arrived) -> dict[str, str]:
    headers = {VERSION_HEADER: TUS, OFFSET_HEADER: str(arrived.offset), "Cache-Control": "no-store"}
    return headers | ({LENGTH_HEADER: str(arrived.size)} if arrived.size else {})


def _check_version(request: Request) -> None:
    if request.headers.get(VERSION_HEADER) != TUS:
        raise Refusal(412, "protocol", f"this server speaks tus {TUS}")


def _number(request: Request, header: str) -> int:
    return _whole_number(request.headers.get(header, ""))


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Refusal(400, "unreadable", "an offset, a length or the number of a piece is no number")
    return int(text)
