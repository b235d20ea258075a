"""Who holds which cases: one at a time, or a whole caseload from one user to another. And which cases stay here."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import access_log, rows
from hjemmebesok.server.admin import must_be_open, must_exist
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import case_file, case_grant, user_account

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def grant_case(
    database: Database,
    place: str,
    case: str,
    user: str,
    now: datetime,
    *,
    starts: datetime = _LONG_AGO,
    until: datetime | None = None,
) -> None:
    """The user holds the case from now, or from a later start, until it is revoked or the time is out."""
    with database.write(place) as connection:
        must_be_open(connection, place, user)
        must_exist(connection, case_file, place, case)
        _grant(connection, place, user, [(case, stamp(max(now, starts)), stamp(until) if until else None)])
        access_log.write(connection, place, "grant", now, user=user, cases=[case])


def revoke_case(database: Database, place: str, case: str, user: str, now: datetime) -> None:
    """The user no longer holds the case; it leaves their laptops at the next sync."""
    with database.write(place) as connection:
        if not _end(connection, place, user, now, case):
            raise Refused(Phrase("Brukeren «{user}» har ikke saken «{case}».", user=user, case=case))
        access_log.write(connection, place, "revoke", now, user=user, cases=[case])


def hand_over(database: Database, place: str, giver: str, taker: str, now: datetime) -> int:
    """Everything one user holds, or will hold, is another's from now on; all of it or nothing. Returns how many cases.

    Where the taker holds a case already, she keeps it for the longer of the two times.
    """
    with database.write(place) as connection:
        must_exist(connection, user_account, place, giver)
        must_be_open(connection, place, taker)
        if giver == taker:
            raise Refused(Phrase("Sakene må gå til en annen enn den som har dem."))
        hers = _running(connection, place, giver, now)
        already = {row.case_id: row for row in _running(connection, place, taker, now)}
        moved = [_longer(row, already.get(row.case_id), now) for row in hers]
        _grant(connection, place, taker, moved)
        _end(connection, place, giver, now)
        cases = [row.case_id for row in hers]
        access_log.write(connection, place, "handed_over", now, user=giver, cases=cases)
        access_log.write(connection, place, "taken_over", now, user=taker, cases=cases)
    return len(moved)


def restrict_case(database: Database, place: str, case: str, now: datetime) -> None:
    """The case (kode 6) leaves the server no more, and laptops that have it let it go at their next sync."""
    _set_restricted(database, place, case, now, restricted=True)


def release_case(database: Database, place: str, case: str, now: datetime) -> None:
    """The case goes out again to those who hold it."""
    _set_restricted(database, place, case, now, restricted=False)


def _grant(connection: Connection, place: str, user: str, cases: list[tuple[str, str, str | None]]) -> None:
    given = [
        {"municipality_id": place, "user_id": user, "case_id": case, "granted_at": at, "revoked_at": until}
        for case, at, until in cases
    ]
    rows.upsert(connection, case_grant, given)


def _end(connection: Connection, place: str, user: str, now: datetime, case: str = "") -> int:
    until = case_grant.c.revoked_at
    hers = [case_grant.c.municipality_id == place, case_grant.c.user_id == user]
    running = or_(until.is_(None), until > stamp(now))
    only = [case_grant.c.case_id == case] if case else []
    return connection.execute(update(case_grant).where(*hers, running, *only).values(revoked_at=stamp(now))).rowcount


def _running(connection: Connection, place: str, user: str, now: datetime) -> list[Row[Any]]:
    until = case_grant.c.revoked_at
    running = select(case_grant.c.case_id, case_grant.c.granted_at, until).where(
        case_grant.c.municipality_id == place,
        case_grant.c.user_id == user,
        or_(until.is_(None), until > stamp(now)),
    )
    return list(connection.execute(running))


def _longer(given: Row[Any], already: Row[Any] | None, now: datetime) -> tuple[str, str, str | None]:
    starts = max(given.granted_at, stamp(now))
    if already is None:
        return given.case_id, starts, given.revoked_at
    ends = given.revoked_at, already.revoked_at
    return given.case_id, min(starts, already.granted_at), None if None in ends else max(ends)


def _set_restricted(database: Database, place: str, case: str, now: datetime, *, restricted: bool) -> None:
    this = (case_file.c.municipality_id == place, case_file.c.id == case)
    with database.write(place) as connection:
        must_exist(connection, case_file, place, case)
        connection.execute(update(case_file).where(*this).values(restricted=restricted))
        access_log.write(connection, place, "restrict" if restricted else "release", now, cases=[case])
