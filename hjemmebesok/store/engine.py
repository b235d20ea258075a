"""The SQLAlchemy engine over an SQLCipher file."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from shutil import disk_usage
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.connections import BY_HAND

CACHE_KIB = 64 * 1024  # decrypted pages kept in memory: what makes encryption nearly free
_TIGHT = 256 * 1024  # bytes free


def open_engine(path: Path, data_key: bytes) -> Engine:
    """An engine whose connections hold the key; the key never stands in a URL or a log."""
    import sqlcipher3

    def connect() -> Any:
        connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
        for pragma in (
            "cipher_log_level=NONE",
            f"key=\"x'{data_key.hex()}'\"",
            f"cache_size=-{CACHE_KIB}",
            "journal_mode=WAL",
            "synchronous=FULL",  # an edit that was saved survives a loss of power; see connections.py
            "temp_store=MEMORY",  # nothing spills to a temporary file
            "secure_delete=ON",
            "busy_timeout=5000",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    # hide_parameters: an error must not carry a household's fields into a log or onto a terminal.
    engine = create_engine("sqlite://", module=sqlcipher3, creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver's own transaction mode would not roll back a change of the schema.
        if not connection.get_execution_options().get(BY_HAND):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def disk_full_told(folder: Path) -> Iterator[None]:
    """Say it in one sentence where the disk is full. Raises Refused; what was under way has changed nothing."""
    try:
        yield
    except Exception as error:
        if not _is_full(folder, error):
            raise
        raise Refused(Phrase("Disken er full, så dette er ikke lagret. Frigjør plass og prøv igjen.")) from error


def _is_full(folder: Path, error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno == ENOSPC
    told = str(getattr(error, "orig", error))  # the driver's word, where SQLAlchemy wraps it
    # Where there is no room even for the small file beside it, SQLite speaks of an I/O error.
    return "disk is full" in told or ("disk I/O error" in told and disk_usage(folder).free < _TIGHT)
