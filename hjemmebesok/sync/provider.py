"""The municipality's provider of identities, as the laptop meets it: OpenID Connect, Authorization Code with PKCE.

The laptop is a public client and holds no secret. That the answer is really the provider's, the server judges by its
signature; here it is judged whether it belongs to what was asked.
"""

from base64 import urlsafe_b64decode
from typing import TypeVar
from urllib.parse import parse_qs

import httpx2
import msgspec
from oauthlib.common import add_params_to_uri
from oauthlib.oauth2 import OAuth2Error, WebApplicationClient

from hjemmebesok.sync.transport import TIMEOUT_SECONDS
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.sync.trust import checked, trusted, unreached
from hjemmebesok.wire.sign_in import SignInOffer

SCOPE = "openid profile"  # Entra ID names a user by a claim that lasts, `oid`, only where `profile` is asked for
_VERIFIER_LETTERS = 64

T = TypeVar("T")


class About(msgspec.Struct, frozen=True):
    """What a provider tells of itself (OpenID Connect Discovery 1.0, section 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str


class Given(msgspec.Struct, frozen=True):
    """What a provider gives for a code (OpenID Connect Core 1.0, section 3.1.3.3)."""

    id_token: str


class Claims(msgspec.Struct, frozen=True):
    """What of an ID token says whose, for whom and for which sign-in it is."""

    iss: str
    aud: str | list[str]
    nonce: str


def provider_client(authority: str) -> httpx2.Client:
    """A way to providers, with the same trust as the way to the server. Raises SyncTrouble for the CA file."""
    return httpx2.Client(verify=trusted(authority), timeout=TIMEOUT_SECONDS, follow_redirects=False)


class Provider:
    """One sign-in at the provider of this offer; the browser brings its answer back to the address `back`."""

    def __init__(self, http: httpx2.Client, offer: SignInOffer, back: str, state: str) -> None:
        """Asks the provider where to go. Raises SyncTrouble."""
        self._http, self._offer, self._back, self._state = http, offer, back, state
        self._oauth = WebApplicationClient(offer.client_id)
        self._verifier = self._oauth.create_code_verifier(_VERIFIER_LETTERS)
        self._about = self._ask_about()

    def way_in(self) -> str:
        """Where the browser is to go."""
        asked = {
            "response_type": "code",
            "client_id": self._offer.client_id,
            "redirect_uri": self._back,
            "scope": SCOPE,
            "state": self._state,
            "nonce": self._offer.nonce,
            "code_challenge": self._oauth.create_code_challenge(self._verifier, "S256"),
            "code_challenge_method": "S256",
        }
        return str(add_params_to_uri(self._about.authorization_endpoint, asked.items()))

    def id_token(self, answer: str) -> str:
        """The ID token for what the browser brought back, the query of an address. Raises SyncTrouble."""
        shown = {"code": self._code(answer), "redirect_uri": self._back, "code_verifier": self._verifier}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        body = self._oauth.prepare_request_body(**shown)
        reply = self._ask("POST", self._about.token_endpoint, content=body, headers=form)
        if reply.is_client_error:
            raise SyncTrouble(Trouble.PROVIDER_REFUSED)
        token = _read(reply, Given).id_token
        self._see_that_it_is_ours(token)
        return token

    def _ask_about(self) -> About:
        address = f"{self._offer.issuer.rstrip('/')}/.well-known/openid-configuration"
        about = _read(self._ask("GET", address), About)
        if about.issuer != self._offer.issuer:
            raise SyncTrouble(Trouble.PROVIDER_WRONG)
        _at_provider(about.authorization_endpoint)
        return about

    def _code(self, answer: str) -> str:
        if parse_qs(answer).get("iss", [self._offer.issuer]) != [self._offer.issuer]:
            raise SyncTrouble(Trouble.ANOTHERS_ANSWER)  # RFC 9207: it is another provider that sent her back
        try:
            # oauthlib wants TLS, which an address on this computer neither has nor needs (RFC 8252, section 8.3).
            return str(self._oauth.parse_request_uri_response(f"https://127.0.0.1/?{answer}", self._state)["code"])
        except OAuth2Error as error:
            raise SyncTrouble(Trouble.PROVIDER_REFUSED) from error

    def _see_that_it_is_ours(self, token: str) -> None:
        try:
            payload = token.split(".")[1]
            claims = msgspec.json.decode(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)), type=Claims)
        except (ValueError, IndexError) as error:
            raise SyncTrouble(Trouble.PROVIDER_WRONG) from error
        audience = [claims.aud] if isinstance(claims.aud, str) else claims.aud
        ours = claims.iss == self._offer.issuer and self._offer.client_id in audience
        if not ours or claims.nonce != self._offer.nonce:
            raise SyncTrouble(Trouble.ANOTHERS_ANSWER)

    def _ask(
        self, method: str, address: str, content: str = "", headers: dict[str, str] | None = None
    ) -> httpx2.Response:
        try:
            reply = self._http.request(method, _at_provider(address), content=content, headers=headers)
        except httpx2.ConnectError as error:
            raise SyncTrouble(unreached(error, Trouble.PROVIDER_DOWN)) from error
        except httpx2.HTTPError as error:
            raise SyncTrouble(Trouble.PROVIDER_DOWN) from error
        if reply.is_server_error:
            raise SyncTrouble(Trouble.PROVIDER_DOWN)
        return reply


def _at_provider(address: str) -> str:
    try:
        return checked(address)
    except SyncTrouble as trouble:
        raise SyncTrouble(Trouble.PROVIDER_WRONG) from trouble


def _read(reply: httpx2.Response, kind: type[T]) -> T:
    try:
        if reply.is_success:
            return msgspec.json.decode(reply.content, type=kind)
    except (ValueError, RecursionError) as error:
        raise SyncTrouble(Trouble.PROVIDER_WRONG) from error
    raise SyncTrouble(Trouble.PROVIDER_WRONG)
