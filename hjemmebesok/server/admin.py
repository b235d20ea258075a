"""What the municipality's IT staff do with the municipality itself, its users, their one-time codes and devices."""

from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, NamedTuple
from unicodedata import category

from sqlalchemy import Connection, Row, Table, delete, insert, or_, select, update
from uuid_utils import uuid7

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import access_log
from hjemmebesok.server.check import ID
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import DeviceState
from hjemmebesok.server.protected import is_protected
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import (
    case_file,
    case_grant,
    device,
    enrolment_code,
    municipality,
    provider,
    quarantine,
    user_account,
)
from hjemmebesok.server.tokens import MUNICIPALITY, TOKEN_LIVES, digest, new_code
from hjemmebesok.wire.municipal import MUNICIPAL_CASES

CODE_LIVES = timedelta(hours=24)


def create_municipality(database: Database, id_: str, name: str) -> None:
    """A municipality, by 2–20 small letters and digits, such as its number. Raises Refused where it cannot be made."""
    if not MUNICIPALITY.match(id_):
        raise Refused(Phrase("Kommunens id «{id}» må være 2–20 små bokstaver og tall.", id=id_))
    name = readable(name)
    with database.write(id_) as connection:
        if connection.execute(select(municipality.c.id).where(municipality.c.id == id_)).first():
            raise Refused(Phrase("Kommunen «{id}» finnes fra før.", id=id_))
        connection.execute(
            insert(municipality).values(id=id_, name=name, head_seq=0, head_hash=b"", epoch=token_hex(16))
        )


def create_user(
    database: Database, place: str, name: str, role: Role, now: datetime, *, id_: str = "", subject: str = ""
) -> str:
    """A user; returns the id. Raises Refused where it cannot be made.

    `id_` is the one she had on a server that was lost, so that what her laptops hold is still hers; `subject` is who
    she is to the municipality's provider of identities.
    """
    user, name = id_ or str(uuid7()), readable(name)
    if not ID.match(user):
        raise Refused(Phrase("«{id}» kan ikke være id-en til en bruker.", id=user))
    with database.write(place) as connection:
        must_be_there(connection, place)
        taken = or_(user_account.c.id == user, user_account.c.subject == subject)
        if connection.execute(select(user_account.c.id).where(user_account.c.municipality_id == place, taken)).first():
            raise Refused(Phrase("Brukeren finnes fra før."))
        row = {"municipality_id": place, "id": user, "name": name, "role": role, "subject": subject or None}
        connection.execute(insert(user_account).values(row))
        access_log.write(connection, place, "user", now, user=user)
    return user


def set_role(database: Database, place: str, user: str, role: Role, now: datetime) -> None:
    """What the user is from now on, at the next request of each of her laptops."""
    with database.write(place) as connection:
        _change_user(connection, place, user, now, "role", role=role)


def set_subject(database: Database, place: str, user: str, subject: str, now: datetime) -> None:
    """Who the user is to the municipality's provider of identities. Raises Refused where another is that one."""
    another = (user_account.c.municipality_id == place, user_account.c.subject == subject, user_account.c.id != user)
    with database.write(place) as connection:
        if connection.execute(select(user_account.c.id).where(*another)).first():
            raise Refused(Phrase("En annen bruker er «{subject}» hos innloggingen.", subject=subject))
        _change_user(connection, place, user, now, "subject", subject=subject or None)


def set_provider(database: Database, place: str, issuer: str, client_id: str, claim: str = "sub") -> None:
    """Where the municipality's users sign in, as which client, and which claim names them (Entra ID: `oid`). Raises
    Refused for an address that would never be asked."""
    if not is_protected(issuer):
        raise Refused(Phrase("Adressen til innloggingen må begynne med https://, ikke «{url}».", url=issuer))
    with database.write(place) as connection:
        must_be_there(connection, place)
        connection.execute(delete(provider).where(provider.c.municipality_id == place))
        row = {"municipality_id": place, "issuer": issuer, "client_id": client_id, "claim": claim}
        connection.execute(insert(provider).values(row))


def make_code(database: Database, place: str, user: str, now: datetime, lives: timedelta = CODE_LIVES) -> str:
    """A one-time code for one new laptop of this user. It is stored nowhere; show it once."""
    code = new_code(place)
    with database.write(place) as connection:
        must_be_open(connection, place, user)
        connection.execute(
            insert(enrolment_code).values(
                municipality_id=place, code_hash=digest(code), user_id=user, expires_at=stamp(now + lives), used_at=None
            )
        )
        access_log.write(connection, place, "code", now, user=user)
    return code


def suspend_device(database: Database, place: str, id_: str, now: datetime) -> None:
    """The device is refused from now on; nothing on it or of it is lost."""
    _set_state(database, place, id_, DeviceState.SUSPENDED, now)


def resume_device(database: Database, place: str, id_: str, now: datetime) -> None:
    """The device may talk to the server again."""
    _set_state(database, place, id_, DeviceState.ACTIVE, now)


def users(database: Database, place: str) -> list[Row[Any]]:
    """The users of a municipality: id, name, role, subject, closed_at."""
    return _list(database, user_account, place, "id", "name", "role", "subject", "closed_at")


class Device(NamedTuple):
    """A laptop as IT staff see it; `was_here` is the day on which its token was last renewed: it came then, and may
    have come within a day of it once more. '' where nobody knows."""

    id: str
    user_id: str
    name: str
    state: str
    enrolled_at: str
    was_here: str


def devices(database: Database, place: str) -> list[Device]:
    """The devices of a municipality."""
    rows = _list(database, device, place, "id", "user_id", "name", "state", "enrolled_at", "expires_at")
    return [
        Device(row.id, row.user_id, row.name, row.state, row.enrolled_at, _renewed_on(row.expires_at)) for row in rows
    ]


def _renewed_on(expires_at: str) -> str:
    return (datetime.fromisoformat(expires_at) - TOKEN_LIVES).date().isoformat() if expires_at else ""


def grants(database: Database, place: str) -> list[Row[Any]]:
    """Who holds or held which case: case_id, user_id, granted_at, revoked_at."""
    return _list(database, case_grant, place, "case_id", "user_id", "granted_at", "revoked_at")


def quarantined(database: Database, place: str) -> list[Row[Any]]:
    """The changes that were refused and wait for somebody to look at them: seq, author_id, reason."""
    return _list(database, quarantine, place, "seq", "author_id", "reason", done_at=None)


def _change_user(
    connection: Connection, place: str, user: str, now: datetime, action: str, **values: str | None
) -> None:
    must_exist(connection, user_account, place, user)
    this = (user_account.c.municipality_id == place, user_account.c.id == user)
    connection.execute(update(user_account).where(*this).values(values))
    access_log.write(connection, place, action, now, user=user)


def _set_state(database: Database, place: str, id_: str, state: DeviceState, now: datetime) -> None:
    with database.write(place) as connection:
        must_exist(connection, device, place, id_)
        connection.execute(
            update(device).where(device.c.municipality_id == place, device.c.id == id_).values(state=state)
        )
        access_log.write(connection, place, state, now, device=id_)


def _list(database: Database, table: Table, place: str, *names: str, **only: str | None) -> list[Row[Any]]:
    wanted = [table.c[name] for name in names]
    these = [table.c[name] == value for name, value in {"municipality_id": place, **only}.items()]
    with database.read(place) as connection:
        must_be_there(connection, place)
        return list(connection.execute(select(*wanted).where(*these).order_by(*wanted[:2])))


def readable(name: str) -> str:
    """The name as it stands on one line. Raises Refused where nothing stands there, or what nobody can read."""
    line = " ".join(name.split())
    if not line or any(category(letter) in ("Cc", "Cs") for letter in line):
        raise Refused(Phrase("Skriv et navn som kan leses."))
    return line


def must_be_there(connection: Connection, place: str) -> None:
    """Raises Refused for a municipality that is not there."""
    if not connection.execute(select(municipality.c.id).where(municipality.c.id == place)).first():
        raise Refused(Phrase("Kommunen «{id}» finnes ikke.", id=place))


def must_be_open(connection: Connection, place: str, user: str) -> None:
    """Raises Refused for a user who is not there or is closed."""
    must_exist(connection, user_account, place, user)
    closed = select(user_account.c.closed_at).where(
        user_account.c.municipality_id == place, user_account.c.id == user, user_account.c.closed_at.is_not(None)
    )
    if connection.execute(closed).first():
        raise Refused(Phrase("Brukeren «{user}» er stengt ute.", user=user))


def must_be_a_case(connection: Connection, place: str, case: str) -> None:
    """Raises Refused for a case that is not there, and for what is no household's but the whole municipality's."""
    if case in MUNICIPAL_CASES:
        raise Refused(Phrase("«{case}» er kommunens egne innstillinger, og ingen sak.", case=case))
    must_exist(connection, case_file, place, case)


def must_exist(connection: Connection, table: Table, place: str, id_: str) -> None:
    """Raises Refused where the municipality is not there, or has no such thing."""
    must_be_there(connection, place)
    if not connection.execute(select(table.c.id).where(table.c.municipality_id == place, table.c.id == id_)).first():
        raise Refused(Phrase("«{id}» finnes ikke i kommunen «{place}».", id=id_, place=place))
