"""A user signs in at the municipality's provider of identities, and her laptop becomes a device of hers."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import Connection, Row, delete, insert, select

from hjemmebesok.server import oidc
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.enrol import new_device
from hjemmebesok.server.oidc import Keys
from hjemmebesok.server.tables import provider, sign_in, user_account
from hjemmebesok.server.tokens import digest
from hjemmebesok.wire.messages import EnrolResponse
from hjemmebesok.wire.sign_in import SignInOffer, SignInRequest

NONCE_LIVES = timedelta(minutes=10)


def begin(connection: Connection, place: str, now: datetime) -> SignInOffer:
    """Where the users of this municipality sign in. Raises Refusal where it has no provider."""
    found = _provider(connection, place)
    nonce = token_urlsafe(32)
    over = (sign_in.c.municipality_id == place, sign_in.c.expires_at <= stamp(now))
    connection.execute(delete(sign_in).where(*over))
    row = {"municipality_id": place, "nonce_hash": digest(nonce), "expires_at": stamp(now + NONCE_LIVES)}
    connection.execute(insert(sign_in).values(row))
    return SignInOffer(found.issuer, found.client_id, nonce)


def finish(database: Database, keys: Keys, asked: SignInRequest, place: str, now: datetime) -> EnrolResponse:
    """A device for the user the ID token names. Raises Refusal, the same for every token that cannot be used."""
    with database.read(place) as connection:
        found = _provider(connection, place)
    said = oidc.claims(asked.id_token, keys, found.issuer, found.client_id, now)
    with database.write(place) as connection:
        user = _user(connection, place, said.get(found.claim))
        if user is None or not _use(connection, place, str(said["nonce"]), now):
            raise oidc.refused()
        return new_device(connection, place, user, asked.device_name, now)


def _provider(connection: Connection, place: str) -> Row[str, str, str]:
    wanted = select(provider.c.issuer, provider.c.client_id, provider.c.claim)
    found = connection.execute(wanted.where(provider.c.municipality_id == place)).one_or_none()
    if found is None:
        raise oidc.refused()
    return found


def _use(connection: Connection, place: str, nonce: str, now: datetime) -> bool:
    # One statement, so that a token shown twice at the same time gets in once.
    used = delete(sign_in).where(
        sign_in.c.municipality_id == place, sign_in.c.nonce_hash == digest(nonce), sign_in.c.expires_at > stamp(now)
    )
    return connection.execute(used).rowcount == 1


def _user(connection: Connection, place: str, subject: object) -> str | None:
    if not isinstance(subject, str) or not subject:
        return None
    wanted = select(user_account.c.id).where(user_account.c.municipality_id == place, user_account.c.subject == subject)
    return connection.execute(wanted.where(user_account.c.closed_at.is_(None))).scalar_one_or_none()
