"""Nothing personal is on disk in the clear: not in the file, its WAL, or beside it."""

from datetime import UTC, date, datetime
from pathlib import Path

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.store import drafts, search
from hjemmebesok.store.header import Header
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.store import Store

CANARIES = ("Kanarifugl Nordlys", "01819012345", "Papegøyeveien", "hemmelig tanke")


def everything_in(folder: Path) -> bytes:
    paths = sorted(folder.rglob("*"))
    return b"\0".join([*(str(path.name).encode() for path in paths), *(p.read_bytes() for p in paths if p.is_file())])


def test_no_planted_word_is_readable_while_open_or_after(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = Store.create(folder, "fjell om høsten", Header(municipality="Eksempel kommune"), LOWEST_COST)
    with store.work("kari", datetime(2026, 10, 12, tzinfo=UTC)) as work:
        work.put(Household(id="h1", case="h1", name=CANARIES[0], safety_note=CANARIES[2]))
        work.put(Person(id="p1", case="h1", name=CANARIES[0], national_id=CANARIES[1], born=date(1990, 1, 1)))
        drafts.keep_draft(work.connection, "k1", "summary.note", CANARIES[3], "2026-10-12")
        search.bring_up_to_date(work.connection)
    assert (folder / "store.db-wal").stat().st_size > 0
    for seen in (everything_in(folder), (store.close(), everything_in(folder))[1]):
        for canary in CANARIES:
            assert canary.encode("utf-8") not in seen
            assert search.folded(canary).encode("utf-8") not in seen
    assert sorted(path.name for path in folder.iterdir()) == ["header.json", "store.db"]
