"""The server as a process, or as several that listen together."""

import gc
import ipaddress
import os
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial

import uvicorn
from starlette.applications import Starlette
from uvicorn.supervisors.multiprocess import Multiprocess

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import log, metrics
from hjemmebesok.server.app import create_app
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.limits import Limits
from hjemmebesok.server.punctual import Punctual

GRACE_SECONDS = 10  # for requests under way when the server is told to stop
CONNECTIONS = 2_000  # a worker; more are told to come back


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of the server's certificate chain and its key, PEM."""

    certificate: str
    key: str


def _tell(address: str) -> None:
    print(address, flush=True)  # whoever started us waits for this line


def serve(
    database_url: str,
    host: str = "127.0.0.1",
    port: int = 8443,
    tls: Tls | None = None,
    on_listening: Callable[[str], None] = _tell,
    *,
    workers: int = 1,
    metrics_port: int = 0,
) -> None:
    """Serve until the process is told to stop; `on_listening` gets the address. Port 0 takes a free one.

    Each worker is a process of its own; one that dies is started again. Raises Refused off loopback without TLS, for a
    port that is taken and for a database that cannot be used.
    """
    _check(host, tls)
    log.begin()
    Directory.open(database_url).close()
    config = _config(partial(application, database_url, workers), tls, workers)
    with _listen(host, port) as listening, _counting(workers, metrics_port):
        scheme, shown = "https" if tls else "http", f"[{host}]" if ":" in host else host
        on_listening(f"{scheme}://{shown}:{listening.getsockname()[1]}")
        if workers > 1:
            Multiprocess(config, [listening]).run()
        else:
            uvicorn.Server(config).run([listening])


def application(database_url: str, workers: int) -> Starlette:
    """The application of one of so many workers, with connections of its own."""
    log.begin()
    directory = Directory.open(database_url)

    @asynccontextmanager
    async def while_open(_app: Starlette) -> AsyncIterator[None]:
        yield
        directory.close()

    app = create_app(directory, limits=Limits(workers=workers), lifespan=while_open)
    gc.freeze()  # what is there now stays to the end, and need not be gone through in every search for cycles
    return app


@contextmanager
def _counting(workers: int, port: int) -> Iterator[None]:
    with metrics.shared_by_workers() if workers > 1 else nullcontext():
        if port:
            _show(port)
        yield


def _show(port: int) -> None:
    try:
        metrics.show(port)
    except OSError as error:
        raise _taken("127.0.0.1", port) from error


def _config(app: Callable[[], Starlette], tls: Tls | None, workers: int) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=True,
        workers=workers,
        http=Punctual,
        limit_concurrency=CONNECTIONS,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,  # for what has begun; the idle are let go at once
    )


def _check(host: str, tls: Tls | None) -> None:
    if tls is None and not _is_loopback(host):
        raise Refused(Phrase("Serveren må ha sertifikat og nøkkel (TLS) for å lytte på {host}.", host=host))
    try:
        if tls:
            # A key that wants a passphrase is refused: nobody sits there to be asked.
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls.certificate, tls.key, password=lambda: "")
    except (OSError, ssl.SSLError) as error:
        raise Refused(Phrase("Serverens sertifikat eller nøkkel kan ikke leses.")) from error


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    # With its protocol number, which socket.create_server leaves out: only then asyncio switches Nagle's delays off.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # elsewhere it would share the port
    try:
        listening.bind((host, port))
        listening.listen(2048)
        return listening
    except OSError as error:
        listening.close()
        raise _taken(host, port) from error


def _taken(host: str, port: int) -> Refused:
    return Refused(
        Phrase(
            "Serveren kan ikke lytte på {host}, port {port}: den er i bruk eller finnes ikke.",
            host=host,
            port=str(port),
        )
    )
