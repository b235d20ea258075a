"""An address on this computer, open while a browser is to bring one answer back to it (RFC 8252, section 7.3).

Anybody on this computer can knock there, and so can any page in the browser: only what carries `state` is an answer,
and only the first of them is taken.
"""

import hmac
from collections.abc import Callable
from html import escape
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs

from hjemmebesok.domain.phrase import N_
from hjemmebesok.language import Language
from hjemmebesok.sync.trouble import SyncTrouble, Trouble

PATH = "/signed-in"
_GLANCE = 0.1  # seconds from one look at whether somebody has had enough to the next
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font: 1.25rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 32rem; padding: 0 1rem }}</style>
<h1>{title}</h1><p>{text}</p></html>
"""


class Loopback:
    """Listens from `with` to its end. `address` is where the browser is to be sent."""

    def __init__(self, state: str, language: Language) -> None:
        self._knocks = _Knocks(state, language)
        self.address = f"http://127.0.0.1:{self._knocks.server_address[1]}{PATH}"

    def __enter__(self) -> Self:
        Thread(target=self._knocks.serve_forever, args=(_GLANCE,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._knocks.shutdown()
        self._knocks.server_close()

    def wait(self, cancelled: Callable[[], bool], seconds: float) -> str:
        """The query of the answer. Raises SyncTrouble where somebody has cancelled, or none came in so many seconds."""
        until = monotonic() + seconds
        while not self._knocks.answered.wait(_GLANCE):
            if cancelled():
                raise SyncTrouble(Trouble.CANCELLED)
            if monotonic() > until:
                raise SyncTrouble(Trouble.NO_ANSWER)
        return self._knocks.answer


class _Knocks(ThreadingTCPServer):
    # A thread for each knock, since browsers open connections ahead of time and say nothing on them.
    daemon_threads = True
    allow_reuse_address = False  # on Windows it would let another program in at the same port

    def __init__(self, state: str, language: Language) -> None:
        super().__init__(("127.0.0.1", 0), _Knock)
        self.language = language
        self.answer = ""
        self.answered = Event()
        self._state = state
        self._taking = Lock()

    def take(self, query: str) -> bool:
        """Whether this is the answer; there is one."""
        states = parse_qs(query).get("state", [])
        if len(states) != 1 or not hmac.compare_digest(states[0].encode(), self._state.encode()):
            return False
        with self._taking:
            if self.answered.is_set():
                return False
            self.answer = query
            self.answered.set()
        return True


class _Knock(BaseHTTPRequestHandler):
    server: _Knocks
    timeout = 10

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == PATH and self.server.take(query):
            self._show(200, N_("Gå tilbake til programmet"), N_("Nettleseren er ferdig. Du kan lukke denne fanen."))
        else:
            self._show(404, N_("Ikke noe her"), N_("Programmet venter ikke på dette svaret. Du kan lukke denne fanen."))

    def _show(self, status: int, title: str, text: str) -> None:
        say = self.server.language.say
        words = {"title": escape(say(title)), "text": escape(say(text)), "language": self.server.language.code}
        page = _PAGE.format(**words).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")  # the address holds the code
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the code stands in the request."""
