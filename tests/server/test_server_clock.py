"""A server whose clock is put back a little, or one of whose workers is behind another: nobody loses a case by it."""

from datetime import timedelta

import pytest
from talking import Laptop, Town, new_id

from hjemmebesok.server.identity import identify
from hjemmebesok.server.sync import sync
from hjemmebesok.wire.messages import PROTOCOL, Change, SyncRequest, SyncResponse


def asked(town: Town, laptop: Laptop, back: timedelta, *changes: Change) -> SyncResponse:
    """One request to a server whose clock is so far back."""
    at = laptop.now() - back
    with town.database.read(town.id) as connection:
        caller = identify(connection, laptop.token, at)
    return sync(town.database, caller, SyncRequest(PROTOCOL, "", at.isoformat(), [], list(changes)), at)


@pytest.mark.parametrize("given", [False, True])
def test_a_case_that_is_hers_since_a_moment_is_hers_when_the_clock_is_put_back(
    town: Town, kari: Laptop, ola: Laptop, given: bool
) -> None:
    case = new_id()
    assert kari.sync(kari.change(case, "household", case, name="Familien Eksempel")).results[0].outcome == "clean"
    hers = ola if given else kari
    if given:
        town.grant(case, ola)
    later = hers.change(new_id(), "person", case, name="Kari Eksempel")
    answer = asked(town, hers, timedelta(seconds=5), later)
    assert [result.outcome for result in answer.results] == ["clean"]
    assert [each.case for each in answer.manifest] == [case]
