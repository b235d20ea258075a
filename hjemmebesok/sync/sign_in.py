"""Signing in with the municipality's own account, in the user's own browser; this laptop becomes a device of hers.

The server names the provider and gives a nonce, the provider an ID token with that nonce in it, and the server for the
token a device token, as for a one-time code. It lives on by being used: there is nothing to renew while rounds go, and
where it has ended she signs in anew, mostly without typing anything, since her browser knows her.
"""

from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_urlsafe

from hjemmebesok.language import Language
from hjemmebesok.store.store import Store
from hjemmebesok.sync.enrol import keep
from hjemmebesok.sync.loopback import Loopback
from hjemmebesok.sync.provider import Provider, provider_client
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.messages import EnrolResponse
from hjemmebesok.wire.sign_in import SignInBegin, SignInOffer, SignInRequest

PATIENCE = 300.0  # seconds; well within what the server's nonce lives


@dataclass(frozen=True, slots=True)
class Browser:
    """The user's own browser, as the caller lends it: `open` shows an address there, `language` is what she reads,
    and `cancelled` is asked again and again whether she has had enough."""

    open: Callable[[str], object]
    language: Language
    cancelled: Callable[[], bool] = lambda: False
    seconds: float = PATIENCE

    def go_on(self) -> None:
        """Raises SyncTrouble where she has had enough."""
        if self.cancelled():
            raise SyncTrouble(Trouble.CANCELLED)


def sign_in(
    store: Store, server: str, municipality: str, device_name: str, browser: Browser, authority: str = ""
) -> EnrolResponse:
    """Let her sign in, and keep what comes back. Raises SyncTrouble; Refused as `keep` does. Nothing is kept then."""
    with Transport(server, authority=authority) as transport:
        offer = _offer(transport, municipality)
        token = _id_token(offer, browser, authority)
        browser.go_on()
        answer = transport.ask("/v1/sign-in", SignInRequest(municipality, token, device_name), EnrolResponse)
    keep(store, server, authority, answer)
    return answer


def _offer(transport: Transport, municipality: str) -> SignInOffer:
    try:
        return transport.ask("/v1/sign-in/begin", SignInBegin(municipality), SignInOffer)
    except SyncTrouble as trouble:
        if trouble.trouble is Trouble.ACCOUNT_REFUSED:  # nobody has shown an account yet
            raise SyncTrouble(Trouble.NO_PROVIDER) from trouble
        raise


def _id_token(offer: SignInOffer, browser: Browser, authority: str) -> str:
    state = token_urlsafe(32)
    with provider_client(authority) as http, Loopback(state, browser.language) as loopback:
        provider = Provider(http, offer, loopback.address, state)
        browser.go_on()
        browser.open(provider.way_in())
        return provider.id_token(loopback.wait(browser.cancelled, browser.seconds))
