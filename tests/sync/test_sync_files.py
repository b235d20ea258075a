"""Photos from one laptop to another, over a connection that breaks wherever it likes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from municipality import Municipality
from sqlalchemy import delete

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.photos import TakenAway, put_back_photo, take_away_photo
from hjemmebesok.casework.syncing import FilesProgress, SyncProgress, sync_now, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.photo import Photo
from hjemmebesok.store import files, tables, whole
from hjemmebesok.store.work import new_id
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.files import FilesReport, exchange_files
from hjemmebesok.sync.round import run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.files import PIECE


@dataclass
class Breaking(httpx2.BaseTransport):
    """The net, which carries so many requests and then breaks: on the way there, or on the way back."""

    breaks: list[tuple[int, bool]] = field(default_factory=list)
    sent: int = 0  # bytes of pieces that set out
    fetched: int = 0  # bytes of pieces that the server gave

    def __post_init__(self) -> None:
        self._net = httpx2.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        there, back = self._next()
        body = request.read()
        self.sent += len(body) if request.method == "PATCH" else 0
        if there:
            raise httpx2.ConnectError("broken on the way there")
        answer = self._net.handle_request(request)
        content = answer.read()
        self.fetched += len(content) if request.method == "GET" and answer.status_code == 200 else 0
        if back:
            raise httpx2.ReadError("broken on the way back")
        return httpx2.Response(answer.status_code, headers=answer.headers, content=content)

    def close(self) -> None:
        self._net.close()

    def _next(self) -> tuple[bool, bool]:
        """Whether this request breaks on the way there, or back."""
        if not self.breaks:
            return False, False
        carried, there = self.breaks.pop(0)
        if carried:
            self.breaks.insert(0, (carried - 1, there))
            return False, False
        return there, not there


class Forgetful(Breaking):
    """The way to something before the server that says every piece has arrived, and hands none on."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if request.method != "PATCH":
            return super().handle_request(request)
        self.sent += len(request.read())
        return httpx2.Response(204, headers={"Upload-Offset": "0", "Tus-Resumable": "1.0.0"})


def photo_of(desk: Desk, data: bytes, case: str = "") -> Photo:
    case = case or new_id()
    with desk.work() as work:
        sha256 = files.put(work.connection, data)
        photo = Photo(
            id=new_id(), case=case, visit="v1", sha256=sha256, media_type="image/jpeg", size=len(data),
            taken_on=date(2026, 10, 12),
        )  # fmt: skip
        work.put(Household(id=case, case=case, name="Familien Eksempel"))
        work.put(photo)
    return photo


def picture(desk: Desk, photo: Photo) -> bytes | None:
    with desk.read() as reading:
        return files.read(reading.connection, photo.sha256)


def exchange(desk: Desk, through: httpx2.BaseTransport) -> FilesReport:
    server = enrolled_server(desk.store)
    assert server is not None
    with Transport(*server, through=through) as transport:
        return exchange_files(desk.store, transport)


def tries(desk: Desk, through: Breaking) -> int:
    """Exchange until it goes through; how often the connection broke."""
    broken = 0
    while True:
        try:
            exchange(desk, through)
        except SyncTrouble:
            broken += 1
        else:
            return broken


def bare_round(desk: Desk) -> None:
    """A round for records alone."""
    server = enrolled_server(desk.store)
    assert server is not None
    with Transport(*server) as transport:
        run_round(desk.store, transport, desk.now)


def test_a_photo_follows_its_record_to_a_colleague(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    data = Random(1).randbytes(2 * PIECE + 17)
    photo = photo_of(kari, data)
    assert sync_status(kari).files_unsent == 1
    sync_now(kari)
    assert sync_status(kari).files_unsent == 0
    municipality.grant(photo.case, ola.user.id)
    bare_round(ola)
    with ola.read() as reading:
        assert reading.get(Photo, photo.id) == photo  # before the picture
    assert picture(ola, photo) is None
    assert sync_status(ola).files_to_come == 1
    sync_now(ola)
    assert picture(ola, photo) == data
    assert sync_status(ola).files_to_come == 0


@dataclass
class Meanwhile(Breaking):
    """The net, on which she does something while the first request of this method is answered."""

    method: str = "HEAD"
    does: list[Callable[[], object]] = field(default_factory=list)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = super().handle_request(request)
        if request.method == self.method and self.does:
            self.does.pop()()
        return answer


@pytest.mark.parametrize("method", ["HEAD", "PATCH"])
def test_a_photo_taken_away_while_it_is_sent_and_put_back_afterwards_goes_up(kari: Desk, method: str) -> None:
    data = Random(1).randbytes(2 * PIECE + 17)
    photo = photo_of(kari, data)
    bare_round(kari)
    taken: list[TakenAway] = []
    net = Meanwhile(method=method, does=[lambda: taken.append(take_away_photo(kari, photo.id)[1])])
    assert exchange(kari, net).sent == 0
    put_back_photo(kari, taken[0])
    assert sync_status(kari).files_unsent == 1
    sync_now(kari)
    assert sync_status(kari).files_unsent == 0


def test_a_round_that_is_paused_among_its_photos_says_so(kari: Desk) -> None:
    photo_of(kari, b"et bilde")
    photo_of(kari, b"et bilde til")
    told: list[SyncProgress | FilesProgress] = []
    report = sync_now(kari, lambda: len(told) > 1, told.append)
    assert (sync_status(kari).unsent, sync_status(kari).files_unsent) == (0, 1)
    assert (report.stopped, report.files_sent) == (True, 1)
    assert (kari.store.header.unsent, kari.store.header.photos) == (0, 1), "the unlock page calls it a photo"
    assert not sync_now(kari, told=told.append).stopped
    assert sync_status(kari).files_unsent == 0


def test_where_the_server_has_no_room_for_a_photo_it_is_said_and_the_others_go_on(
    kari: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo_of(kari, b"et bilde")
    photo_of(kari, b"et bilde til")
    net, refused = httpx2.HTTPTransport.handle_request, [httpx2.Response(413)]

    def has_room_for_one(way: httpx2.HTTPTransport, request: httpx2.Request) -> httpx2.Response:
        return refused.pop() if request.method == "PATCH" and refused else net(way, request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", has_room_for_one)
    report = sync_now(kari)
    assert report.files_trouble is not None
    assert report.files_trouble.trouble is Trouble.SERVER_FULL
    assert sync_status(kari).files_unsent == 1
    assert sync_now(kari).files_trouble is None


def test_no_photo_is_deleted_while_the_record_that_names_it_may_be_on_its_way(kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    with kari.store.writing_connection() as connection:
        connection.execute(delete(tables.record).where(tables.record.c.id == photo.id))
        whole.ask_anew(connection, [photo.case])
    exchange(kari, httpx2.HTTPTransport(trust_env=False))
    assert picture(kari, photo) == b"et bilde"
    sync_now(kari)
    with kari.read() as reading:
        assert reading.get(Photo, photo.id) == photo
    assert sync_status(kari).files_unsent == 0


BREAKS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(up=BREAKS, down=BREAKS, seed=st.integers(0, 2**32), size=st.integers(1, 4 * PIECE))
def test_wherever_it_breaks_the_same_bytes_arrive_and_no_more_than_a_piece_goes_twice(
    municipality: Municipality, kari: Desk, ola: Desk, up: list[tuple[int, bool]], down: list[tuple[int, bool]],
    seed: int, size: int,
) -> None:  # fmt: skip
    data = Random(seed).randbytes(size)
    photo = photo_of(kari, data)
    bare_round(kari)
    net = Breaking(list(up))
    broken = tries(kari, net)
    assert net.sent <= size + broken * PIECE
    municipality.grant(photo.case, ola.user.id)
    bare_round(ola)
    net, broken = Breaking(list(down)), 0
    while (arrived := picture(ola, photo)) is None:
        try:
            exchange(ola, net)
        except SyncTrouble:
            broken += 1
    assert hashlib.sha256(arrived).hexdigest() == photo.sha256
    assert net.fetched <= size + broken * PIECE


def test_a_record_never_waits_for_its_file(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    with pytest.raises(SyncTrouble):
        exchange(kari, Breaking([(0, True)]))
    bare_round(kari)
    assert sync_status(kari).unsent == 0
    assert sync_status(kari).files_unsent == 1
    assert exchange(kari, Breaking()).sent == 1
    assert picture(kari, photo) == b"et bilde"


def test_what_the_colleague_has_not_sent_yet_is_asked_for_again(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    municipality.grant(photo.case, ola.user.id)
    sync_now(ola)
    assert picture(ola, photo) is None
    sync_now(kari)
    sync_now(ola)
    assert picture(ola, photo) == b"et bilde"


def test_what_takes_pieces_and_keeps_none_is_not_sent_them_for_ever(kari: Desk) -> None:
    photo_of(kari, b"et bilde")
    bare_round(kari)
    net = Forgetful()
    assert exchange(kari, net).sent == 0
    assert net.sent == len(b"et bilde")
    sync_now(kari)
    assert sync_status(kari).files_unsent == 0


def test_a_server_that_was_restored_without_its_photos_gets_them_again(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    sync_now(kari)
    net = Breaking([(0, True)])
    exchange(kari, net)
    assert net.breaks, "there was nothing to ask"
    with municipality.database.write(municipality.place) as connection:
        connection.exec_driver_sql("DELETE FROM file_piece")
        connection.exec_driver_sql("DELETE FROM file")
        connection.exec_driver_sql("UPDATE municipality SET epoch = 'restored'")  # as `server restore` does
    sync_now(kari)
    with municipality.database.read(municipality.place) as connection:
        stored = connection.exec_driver_sql("SELECT sha256 FROM file WHERE received = size").scalars().all()
    assert stored == [photo.sha256]


def test_a_photo_taken_away_is_gone_everywhere(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    sync_now(kari)
    municipality.grant(photo.case, ola.user.id)
    sync_now(ola)
    with kari.work() as work:
        work.remove(work.get(Photo, photo.id))
    sync_now(kari)
    assert picture(kari, photo) is None
    sync_now(ola)
    assert picture(ola, photo) is None


def test_a_case_that_leaves_takes_its_photos_along(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    sync_now(kari)
    municipality.revoke(photo.case, kari.user.id)
    sync_now(kari)
    assert picture(kari, photo) is None


def test_nothing_to_do_asks_nothing(municipality: Municipality, kari: Desk) -> None:
    photo_of(kari, b"et bilde")
    sync_now(kari)
    net = Breaking([(0, True)])
    assert exchange(kari, net) == FilesReport()
    assert net.breaks == [(0, True)]
