"""A laptop in a process of its own: saves promises one after another, comes into step in between, and tells both.

    python -m tests.invariants.promising FOLDER CASE FIRST

FIRST is the number that the first promise holds. What is told has happened: `saved CHANGE RECORD NUMBER` stands on the
laptop's disk, and `acknowledged CHANGE` has been taken by the server. It goes on until it is killed. Promises that are
made in one action have a name and a number: `promise7-0`.
"""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import sleep

from sqlalchemy import select

from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.store import tables
from hjemmebesok.store.settings import read_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.round import run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble

PASSPHRASE = "fjell om høsten"
MOST = 5_000  # actions, where whoever was to kill it is gone
TOGETHER = 40  # promises that are made in one action now and then: all of them, or none
LONGEST_PAUSE = 0.02  # seconds
_ROW = tables.outbox.c


def main(folder: Path, case: str, first: int) -> None:
    """Work until killed."""
    store = Store.open(folder, PASSPHRASE)
    chance, told = Random(first), acknowledged(store)
    with store.reading_connection() as connection:
        user = read_setting(connection, "user")["id"]
    for number in range(first, first + MOST):
        records = [f"promise{first + (number - first) // chance.choice([1, 1, 3])}"]  # some are written more than once
        if chance.random() < 0.1:
            records = [f"promise{number}-{one}" for one in range(TOGETHER)]
        with store.work(user, datetime.now(UTC)) as work:
            for record in records:
                work.set_fields(FollowUp, record, case, {"step": "apply", "values": {"number": number}})
        print("saved", newest_change(store, records[-1]), records[-1], number, flush=True)
        if chance.random() < 0.4:
            sync(store)
            fresh = acknowledged(store) - told
            told |= fresh
            for change in fresh:
                print("acknowledged", change, flush=True)  # a line at a time, so that a kill cuts none in two
        sleep(chance.uniform(0, LONGEST_PAUSE))


def sync(store: Store) -> None:
    """One round, however it goes."""
    server = enrolled_server(store)
    assert server
    with suppress(SyncTrouble), Transport(*server) as transport:
        run_round(store, transport, lambda: datetime.now(UTC))


def newest_change(store: Store, record: str) -> str:
    """The id of the change that was saved last of this record."""
    with store.reading_connection() as connection:
        newest = select(_ROW.id).where(_ROW.record == record).order_by(_ROW.device_seq.desc()).limit(1)
        return str(connection.execute(newest).scalar_one())


def acknowledged(store: Store) -> set[str]:
    """The changes that the server has taken, as far as this laptop has heard."""
    with store.reading_connection() as connection:
        return set(connection.execute(select(_ROW.id).where(_ROW.state == "accepted")).scalars())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
