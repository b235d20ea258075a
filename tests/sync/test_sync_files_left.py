"""A case that is not hers any more stays for the photos the server lacks, and not a round longer."""

from random import Random

import httpx2
import pytest
from municipality import Municipality
from test_sync_files import Breaking, bare_round, exchange, photo_of, picture
from test_sync_revoked import left_on_disk

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.server import erase
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.files import exchange_files
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble
from hjemmebesok.wire.files import PIECE


def has(desk: Desk, case: str) -> bool:
    with desk.read() as reading:
        return reading.find(Household, case) is not None


def test_a_photo_still_unsent_when_its_case_is_revoked_goes_up_first(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    data = Random(3).randbytes(PIECE + 17)
    photo = photo_of(kari, data)
    bare_round(kari)
    municipality.grant(photo.case, ola.user.id)
    municipality.revoke(photo.case, kari.user.id)
    bare_round(kari)
    assert has(kari, photo.case)
    with pytest.raises(SyncTrouble):
        exchange(kari, Breaking([(2, False)]))
    assert sync_status(kari).leaving == 1
    assert picture(kari, photo) == data
    assert sync_now(kari).left == (photo.case,)
    assert not has(kari, photo.case)
    assert picture(kari, photo) is None
    assert sync_status(kari).leaving == 0
    sync_now(ola)
    assert picture(ola, photo) == data


def test_a_photo_of_a_visit_that_the_server_set_aside_goes_up_too(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    sync_now(kari)
    municipality.revoke(photo.case, kari.user.id)
    later = photo_of(kari, b"et bilde til", photo.case)
    assert sync_now(kari).left == (photo.case,)
    with municipality.database.read(municipality.place) as connection:
        stored = connection.exec_driver_sql("SELECT sha256 FROM file WHERE received = size").scalars()
        assert set(stored) == {photo.sha256, later.sha256}


class Full(Breaking):
    """The way to a server that has no room for a photo."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(413) if request.method == "PATCH" else super().handle_request(request)


def test_no_photo_is_let_go_that_the_server_may_still_take(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    municipality.revoke(photo.case, kari.user.id)
    bare_round(kari)
    assert exchange(kari, Full()).left == ()
    server = enrolled_server(kari.store)
    assert server
    with Transport(*server) as transport:
        assert exchange_files(kari.store, transport, paused=lambda: True).left == ()
    assert picture(kari, photo) == b"et bilde"
    assert sync_now(kari).left == (photo.case,)


def test_what_is_written_while_the_photos_go_up_goes_up_before_the_case_leaves(
    municipality: Municipality, kari: Desk
) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    municipality.revoke(photo.case, kari.user.id)
    bare_round(kari)
    with kari.work() as work:
        work.put(Household(id=photo.case, case=photo.case, name="Familien Nordlys"))
    assert (exchange(kari, Breaking()).left, has(kari, photo.case)) == ((), True)
    report = sync_now(kari)
    assert (report.sent, report.left) == (1, (photo.case,))


def test_of_a_case_that_stayed_for_its_photos_no_byte_is_left(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    with kari.work() as work:
        work.put(Household(id=photo.case, case=photo.case, name="Kanarifugl Nordlys"))
    bare_round(kari)
    municipality.revoke(photo.case, kari.user.id)
    bare_round(kari)
    assert left_on_disk(kari) == {b"Kanarifugl"}
    assert exchange(kari, Breaking()).left == (photo.case,)
    assert left_on_disk(kari) == set()


def test_a_case_that_is_hers_again_stays(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    municipality.revoke(photo.case, kari.user.id)
    bare_round(kari)
    municipality.grant(photo.case, kari.user.id)
    assert sync_now(kari).left == ()
    assert picture(kari, photo) == b"et bilde"
    assert sync_status(kari).leaving == 0


def test_an_erased_case_does_not_stay_for_its_photos(municipality: Municipality, kari: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    bare_round(kari)
    erase.erase_case(municipality.database, municipality.place, photo.case, kari.now())
    assert sync_now(kari).left == (photo.case,)
    assert picture(kari, photo) is None


def test_a_photo_from_the_server_is_not_asked_about_again(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    photo = photo_of(kari, b"et bilde")
    sync_now(kari)
    municipality.grant(photo.case, ola.user.id)
    sync_now(ola)
    net = Breaking([(0, True)])
    exchange(ola, net)
    assert net.breaks == [(0, True)]
    municipality.revoke(photo.case, ola.user.id)
    bare_round(ola)
    assert not has(ola, photo.case)
