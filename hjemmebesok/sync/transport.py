"""One message there, one back, over HTTPS: the conversation with our server."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

import httpx2
import msgspec

from hjemmebesok.sync.trouble import Gap, SyncTrouble, TooLarge, Trouble
from hjemmebesok.sync.trust import checked, trusted, unreached
from hjemmebesok.wire.codec import Unreadable, pack, read_problem, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, PROTOCOL

TIMEOUT_SECONDS = 30.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is no message."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Transport:
    """A connection to one server. `token` is empty until the laptop is enrolled; `authority` is a CA's certificate to
    trust besides the system's."""

    def __init__(
        self, server: str, token: str = "", authority: str = "", through: httpx2.BaseTransport | None = None
    ) -> None:
        """Raises SyncTrouble for an address or certificate that cannot be used. `through`: another way than the net."""
        headers = {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self._client = httpx2.Client(
            base_url=checked(server), headers=headers, verify=trusted(authority), timeout=TIMEOUT_SECONDS,
            follow_redirects=False, transport=through,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def ask(self, path: str, message: msgspec.Struct, answer: type[T]) -> T:
        """Send the message and read the answer. Raises SyncTrouble, or Gap."""
        reply = self._request("POST", path, {}, pack(message))
        if reply.status_code != httpx2.codes.OK:
            raise _refusal(reply)
        if not reply.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
            raise SyncTrouble(Trouble.NOT_THE_SERVER)
        try:
            return unpack(reply.content, answer)
        except Unreadable as error:
            raise SyncTrouble(Trouble.NOT_THE_SERVER) from error

    def carry(self, method: str, path: str, headers: Mapping[str, str], content: bytes = b"") -> Reply:
        """One request about a file, and the answer, also where that file is not taken or not there. Raises
        SyncTrouble."""
        reply = self._request(method, path, headers, content)
        if not (reply.is_success or reply.status_code in _OF_THE_FILE):
            raise _refusal(reply)
        return Reply(reply.status_code, reply.headers, reply.content)

    def _request(self, method: str, path: str, headers: Mapping[str, str], content: bytes) -> httpx2.Response:
        try:
            return self._client.request(method, path, headers=headers, content=content)
        except httpx2.ConnectError as error:
            raise SyncTrouble(unreached(error)) from error
        except httpx2.HTTPError as error:
            raise SyncTrouble(Trouble.NO_NETWORK) from error


_OF_THE_FILE = (404, 409, 413, 422)  # one file is not taken, or not there; the others go on

_TROUBLES = {
    "enrolment": Trouble.CODE_REFUSED,
    "sign_in": Trouble.ACCOUNT_REFUSED,
    "provider": Trouble.PROVIDER_DOWN,
    "token": Trouble.NOT_LET_IN,
    "suspended": Trouble.NOT_LET_IN,
    "closed": Trouble.USER_CLOSED,
    "not_leader": Trouble.NOT_LEADER,
    "not_colleagues": Trouble.NOT_COLLEAGUES,
    "protocol": Trouble.TOO_OLD,
    "full": Trouble.SERVER_FULL,
    "busy": Trouble.SERVER_BUSY,
    "too_many": Trouble.SERVER_BUSY,
    "not_ready": Trouble.SERVER_BUSY,
    "slow": Trouble.SERVER_BUSY,
}


def _refusal(reply: httpx2.Response) -> Exception:
    if reply.status_code == httpx2.codes.CONTENT_TOO_LARGE:  # also where something before the server says so
        return TooLarge()
    wait = _wait(reply.headers.get("Retry-After", ""))
    try:
        problem = read_problem(reply.content)
    except Unreadable:
        busy = reply.status_code in (429, 502, 503, 504)
        return SyncTrouble(Trouble.SERVER_BUSY if busy else Trouble.NOT_THE_SERVER, wait)
    if problem.code == "gap":
        return Gap(problem.expected)
    if problem.code == "protocol" and 0 < problem.expected < PROTOCOL:
        return SyncTrouble(Trouble.SERVER_TOO_OLD)
    return SyncTrouble(_TROUBLES.get(problem.code, Trouble.SERVER_ERROR), wait)


def _wait(told: str) -> float:
    """The seconds of a Retry-After; a date, which no server of ours writes, is passed over."""
    return float(told) if told.isdecimal() else 0
