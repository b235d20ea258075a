"""A municipality in a database of its own: made there, or found there once that database has been restored."""

from sqlalchemy import select

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server.admin import create_municipality
from hjemmebesok.server.database import Database
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.tables import municipality


def place_municipality(directory: Directory, id_: str, name: str, url: str) -> None:
    """Let the municipality lie at this URL from now on. Raises Refused, with nothing changed, for a database that
    cannot be opened, and for a municipality that lies elsewhere: all it has would be left behind there."""
    there = Database.open(url)
    try:
        if not _holds(there, id_):
            if _holds(directory.of(id_), id_):
                raise Refused(Phrase("Kommunen «{id}» finnes fra før, i en annen database.", id=id_))
            create_municipality(there, id_, name)
    finally:
        there.close()
    directory.put(id_, url)


def _holds(database: Database, id_: str) -> bool:
    with database.read(id_) as connection:
        return connection.execute(select(municipality.c.id).where(municipality.c.id == id_)).first() is not None
