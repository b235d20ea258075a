"""After a round: the files the server lacks go up, and those this laptop lacks come down, a piece at a time.

Each piece is one request and one local transaction, and where to go on is asked first: a connection that breaks costs
the piece that was under way, and no record has waited for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hjemmebesok.store import file_queue, files
from hjemmebesok.store.file_queue import Named
from hjemmebesok.store.store import Store
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

_OK, _KEPT = 200, 204
_TUS = {VERSION_HEADER: TUS}


@dataclass(frozen=True, slots=True)
class FilesReport:
    """How many files went up and came down, whole."""

    sent: int = 0
    fetched: int = 0


def exchange_files(store: Store, transport: Transport, paused: Callable[[], bool] = lambda: False) -> FilesReport:
    """Send and fetch what can be, until it is `paused`; what no record names any more leaves this laptop first.

    A file that the server does not know of yet, or has no room for, is passed over and tried again the next time.
    Raises SyncTrouble; what has arrived before it stays.
    """
    _sweep(store)
    with store.reading_connection() as connection:
        to_send, to_fetch = file_queue.to_send(connection), file_queue.to_fetch(connection)
    sent = sum(_send(store, transport, file, paused) for file in to_send)
    fetched = sum(_fetch(store, transport, file, paused) for file in to_fetch)
    return FilesReport(sent, fetched)


def _sweep(store: Store) -> None:
    with store.writing_connection() as connection:
        swept = file_queue.sweep(connection)
    if swept:
        store.wipe_log()


def _send(store: Store, transport: Transport, file: Named, paused: Callable[[], bool]) -> bool:
    """Send the rest of the file; True where the server has it all then."""
    if paused():
        return False
    reply = transport.carry("HEAD", path_of(*file), _TUS)
    with store.reading_connection() as connection:
        size = files.here(connection, file.sha256).size
    while reply.status in (_OK, _KEPT):
        offset = _number(reply, OFFSET_HEADER)
        if offset == size:
            with store.writing_connection() as connection:
                file_queue.note_sent(connection, file)
            return True
        if paused() or offset % PIECE or offset > size:
            return False
        reply = _send_piece(store, transport, file, offset, size)
    return False


def _send_piece(store: Store, transport: Transport, file: Named, offset: int, size: int) -> Reply:
    with store.reading_connection() as connection:
        body = files.piece(connection, file.sha256, offset // PIECE)
    told = {OFFSET_HEADER: str(offset), LENGTH_HEADER: str(size), "Content-Type": PIECE_TYPE}
    return transport.carry("PATCH", path_of(*file), _TUS | told, body)


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
        if not here.number:
            return False  # it was another file; tried again the next time
    return here.whole


def _number(reply: Reply, header: str) -> int:
    told = reply.headers.get(header, "")
    if not told.isdecimal():
        raise SyncTrouble(Trouble.NOT_THE_SERVER)
    return int(told)
