"""After a round: the files the server lacks go up, and those this laptop lacks come down, a piece at a time.

Each piece is one request and one local transaction, and where to go on is asked first: a connection that breaks costs
the piece that was under way, and no record has waited for it.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from hjemmebesok.store import file_queue, files, replica, whole
from hjemmebesok.store.file_queue import Named
from hjemmebesok.store.store import Store
from hjemmebesok.sync.round import wipe_what_left
from hjemmebesok.sync.transport import Reply, Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.files import (
    LENGTH_HEADER,
    OFFSET_HEADER,
    PIECE,
    PIECE_TYPE,
    TUS,
    VERSION_HEADER,
    path_of,
)

_OK, _KEPT, _UNKNOWN, _NO_ROOM = 200, 204, 404, 413
_TUS = {VERSION_HEADER: TUS}


class Became(Enum):
    """What became of a file that was to be sent."""

    SENT = "the server has it all"
    WAITS = "it is tried again the next time"
    NO_ROOM = "the server has no room for it; it is tried again the next time"
    UNKNOWN = "the server knows of no record that names it, or none of hers"


class FilesProgress(NamedTuple):
    """How many of so many files have had their turn, whatever became of them."""

    done: int
    all: int


@dataclass(frozen=True, slots=True)
class FilesReport:
    """How many files went up and came down, whole. `left` names the cases that are no longer hers, had stayed for their
    files, and have left the laptop now, and `stopped` says that it was paused before all had their turn. `trouble`:
    why some wait, where the others went on."""

    sent: int = 0
    fetched: int = 0
    left: tuple[str, ...] = ()
    stopped: bool = False
    trouble: SyncTrouble | None = None


def exchange_files(
    store: Store,
    transport: Transport,
    paused: Callable[[], bool] = lambda: False,
    told: Callable[[FilesProgress], None] = lambda _: None,
    in_use: Callable[[], Collection[str]] = tuple,
) -> FilesReport:
    """Send and fetch what can be, until it is `paused`; what no record names any more leaves this laptop first. Where
    there are several, `told` hears before each of them how far it has come. No case leaves while it is `in_use`.

    A file that the server does not know of yet, or has no room for, is passed over and tried again the next time.
    Raises SyncTrouble; what has arrived before it stays.
    """
    _sweep(store)
    with store.reading_connection() as connection:
        to_send, to_fetch = file_queue.to_send(connection), file_queue.to_fetch(connection)
        staying = file_queue.staying(connection)
    to_fetch = [file for file in to_fetch if file.case not in staying]
    counted = _Counted(len(to_send) + len(to_fetch), told)
    became = {file: _send(store, transport, file, paused) for file in counted(to_send)}
    fetched = sum(_fetch(store, transport, file, paused) for file in counted(to_fetch))
    unwanted = [file for file, what in became.items() if what is Became.UNKNOWN]
    left = _let_go(store, unwanted, in_use) if staying else ()
    sent = list(became.values()).count(Became.SENT)
    stopped = paused() and sent + len(unwanted) + fetched < counted.all
    full = SyncTrouble(Trouble.SERVER_FULL) if Became.NO_ROOM in became.values() else None
    return FilesReport(sent, fetched, left, stopped, full)


@dataclass(slots=True)
class _Counted:
    """Gives out files, and tells before each how many have been given out."""

    all: int
    told: Callable[[FilesProgress], None]
    done: int = 0

    def __call__(self, files: list[Named]) -> Iterator[Named]:
        for file in files:
            if self.all > 1:
                self.told(FilesProgress(self.done, self.all))
            yield file
            self.done += 1


def _sweep(store: Store) -> None:
    with store.writing_connection() as connection:
        swept = not whole.is_doubtful(connection) and file_queue.sweep(connection)
    if swept:
        store.wipe_log()


def _let_go(store: Store, unwanted: list[Named], in_use: Callable[[], Collection[str]]) -> tuple[str, ...]:
    with store.writing_connection() as connection:
        left = replica.let_go(connection, unwanted, in_use())
    if left:
        wipe_what_left(store)
    return tuple(left)


def _send(store: Store, transport: Transport, file: Named, paused: Callable[[], bool]) -> Became:
    """Send the rest of the file, as long as it is here: she may take it away meanwhile."""
    if paused():
        return Became.WAITS
    reply, before = transport.carry("HEAD", path_of(*file), _TUS), -1
    while reply.status in (_OK, _KEPT):
        offset = _number(reply, OFFSET_HEADER)
        if offset == before:
            return Became.WAITS  # it says that it has taken a piece, and has not
        size, body = _rest(store, file, offset)
        if offset == size:
            with store.writing_connection() as connection:
                file_queue.note_sent(connection, file)
            return Became.SENT
        if paused() or not body:
            return Became.WAITS
        told = {OFFSET_HEADER: str(offset), LENGTH_HEADER: str(size), "Content-Type": PIECE_TYPE}
        reply, before = transport.carry("PATCH", path_of(*file), _TUS | told, body), offset
    return {_UNKNOWN: Became.UNKNOWN, _NO_ROOM: Became.NO_ROOM}.get(reply.status, Became.WAITS)


def _rest(store: Store, file: Named, offset: int) -> tuple[int | None, bytes]:
    """The size of the file, None where it is no longer here; and the piece that begins at this offset, if one does."""
    with store.reading_connection() as connection:
        here = files.here(connection, file.sha256)
        if not here.whole:
            return None, b""
        begins = offset < here.size and offset % PIECE == 0
        return here.size, files.piece(connection, file.sha256, offset // PIECE) if begins else b""


def _fetch(store: Store, transport: Transport, file: Named, paused: Callable[[], bool]) -> bool:
    """Fetch the rest of the file; True where it is here then, with the right hash."""
    with store.reading_connection() as connection:
        here = files.here(connection, file.sha256)
    while not here.whole and not paused():
        reply = transport.carry("GET", f"{path_of(*file)}?piece={here.number}", {})
        if reply.status != _OK:
            return False
        if reply.headers.get("Content-Type") != PIECE_TYPE:
            raise SyncTrouble(Trouble.NOT_THE_SERVER)
        with store.writing_connection() as connection:
            here = files.take_piece(connection, file.sha256, _number(reply, LENGTH_HEADER), reply.content)
            if here.whole:
                file_queue.note_sent(connection, file)  # it is from there
        if not here.number:
            return False  # it was another file; tried again the next time
    return here.whole


def _number(reply: Reply, header: str) -> int:
    told = reply.headers.get(header, "")
    if not told.isdecimal():
        raise SyncTrouble(Trouble.NOT_THE_SERVER)
    return int(told)
