"""Which database a municipality lies in: the one the server was started with, unless its table names another.

No question ever spans two municipalities, so the country fits on as many ordinary PostgreSQL servers as it needs.
"""

from collections.abc import Callable
from threading import Lock
from time import monotonic

from sqlalchemy import delete, make_url, select
from sqlalchemy.exc import OperationalError, TimeoutError

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server import fence, log, rows
from hjemmebesok.server.database import Database
from hjemmebesok.server.tables import placement

KNOWN_FOR = 30.0  # seconds until the table is read again
CLOSED_FOR = 15.0  # seconds until a database that is being opened, or did not answer, is tried again


class Directory:
    """The first database, and those its table leads to, opened when they are first needed."""

    def __init__(self, first: Database, seconds: Callable[[], float] = monotonic) -> None:
        self.first = first
        self._seconds = seconds
        self._lock = Lock()
        self._urls: dict[str, str] = {}
        self._read_at: float | None = None
        self._opened: dict[str, Database] = {}
        self._closed_until: dict[str, float] = {}

    @classmethod
    def open(cls, url: str) -> "Directory":
        """The directory in the database at this URL. Raises Refused where it cannot be opened."""
        return cls(Database.open(url))

    def of(self, place: str) -> Database:
        """The database of a municipality. Raises Refused where it cannot be opened."""
        self._keep_up()
        with self._lock:
            url = self._urls.get(place)
            if url is None:
                return self.first
            if url in self._opened:
                return self._opened[url]
            if self._seconds() < self._closed_until.get(url, 0):
                raise Refused(Phrase("Databasen til kommunen «{place}» svarer ikke.", place=place))
            self._closed_until[url] = self._seconds() + CLOSED_FOR
        return self._open(url)

    def put(self, place: str, url: str) -> None:
        """This municipality lies there; nowhere but in the first database for "". Servers know within KNOWN_FOR."""
        with self.first.write(place) as connection:
            connection.execute(delete(placement).where(placement.c.municipality_id == place))
            if url:
                rows.insert(connection, placement, [{"municipality_id": place, "url": url}])
        self._read_at = None

    def elsewhere(self) -> dict[str, str]:
        """The municipalities that lie in another database than the first, and its URL, to be read by people: without a
        password."""
        return {place: make_url(url).render_as_string() for place, url in self._listed().items()}

    def close(self) -> None:
        """Close every database."""
        for database in (self.first, *self._opened.values()):
            database.close()

    def _open(self, url: str) -> Database:
        # Not while others wait: one that does not answer takes its time, and holds up nobody else's municipality.
        database = Database.open(url)
        with self._lock:
            del self._closed_until[url]
            return self._opened.setdefault(url, database)

    def _keep_up(self) -> None:
        with self._lock:
            if self._read_at is None:
                self._urls, self._read_at = self._listed(), self._seconds()
            if self._seconds() - self._read_at <= KNOWN_FOR:
                return
            self._read_at = self._seconds()
        self._read_again()

    def _read_again(self) -> None:
        # Nobody waits for this: while the first database does not answer, the others do, and lie where they lay.
        try:
            self._urls = self._listed()
        except (OperationalError, TimeoutError) as error:
            log.fault(error)

    def _listed(self) -> dict[str, str]:
        with self.first.read(fence.EVERYWHERE) as connection:
            listed = connection.execute(select(placement.c.municipality_id, placement.c.url))
            return {row.municipality_id: row.url for row in listed}
