"""One caseworker's encrypted store on one laptop."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store import file_queue, keys, outbox, schema
from hjemmebesok.store.connections import Connections
from hjemmebesok.store.engine import disk_full_told, open_engine
from hjemmebesok.store.header import DATABASE_NAME, FORMAT, HEADER_NAME, Header, read_header, tidy, write_header
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.settings import LAST_IN_STEP, read_setting
from hjemmebesok.store.turnstile import Turnstile
from hjemmebesok.store.work import Work

_TO_THE_MINUTE = len("2026-10-12T08:30")  # what the unlock page shows of a time


class Store:
    """An open store, for all threads. Close it to leave the smallest possible trace: one encrypted file and the header.

    Every way in goes through the turnstile, so that a closed store is never opened again behind anyone's back.
    """

    def __init__(self, folder: Path, engine: Engine) -> None:
        self.folder = folder
        self._connections = Connections(engine)
        self._turnstile = Turnstile()
        self._unreadable: set[str] = set()
        self._header_lock = Lock()  # a new passphrase is never written over with the key of the old one

    @classmethod
    def create(cls, folder: Path, passphrase: str, header: Header, cost: keys.Cost = keys.REAL_COST) -> "Store":
        """Make a new store in an empty or missing folder. Raises Refused where there is one already."""
        if read_header(folder) is not None or (folder / DATABASE_NAME).exists():
            raise Refused(Phrase("Her ligger det allerede et lager: {folder}", folder=folder))
        data_key = keys.new_data_key()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # The key first: a store that was cut off here opens all the same, and a file without its key never would.
        with disk_full_told(folder):
            write_header(folder, replace(header, key=keys.wrap(data_key, passphrase, cost)))
        return cls._opened(folder, data_key)

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> "Store":
        """Open the store. Raises Refused where there is none, it is damaged or the passphrase is wrong."""
        try:
            data_key = keys.unwrap(_header_in(folder).key, passphrase)
        except keys.WrongPassphraseError:
            raise Refused(Phrase("Passfrasen stemmer ikke. Se etter store bokstaver og mellomrom.")) from None
        except keys.DamagedKeyError:
            raise _damaged(folder) from None
        tidy(folder)
        return cls._opened(folder, data_key)

    @classmethod
    def _opened(cls, folder: Path, data_key: bytes) -> "Store":
        engine = open_engine(folder / DATABASE_NAME, data_key)
        with disk_full_told(folder):
            schema.bring_up_to_date(engine)
        return cls(folder, engine)

    def change_passphrase(self, old: str, new: str, cost: keys.Cost = keys.REAL_COST) -> None:
        """Wrap the same data key anew; the database is not touched. Raises Refused where the old one is wrong."""
        with self._turnstile.inside(), self._header_lock, disk_full_told(self.folder):
            header = self.header
            try:
                data_key = keys.unwrap(header.key, old)
            except keys.WrongPassphraseError:
                raise Refused(Phrase("Den gamle passfrasen stemmer ikke.")) from None
            except keys.DamagedKeyError:
                raise _damaged(self.folder) from None
            write_header(self.folder, replace(header, key=keys.wrap(data_key, new, cost)))

    @property
    def header(self) -> Header:
        """The readable header as it stands on disk. Raises Refused where it has been damaged or taken away."""
        header = _header_in(self.folder)
        if not header.key:
            raise _damaged(self.folder)
        return header

    def update_header(self, header: Header) -> None:
        """Replace what the unlock page shows; the wrapped key stays."""
        with self._header_lock:
            write_header(self.folder, replace(header, key=self.header.key))

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """A consistent view; nothing can be written through it."""
        with self.reading_connection() as connection:
            yield Reading(connection, self._unreadable)

    @contextmanager
    def work(self, author: str, at: datetime) -> Iterator[Work]:
        """One action: everything in it is saved together, or nothing is. `at` is UTC."""
        with self.writing_connection() as connection:
            yield Work(connection, author, at)

    @contextmanager
    def reading_connection(self) -> Iterator[Connection]:
        """A connection in a read transaction, for the store's own functions."""
        with self._turnstile.inside(), self._connections.reading() as connection:
            yield connection

    @contextmanager
    def writing_connection(self, *, lasting: bool = True) -> Iterator[Connection]:
        """A connection in a write transaction, for the store's own functions. What need not be `lasting` is not waited
        for until the disk has it: only a loss of power can undo it, so it must be what the server gives again."""
        writing = self._connections.writing(lasting=lasting)
        with self._turnstile.inside(), disk_full_told(self.folder), writing as connection:
            yield connection

    def note_status(self) -> None:
        """Let the unlock page tell how things stand with the server, without naming anyone."""
        with self._turnstile.inside():
            self._note_status()

    def wipe_log(self) -> bool:
        """Empty the write-ahead log, which still holds pages as they were before something was removed. False where
        somebody reads what it holds, here or in another process, and it is to be tried again."""
        with self._turnstile.inside():
            return self._wipe_log()

    def close(self) -> None:
        """Write everything into the one file and let go of it. What is under way on other threads comes to its end
        first; what they ask for later is refused. Closing again does nothing."""
        if not self._turnstile.shut():
            return
        self._note_status()
        with suppress(
            OperationalError
        ):  # on a full disk the log stays, encrypted, and is written in at the next opening
            self._wipe_log()
        self._connections.close()

    def _wipe_log(self) -> bool:
        with self._connections.lent() as connection:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
        return not busy

    def _note_status(self) -> None:
        with self._connections.reading() as connection:
            unsent, photos = outbox.count_unsent(connection), len(file_queue.to_send(connection))
            last = read_setting(connection, LAST_IN_STEP, "")
        with suppress(OSError, Refused):  # figures for the unlock page: on a full disk they wait
            noted = self.header
            counts, known = (unsent, photos), (noted.unsent, noted.photos)
            if (*known, noted.last_in_step[:_TO_THE_MINUTE]) != (*counts, last[:_TO_THE_MINUTE]):
                self.update_header(replace(noted, unsent=unsent, photos=photos, last_in_step=last))


def _header_in(folder: Path) -> Header:
    header = read_header(folder)
    if header is None:
        raise Refused(Phrase("Det er ikke noe lager i mappen {folder}.", folder=folder))
    if header.format > FORMAT:
        raise Refused(Phrase("Lageret er laget med en nyere versjon av programmet. Bruk den versjonen."))
    return header


def _damaged(folder: Path) -> Refused:
    return Refused(Phrase("Filen {file} er skadet. Be IT hente den fra sikkerhetskopien.", file=folder / HEADER_NAME))
