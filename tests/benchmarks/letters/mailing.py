"""A mailing as the app makes it, in a process of its own: from the encrypted store to print files and a line in the
log for each letter; and beside it the same letters put into print files alone, without store, log or digests."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.letters import Wanted, letter_data
from hjemmebesok.casework.mailing import make_mailing
from hjemmebesok.casework.mailing_plan import Choices, plan_mailing
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import NOTHING_ADDED
from hjemmebesok.domain.letter_text import TextStatus
from hjemmebesok.domain.visit import Visit
from hjemmebesok.letters.batch import Order, Padding, print_files
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.work import new_id
from tests.benchmarks.letters.memory import most_held

NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
NOTICE = Choices("visit_notice")  # on one page, and no two of them alike


def main(count: int) -> None:
    """Measure, and say so as JSON."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = _town(folder / "store", count)
        orders = list(_orders(desk))
        whole = _mailing(desk, folder)
        started = time.process_time()
        for _file in print_files(orders, padding=Padding.EVEN):
            pass
        print(json.dumps({**whole, "bare": time.process_time() - started}))
        desk.close()


def _mailing(desk: Desk, folder: Path) -> dict[str, Any]:
    started, begun = time.process_time(), time.perf_counter()
    result = make_mailing(desk, NOTICE, folder, lambda _done, _all: True, Padding.EVEN)
    spent, passed = time.process_time() - started, time.perf_counter() - begun
    written = sum(file.stat().st_size for file in result.files)
    return {
        "cpu": spent,
        "wall": passed,
        "made": result.made,
        "files": len(result.files),
        "bytes": written,
        "mb": most_held(),
    }


def _town(path: Path, count: int) -> Desk:
    """A store with so many households, each with a visit ahead."""
    desk = create_desk(
        path, "fjell om høsten", "Kari Nordmann", "Eksempel kommune", phone="000 00 100", cost=LOWEST_COST,
        clock=lambda: NOW,
    )  # fmt: skip
    with desk.work() as work:
        for number in range(count):
            key = f"h{number}"
            street = f"Eksempelveien {number}"
            work.put(Household(id=key, case=key, name=f"Prøve Prøvesen {number}", language="nb"))
            work.put(Dwelling(id=f"d{number}", case=key, address=street, postcode="0000", place="Eksempel"))
    first = plan_visit(desk, "h0", datetime(2026, 10, 20, 10, 0)).made
    with desk.work() as work:
        visit = work.get(Visit, first)
        for number in range(1, count):
            work.put(replace(visit, id=new_id(), case=f"h{number}"))
    set_status(desk, NOTICE.letter, "nb", TextStatus.APPROVED, "Styringsgruppen", desk.today())
    return desk


def _orders(desk: Desk) -> Iterator[Order]:
    for languages, group in plan_mailing(desk, NOTICE).groups.items():
        for each in group:
            wanted = Wanted(desk, each.card, each.about, NOTHING_ADDED)
            yield Order(letter_data(wanted, NOTICE.letter), languages)


if __name__ == "__main__":
    main(int(sys.argv[1]))
