"""Two municipalities in which everything has the same id: whatever is asked and done in one, the other is not in it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import insert, select, update
from talking import Laptop, Town
from test_server_files import get, head, kept, patch, send

from hjemmebesok.server import admin, caseload, closing, teams
from hjemmebesok.server.audit import audit
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.rights import Role
from hjemmebesok.server.set_aside import set_aside
from hjemmebesok.server.tables import file, metadata, team
from hjemmebesok.wire import digest
from hjemmebesok.wire.files import PIECE
from hjemmebesok.wire.messages import Change, SyncResponse
from hjemmebesok.wire.set_aside import SetAsideRequest

USERS = {"kari": Role.CASEWORKER, "ola": Role.CASEWORKER, "lene": Role.TEAM_LEADER}
TEXTS = "letter-texts"


@dataclass
class Twin:
    """A municipality and the laptops of its users."""

    town: Town
    kari: Laptop
    ola: Laptop
    lene: Laptop

    def write(self, laptop: Laptop, case: str, words: str) -> None:
        laptop.sync(*(laptop.change(id_, kind, case, name=words) for id_, kind in kinds_in(case)))

    def join(self, team_id: str, *users: str) -> None:
        for user in users:
            teams.join(self.town.database, self.town.id, team_id, user, datetime.now(UTC))

    def rows(self) -> dict[str, list[Any]]:
        """All that is stored of it."""
        with self.town.database.read(self.town.id) as connection:
            here = {table: next(iter(table.primary_key.columns)) == self.town.id for table in metadata.sorted_tables}
            return {
                table.name: sorted(map(repr, connection.execute(select(table).where(of)))) for table, of in here.items()
            }


def kinds_in(case: str) -> list[tuple[str, str]]:
    return [("text", "letter_text")] if case == TEXTS else [(case, "household"), (f"person-{case}", "person")]


def twin(town: Town) -> Twin:
    for user, role in USERS.items():
        admin.create_user(town.database, town.id, user.title(), role, datetime.now(UTC), id_=user)
    with town.database.write(town.id) as connection:
        both = [{"municipality_id": town.id, "id": id_, "name": id_.title()} for id_ in ("vest", "nord")]
        connection.execute(insert(team), both)
    return Twin(town, *(town.laptop(user.title(), user=user) for user in USERS))


@pytest.fixture
def there(new_town: Callable[[], Town]) -> Twin:
    """Here Ola has both cases and Kari one of them, they disagree, and Lene leads the team that Ola is in."""
    twins = twin(new_town())
    twins.write(twins.ola, "h1", "Der")
    twins.write(twins.kari, "h4", "Der")
    twins.write(twins.lene, TEXTS, "Der")
    twins.town.grant("h1", twins.kari)
    twins.kari.sync()
    twins.write(twins.ola, "h1", "Der, sier Ola")
    twins.write(twins.kari, "h1", "Der, sier Kari")
    twins.kari.sync(replace(twins.kari.change("h1", "household", "h1", name="Der"), at="no time"))
    twins.join("vest", "ola")
    twins.join("nord", "lene", "ola")
    return twins


@pytest.fixture
def here(there: Twin, new_town: Callable[[], Town]) -> Twin:
    """Here each has a case of her own, and Lene leads the team that Kari is in."""
    twins = twin(new_town())
    twins.write(twins.kari, "h1", "Her")
    twins.write(twins.ola, "h4", "Her")
    twins.write(twins.lene, TEXTS, "Her")
    twins.join("vest", "lene", "kari")
    twins.join("nord", "ola")
    for _ in range(4):
        twins.write(twins.ola, "h4", "Her igjen")
    return twins


def all_of_it(laptop: Laptop) -> SyncResponse:
    laptop.held = {}
    return laptop.ask()


def named(answer: SyncResponse) -> list[tuple[str, str]]:
    return [(record.id, record.fields["name"]) for record in answer.records]


def test_everyone_gets_what_is_her_own_and_once(here: Twin) -> None:
    of_kari = [("h1", "Her"), ("person-h1", "Her")]
    mine, hers, theirs = all_of_it(here.kari), all_of_it(here.lene), all_of_it(here.ola)
    assert [one.case for one in mine.manifest] == ["h1", TEXTS]
    assert named(mine) == named(hers) == [*of_kari, ("text", "Her")]
    assert named(theirs) == [("h4", "Her igjen"), ("person-h4", "Her igjen"), ("text", "Her")]
    assert [*mine.conflicts, *hers.conflicts, *theirs.conflicts] == []
    for one in mine.manifest:
        lies_there = [digest.of_record(record) for record in mine.records if record.case == one.case]
        assert one.digest == digest.laid_over(lies_there)


def test_no_right_in_the_one_is_a_right_in_the_other(here: Twin) -> None:
    for laptop in (here.kari, here.lene):
        laptop.sync()
        answer = laptop.sync(laptop.change("h4", "household", "h4", name="Noe annet"))
        assert [result.reason for result in answer.results] == ["no_access"]
        assert named(answer) == []
    answer = here.kari.sync(here.kari.change("h1", "person", "h1", name="Feil"))
    assert ([result.reason for result in answer.results], named(answer)) == (["elsewhere"], [("h1", "Her")])


def test_a_disagreement_in_the_one_is_none_in_the_other(here: Twin) -> None:
    here.kari.sync(here.kari.change("h1", "household", "h1", name="Her igjen"))
    here.kari.sync()
    assert here.kari.conflicts == {}


def test_what_is_done_in_one_leaves_the_other_as_it_was(here: Twin, there: Twin) -> None:
    before = there.rows()
    database, place, now = here.town.database, here.town.id, datetime.now(UTC)
    here.town.code("ola")
    assert closing.close_user(database, place, "kari", now) == ["h1"]
    closing.open_user(database, place, "kari", now)
    assert caseload.hand_over(database, place, "kari", "ola", lambda: now) == 1
    caseload.restrict_case(database, place, "h1", now)
    here.town.revoke("h4", here.ola)
    teams.leave(database, place, "vest", "kari", now)
    admin.set_role(database, place, "ola", Role.READER, now)
    erase_case(database, place, "h1", now)
    assert there.rows() == before
    assert (audit(database, place).whole, audit(database, place).erased) == (True, 2)
    (result,) = there.ola.sync(there.ola.change("h1", "household", "h1", language="nb")).results
    assert result.outcome == "clean"


NAMED, ASIDE = b"et bilde", b"et annet bilde"


def with_a_photo_set_aside(town: Town) -> Twin:
    """Kari's case has a photo in it, Ola wrote of another to it, which he may not, and Lene leads Kari's team."""
    twins = twin(town)
    twins.write(twins.kari, "h1", "Likt")
    twins.join("vest", "lene", "kari")
    for laptop, id_, data in ((twins.kari, "photo-1", NAMED), (twins.ola, "photo-2", ASIDE)):
        laptop.sync(photo(laptop, id_, "h1", data))
        send(laptop, "h1", sha256(data), data)
    return twins


def photo(laptop: Laptop, id_: str, case: str, data: bytes) -> Change:
    return laptop.change(id_, "photo", case, sha256=sha256(data), size=len(data))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def waiting(twins: Twin, at: datetime, *done: int) -> list[int]:
    """The numbers of what waits for Lene, once she has dealt with these."""
    caller = Caller(twins.town.id, twins.lene.user, "Lene", Role.TEAM_LEADER, twins.lene.device)
    return [one.number for one in set_aside(twins.town.database, caller, SetAsideRequest(None, list(done)), at).changes]


def test_what_is_dealt_with_in_the_one_waits_in_the_other(new_town: Callable[[], Town]) -> None:
    there, here = (with_a_photo_set_aside(new_town()) for _ in range(2))
    now = datetime.now(UTC)
    before = there.rows()
    (number,) = waiting(here, now)
    assert waiting(here, now, number) == []
    assert there.rows() == before
    assert waiting(there, now) == [number]


def test_what_was_dealt_with_long_ago_in_the_one_is_forgotten_in_that_alone(new_town: Callable[[], Town]) -> None:
    there, here = (with_a_photo_set_aside(new_town()) for _ in range(2))
    now = datetime.now(UTC)
    later = now + timedelta(days=70)
    (number,) = waiting(there, now)
    waiting(there, now, number)
    before = there.rows()
    waiting(here, later, number)
    assert (len(here.rows()["quarantine"]), kept(here.town.database, here.town)) == (1, (2, 2))
    waiting(here, later + timedelta(days=70), number)
    assert (here.rows()["quarantine"], kept(here.town.database, here.town)) == ([], (1, 1))
    assert there.rows() == before


def test_a_photo_in_the_one_is_none_in_the_other(new_town: Callable[[], Town]) -> None:
    there, here = with_a_photo_set_aside(new_town()), twin(new_town())
    here.write(here.kari, "h1", "Her")
    for laptop, data in ((here.kari, NAMED), (here.ola, ASIDE)):
        assert head(laptop, "h1", sha256(data)).status_code == 404
    here.kari.sync(photo(here.kari, "photo-1", "h1", NAMED))
    assert head(here.ola, "h1", sha256(NAMED)).status_code == 404
    assert head(here.kari, "h1", sha256(NAMED)).headers["Upload-Offset"] == "0"
    assert get(here.kari, "h1", sha256(NAMED)).status_code == 404
    before = there.rows()
    send(here.kari, "h1", sha256(NAMED), NAMED)
    here.kari.sync(photo(here.kari, "photo-1", "h1", ASIDE))
    assert kept(here.town.database, here.town) == (0, 0)
    assert there.rows() == before


def test_who_named_a_photo_in_the_one_has_named_none_in_the_other(new_town: Callable[[], Town]) -> None:
    there, here = with_a_photo_set_aside(new_town()), twin(new_town())
    for case in ("h1", "h4"):
        here.kari.sync(here.kari.change(case, "household", case, name="Her"))
    his = photo(there.ola, "photo-3", "h4", NAMED)
    there.ola.sync(his)
    here.kari.sync(replace(photo(here.kari, "photo-3", "h1", NAMED), id=his.id))
    (aside,) = here.ola.sync(photo(here.ola, "photo-2", "h4", b"et tredje")).results
    assert waiting(there, datetime.now(UTC)) == [aside.seq], "under the same number as his in the other"
    reached = [
        (case, data)
        for case in ("h1", "h4")
        for data in (NAMED, ASIDE, b"et tredje")
        if head(here.ola, case, sha256(data)).status_code != 404
    ]
    assert reached == [("h4", b"et tredje")]


def test_what_was_set_aside_in_the_one_is_read_wherever_its_record_lies_in_the_other(
    new_town: Callable[[], Town],
) -> None:
    there, here = twin(new_town()), with_a_photo_set_aside(new_town())
    there.ola.sync(photo(there.ola, "photo-2", "h4", ASIDE))
    assert len(waiting(here, datetime.now(UTC))) == 1


def test_what_somebody_does_not_go_on_with_in_the_one_goes_on_in_the_other(new_town: Callable[[], Town]) -> None:
    there, here = (twin(new_town()) for _ in range(2))
    large = bytes(PIECE + 1)
    for twins in (there, here):
        twins.write(twins.kari, "h1", "Likt")
        twins.kari.sync(photo(twins.kari, "photo-1", "h1", large), photo(twins.kari, "photo-2", "h1", NAMED))
        patch(twins.kari, "h1", sha256(large), 0, large[:PIECE], len(large))
    with there.town.database.write(there.town.id) as connection:
        long_ago = update(file).where(file.c.municipality_id == there.town.id)
        connection.execute(long_ago.values(touched_at="2026-01-01T00:00:00+00:00"))
    send(here.kari, "h1", sha256(NAMED), NAMED)
    assert head(here.kari, "h1", sha256(large)).headers["Upload-Offset"] == str(PIECE)
    assert kept(there.town.database, there.town) == (1, 1)
