"""The whole way in at a real provider: browser, code with PKCE, ID token, device token. Skipped without Node.js."""

import base64
import hashlib
import re
import secrets
import shutil
import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import httpx2
import pytest
from talking import Laptop, Town, in_json

from hjemmebesok.server import admin
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, EnrolResponse
from hjemmebesok.wire.sign_in import SignInBegin, SignInOffer, SignInRequest

BUILD = Path(__file__).parents[2] / "build" / "oidc-provider"
CLIENT, BACK = "hjemmebesok", "http://127.0.0.1:45678/signed-in"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The address of oidc-provider, installed the first time in a folder of its own."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        pytest.skip("there is no Node.js here to run oidc-provider with")
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "package.json").write_text('{"private": true}')
    if not (BUILD / "node_modules" / "oidc-provider").exists():
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "oidc-provider@9"]
        if subprocess.run(install, cwd=BUILD, check=False, timeout=120).returncode:
            pytest.skip("oidc-provider could not be installed: is there a network?")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [node, str(Path(__file__).with_name("provider.mjs")), str(port), str(BUILD)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def signed_in_with_a_browser(issuer: str, nonce: str, name: str) -> str:
    """What a browser and the laptop do: the ID token."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {"client_id": CLIENT, "response_type": "code", "scope": "openid", "redirect_uri": BACK, "nonce": nonce}
    asked |= {"state": "here", "code_challenge": challenge, "code_challenge_method": "S256"}
    with httpx2.Client(trust_env=False, timeout=30) as browser:
        page = browser.get(f"{issuer}/auth?{urlencode(asked)}")
        while not page.headers.get("location", "").startswith(BACK):
            page = onward(browser, page, name)
        (code,) = parse_qs(urlsplit(page.headers["location"]).query)["code"]
        exchange = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        exchange |= {"client_id": CLIENT, "redirect_uri": BACK}
        return str(browser.post(f"{issuer}/token", data=exchange).raise_for_status().json()["id_token"])


def onward(browser: httpx2.Client, page: httpx2.Response, name: str) -> httpx2.Response:
    """The next page: where we are sent, or what the form on this one leads to."""
    if page.is_redirect:
        return browser.get(urljoin(str(page.url), page.headers["location"]))
    form = re.search(r'<form[^>]*action="([^"]+)"', page.text)
    assert form, page.text
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page.text))
    return browser.post(urljoin(str(page.url), form[1]), data=hidden | {"login": name, "password": "any"})


def post(town: Town, path: str, content: bytes) -> httpx2.Response:
    return town.http.post(path, content=content, headers={"content-type": MEDIA_TYPE})


def test_a_user_signs_in_at_a_real_provider_and_works(town: Town, issuer: str) -> None:
    admin.set_provider(town.database, town.id, issuer, CLIENT)
    user = admin.create_user(
        town.database, town.id, "Kari Eksempel", Role.CASEWORKER, datetime.now(UTC), subject="kari"
    )
    offer = unpack(post(town, "/v1/sign-in/begin", pack(SignInBegin(town.id))).content, SignInOffer)
    token = signed_in_with_a_browser(offer.issuer, offer.nonce, "kari")
    shown = pack(SignInRequest(town.id, token, "Bærbar 1"))
    given = unpack(post(town, "/v1/sign-in", shown).content, EnrolResponse)
    assert (given.user, given.user_name) == (user, "Kari Eksempel")
    assert Laptop(town.http, given.token, given.device, given.user).sync().manifest == []
    assert post(town, "/v1/sign-in", shown).status_code == 403, "the same token does not let a second laptop in"


def test_somebody_the_municipality_does_not_know_is_not_let_in(town: Town, issuer: str) -> None:
    admin.set_provider(town.database, town.id, issuer, CLIENT)
    offer = unpack(post(town, "/v1/sign-in/begin", pack(SignInBegin(town.id))).content, SignInOffer)
    token = signed_in_with_a_browser(offer.issuer, offer.nonce, "stranger")
    asked = in_json(SignInRequest(town.id, token, "Bærbar 1"))
    response = town.http.post("/v1/sign-in", content=asked, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["code"]) == (403, "sign_in")
