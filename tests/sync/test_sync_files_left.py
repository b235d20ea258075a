"""A case that is not hers any more stays for the photos the server lacks, and not a round longer."""

from random import Random

import pytest
from municipality import Municipality
from test_sync_files import Breaking, bare_round, exchange, photo_of, picture

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.domain.household import Household
from hjemmebesok.server import erase
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
