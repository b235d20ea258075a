"""A case that is erased by law: no word of it is left, and the journal is as whole as before."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from sqlalchemy import LargeBinary, select
from talking import Laptop, Town, new_id

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, caseload
from hjemmebesok.server.audit import audit
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import case_digest, metadata
from hjemmebesok.wire.municipal import CASE_OF_KIND, MUNICIPAL_CASES

WORD = "Kanarifugl"


def bytes_of(town: Town) -> bytes:
    """Everything the server holds of the town in columns of bytes."""
    found = b""
    with town.database.read(town.id) as connection:
        for table in metadata.sorted_tables:
            for column in [column for column in table.columns if isinstance(column.type, LargeBinary)]:
                here = next(iter(table.primary_key.columns)) == town.id
                found += b"".join(bytes(body) for body in connection.execute(select(column).where(here)).scalars())
    return found


def erase(town: Town, case: str) -> None:
    erase_case(town.database, town.id, case, datetime.now(UTC))


@pytest.fixture
def case(town: Town, kari: Laptop, ola: Laptop) -> str:
    """A household that both hold and disagree about, with a change that the server would not take."""
    case = new_id()
    kari.sync(kari.change(case, "household", case, name=WORD))
    town.grant(case, ola)
    ola.sync()
    one, other = (laptop.change(case, "household", case, name=f"{WORD} {laptop.user}") for laptop in (kari, ola))
    kari.sync(one, kari.change(case, "household", case, name=WORD * 200_000))
    ola.sync(other)
    return case


def test_nothing_of_it_is_left_and_the_chain_verifies(town: Town, kari: Laptop, case: str) -> None:
    kept = new_id()
    kari.sync(kari.change(kept, "household", kept, name="En annen"))
    assert WORD.encode() in bytes_of(town)
    erase(town, case)
    found = audit(town.database, town.id)
    assert (found.whole, found.changes, found.erased) == (True, 5, 4)
    assert WORD.encode() not in bytes_of(town)
    assert [one.case for one in kari.sync().manifest] == [kept]
    with town.database.read(town.id) as connection:
        of_town = select(case_digest.c.case_id).where(case_digest.c.municipality_id == town.id)
        assert connection.execute(of_town).scalars().all() == [kept], "a digest tells whether a guess is right"


@pytest.mark.parametrize("too_large", [False, True])
def test_what_is_written_to_it_later_is_refused_and_not_kept(
    town: Town, kari: Laptop, case: str, too_large: bool
) -> None:
    erase(town, case)
    (result,) = kari.sync(kari.change(case, "household", case, name=WORD * (200_000 if too_large else 1))).results
    assert (result.outcome, result.reason) == ("refused", "erased")
    assert WORD.encode() not in bytes_of(town)
    assert audit(town.database, town.id).whole


def test_what_is_malformed_is_refused_alike_and_holds_up_no_other(town: Town, kari: Laptop, case: str) -> None:
    erase(town, case)
    other = new_id()
    bad = replace(kari.change(case, "household", case, name=WORD), record="a\0b")
    answer = kari.sync(bad, kari.change(other, "household", other, name="En annen"))
    assert [result.reason for result in answer.results] == ["erased", ""]
    assert audit(town.database, town.id).whole


def test_what_was_written_to_it_before_is_answered_as_before(town: Town, kari: Laptop, case: str) -> None:
    written = kari.change(case, "household", case, name=f"{WORD} Nordlys")
    before = kari.ask(written)
    erase(town, case)
    assert kari.sync(written).results == before.results
    assert WORD.encode() not in bytes_of(town)
    assert audit(town.database, town.id).whole


def test_it_is_erased_once_and_only_where_it_is(new_town: Callable[[], Town], town: Town, case: str) -> None:
    with pytest.raises(Refused, match="finnes ikke"):
        erase(new_town(), case)
    erase(town, case)
    with pytest.raises(Refused, match="slettet fra før"):
        erase(town, case)


def test_when_somebody_let_go_of_it_before_is_still_known(town: Town, ola: Laptop, case: str) -> None:
    town.revoke(case, ola)
    before = admin.grants(town.database, town.id)
    erase(town, case)
    after = admin.grants(town.database, town.id)
    assert [grant for grant in before if grant.user_id == ola.user] == [
        grant for grant in after if grant.user_id == ola.user
    ]
    assert all(grant.revoked_at for grant in after)


@pytest.mark.parametrize("case", sorted(MUNICIPAL_CASES))
def test_the_municipalitys_own_settings_are_no_case_and_stay(town: Town, kari: Laptop, case: str) -> None:
    leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
    leader.sync(leader.change(new_id(), next(kind for kind, lies_in in CASE_OF_KIND.items() if lies_in == case), case))
    database, now = town.database, datetime.now(UTC)
    for deed in (
        lambda: erase(town, case),
        lambda: caseload.restrict_case(database, town.id, case, now),
        lambda: caseload.release_case(database, town.id, case, now),
        lambda: town.grant(case, kari),
        lambda: town.revoke(case, kari),
    ):
        with pytest.raises(Refused, match="kommunens egne innstillinger"):
            deed()
    assert [one.case for one in kari.sync().manifest] == [case]
