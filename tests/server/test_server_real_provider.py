"""The whole way in at a real provider: browser, code with PKCE, ID token, device token. Skipped without Node.js."""

import base64
import hashlib
import secrets
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
from oidc_provider import CLIENT, signed_in_as
from talking import Laptop, Town, in_json

from hjemmebesok.server import admin
from hjemmebesok.server.rights import Role
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.messages import MEDIA_TYPE, EnrolResponse
from hjemmebesok.wire.sign_in import SignInBegin, SignInOffer, SignInRequest

BACK = "http://127.0.0.1:45678/signed-in"


def signed_in_with_a_browser(issuer: str, nonce: str, name: str) -> str:
    """What a browser and the laptop do: the ID token."""
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {"client_id": CLIENT, "response_type": "code", "scope": "openid", "redirect_uri": BACK, "nonce": nonce}
    asked |= {"state": "here", "code_challenge": challenge, "code_challenge_method": "S256"}
    answer = signed_in_as(name, f"{issuer}/auth?{urlencode(asked)}", BACK)
    (code,) = parse_qs(urlsplit(answer).query)["code"]
    exchange = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
    exchange |= {"client_id": CLIENT, "redirect_uri": BACK}
    return str(httpx2.post(f"{issuer}/token", data=exchange).raise_for_status().json()["id_token"])


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
