"""Signing in at the municipality's own provider of identities (OpenID Connect), in place of a one-time code.

The laptop asks where, lets the user sign in there with its browser, and shows the ID token it was given; the answer is
an EnrolResponse, as for a code.
"""

from msgspec import Struct


class SignInBegin(Struct, frozen=True):
    """A laptop asks where the users of this municipality sign in."""

    municipality: str


class SignInOffer(Struct, frozen=True):
    """Where, as which client, and the nonce that the ID token must carry; it is good for one sign-in, and not long."""

    issuer: str
    client_id: str
    nonce: str


class SignInRequest(Struct, frozen=True):
    """What the provider said of the user."""

    municipality: str
    id_token: str
    device_name: str
