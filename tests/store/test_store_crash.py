"""A laptop that dies loses at most the keystroke under way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from hjemmebesok.store import drafts
from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store

TYPIST = """
import sys
from pathlib import Path
from hjemmebesok.store import drafts
from hjemmebesok.store.store import Store

store = Store.open(Path(sys.argv[1]), "fjell om høsten")
for count in range(100_000):
    with store.writing_connection() as connection:
        drafts.keep_draft(connection, "k1", "summary.note", count, "2026-10-12")
    print(count, flush=True)
"""


def test_what_was_typed_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    Store.create(folder, "fjell om høsten", Header(), LOWEST_COST).close()
    for _ in range(3):
        typist = subprocess.Popen([sys.executable, "-c", TYPIST, str(folder)], stdout=subprocess.PIPE, text=True)
        assert typist.stdout is not None
        last = -1
        for line in typist.stdout:
            last = int(line)
            if last >= 40:
                os.kill(typist.pid, signal.SIGKILL)
                break
        last = max([last, *(int(line) for line in typist.stdout.read().split())])
        typist.stdout.close()
        typist.wait()
        store = Store.open(folder, "fjell om høsten")
        with store.reading_connection() as connection:
            kept = drafts.drafts_of(connection, "k1")["summary.note"]
            assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        store.close()
        assert kept in (last, last + 1)
