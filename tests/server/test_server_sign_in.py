"""Signing in at the municipality's own provider: what it says counts, and nothing that only looks like it."""

import base64
import hmac
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.client import IncompleteRead
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread
from typing import Any

import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey
from talking import Laptop, Town, new_id

from hjemmebesok.server import admin, oidc
from hjemmebesok.server.closing import close_user, open_user
from hjemmebesok.server.oidc import KEYS_LIVE, KEYS_REST, SILENT_FOR, Keys
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Role
from hjemmebesok.server.sign_in import NONCE_LIVES, begin, finish
from hjemmebesok.wire.messages import EnrolResponse
from hjemmebesok.wire.sign_in import SignInRequest

ISSUER, CLIENT = "https://login.example/tenant", "hjemmebesok"
KEY, OTHER = (RSAKey.generate_key(2048, {"kid": kid, "alg": "RS256"}) for kid in ("one", "two"))


def now() -> datetime:
    return datetime.now(UTC)


class Provider:
    """A provider of identities that answers what it is told to, and counts."""

    def __init__(self, *keys: Any, issuer: str = ISSUER) -> None:
        self.keys, self.issuer, self.asked = list(keys), issuer, 0

    def __call__(self, url: str) -> Any:
        if url == f"{ISSUER}/.well-known/openid-configuration":
            return {"issuer": self.issuer, "jwks_uri": f"{ISSUER}/keys"}
        assert url == f"{ISSUER}/keys"
        self.asked += 1
        return KeySet(self.keys).as_dict(private=False)


@pytest.fixture
def nonce(town: Town) -> str:
    """The nonce of a sign-in that has begun, in a town whose user Kari is known to its provider."""
    admin.set_provider(town.database, town.id, ISSUER, CLIENT, "oid")
    admin.create_user(town.database, town.id, "Kari Eksempel", Role.CASEWORKER, now(), subject="kari-oid")
    return begun(town)


def begun(town: Town, at: datetime | None = None) -> str:
    with town.database.write(town.id) as connection:
        offer = begin(connection, town.id, at or now())
    assert (offer.issuer, offer.client_id) == (ISSUER, CLIENT)
    return offer.nonce


def token(nonce: str, key: Any = KEY, header: dict[str, Any] | None = None, **other: Any) -> str:
    at = int(now().timestamp())
    said = {"iss": ISSUER, "aud": CLIENT, "sub": "pairwise", "oid": "kari-oid", "nonce": nonce, "iat": at}
    said = {name: value for name, value in (said | {"exp": at + 300} | other).items() if value is not None}
    header = header or {"alg": "RS256", "kid": key.kid}
    return jwt.encode(header, said, key, algorithms=[header["alg"]])


def signed_in(town: Town, shown: str, keys: Keys | None = None) -> EnrolResponse:
    asked = SignInRequest(town.id, shown, "Bærbar 1")
    return finish(town.database, keys or Keys(Provider(KEY)), asked, town.id, now())


def test_whom_the_provider_names_gets_a_device_that_works(town: Town, nonce: str) -> None:
    given = signed_in(town, token(nonce))
    assert (given.user_name, given.municipality) == ("Kari Eksempel", town.id)
    kari = Laptop(town.http, given.token, given.device, given.user)
    case = new_id()
    assert kari.sync(kari.change(case, "household", case, name="x")).results[0].outcome == "clean"
    admin.suspend_device(town.database, town.id, given.device, now())
    with pytest.raises(AssertionError, match="403"):
        kari.sync()


def test_whom_the_municipality_has_closed_is_refused_as_one_it_does_not_know(town: Town, nonce: str) -> None:
    (kari,) = admin.users(town.database, town.id)
    close_user(town.database, town.id, kari.id, now())
    refused(town, token(nonce))
    open_user(town.database, town.id, kari.id, now())
    assert signed_in(town, token(nonce)).user == kari.id


def test_a_token_is_good_for_one_sign_in(town: Town, nonce: str) -> None:
    shown = token(nonce)
    signed_in(town, shown)
    refused(town, shown)


def refused(town: Town, shown: str, keys: Keys | None = None) -> None:
    with pytest.raises(Refusal) as said:
        signed_in(town, shown, keys)
    assert (said.value.status, said.value.problem.code) == (403, "sign_in")


HOUR = 3600
WRONG: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://login.example/another"},
    "another audience": {"aud": "another"},
    "meant for another of two": {"aud": [CLIENT, "another"], "azp": "another"},
    "no longer good": {"exp": int(now().timestamp()) - HOUR},
    "from the future": {"iat": int(now().timestamp()) + HOUR},
    "without an end": {"exp": None},
    "without a nonce": {"nonce": None},
    "a nonce of its own": {"nonce": "made up"},
    "a nonce that is no text": {"nonce": 5},
    "somebody we do not know": {"oid": "ola-oid"},
    "nobody": {"oid": None},
    "nobody in particular": {"oid": ["kari-oid"]},
    "another's key": {"key": OTHER},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_token_that_says_something_else_is_refused(town: Town, nonce: str, wrong: dict[str, Any]) -> None:
    refused(town, token(**({"nonce": nonce} | wrong)))
    signed_in(town, token(nonce))


def test_a_token_that_nobody_signed_is_refused(town: Town, nonce: str) -> None:
    head, said, _ = token(nonce).split(".")
    none, shared = (base64url(json.dumps({"alg": alg, "kid": "one"}).encode()) for alg in ("none", "HS256"))
    secret = KEY.as_pem(private=False)  # which everybody knows
    by_public_key = base64url(hmac.digest(secret, f"{shared}.{said}".encode(), "sha256"))
    forged = (f"{none}.{said}.", f"{head}.{said}.", f"{head}.{said}.AAAA", f"{shared}.{said}.{by_public_key}")
    for one in (*forged, "", "a.b.c", "x" * 20_000):
        refused(town, one)


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def test_other_kinds_of_keys_are_taken_too(town: Town, nonce: str) -> None:
    key = ECKey.generate_key("P-256", {"kid": "curve"})
    signed_in(town, token(nonce, key, {"alg": "ES256", "kid": "curve"}), Keys(Provider(KEY, key)))


def test_a_nonce_is_not_good_for_long(town: Town, nonce: str) -> None:
    late = begun(town, now() - NONCE_LIVES - timedelta(seconds=1))
    refused(town, token(late))


def test_a_nonce_of_one_municipality_is_worth_nothing_in_another(
    town: Town, nonce: str, new_town: Callable[[], Town]
) -> None:
    other = new_town()
    admin.set_provider(other.database, other.id, ISSUER, CLIENT, "oid")
    admin.create_user(other.database, other.id, "Kari Eksempel", Role.CASEWORKER, now(), subject="kari-oid")
    refused(other, token(nonce))


def test_a_municipality_without_a_provider_offers_no_sign_in(town: Town) -> None:
    body = msgspec.json.encode({"municipality": town.id})
    response = town.http.post("/v1/sign-in/begin", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 403


def test_keys_are_kept_and_new_ones_fetched_when_none_fits() -> None:
    clock, provider = [0.0], Provider(KEY)
    keys = Keys(provider, lambda: clock[0])
    shown = token("n", OTHER)
    for _ in range(3):
        with pytest.raises(Refusal):
            oidc.claims(shown, keys, ISSUER, CLIENT, now())
    assert provider.asked == 1, "a stranger's tokens do not make us ask again and again"
    provider.keys.append(OTHER)
    clock[0] += KEYS_REST + 1
    assert oidc.claims(shown, keys, ISSUER, CLIENT, now())["nonce"] == "n"
    assert provider.asked == 2
    clock[0] += KEYS_LIVE + 1
    oidc.claims(shown, keys, ISSUER, CLIENT, now())
    assert provider.asked == 3


def broken(url: str) -> Any:
    raise IncompleteRead(b"{")


@pytest.mark.parametrize("answers", [Provider(KEY, issuer="https://login.example/another"), lambda url: {}, broken])
def test_a_provider_that_does_not_answer_as_it_should_is_waited_for(answers: Any) -> None:
    with pytest.raises(Refusal) as said:
        oidc.claims(token("n"), Keys(answers), ISSUER, CLIENT, now())
    assert (said.value.status, said.value.problem.code) == (503, "provider")


def test_a_provider_that_does_not_answer_is_left_alone_for_a_while_and_then_asked_again() -> None:
    clock, provider = [0.0], Provider(KEY, issuer="https://login.example/another")
    asked: list[str] = []

    def fetch(url: str) -> Any:
        asked.append(url)
        return provider(url)

    keys = Keys(fetch, lambda: clock[0])
    for _ in range(3):
        with pytest.raises(Refusal):
            keys.of(ISSUER)
    assert len(asked) == 1
    provider.issuer = ISSUER
    clock[0] += SILENT_FOR
    keys.of(ISSUER)


def test_nobody_waits_for_another_municipalitys_provider() -> None:
    asked, answers, provider = Event(), Event(), Provider(KEY)

    def fetch(url: str) -> Any:
        if not url.startswith(ISSUER):
            asked.set()
            answers.wait()
            return {}
        return provider(url)

    keys = Keys(fetch)
    with ThreadPoolExecutor(2) as threads:
        waiting = threads.submit(keys.of, "https://login.example/slow")
        asked.wait()
        try:
            threads.submit(keys.of, ISSUER).result(timeout=5)
        finally:
            answers.set()
        assert isinstance(waiting.exception(), Refusal)


def test_nobody_waits_for_a_provider_that_is_never_done_answering() -> None:
    asked, answers, provider = Event(), Event(), Provider(KEY)

    def fetch(url: str) -> Any:
        asked.set()
        answers.wait()
        return provider(url)

    keys = Keys(fetch, waits=0.01)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(keys.of, ISSUER)
        asked.wait()
        try:
            for _ in range(2):
                second = threads.submit(keys.of, ISSUER)
                assert isinstance(second.exception(timeout=5), Refusal)
        finally:
            answers.set()
        assert first.result() is keys.of(ISSUER), "it was only slow"


@pytest.mark.parametrize("url", ["http://login.example/keys", "file:///etc/passwd", "ftp://login.example/keys"])
def test_a_provider_is_asked_over_https_and_in_no_other_way(url: str) -> None:
    with pytest.raises(ValueError, match="https"):
        oidc.fetch(url)


class Leading(BaseHTTPRequestHandler):
    """A provider that leads on: to where nobody may be asked, and to where somebody may."""

    def do_GET(self) -> None:
        on = {"/open": "http://login.example/keys", "/on": "/keys"}.get(self.path)
        self.send_response(302 if on else 200)
        if on:
            self.send_header("location", on)
        self.end_headers()
        self.wfile.write(b"{}")


@pytest.fixture
def leading() -> Iterator[str]:
    """The address of such a provider."""
    with HTTPServer(("127.0.0.1", 0), Leading) as provider:
        thread = Thread(target=provider.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{provider.server_port}"
        provider.shutdown()
        thread.join()


def test_a_provider_that_leads_on_is_followed_only_where_one_may_ask(leading: str) -> None:
    assert oidc.fetch(f"{leading}/on") == {}
    with pytest.raises(ValueError, match="over https"):
        oidc.fetch(f"{leading}/open")


def test_an_answer_that_goes_on_for_too_long_is_read_no_further(leading: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oidc, "ANSWER_SECONDS", 0.0)
    with pytest.raises(ValueError, match="never done"):
        oidc.fetch(f"{leading}/keys")
