"""What a provider of identities says of a user, and whether it was really this provider that said it, to us, now.

OpenID Connect Core 1.0, section 3.1.3.7. Only signatures with the provider's own key pairs count: with a shared secret,
or none, anybody could have made the token.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPException
from threading import Lock
from time import monotonic
from typing import Any
from urllib.request import HTTPRedirectHandler, Request, build_opener

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from hjemmebesok.server.protected import is_protected
from hjemmebesok.server.refusal import Refusal

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
LEEWAY = 60  # seconds that two servers' clocks may differ
KEYS_LIVE = 3600.0  # seconds
KEYS_REST = 60.0  # seconds before keys are fetched again because of a token that none of them fits
SILENT_FOR = 30  # seconds before a provider that did not answer is asked again
ANSWER_SECONDS = 10.0  # from the first byte of an answer to its last
_LARGEST = 1024 * 1024  # bytes
_LARGEST_TOKEN = 16 * 1024
_TIMEOUT = 5.0  # seconds

Fetch = Callable[[str], Any]


def fetch(url: str) -> Any:
    """The JSON at this address. Raises OSError or ValueError."""
    _must_be_protected(url)
    asked = Request(url, headers={"accept": "application/json"})
    with build_opener(_LeadOn).open(asked, timeout=_TIMEOUT) as answer:
        return json.loads(_read(answer, monotonic() + ANSWER_SECONDS))


def _read(answer: Any, until: float) -> bytes:
    body = bytearray()
    while piece := answer.read1(_LARGEST):
        body += piece
        if len(body) > _LARGEST or monotonic() > until:
            raise ValueError("the provider says too much, or is never done")
    return bytes(body)


class _LeadOn(HTTPRedirectHandler):
    """Goes where a provider leads, but not to where it would not have been asked itself."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        _must_be_protected(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _must_be_protected(url: str) -> None:
    if not is_protected(url):
        raise ValueError("a provider is asked over https")


class Keys:
    """The public keys of the providers, fetched when they are needed and kept for a while.

    Whoever waits for a provider that does not answer takes a thread from all the others: so nobody waits for another
    municipality's, and few for their own, and not for long.
    """

    def __init__(self, fetch: Fetch = fetch, seconds: Callable[[], float] = monotonic, waits: float = _TIMEOUT) -> None:
        self._fetch = fetch
        self._seconds = seconds
        self._waits = waits  # seconds for a turn to ask
        self._lock = Lock()
        self._turns: dict[str, Lock] = {}
        self._known: dict[str, tuple[KeySet, float]] = {}
        self._silent_until: dict[str, float] = {}

    def of(self, issuer: str, *, fresh: bool = False) -> KeySet:
        """The keys of this issuer; `fresh` fetches them again, though not more often than KEYS_REST.

        Raises Refusal 503 where the provider does not answer.
        """
        live = KEYS_REST if fresh else KEYS_LIVE
        known = self._kept(issuer, live)
        if known is not None:
            return known
        with self._turn_of(issuer):
            keys = self._kept(issuer, live)
            if keys is None:
                keys = self._ask(issuer)
                self._known[issuer] = keys, self._seconds()
            return keys

    def _kept(self, issuer: str, seconds: float) -> KeySet | None:
        keys, at = self._known.get(issuer, (None, 0.0))
        if keys is not None and self._seconds() - at <= seconds:
            return keys
        if self._seconds() < self._silent_until.get(issuer, 0.0):
            raise _silent()
        return None

    @contextmanager
    def _turn_of(self, issuer: str) -> Iterator[None]:
        with self._lock:
            turn = self._turns.setdefault(issuer, Lock())
        # A provider that answers a byte at a time is never done: it keeps whoever asks it, and nobody else for long.
        if not turn.acquire(timeout=self._waits):
            self._silent_until[issuer] = self._seconds() + SILENT_FOR
            raise _silent()
        try:
            yield
        finally:
            turn.release()

    def _ask(self, issuer: str) -> KeySet:
        try:
            about = self._fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            if about["issuer"] != issuer:
                raise ValueError("the provider calls itself something else")
            return KeySet.import_key_set(self._fetch(about["jwks_uri"]))
        except (OSError, HTTPException, ValueError, KeyError, TypeError, JoseError) as error:
            self._silent_until[issuer] = self._seconds() + SILENT_FOR
            raise _silent() from error


def claims(token: str, keys: Keys, issuer: str, client_id: str, now: datetime) -> dict[str, Any]:
    """What a valid ID token says. Raises Refusal 403, the same for every token that is not."""
    try:
        if len(token) > _LARGEST_TOKEN:
            raise ValueError("too large")
        said = _signed(token, keys, issuer)
        jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True},
        ).validate(said)
        if said.get("azp", client_id) != client_id:
            raise ValueError("meant for another client")
        return said
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise refused() from error


def refused() -> Refusal:
    """Why a sign-in is not taken: no more is told."""
    return Refusal(403, "sign_in", "the sign-in is not valid here")


def _silent() -> Refusal:
    return Refusal(503, "provider", "the provider of identities does not answer", retry_after=SILENT_FOR)


def _signed(token: str, keys: Keys, issuer: str) -> dict[str, Any]:
    try:
        return jwt.decode(token, keys.of(issuer), algorithms=ALGORITHMS).claims
    except (JoseError, ValueError):
        # The provider may have taken new keys into use.
        return jwt.decode(token, keys.of(issuer, fresh=True), algorithms=ALGORITHMS).claims
