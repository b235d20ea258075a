"""The server as a process."""

import ipaddress
import logging
import os
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server.app import create_app
from hjemmebesok.server.database import Database


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
) -> None:
    """Serve until the process is told to stop; `on_listening` gets the address. Port 0 takes a free one.

    Raises Refused off loopback without TLS, for a port that is taken and for a database that cannot be used.
    """
    _check(host, tls)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    database = Database.open(database_url)
    try:
        with _listen(host, port) as listening:
            scheme, shown = "https" if tls else "http", f"[{host}]" if ":" in host else host
            on_listening(f"{scheme}://{shown}:{listening.getsockname()[1]}")
            uvicorn.Server(_config(create_app(database), tls)).run(sockets=[listening])
    finally:
        database.close()


def _config(app: Starlette, tls: Tls | None) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=1,  # or an idle keep-alive connection would hold it up for ever
    )


def _check(host: str, tls: Tls | None) -> None:
    if tls is None and not _is_loopback(host):
        raise Refused(Phrase("Serveren må ha sertifikat og nøkkel (TLS) for å lytte på {host}.", host=host))
    try:
        if tls:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls.certificate, tls.key)
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
        raise Refused(
            Phrase(
                "Serveren kan ikke lytte på {host}, port {port}: den er i bruk eller finnes ikke.", host=host, port=port
            )
        ) from error
