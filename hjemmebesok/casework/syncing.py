"""Coming into step with the server, and the honest status line."""

import platform
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from random import random
from typing import Any

from hjemmebesok.casework.desk import Desk, User
from hjemmebesok.casework.followups import note_left_promises
from hjemmebesok.casework.leaving import save_what_can_be, unsaved_here
from hjemmebesok.casework.overtaken import count_again
from hjemmebesok.casework.talks import save_left_notes
from hjemmebesok.casework.unseen import note_unseen, notes_to_read
from hjemmebesok.casework.writing import may_write
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store import drafts, file_queue, outbox, permission
from hjemmebesok.store.conflicts import count_open
from hjemmebesok.store.settings import LAST_IN_STEP, TO_SEE_TO, read_setting, write_setting
from hjemmebesok.sync import enrol as enrolling
from hjemmebesok.sync import schedule
from hjemmebesok.sync import sign_in as signing_in
from hjemmebesok.sync.files import FilesProgress, FilesReport, exchange_files
from hjemmebesok.sync.round import Progress, RoundReport, run_round
from hjemmebesok.sync.sign_in import Browser
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.sync.trust import authority_in
from hjemmebesok.wire.messages import EnrolResponse

__all__ = [
    "Browser",
    "FilesProgress",
    "SyncProgress",
    "SyncReport",
    "SyncStatus",
    "after_round",
    "enrol",
    "is_about_the_way",
    "is_unknown_authority",
    "known_place",
    "passes_by_itself",
    "read_authority",
    "seconds_to_next",
    "server_of",
    "sign_in",
    "sync_now",
    "sync_status",
]

_PASSING = frozenset({Trouble.NO_NETWORK, Trouble.SERVER_BUSY, Trouble.SERVER_ERROR})
_ON_THE_WAY = _PASSING | {
    Trouble.NOT_THE_SERVER, Trouble.NOT_TRUSTED, Trouble.WRONG_CLOCK, Trouble.NO_AUTHORITY, Trouble.UNPROTECTED,
    Trouble.NO_ADDRESS,
}  # fmt: skip
_LARGEST_AUTHORITY = 1_000_000  # bytes; a certificate has some thousand


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """'N unsent · N need you · last in step at …'. A conflict, a change the server would not take, a form with what
    cannot be saved in a case that is leaving and a locked note with what you had not seen need you.

    `unreadable`: so many records were written with a newer version of the program, and are in no list. Files such as
    photos follow after the records: so many the server lacks, and so many have not come here. So many cases that are
    hers no more are `leaving` as soon as the server has their files, so many are `held_back` until she has laid aside
    what is too large to be sent, and in so many something is `unsaved`. So many of the unsent were sent before, and go
    up `again` to a server that was restored from a backup. `reads_only`: the server takes nothing that she writes.
    """

    unsent: int
    need_you: int
    last_in_step: datetime | None
    enrolled: bool
    unreadable: int = 0
    files_unsent: int = 0
    files_to_come: int = 0
    leaving: int = 0
    held_back: int = 0
    unsaved: int = 0
    again: int = 0
    reads_only: bool = False

    @property
    def photos(self) -> int:
        """How many files it is to be sent, as far as that is known: a restored server is asked which it has only when
        it has the changes again."""
        return 0 if self.again else self.files_unsent

    @property
    def waiting(self) -> int:
        """How much the server lacks in all: of what is written, and of the files."""
        return self.unsent + self.files_unsent


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """So many of `all` changes have gone up, and so many records have come down; how many are left to come, only the
    server knows, but of how many cases. `anew`: it was restored from a backup, and is told again what it had been
    told."""

    sent: int
    all: int
    received: int
    anew: bool = False
    cases_to_come: int = 0


@dataclass(frozen=True, slots=True)
class SyncReport(RoundReport):
    """What a round did, how many files went up after it and came down, and why they wait where they could not be
    exchanged."""

    files_sent: int = 0
    files_fetched: int = 0
    files_trouble: SyncTrouble | None = None


def sync_status(desk: Desk, in_use: Collection[str] = ()) -> SyncStatus:
    """How this laptop stands with the server, while these cases are `in_use`: what is typed there, somebody is at."""
    with desk.read() as reading:
        connection = reading.connection
        last = read_setting(connection, LAST_IN_STEP)
        staying = file_queue.staying(connection)
        held_back = staying & outbox.unsendable_cases(connection)
        typed_in = drafts.cases_with_draft(connection)
        unread = [*unsaved_here(reading, in_use), *notes_to_read(reading)]
        leaving = staying & file_queue.unsent_cases(connection) - held_back - typed_in
        return SyncStatus(
            unsent=outbox.count_unsent(connection),
            need_you=count_open(connection) + len(outbox.set_aside(connection)) + len(unread),
            last_in_step=datetime.fromisoformat(last) if last else None,
            enrolled=read_setting(connection, enrolling.SERVER) is not None,
            unreadable=len(reading.unreadable()),
            files_unsent=len(file_queue.to_send(connection)),
            files_to_come=len(file_queue.to_fetch(connection)),
            leaving=len(leaving),
            held_back=len(held_back),
            unsaved=len(staying - held_back - leaving),
            again=outbox.count_again(connection),
            reads_only=not permission.may_write(connection),
        )


def seconds_to_next(failures: int, trouble: Exception | None = None) -> float:
    """How long to wait for the next round of itself, after so many failures in a row, the last of them this one."""
    return schedule.seconds_to_next(failures, trouble, random)


def known_place(desk: Desk) -> tuple[str, str]:
    """The address of the server and the id of the municipality on it, as far as this laptop knows them."""
    return enrolling.known_place(desk.store)


def is_unknown_authority(trouble: Exception) -> bool:
    """Whether nobody this laptop knows vouches for the server: then the municipality's own certificate may do so."""
    return isinstance(trouble, SyncTrouble) and trouble.trouble is Trouble.NOT_TRUSTED


def is_about_the_way(trouble: Exception) -> bool:
    """Whether it lies at the server's address or on the way there, and not at who asks."""
    return isinstance(trouble, SyncTrouble) and trouble.trouble in _ON_THE_WAY


def passes_by_itself(trouble: Exception) -> bool:
    """Whether the next rounds may well come through without anybody doing anything about it."""
    return isinstance(trouble, SyncTrouble) and trouble.trouble in _PASSING


def read_authority(path: Path) -> str:
    """The municipality's certificate (PEM) in a file from IT. Raises Refused where there is none in it."""
    try:
        with path.open("rb") as file:
            return authority_in(file.read(_LARGEST_AUTHORITY))
    except (OSError, SyncTrouble):
        raise Refused(
            Phrase("Det er ikke noe sertifikat i filen «{name}». Velg filen du har fått av IT.", name=path.name)
        ) from None


def enrol(desk: Desk, server: str, code: str, authority: str = "") -> Desk:
    """Enrol this laptop with a one-time code; the desk of the user it now belongs to. Raises SyncTrouble, Refused."""
    trusted = authority or enrolling.known_authority(desk.store, server)
    return _hers(desk, enrolling.enrol(desk.store, server, code, _device_name(), trusted))


def sign_in(desk: Desk, server: str, municipality: str, browser: Browser, authority: str = "") -> Desk:
    """Enrol this laptop by signing in at the municipality's own provider, in her browser; the desk of the user it now
    belongs to. Takes as long as she does. Raises SyncTrouble, Refused."""
    place, trusted = municipality.strip().lower(), authority or enrolling.known_authority(desk.store, server)
    return _hers(desk, signing_in.sign_in(desk.store, server, place, _device_name(), browser, trusted))


def sync_now(
    desk: Desk,
    paused: Callable[[], bool] = lambda: False,
    told: Callable[[SyncProgress | FilesProgress], None] = lambda _: None,
    in_use: Callable[[], Collection[str]] = tuple,
) -> SyncReport:
    """One round with the server, as far as it comes before it is `paused`; where that takes more than one request,
    `told` hears how far it has come. A case that is hers no more stays while it is `in_use`, or something typed in it
    is not saved. Raises Refused before the laptop is enrolled, SyncTrouble where it cannot be done; where only the
    files cannot be exchanged, the report says why."""
    server = server_of(desk)
    try:
        with Transport(*server) as transport:
            done = run_round(desk.store, transport, desk.now, paused, _of_all(desk, told), in_use)
            try:
                files = exchange_files(desk.store, transport, paused, told, in_use)
                both = {"left": done.left + files.left, "stopped": done.stopped or files.stopped}
                report = SyncReport(**asdict(done) | both, **_exchanged(files))
            except SyncTrouble as trouble:  # the records are in step
                report = SyncReport(**asdict(done), files_trouble=trouble)
        after_round(desk, in_use())
        return report
    finally:
        desk.store.note_status()


def after_round(desk: Desk, in_use: Collection[str] = ()) -> None:
    """Do what follows from a round: what was left unsaved is saved where it can be, and what came is seen to; also what
    came in a round before it that was cut off."""
    with desk.read() as reading:
        came = read_setting(reading.connection, TO_SEE_TO, "")
    if may_write(desk):  # else what is not saved lies where it is, and is told
        _write_what_follows(desk, in_use, came=bool(came))
    if came:
        note_unseen(desk)
        with desk.store.writing_connection() as connection:
            if read_setting(connection, TO_SEE_TO) == came:
                write_setting(connection, TO_SEE_TO, "")


def _exchanged(files: FilesReport) -> dict[str, Any]:
    return {"files_sent": files.sent, "files_fetched": files.fetched, "files_trouble": files.trouble}


def server_of(desk: Desk) -> tuple[str, str, str]:
    """What a Transport is made of. Raises Refused before the laptop is enrolled."""
    server = enrolling.enrolled_server(desk.store)
    if server is None:
        raise Refused(Phrase("Denne PC-en er ikke koblet til en server ennå."))
    return server


def _write_what_follows(desk: Desk, in_use: Collection[str], *, came: bool) -> None:
    save_left_notes(desk)
    save_what_can_be(desk, in_use)
    if came:
        note_left_promises(desk)
        count_again(desk)


def _of_all(desk: Desk, told: Callable[[SyncProgress], None]) -> Callable[[Progress], None]:
    """Tell how much has been sent of all there is: what is written meanwhile, or what a restored server lacks, comes on
    top."""

    def tell(now: Progress) -> None:
        with desk.read() as reading:
            unsent = outbox.count_unsent(reading.connection)
            anew = outbox.is_any_again(reading.connection)
        told(SyncProgress(now.sent, now.sent + unsent, now.received, anew, now.cases_to_come))

    return tell


def _hers(desk: Desk, answer: EnrolResponse) -> Desk:
    desk.store.update_header(replace(desk.store.header, municipality=answer.municipality_name))
    user = User(answer.user, answer.user_name, desk.user.phone)
    return replace(desk, user=user, municipality=answer.municipality_name)


def _device_name() -> str:
    return platform.node() or "PC"
