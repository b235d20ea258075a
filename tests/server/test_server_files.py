"""Files on the server: pieces in order, checked at the end, and only for those who reach the case."""

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import func, select, update
from talking import Laptop, Town, new_id

from hjemmebesok.server import files
from hjemmebesok.server.backup import backup
from hjemmebesok.server.database import Database
from hjemmebesok.server.restore import restore
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import access_log, file, file_piece
from hjemmebesok.wire.files import LARGEST_FILE, PIECE, PIECE_TYPE, path_of

DATA = Random(7).randbytes(2 * PIECE + 1234)
HASH = hashlib.sha256(DATA).hexdigest()


def add(laptop: Laptop, data: bytes = DATA, case: str = "") -> tuple[str, str]:
    """A household with a photo; where its file belongs."""
    case, sha256 = case or new_id(), hashlib.sha256(data).hexdigest()
    laptop.sync(
        laptop.change(case, "household", case, name="Familien Eksempel"),
        laptop.change(new_id(), "photo", case, visit="v1", sha256=sha256, size=len(data), caption="Badet"),
    )
    return case, sha256


def head(laptop: Laptop, case: str, sha256: str) -> httpx2.Response:
    return laptop.http.head(path_of(case, sha256), headers=shown(laptop) | {"Tus-Resumable": "1.0.0"})


def patch(laptop: Laptop, case: str, sha256: str, offset: int, body: Any, size: int = len(DATA)) -> httpx2.Response:
    told = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(offset), "Upload-Length": str(size)}
    headers = shown(laptop) | told | {"Content-Type": PIECE_TYPE}
    return laptop.http.patch(path_of(case, sha256), content=body, headers=headers)


def get(laptop: Laptop, case: str, sha256: str, piece: int = 0) -> httpx2.Response:
    return laptop.http.get(path_of(case, sha256), params={"piece": piece}, headers=shown(laptop))


def shown(laptop: Laptop) -> dict[str, str]:
    return {"Authorization": f"Bearer {laptop.token}"}


def send(laptop: Laptop, case: str, sha256: str, data: bytes = DATA) -> None:
    for start in range(0, len(data), PIECE):
        assert patch(laptop, case, sha256, start, data[start : start + PIECE], len(data)).status_code == 204


def told(response: httpx2.Response) -> tuple[int, str]:
    return response.status_code, response.json().get("code", "")


def kept(database: Database, town: Town) -> tuple[int, int]:
    """How many files and pieces the municipality has."""
    with database.read(town.id) as connection:
        count = [select(func.count()).where(table.c.municipality_id == town.id) for table in (file, file_piece)]
        return connection.execute(count[0]).scalar_one(), connection.execute(count[1]).scalar_one()


def test_a_file_goes_up_in_pieces_and_comes_down_the_same(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, sha256 = add(kari)
    assert head(kari, case, sha256).headers["Upload-Offset"] == "0"
    for number, start in enumerate(range(0, len(DATA), PIECE), 1):
        assert get(kari, case, sha256).status_code == 404  # not before it is whole
        after = patch(kari, case, sha256, start, DATA[start : start + PIECE])
        assert after.headers["Upload-Offset"] == str(min(number * PIECE, len(DATA)))
    assert head(kari, case, sha256).headers["Upload-Length"] == str(len(DATA))
    town.grant(case, ola)
    pieces = [get(ola, case, sha256, number) for number in range(3)]
    assert b"".join(piece.content for piece in pieces) == DATA
    assert {piece.headers["Upload-Length"] for piece in pieces} == {str(len(DATA))}
    assert get(ola, case, sha256, 3).status_code == 404


def test_who_was_given_any_piece_of_a_file_stands_in_the_access_log(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, sha256 = add(kari)
    send(kari, case, sha256)
    town.grant(case, ola)
    assert [get(ola, case, sha256, number).status_code for number in (2, 3)] == [200, 404]
    given = (access_log.c.municipality_id == town.id, access_log.c.action == "file")
    with town.database.read(town.id) as connection:
        noted = connection.execute(select(access_log.c.user_id, access_log.c.case_id).where(*given)).all()
    assert noted == [(ola.user, case)]


def test_a_piece_that_is_not_the_next_is_told_where_to_go_on(kari: Laptop) -> None:
    case, sha256 = add(kari)
    patch(kari, case, sha256, 0, DATA[:PIECE])
    for offset in (0, 2 * PIECE, 17):
        again = patch(kari, case, sha256, offset, DATA[offset : offset + PIECE])
        assert told(again) == (409, "offset")
        assert again.json()["expected"] == PIECE


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(cuts=st.lists(st.integers(0, PIECE - 1), max_size=4))
def test_a_cut_piece_leaves_what_had_arrived(kari: Laptop, cuts: list[int]) -> None:
    case, sha256 = add(kari)
    for cut in cuts:
        arrived = int(head(kari, case, sha256).headers["Upload-Offset"])
        body = DATA[arrived : arrived + PIECE]
        assert told(patch(kari, case, sha256, arrived, body[: cut % len(body)])) == (400, "unreadable")
        assert head(kari, case, sha256).headers["Upload-Offset"] == str(arrived)
        if arrived + PIECE < len(DATA):
            patch(kari, case, sha256, arrived, DATA[arrived : arrived + PIECE])
    arrived = int(head(kari, case, sha256).headers["Upload-Offset"])
    for start in range(arrived, len(DATA), PIECE):
        patch(kari, case, sha256, start, DATA[start : start + PIECE])
    assert b"".join(get(kari, case, sha256, number).content for number in range(3)) == DATA


def test_other_bytes_than_the_hash_says_are_never_given(kari: Laptop, database: Database, town: Town) -> None:
    case, sha256 = add(kari)
    patch(kari, case, sha256, 0, DATA[:PIECE])
    patch(kari, case, sha256, PIECE, bytes(PIECE))
    assert told(patch(kari, case, sha256, 2 * PIECE, DATA[2 * PIECE :])) == (422, "another_file")
    assert get(kari, case, sha256).status_code == 404
    assert kept(database, town) == (0, 0)
    send(kari, case, sha256)
    assert get(kari, case, sha256, 1).content == DATA[PIECE : 2 * PIECE]


def test_anothers_case_and_another_municipality_are_answered_as_what_is_not_there(
    new_town: Callable[[], Town], kari: Laptop, ola: Laptop
) -> None:
    case, sha256 = add(kari)
    send(kari, case, sha256)
    stranger = new_town().laptop("Stranger Eksempel")
    hers, _ = add(ola, b"et annet bilde")
    asked = [(kari, case, "0" * 64), (ola, case, sha256), (stranger, case, sha256), (ola, hers, sha256)]
    asked += [(kari, new_id(), sha256), (kari, "../" + case, sha256), (kari, case, sha256.upper())]
    for laptop, where, what in asked:
        for answer in (get(laptop, where, what), patch(laptop, where, what, 0, DATA[:PIECE])):
            assert answer.status_code == 404
            assert answer.content in (get(kari, case, "1" * 64).content, laptop.http.get("/nothing").content)
        assert head(laptop, where, what).status_code == 404


def test_to_name_a_hash_does_not_open_the_file_behind_it(kari: Laptop, ola: Laptop) -> None:
    case, sha256 = add(kari)
    send(kari, case, sha256)
    mine, same = add(ola)  # Ola has learnt the hash, and not the bytes
    assert same == sha256
    assert get(ola, mine, sha256).status_code == 404
    assert head(ola, mine, sha256).headers["Upload-Offset"] == "0"


def test_who_may_only_read_sends_nothing_and_a_restricted_case_gives_nothing(town: Town, kari: Laptop) -> None:
    case, sha256 = add(kari)
    reader = town.laptop("Lena Eksempel", Role.READER)
    town.grant(case, reader)
    assert patch(reader, case, sha256, 0, DATA[:PIECE]).status_code == 404
    send(kari, case, sha256)
    assert get(reader, case, sha256).status_code == 200
    kari.sync(kari.change(case, "household", case, protection="strengt_fortrolig"))
    assert get(kari, case, sha256).status_code == get(reader, case, sha256).status_code == 404


def test_a_file_is_gone_when_its_record_is(kari: Laptop, database: Database, town: Town) -> None:
    case, sha256 = add(kari)
    send(kari, case, sha256)
    photo = next(one.id for one in kari.records.values() if one.kind == "photo")
    seen = kari.records[photo].versions  # a removal tells what its author saw
    kari.sync(replace(kari.change(photo, "photo", case, removed=True), base=seen))
    assert get(kari, case, sha256).status_code == 404
    assert kept(database, town) == (0, 0)
    assert patch(kari, case, sha256, 0, DATA[:PIECE]).status_code == 404


def test_limits_are_told_and_nothing_is_kept(
    kari: Laptop, database: Database, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, sha256 = add(kari)
    assert told(patch(kari, case, sha256, 0, DATA[:PIECE], LARGEST_FILE + 1)) == (413, "too_large")
    assert told(patch(kari, case, sha256, 0, DATA[: PIECE + 1])) == (413, "too_large")
    wrong = shown(kari) | {"Tus-Resumable": "1.0.0", "Upload-Offset": "-1", "Upload-Length": "x"}
    answer = kari.http.patch(path_of(case, sha256), content=b"x", headers=wrong | {"Content-Type": PIECE_TYPE})
    assert told(answer) == (400, "unreadable")
    assert told(kari.http.patch(path_of(case, sha256), content=b"x", headers=wrong)) == (415, "media_type")
    assert told(kari.http.patch(path_of(case, sha256), content=b"x", headers=shown(kari))) == (412, "protocol")
    assert kari.http.get(path_of(case, sha256)).status_code == 401
    monkeypatch.setattr(files, "MOST_A_CASE", 0)
    wanted, piece = files.File(town.id, case, sha256), files.Piece(0, len(DATA), DATA[:PIECE])
    with pytest.raises(files.Refusal, match="no_room"), database.write(town.id) as connection:
        files.take(connection, wanted, piece, datetime.now(UTC))
    assert kept(database, town) == (0, 0)


def test_a_municipality_has_room_for_so_much_of_its_own(
    kari: Laptop, database: Database, town: Town, new_town: Callable[[], Town], monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = new_town().laptop("Per Eksempel")
    send(elsewhere, *add(elsewhere))
    (case, sha256), other = add(kari), add(kari, b"et annet bilde")
    send(kari, *other, b"et annet bilde")
    wanted, piece = files.File(town.id, case, sha256), files.Piece(0, len(DATA), DATA[:PIECE])
    room = len(DATA) + len(b"et annet bilde")
    monkeypatch.setattr(files, "MOST_BYTES", room - 1)
    with pytest.raises(files.Refusal, match="no_room"), database.write(town.id) as connection:
        files.take(connection, wanted, piece, datetime.now(UTC))
    monkeypatch.setattr(files, "MOST_BYTES", room)
    with database.write(town.id) as connection:
        assert files.take(connection, wanted, piece, datetime.now(UTC)).offset == PIECE


def test_a_piece_of_a_file_of_another_size_is_not_taken(kari: Laptop) -> None:
    case, sha256 = add(kari)
    patch(kari, case, sha256, 0, DATA[:PIECE])
    assert told(patch(kari, case, sha256, PIECE, DATA[PIECE : PIECE + 9], PIECE + 9)) == (409, "offset")
    assert head(kari, case, sha256).headers["Upload-Offset"] == str(PIECE)


def begun_long_ago(laptop: Laptop, database: Database, town: Town) -> tuple[str, str]:
    """The case and hash of a file whose first piece came eight days ago."""
    case, sha256 = add(laptop)
    patch(laptop, case, sha256, 0, DATA[:PIECE])
    long_ago = (datetime.now(UTC) - timedelta(days=8)).isoformat(timespec="microseconds")
    with database.write(town.id) as connection:
        connection.execute(update(file).where(file.c.case_id == case).values(touched_at=long_ago))
    return case, sha256


def test_an_upload_that_goes_on_is_not_forgotten(kari: Laptop, database: Database, town: Town) -> None:
    case, sha256 = begun_long_ago(kari, database, town)
    patch(kari, case, sha256, PIECE, DATA[PIECE : 2 * PIECE])
    send(kari, *add(kari, b"et annet bilde"), b"et annet bilde")
    assert head(kari, case, sha256).headers["Upload-Offset"] == str(2 * PIECE)


def test_an_upload_nobody_goes_on_with_is_forgotten(kari: Laptop, database: Database, town: Town) -> None:
    case, sha256 = begun_long_ago(kari, database, town)
    other = add(kari, b"et annet bilde")
    send(kari, *other, b"et annet bilde")
    assert kept(database, town) == (1, 1)
    assert head(kari, case, sha256).headers["Upload-Offset"] == "0"


def test_a_backup_has_the_files(kari: Laptop, database: Database, tmp_path: Path) -> None:
    case, sha256 = add(kari)
    send(kari, case, sha256)
    sealed = io.BytesIO()
    backup(database, sealed, "en lang passfrase", datetime.now(UTC))
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    restore(url, io.BytesIO(sealed.getvalue()), "en lang passfrase")
    restored = Database.open(url)
    with restored.read("") as connection:
        bodies = select(file_piece.c.body).where(file_piece.c.case_id == case).order_by(file_piece.c.number)
        assert b"".join(connection.execute(bodies).scalars()) == DATA
    restored.close()
