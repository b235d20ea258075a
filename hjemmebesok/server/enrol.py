"""A new laptop shows its one-time code and becomes a device of the user the code was made for."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from uuid_utils import uuid7

from hjemmebesok.server import access_log
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.identity import DeviceState
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.tables import device, enrolment_code, municipality, user_account
from hjemmebesok.server.tokens import TOKEN_LIVES, digest, municipality_of, new_token, typed_code
from hjemmebesok.wire.messages import EnrolRequest, EnrolResponse


def enrol(connection: Connection, request: EnrolRequest, now: datetime) -> EnrolResponse:
    """Use up the code and make the device. Raises Refusal, the same for every code that cannot be used."""
    code = typed_code(request.code)
    place = municipality_of(code)
    user = _use(connection, place, code, now)
    if user is None:
        raise Refusal(403, "enrolment", "the code is unknown, used or expired")
    return new_device(connection, place, user, request.device_name, now)


def new_device(connection: Connection, place: str, user: str, name: str, now: datetime) -> EnrolResponse:
    """A new device of this user's, with its token."""
    token, device_id = new_token(place), str(uuid7())
    connection.execute(
        insert(device).values(
            municipality_id=place,
            id=device_id,
            user_id=user,
            name=_printable(name),
            token_hash=digest(token),
            state=DeviceState.ACTIVE,
            last_seq=0,
            enrolled_at=stamp(now),
            expires_at=stamp(now + TOKEN_LIVES),
        )
    )
    access_log.write(connection, place, "enrol", now, user=user, device=device_id)
    return EnrolResponse(token, device_id, user, *_names(connection, place, user))


def _use(connection: Connection, place: str, code: str, now: datetime) -> str | None:
    # One statement, so that of two laptops that show the same code at the same time only one gets in.
    return connection.execute(
        update(enrolment_code)
        .where(
            enrolment_code.c.municipality_id == place,
            enrolment_code.c.code_hash == digest(code),
            enrolment_code.c.used_at.is_(None),
            enrolment_code.c.expires_at > stamp(now),
        )
        .values(used_at=stamp(now))
        .returning(enrolment_code.c.user_id)
    ).scalar_one_or_none()


def _names(connection: Connection, place: str, user: str) -> tuple[str, str, str]:
    row = connection.execute(
        select(user_account.c.name.label("user_name"), municipality.c.name)
        .join(municipality, municipality.c.id == user_account.c.municipality_id)
        .where(user_account.c.municipality_id == place, user_account.c.id == user)
    ).one()
    return row.user_name, place, row.name


def _printable(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[:80]
