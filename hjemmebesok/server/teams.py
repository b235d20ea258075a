"""Teams: who works together, so that their leader holds what each of them holds."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from uuid_utils import uuid7

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import access_log, rows
from hjemmebesok.server.admin import must_be_there, must_exist, readable
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import team, team_member, user_account


def create_team(database: Database, place: str, name: str) -> str:
    """A team; returns the id. Raises Refused for a municipality that is not there."""
    id_, name = str(uuid7()), readable(name)
    with database.write(place) as connection:
        must_be_there(connection, place)
        connection.execute(insert(team).values(municipality_id=place, id=id_, name=name))
    return id_


def join(database: Database, place: str, id_: str, user: str, now: datetime) -> None:
    """The user is in the team from now on; its leaders hold what she holds."""
    with database.write(place) as connection:
        must_exist(connection, team, place, id_)
        must_exist(connection, user_account, place, user)
        already = (team_member.c.municipality_id == place, team_member.c.user_id == user, team_member.c.team_id == id_)
        if not connection.execute(select(team_member.c.user_id).where(*already)).first():
            rows.insert(connection, team_member, [{"municipality_id": place, "user_id": user, "team_id": id_}])
            access_log.write(connection, place, "join", now, user=user)


def leave(database: Database, place: str, id_: str, user: str, now: datetime) -> None:
    """The user is in the team no more. Raises Refused where she was not."""
    with database.write(place) as connection:
        gone = connection.execute(
            delete(team_member).where(
                team_member.c.municipality_id == place, team_member.c.user_id == user, team_member.c.team_id == id_
            )
        )
        if not gone.rowcount:
            raise Refused(Phrase("Brukeren «{user}» er ikke i teamet «{team}».", user=user, team=id_))
        access_log.write(connection, place, "leave", now, user=user)


def teams(database: Database, place: str) -> list[Row[Any]]:
    """The teams and who is in them: team id, name, user id; a team without members has a line with none."""
    members = (team_member.c.municipality_id == team.c.municipality_id) & (team_member.c.team_id == team.c.id)
    listed = (
        select(team.c.id, team.c.name, team_member.c.user_id)
        .outerjoin(team_member, members)
        .where(team.c.municipality_id == place)
        .order_by(team.c.id, team_member.c.user_id)
    )
    with database.read(place) as connection:
        must_be_there(connection, place)
        return list(connection.execute(listed))
