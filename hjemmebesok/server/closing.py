"""A user who has left, or has lost their rights, is closed: none of her laptops is let in, and no new one.

Nothing of hers is lost, and nothing is handed over of itself: her cases are still hers, so that those who lead her team
reach them, until somebody gives them to another.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, or_, select, update

from hjemmebesok.server import access_log, journal
from hjemmebesok.server.admin import must_exist
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import case_grant, enrolment_code, user_account


def close_user(database: Database, place: str, user: str, now: datetime) -> list[str]:
    """Let her in no more, from her laptops' next request on. Returns the cases that nobody else holds; asked again for
    one who is closed already, those that nobody holds still, and the day she was closed stays. Raises Refused where
    there is no such user."""
    with database.write(place) as connection:
        journal.lock(connection, place)  # somebody may be giving her cases
        _set_closed(connection, place, user, func.coalesce(user_account.c.closed_at, stamp(now)))
        hers = (enrolment_code.c.municipality_id == place, enrolment_code.c.user_id == user)
        connection.execute(delete(enrolment_code).where(*hers, enrolment_code.c.used_at.is_(None)))
        access_log.write(connection, place, "close", now, user=user)
        return list(connection.execute(_held_by_nobody_else(place, user, stamp(now))).scalars())


def open_user(database: Database, place: str, user: str, now: datetime) -> None:
    """Let her in again, from the laptops she had too. A laptop that is suspended stays so. Raises Refused where there
    is no such user."""
    with database.write(place) as connection:
        _set_closed(connection, place, user, None)
        access_log.write(connection, place, "open", now, user=user)


def _set_closed(connection: Connection, place: str, user: str, at: ColumnElement[Any] | None) -> None:
    must_exist(connection, user_account, place, user)
    this = (user_account.c.municipality_id == place, user_account.c.id == user)
    connection.execute(update(user_account).where(*this).values(closed_at=at))


def _held_by_nobody_else(place: str, user: str, now: str) -> Select[Any]:
    hers, theirs = case_grant.alias(), case_grant.alias()
    owner = and_(user_account.c.municipality_id == place, user_account.c.id == theirs.c.user_id)
    others = (theirs.c.municipality_id == place, theirs.c.case_id == hers.c.case_id, _runs(theirs, now))
    held = exists().where(*others, owner, user_account.c.closed_at.is_(None), theirs.c.user_id != user)
    mine = (hers.c.municipality_id == place, hers.c.user_id == user, _runs(hers, now))
    return select(hers.c.case_id).where(*mine, ~held).order_by(hers.c.case_id)


def _runs(grant: Any, now: str) -> Any:
    return or_(grant.c.revoked_at.is_(None), grant.c.revoked_at > now)
