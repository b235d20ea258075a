"""Who is asking: the device a token belongs to, its user and what they may do."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, and_, select

from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.tables import device, user_account
from hjemmebesok.server.tokens import digest, municipality_of


class Role(StrEnum):
    """What a user may do with the cases granted to them."""

    CASEWORKER = "caseworker"
    TEAM_LEADER = "team_leader"
    READER = "reader"


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

    @property
    def may_write(self) -> bool:
        """Readers only read."""
        return self.role is not Role.READER


def identify(connection: Connection, authorization: str) -> Caller:
    """The caller behind an Authorization header. Raises Refusal: 401 for a token nobody has, 403 where suspended."""
    scheme, _, token = authorization.partition(" ")
    found = _device_of(connection, token.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        raise Refusal(401, "token", "the request shows no token of a known device")
    caller, state = found
    if state != DeviceState.ACTIVE:
        raise Refusal(403, "suspended", "the device is suspended")
    return caller


def _device_of(connection: Connection, token: str) -> tuple[Caller, str] | None:
    municipality = municipality_of(token)
    owner = and_(
        user_account.c.municipality_id == device.c.municipality_id,
        user_account.c.id == device.c.user_id,
    )
    row = connection.execute(
        select(device.c.id, device.c.user_id, device.c.state, user_account.c.name, user_account.c.role)
        .join(user_account, owner)
        .where(device.c.municipality_id == municipality, device.c.token_hash == digest(token))
    ).one_or_none()
    return row and (Caller(municipality, row.user_id, row.name, Role(row.role), row.id), row.state)
