"""What two do to one case at the same moment: who comes second finds what the first has done, and undoes nothing."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from threading import Thread

from sqlalchemy import select
from talking import Laptop, Town, new_case
from test_server_files import DATA, add, kept

from hjemmebesok.server import admin, caseload, files, journal, pull, sign_in
from hjemmebesok.server.access import Access
from hjemmebesok.server.batch import Batch, Clocks
from hjemmebesok.server.database import Database
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.files import File, Piece
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.manifest import manifest
from hjemmebesok.server.rights import Role
from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import case_file, file, file_piece, payload, record
from hjemmebesok.wire.files import PIECE

NOW = datetime.now(UTC)
MEANWHILE = 0.5  # seconds in which somebody who does not wait would be done


def test_a_case_that_is_restricted_while_somebody_writes_to_it_stays_so(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    caller = Caller(town.id, kari.user, "Kari Eksempel", Role.CASEWORKER, kari.device)
    other = Thread(target=caseload.restrict_case, args=(town.database, town.id, case, NOW))
    with town.database.write(town.id) as connection:
        head = journal.lock(connection, town.id)
        reached = Access(connection, caller, [case], NOW)
        other.start()
        other.join(MEANWHILE)
        reached.moved(case, head.seq)
        together = Together()
        reached.save(together)
        together.write(connection)
    other.join()
    with town.database.read(town.id) as connection:
        this = (case_file.c.municipality_id == town.id, case_file.c.id == case)
        assert connection.execute(select(case_file.c.restricted).where(*this)).scalar_one()


def test_nothing_is_left_of_a_file_that_is_on_its_way_while_its_case_is_erased(town: Town, kari: Laptop) -> None:
    case, sha256 = add(kari)
    wanted = File(town.id, case, sha256)
    other = Thread(target=erase_case, args=(town.database, town.id, case, NOW))
    with town.database.write(town.id) as connection:
        files.lock(connection, town.id, case)
        files.take(connection, wanted, Piece(0, len(DATA), DATA[:PIECE]), NOW)
        other.start()
        other.join(MEANWHILE)
    other.join()
    with town.database.read(town.id) as connection:
        for table in (file, file_piece):
            assert not connection.execute(select(table.c.sha256).where(table.c.municipality_id == town.id)).all()


def test_nothing_is_left_of_what_is_written_to_a_case_while_it_is_erased(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    caller = Caller(town.id, kari.user, "Kari Eksempel", Role.CASEWORKER, kari.device)
    change = kari.change(case, "household", case, language="tr")
    other = Thread(target=erase_case, args=(town.database, town.id, case, NOW))
    with town.database.write(town.id) as connection:
        batch = Batch(connection, caller, [change], journal.lock(connection, town.id), Clocks(NOW, NOW))
        other.start()
        other.join(MEANWHILE)
        batch.answer(change)
        batch.save(Together())
    other.join()
    with town.database.read(town.id) as connection:
        for table in (record, payload):
            assert not connection.execute(select(table.c.seq).where(table.c.municipality_id == town.id)).all()


def test_an_upload_taken_up_again_is_not_forgotten_at_that_moment(town: Town, kari: Laptop, ola: Laptop) -> None:
    (case, sha256), (other, small) = add(kari), add(ola, b"et bilde")
    wanted, long_ago = File(town.id, case, sha256), NOW - timedelta(days=8)
    begun = [Piece(start, len(DATA), DATA[start : start + PIECE]) for start in (0, PIECE)]

    def begin_another() -> None:
        with town.database.write(town.id) as connection:
            files.lock(connection, town.id, other)
            files.take(connection, File(town.id, other, small), Piece(0, 8, b"et bilde"), NOW)

    with town.database.write(town.id) as connection:
        files.lock(connection, town.id, case)
        files.take(connection, wanted, begun[0], long_ago)
    meanwhile = Thread(target=begin_another)
    with town.database.write(town.id) as connection:
        files.lock(connection, town.id, case)
        meanwhile.start()
        meanwhile.join(MEANWHILE)
        assert files.take(connection, wanted, begun[1], NOW).offset == 2 * PIECE
    meanwhile.join()
    assert kept(town.database, town) == (2, 3)


def test_a_push_waits_for_a_push_and_a_sign_in_does_not(postgresql: str) -> None:
    database = Database.open(postgresql)
    admin.create_municipality(database, "pushing", "Eksempel kommune")
    admin.set_provider(database, "pushing", "https://login.example", "client")

    def push() -> int:
        with database.write("pushing") as connection:
            return journal.lock(connection, "pushing").seq

    def begin() -> str:
        with database.write("pushing") as connection:
            return sign_in.begin(connection, "pushing", NOW).nonce

    with ThreadPoolExecutor(2) as threads:
        with database.write("pushing") as connection:
            journal.lock(connection, "pushing")
            pushing = threads.submit(push)
            assert threads.submit(begin).result(timeout=10)
            assert admin.create_user(database, "pushing", "Kari Eksempel", Role.CASEWORKER, NOW)
            assert not wait([pushing], MEANWHILE).done
        assert pushing.result() == 0
    database.close()


def test_what_is_told_and_what_is_given_are_of_one_moment(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    caller = Caller(town.id, kari.user, "Kari Eksempel", Role.CASEWORKER, kari.device)
    with town.database.read(town.id) as connection:
        told = manifest(connection, caller, datetime.now(UTC))
        kari.sync(kari.change(case, "household", case, name="Familien Eksempel-Nordmann"))
        given = pull.page(connection, caller, pull.behind(told, {}))
    assert given.held == {case: told[0].head}
    assert len(given.records) == 1, "a laptop that fetches it anew would take away what is not there"
