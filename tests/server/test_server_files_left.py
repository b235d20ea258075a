"""Files of those to whom the case does not belong any more: what they named while it did is taken in, and not given."""

import hashlib
from datetime import datetime, timedelta

import pytest
from talking import Laptop, Town, new_id
from test_server_files import DATA, add, get, head, kept, patch, send

from hjemmebesok.server import admin, caseload, erase, files, teams
from hjemmebesok.server.audit import audit
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rights import Role
from hjemmebesok.server.set_aside import set_aside
from hjemmebesok.wire.files import PIECE
from hjemmebesok.wire.set_aside import SetAsidePage, SetAsideRequest


def test_who_named_a_file_may_send_it_once_the_case_is_not_hers_any_more(
    town: Town, kari: Laptop, ola: Laptop, database: Database
) -> None:
    case, sha256 = add(kari)
    patch(kari, case, sha256, 0, DATA[:PIECE])
    town.grant(case, ola)
    town.revoke(case, kari)
    assert head(kari, case, sha256).headers["Upload-Offset"] == str(PIECE)
    for start in range(PIECE, len(DATA), PIECE):
        assert patch(kari, case, sha256, start, DATA[start : start + PIECE]).status_code == 204
    assert get(kari, case, sha256).status_code == 404
    assert b"".join(get(ola, case, sha256, number).content for number in range(3)) == DATA


@pytest.mark.parametrize("role", [Role.READER, Role.IT])
def test_who_named_a_file_may_send_it_although_she_may_not_write_any_more(
    town: Town, kari: Laptop, database: Database, role: Role
) -> None:
    case, sha256 = add(kari, b"et bilde")
    admin.set_role(database, town.id, kari.user, role, kari.now())
    send(kari, case, sha256, b"et bilde")
    assert kept(database, town) == (1, 1)


def test_nobody_else_who_had_the_case_long_ago_may(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, sha256 = add(kari)
    ended = kari.now() - timedelta(days=61)
    caseload.grant_case(town.database, town.id, case, ola.user, ended - timedelta(days=1))
    caseload.revoke_case(town.database, town.id, case, ola.user, ended)
    assert patch(ola, case, sha256, 0, DATA[:PIECE]).status_code == 404
    assert head(ola, case, sha256).status_code == 404


def test_the_file_of_a_record_that_was_set_aside_is_kept_with_it(
    town: Town, kari: Laptop, ola: Laptop, database: Database
) -> None:
    case, _ = add(ola)
    sha256 = hashlib.sha256(b"et bilde").hexdigest()
    answer = kari.sync(kari.change(new_id(), "photo", case, visit="v1", sha256=sha256, size=8))
    assert answer.results[0].reason == "no_access"
    send(kari, case, sha256, b"et bilde")
    assert head(kari, case, sha256).headers["Upload-Offset"] == "8"
    assert get(kari, case, sha256).status_code == get(ola, case, sha256).status_code == 404  # until a record names it
    assert kept(database, town) == (1, 1)


def leader_of(town: Town, laptop: Laptop) -> Laptop:
    """Who leads the team of the laptop's user."""
    lene = town.laptop("Lene Leder", Role.TEAM_LEADER)
    vest = teams.create_team(town.database, town.id, "Vest")
    for one in (lene, laptop):
        teams.join(town.database, town.id, vest, one.user, one.now())
    return lene


def is_done_with(town: Town, leader: Laptop, at: datetime, *numbers: int) -> SetAsidePage:
    """She notes what she is done with, and gets what waits."""
    caller = Caller(town.id, leader.user, "Lene Leder", Role.TEAM_LEADER, leader.device)
    return set_aside(town.database, caller, SetAsideRequest(None, list(numbers)), at)


def set_a_photo_aside(laptop: Laptop, case: str, data: bytes) -> str:
    """The hash of a photo that the laptop adds to a case it has no right to."""
    sha256 = hashlib.sha256(data).hexdigest()
    photo = laptop.change(new_id(), "photo", case, visit="v1", sha256=sha256, size=len(data))
    assert [result.reason for result in laptop.sync(photo).results] == ["no_access"]
    return sha256


def test_a_photo_may_come_although_somebody_is_done_with_the_change_that_named_it(
    town: Town, kari: Laptop, ola: Laptop, database: Database
) -> None:
    case, _ = add(ola)
    leader = leader_of(town, ola)
    sha256 = set_a_photo_aside(kari, case, b"et bilde")
    now = kari.now()
    (waits,) = is_done_with(town, leader, now).changes
    assert is_done_with(town, leader, now, waits.number).changes == []
    assert admin.quarantined(database, town.id) == []
    send(kari, case, sha256, b"et bilde")
    assert kept(database, town) == (1, 1)
    is_done_with(town, leader, now + timedelta(days=59), waits.number, 10_000)
    assert kept(database, town) == (1, 1)


def test_long_after_somebody_was_done_with_a_change_the_photo_that_nothing_else_names_is_forgotten(
    town: Town, kari: Laptop, ola: Laptop, database: Database
) -> None:
    case, _ = add(ola)
    leader = leader_of(town, ola)
    alone, again, waiting = (set_a_photo_aside(kari, case, data) for data in (b"ett", b"to", b"tre"))
    for sha256, data in ((alone, b"ett"), (again, b"to"), (waiting, b"tre")):
        send(kari, case, sha256, data)
    add(ola, b"to", case)  # a record names the same photo, and so does a change that waits
    now = kari.now()
    done = [one.number for one in is_done_with(town, leader, now).changes]
    set_a_photo_aside(kari, case, b"tre")
    is_done_with(town, leader, now, *done)
    (left,) = is_done_with(town, leader, now + timedelta(days=61), 10_000).changes
    assert left.fields["sha256"] == waiting
    assert kept(database, town) == (2, 2)
    assert get(ola, case, again).content == b"to"
    assert patch(kari, case, alone, 0, b"ett", 3).status_code == 404
    assert head(kari, case, waiting).headers["Upload-Offset"] == "3"
    assert audit(database, town.id).whole


def test_the_file_of_a_case_that_the_server_never_took_is_not_taken(town: Town, database: Database) -> None:
    reader = town.laptop("Leser", Role.READER)
    case, sha256 = add(reader, b"et bilde")
    assert patch(reader, case, sha256, 0, b"et bilde", 8).status_code == 404
    assert head(reader, case, sha256).status_code == 404
    assert kept(database, town) == (0, 0)


def test_what_is_set_aside_takes_no_room_from_those_whose_case_it_is(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, _ = add(ola)
    many = [f"bilde {number}".encode() for number in range(files.MOST_SET_ASIDE + 1)]
    hashes = [hashlib.sha256(data).hexdigest() for data in many]
    kari.sync(*(kari.change(new_id(), "photo", case, visit="v1", sha256=sha256, size=8) for sha256 in hashes))
    sent = [patch(kari, case, sha256, 0, data, len(data)) for sha256, data in zip(hashes, many, strict=True)]
    assert [each.status_code for each in sent] == [204] * files.MOST_SET_ASIDE + [413]
    _, sha256 = add(ola, b"et bilde", case)
    send(ola, case, sha256, b"et bilde")


def test_the_file_of_an_erased_case_is_not_taken(town: Town, kari: Laptop, database: Database) -> None:
    case, sha256 = add(kari)
    erase.erase_case(database, town.id, case, kari.now())
    assert patch(kari, case, sha256, 0, DATA[:PIECE]).status_code == 404
    sha256 = hashlib.sha256(b"et bilde").hexdigest()
    assert kari.sync(kari.change(new_id(), "photo", case, sha256=sha256)).results[0].reason == "erased"
    assert patch(kari, case, sha256, 0, b"et bilde", 8).status_code == 404
