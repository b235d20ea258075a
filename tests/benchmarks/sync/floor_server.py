"""The least a server can do: take rows, give rows. No accounts, no merging, no log. PORT TARGET [postgresql]."""

import sqlite3
import sys
import threading
from typing import Any, Protocol

import msgspec
import psycopg
import uvicorn
import zstandard
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Rows = list[tuple[str, bytes]]


class Rowstore(Protocol):
    """Rows by id, numbered as they come."""

    def put(self, rows: Rows) -> int:
        """Store the rows in one transaction; the number of the last."""

    def since(self, number: int, limit: int, every: int) -> list[tuple[int, str, bytes]]:
        """The rows after this number, or every so manieth of them."""


class Sqlite:
    """One file."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._lock = threading.Lock()
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE head (number INTEGER NOT NULL)")
        self._db.execute("INSERT INTO head VALUES (0)")
        self._db.execute("CREATE TABLE row (id TEXT PRIMARY KEY, number INTEGER, body BLOB) WITHOUT ROWID")
        self._db.execute("CREATE INDEX by_number ON row (number)")

    def put(self, rows: Rows) -> int:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            head = self._db.execute("UPDATE head SET number = number + ? RETURNING number", (len(rows),)).fetchone()[0]
            numbered = [(id_, head - len(rows) + place, body) for place, (id_, body) in enumerate(rows, 1)]
            self._db.executemany(
                "INSERT INTO row VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
                " body = excluded.body",
                numbered,
            )
            self._db.execute("COMMIT")
        return int(head)

    def since(self, number: int, limit: int, every: int) -> list[tuple[int, str, bytes]]:
        with self._lock:
            found = self._db.execute(
                "SELECT number, id, body FROM row WHERE number > ? AND number % ? = 0 ORDER BY number LIMIT ?",
                (number, every, limit),
            )
            return found.fetchall()


class Postgresql:
    """One table, filled with COPY."""

    def __init__(self, url: str) -> None:
        self._db = psycopg.connect(url, autocommit=True)
        self._lock = threading.Lock()
        self._db.execute("DROP TABLE IF EXISTS floor_row, floor_head")
        self._db.execute("CREATE TABLE floor_head (number bigint NOT NULL)")
        self._db.execute("INSERT INTO floor_head VALUES (0)")
        self._db.execute("CREATE TABLE floor_row (id text PRIMARY KEY, number bigint, body bytea)")
        self._db.execute("CREATE INDEX ON floor_row (number)")
        self._db.execute("CREATE TEMP TABLE incoming (id text, number bigint, body bytea) ON COMMIT DELETE ROWS")

    def put(self, rows: Rows) -> int:
        with self._lock, self._db.transaction(), self._db.cursor() as cursor:
            head = cursor.execute(
                "UPDATE floor_head SET number = number + %s RETURNING number", (len(rows),)
            ).fetchone()
            assert head
            with cursor.copy("COPY incoming FROM STDIN") as copy:
                for place, (id_, body) in enumerate(rows, 1):
                    copy.write_row((id_, head[0] - len(rows) + place, body))
            cursor.execute(
                "INSERT INTO floor_row SELECT * FROM incoming ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
                " body = excluded.body"
            )
        return int(head[0])

    def since(self, number: int, limit: int, every: int) -> list[tuple[int, str, bytes]]:
        with self._lock:
            found = self._db.execute(
                "SELECT number, id, body FROM floor_row WHERE number > %s AND number %% %s = 0"
                " ORDER BY number LIMIT %s",
                (number, every, limit),
            )
            return found.fetchall()


def app(store: Rowstore) -> Starlette:
    """Two routes."""

    async def push(request: Request) -> Response:
        packed = await request.body()
        return await run_in_threadpool(lambda: _answer(store.put(_read(packed, Rows))))

    async def pull(request: Request) -> Response:
        asked = [int(request.query_params[name]) for name in ("since", "limit", "every")]
        return await run_in_threadpool(lambda: _answer(store.since(*asked)))

    return Starlette(routes=[Route("/push", push, methods=["POST"]), Route("/pull", pull)])


def _read(packed: bytes, kind: Any) -> Any:
    return msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(packed, max_output_size=1 << 26), type=kind)


def _answer(message: Any) -> Response:
    return Response(zstandard.ZstdCompressor(3).compress(msgspec.msgpack.encode(message)))


if __name__ == "__main__":
    port, target = int(sys.argv[1]), sys.argv[2]
    store = Postgresql(target) if target.startswith("postgresql") else Sqlite(target)
    uvicorn.run(app(store), host="127.0.0.1", port=port, log_level="error", access_log=False)
