"""The caseworker at her desk: her open store, who she is, and what time it is."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import REAL_COST, Cost
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.store.work import Work, new_id

SHORTEST_PASSPHRASE = 12  # characters

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The time of this laptop, with its zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class User:
    """Who works here. The id is made on the laptop and replaced by the server's when it is enrolled."""

    id: str
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every action needs."""

    store: Store
    user: User
    municipality: str
    clock: Clock = local_now

    def now(self) -> datetime:
        """Local time, with its zone."""
        return self.clock()

    def today(self) -> date:
        """The local date."""
        return self.clock().date()

    def read(self) -> AbstractContextManager[Reading]:
        """A consistent view of the records."""
        return self.store.read()

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One action in her name, now."""
        with self.store.work(self.user.id, self.now().astimezone(UTC)) as work:
            yield work

    def close(self) -> None:
        """Lock up."""
        self.store.close()


def create_desk(
    folder: Path,
    passphrase: str,
    user_name: str,
    municipality: str,
    *,
    phone: str = "",
    language: str = "nb",
    demo: bool = False,
    cost: Cost = REAL_COST,
    clock: Clock = local_now,
) -> Desk:
    """Make a new store in `folder` and sit down at it. Raises Refused for a short passphrase or an occupied folder.

    `demo` writes the passphrase on the unlock page; only a store of invented people may have it.
    """
    _refuse_short(passphrase)
    if not user_name.strip():
        raise Refused(Phrase("Skriv navnet ditt."))
    header = Header(municipality=municipality, language=language, demo_passphrase=passphrase if demo else "")
    store = Store.create(folder, passphrase, header, cost)
    user = User(new_id(), user_name.strip(), phone)
    with store.writing_connection() as connection:
        write_setting(connection, "user", asdict(user))
        write_setting(connection, "municipality", municipality)
    return Desk(store, user, municipality, clock)


def introduce(desk: Desk, name: str, phone: str) -> Desk:
    """The desk of the same user under this name and phone, as letters give them. Raises Refused for an empty name."""
    if not name.strip():
        raise Refused(Phrase("Skriv navnet ditt."))
    user = User(desk.user.id, name.strip(), phone.strip())
    with desk.store.writing_connection() as connection:
        write_setting(connection, "user", asdict(user))
    return replace(desk, user=user)


def change_passphrase(desk: Desk, old: str, new: str, cost: Cost = REAL_COST) -> None:
    """The store opens with the new passphrase from now on. Raises Refused for a wrong old one or a short new one."""
    _refuse_short(new)
    desk.store.change_passphrase(old, new, cost)


def open_desk(folder: Path, passphrase: str, clock: Clock = local_now) -> Desk:
    """Unlock the store in `folder`. Raises Refused where there is none or the passphrase is wrong."""
    store = Store.open(folder, passphrase)
    with store.reading_connection() as connection:
        user = read_setting(connection, "user", {"id": "", "name": ""})
        municipality = read_setting(connection, "municipality", "")
    return Desk(store, User(**user), municipality, clock)


def _refuse_short(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refused(Phrase("Passfrasen må ha minst {n} tegn.", n=SHORTEST_PASSPHRASE))
