"""One message there, one back, over HTTPS. The only place that touches the network."""

import ssl
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import httpx2
import msgspec
import truststore

from hjemmebesok.sync.trouble import Gap, SyncTrouble, Trouble
from hjemmebesok.wire.codec import Unreadable, pack, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, Problem

TIMEOUT_SECONDS = 30.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")

T = TypeVar("T")


class Transport:
    """A connection to one server. `token` is empty until the laptop is enrolled; `authority` is a CA file to trust
    besides the system's."""

    def __init__(self, server: str, token: str = "", authority: str = "") -> None:
        address = urlsplit(server)
        if address.scheme != "https" and address.hostname not in _LOOPBACK:
            raise SyncTrouble(Trouble.UNPROTECTED)
        headers = {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        trusted = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if authority:
            trusted.load_verify_locations(authority)
        self._client = httpx2.Client(
            base_url=server, headers=headers, verify=trusted, timeout=TIMEOUT_SECONDS, follow_redirects=False
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def ask(self, path: str, message: msgspec.Struct, answer: type[T]) -> T:
        """Send the message and read the answer. Raises SyncTrouble, or Gap."""
        try:
            reply = self._client.post(path, content=pack(message))
        except httpx2.ConnectError as error:
            raise SyncTrouble(Trouble.NOT_TRUSTED if _is_certificate(error) else Trouble.NO_NETWORK) from error
        except httpx2.HTTPError as error:
            raise SyncTrouble(Trouble.NO_NETWORK) from error
        if reply.status_code != httpx2.codes.OK:
            raise _refusal(reply)
        if not reply.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
            raise SyncTrouble(Trouble.NOT_THE_SERVER)
        try:
            return unpack(reply.content, answer)
        except Unreadable as error:
            raise SyncTrouble(Trouble.NOT_THE_SERVER) from error


_TROUBLES = {
    "enrolment": Trouble.CODE_REFUSED,
    "token": Trouble.NOT_LET_IN,
    "suspended": Trouble.NOT_LET_IN,
    "protocol": Trouble.TOO_OLD,
    "busy": Trouble.SERVER_BUSY,
    "not_ready": Trouble.SERVER_BUSY,
    "slow": Trouble.SERVER_BUSY,
}


def _refusal(reply: httpx2.Response) -> Exception:
    try:
        problem = msgspec.json.decode(reply.content, type=Problem)
    except msgspec.MsgspecError:
        return SyncTrouble(Trouble.NOT_THE_SERVER)
    if problem.code == "gap":
        return Gap(problem.expected)
    return SyncTrouble(_TROUBLES.get(problem.code, Trouble.SERVER_ERROR))


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
