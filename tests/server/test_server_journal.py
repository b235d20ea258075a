"""The journal holds every change once, and shows it when somebody has been at it."""

import hashlib
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from talking import Laptop, Town, new_id

from hjemmebesok.server.audit import Audit, audit, audit_in
from hjemmebesok.server.tables import change, municipality, payload


@pytest.fixture
def written(kari: Laptop) -> str:
    """Four changes in the journal, in two requests; the last one was refused."""
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    names = [kari.change(new_id(), "person", case, name=name) for name in ("Ada Eksempel", "Ola Eksempel")]
    kari.sync(*names, kari.change(case, "person", case, name="Feil"))
    return case


def test_a_journal_nobody_has_touched_is_whole(town: Town, written: str) -> None:
    found = audit(town.database, town.id)
    assert (found, found.whole) == (Audit(changes=4, erased=0), True)


def test_an_empty_journal_is_whole(town: Town) -> None:
    assert audit(town.database, town.id) == Audit(changes=0, erased=0)


def test_numbers_have_no_holes_and_every_change_is_there_once(town: Town, written: str, kari: Laptop) -> None:
    kari.sync(kari.change(written, "household", written, language="tr"))
    with town.database.read(town.id) as connection:
        here = select(change.c.seq).where(change.c.municipality_id == town.id).order_by(change.c.seq)
        assert list(connection.execute(here).scalars()) == [1, 2, 3, 4, 5]


def test_an_erased_payload_leaves_the_rest_whole(town: Town, written: str) -> None:
    with town.database.write(town.id) as connection:
        connection.execute(delete(payload).where(payload.c.municipality_id == town.id, payload.c.seq == 2))
    assert audit(town.database, town.id) == Audit(changes=4, erased=1)


def audit_after(town: Town, tamper: Callable[[Connection, str], None]) -> Audit:
    """What is found once somebody has been at it. Taken back then: other tests read the whole of the same database."""
    with town.database.write(town.id) as connection:
        tamper(connection, town.id)
        found = audit_in(connection, town.id)
        connection.rollback()
    return found


def change_a_value(connection: Connection, town: str) -> None:
    row = connection.execute(select(payload.c.body).where(payload.c.municipality_id == town, payload.c.seq == 2)).one()
    here = (payload.c.municipality_id == town, payload.c.seq == 2)
    connection.execute(update(payload).where(*here).values(body=row.body.replace(b"Ada", b"Eva")))


def change_a_value_and_what_vouches_for_it(connection: Connection, town: str) -> None:
    change_a_value(connection, town)
    body = connection.execute(select(payload.c.body).where(payload.c.municipality_id == town, payload.c.seq == 2))
    vouched = hashlib.sha256(body.scalar_one()).digest()
    here = (change.c.municipality_id == town, change.c.seq == 2)
    connection.execute(update(change).where(*here).values(digest=vouched))


def change_who_wrote_it(connection: Connection, town: str) -> None:
    here = (change.c.municipality_id == town, change.c.seq == 2)
    connection.execute(update(change).where(*here).values(author_id="somebody else"))


def take_one_out(connection: Connection, town: str) -> None:
    connection.execute(delete(change).where(change.c.municipality_id == town, change.c.seq == 2))


def take_the_last_one_out(connection: Connection, town: str) -> None:
    connection.execute(delete(change).where(change.c.municipality_id == town, change.c.seq == 4))


def put_one_in(connection: Connection, town: str) -> None:
    row = connection.execute(select(change).where(change.c.municipality_id == town, change.c.seq == 4)).mappings().one()
    connection.execute(insert(change).values({**row, "seq": 5, "id": "forged"}))


@pytest.mark.parametrize(
    ("tamper", "broken_at"),
    [
        (change_a_value, 2),
        (change_a_value_and_what_vouches_for_it, 2),
        (change_who_wrote_it, 2),
        (take_one_out, 2),
        (take_the_last_one_out, 4),
        (put_one_in, 5),
    ],
)
def test_tampering_shows(town: Town, written: str, tamper: Callable[[Connection, str], None], broken_at: int) -> None:
    assert audit_after(town, tamper).broken_at == broken_at


def test_a_forged_head_shows(town: Town, written: str) -> None:
    def forge(connection: Connection, place: str) -> None:
        connection.execute(update(municipality).where(municipality.c.id == place).values(head_seq=7))

    assert not audit_after(town, forge).whole
