"""Who is asking: the device a token belongs to, its user and what they may do."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, and_, bindparam, select, update

from hjemmebesok.server.columns import stamp
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import RIGHTS, Role, Verb
from hjemmebesok.server.tables import device, municipality, user_account
from hjemmebesok.server.tokens import TOKEN_LIVES, digest, municipality_of

OWNER = and_(user_account.c.municipality_id == device.c.municipality_id, user_account.c.id == device.c.user_id)
_OF_DEVICE: list[Column[Any]] = [device.c.id, device.c.user_id, device.c.state, device.c.expires_at]

# Made once, since it is asked with every request: to build a statement takes longer than to run it.
_DEVICE: Select[Any] = (
    select(*_OF_DEVICE, user_account.c.name, user_account.c.role, user_account.c.closed_at, municipality.c.epoch)
    .join(user_account, OWNER)
    .join(municipality, municipality.c.id == device.c.municipality_id)
    .where(device.c.municipality_id == bindparam("place"), device.c.token_hash == bindparam("token"))
)
_STANDS: Select[Any] = (
    select(device.c.state, user_account.c.closed_at, user_account.c.role)
    .join(user_account, OWNER)
    .where(device.c.municipality_id == bindparam("place"), device.c.id == bindparam("this"))
)


_WRITERS = frozenset(role for role, rights in RIGHTS.items() if any(Verb.WRITE in verbs for verbs in rights.values()))


class DeviceState(StrEnum):
    """Whether a device may talk to the server."""

    ACTIVE = "active"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Caller:
    """The user behind a request, and the laptop it came from."""

    municipality: str
    user: str
    name: str
    role: Role
    device: str
    expires_at: str = ""  # when the token does
    epoch: str = ""  # of the municipality's data

    @property
    def may_write(self) -> bool:
        """False for those who may write nowhere: readers, and IT staff."""
        return self.role in _WRITERS


def bearer(authorization: str) -> str:
    """The token in an Authorization header; "" where there is none."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def identify(connection: Connection, token: str, now: datetime) -> Caller:
    """The caller behind a token. Raises Refusal: 401 for one nobody has or that has expired, 403 where the device is
    suspended or its user closed."""
    found = _device_of(connection, token)
    if found is None or found.expires_at <= stamp(now):
        raise Refusal(401, "token", "the request shows no token of a known device")
    must_be_let_in(found.state, found.closed_at)
    return Caller(
        municipality_of(token), found.user_id, found.name, Role(found.role), found.id, found.expires_at, found.epoch
    )


def must_be_let_in(state: str, closed_at: str | None) -> None:
    """Raises Refusal 403 for the state of a device that is suspended, and for a user who has been closed."""
    if state != DeviceState.ACTIVE:
        raise Refusal(403, "suspended", "the device is suspended")
    if closed_at is not None:
        raise Refusal(403, "closed", "the user is closed")


def asked_again(connection: Connection, caller: Caller) -> Caller:
    """The caller as she stands now, for one who had to wait for her turn. Raises Refusal 403 where she has been
    shut out since she was let in."""
    return as_found(caller, connection.execute(_STANDS, {"place": caller.municipality, "this": caller.device}).one())


def as_found(caller: Caller, found: Row[Any]) -> Caller:
    """The same, by her device's state, her role and when she was closed."""
    must_be_let_in(found.state, found.closed_at)
    return replace(caller, role=Role(found.role))


def renew(connection: Connection, caller: Caller, now: datetime) -> None:
    """The device was here today: its token lives on, and the laptop need not know."""
    this = (device.c.municipality_id == caller.municipality, device.c.id == caller.device)
    connection.execute(update(device).where(*this).values(expires_at=stamp(now + TOKEN_LIVES)))


def _device_of(connection: Connection, token: str) -> Row[Any] | None:
    shown = {"place": municipality_of(token), "token": digest(token)}
    return connection.execute(_DEVICE, shown).one_or_none()
