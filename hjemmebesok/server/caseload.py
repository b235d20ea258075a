"""Who holds which cases: one at a time, or a whole caseload from one user to another. And which cases stay here."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, select, update

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import access_log, grants, journal
from hjemmebesok.server.admin import must_be_a_case, must_be_open, must_exist
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.database import Database
from hjemmebesok.server.erase import must_not_be_erased
from hjemmebesok.server.grants import Grant, Passing
from hjemmebesok.server.rights import RIGHTS, Role
from hjemmebesok.server.tables import case_file, user_account

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
    """The user holds the case from now, or from a later start, until it is revoked or the time is out.

    Where she has it already, she keeps it meanwhile. Raises Refused for a case that has been erased, for a time that is
    out before it begins, and for one that is out before the one she has: what takes a case away is `revoke_case`.
    """
    first = max(now, starts)
    if until is not None and until <= first:
        raise Refused(Phrase("Tiden er ute før den begynner. Se på datoene."))
    with database.write(place) as connection:
        journal.lock(connection, place)
        must_be_open(connection, place, user)
        must_be_a_case(connection, place, case)
        must_not_be_erased(connection, place, case)  # her laptop would go on holding what it has of it
        grant = Grant(case, stamp(first), stamp(until) if until else None)
        if not grants.add(connection, place, user, grant, now):
            raise Refused(_held_longer(case, user))
        access_log.write(connection, place, "grant", now, user=user, cases=[case])


def revoke_case(database: Database, place: str, case: str, user: str, now: datetime) -> None:
    """The user no longer holds the case; it leaves their laptops at the next sync."""
    with database.write(place) as connection:
        must_be_a_case(connection, place, case)
        if not grants.end(connection, place, user, now, [case]):
            raise Refused(Phrase("Brukeren «{user}» har ikke saken «{case}».", user=user, case=case))
        access_log.write(connection, place, "revoke", now, user=user, cases=[case])


def hand_over(database: Database, place: str, giver: str, taker: str, clock: Callable[[], datetime]) -> int:
    """Everything one user holds, or will hold, is another's from now on; all of it or nothing. Returns how many cases.

    Where the taker holds a case already, she keeps it for the longer of the two times.
    """
    with database.write(place) as connection:
        journal.lock(connection, place)
        must_exist(connection, user_account, place, giver)
        _must_have_cases(connection, place, taker)
        if giver == taker:
            raise Refused(Phrase("Sakene må gå til en annen enn den som har dem."))
        # Asked only now: what another has moved meanwhile would end later than that.
        return len(grants.hand_over(connection, Passing(place, giver, taker), clock()))


def restrict_case(database: Database, place: str, case: str, now: datetime) -> None:
    """The case (kode 6) leaves the server no more, and laptops that have it let it go at their next sync."""
    _set_restricted(database, place, case, now, restricted=True)


def release_case(database: Database, place: str, case: str, now: datetime) -> None:
    """The case goes out again to those who hold it."""
    _set_restricted(database, place, case, now, restricted=False)


def _must_have_cases(connection: Connection, place: str, user: str) -> None:
    """Raises Refused for a user who is not there or is closed, and for one whose role reaches no case: nobody would."""
    must_be_open(connection, place, user)
    this = (user_account.c.municipality_id == place, user_account.c.id == user)
    if not RIGHTS[Role(connection.execute(select(user_account.c.role).where(*this)).scalar_one())]:
        raise Refused(Phrase("Brukeren «{user}» har en rolle uten saker.", user=user))


def _held_longer(case: str, user: str) -> Phrase:
    return Phrase(
        "Brukeren «{user}» har saken «{case}» lenger enn det. Ta den fra brukeren først, så kan den gis på nytt.",
        user=user,
        case=case,
    )


def _set_restricted(database: Database, place: str, case: str, now: datetime, *, restricted: bool) -> None:
    this = (case_file.c.municipality_id == place, case_file.c.id == case)
    with database.write(place) as connection:
        must_be_a_case(connection, place, case)
        journal.lock(connection, place)  # a push that began before would write back what it had found
        connection.execute(update(case_file).where(*this).values(restricted=restricted))
        access_log.write(connection, place, "restrict" if restricted else "release", now, cases=[case])
