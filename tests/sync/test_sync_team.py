"""A team leader's questions over a bad network: she is never told that something is done, or not done, unless it is."""

from collections.abc import Callable
from datetime import UTC, datetime

import httpx2
import pytest
from municipality import PLACE, Municipality

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.team import give_cases, leads, my_team
from hjemmebesok.casework.team_set_aside import deal_with, team_set_aside
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, teams
from hjemmebesok.server.rights import Role
from hjemmebesok.store.settings import read_setting
from hjemmebesok.sync import team
from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble


class LostAnswer(httpx2.HTTPTransport):
    """The request arrives, and what is answered does not."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        super().handle_request(request).read()
        raise httpx2.ReadError("cut off")


@pytest.fixture
def lene(municipality: Municipality, new_desk: Callable[[str], Desk], kari: Desk, ola: Desk) -> Desk:
    """The leader of Kari, who holds a household, and Ola."""
    user = municipality.user("Lene Leder", Role.TEAM_LEADER)
    vest = teams.create_team(municipality.database, PLACE, "Vest")
    for member in (user, kari.user.id, ola.user.id):
        teams.join(municipality.database, PLACE, vest, member, datetime.now(UTC))
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz"))
    sync_now(kari)
    return enrol(new_desk("Lene"), municipality.address, municipality.code(user))


def held(lene: Desk) -> dict[str, int]:
    return {member.name: member.held for member in my_team(lene)}


def test_a_lost_answer_is_told_as_such_and_asking_again_does_no_harm(lene: Desk, kari: Desk, ola: Desk) -> None:
    with lene.store.reading_connection() as connection:
        server = read_setting(connection, "server")
    with Transport(server["url"], server["token"], through=LostAnswer()) as cut, pytest.raises(SyncTrouble) as refused:
        team.hand_over(cut, kari.user.id, ola.user.id, None, keeps=False)
    assert refused.value.trouble is Trouble.UNSURE
    assert held(lene) == {"Kari Nordmann": 0, "Lene Leder": 0, "Ola Nordmann": 1}
    assert give_cases(lene, kari.user.id, ola.user.id, None) == 0
    assert held(lene)["Ola Nordmann"] == 1


def test_a_case_has_its_name_once_it_is_on_her_laptop(lene: Desk) -> None:
    for cases in ([], ["Ayşe og Mehmet Yılmaz"]):
        found = {member.name: member for member in my_team(lene)}["Kari Nordmann"]
        assert (found.held, [case.name for case in found.cases]) == (1, cases)
        sync_now(lene)


def test_who_leads_is_known_from_the_first_round(lene: Desk, kari: Desk, new_desk: Callable[[str], Desk]) -> None:
    assert not leads(lene)
    sync_now(lene)
    assert (leads(lene), leads(kari), leads(new_desk("Uten server"))) == (True, False, False)


def test_each_refusal_is_told_in_its_own_words(lene: Desk, kari: Desk, new_desk: Callable[[str], Desk]) -> None:
    for asking, taker, trouble in (
        (kari, lene.user.id, Trouble.NOT_LEADER),
        (lene, kari.user.id, Trouble.NOT_COLLEAGUES),
    ):
        with pytest.raises(SyncTrouble) as refused:
            give_cases(asking, kari.user.id, taker, None)
        assert refused.value.trouble is trouble
    with pytest.raises(Refused, match="ikke koblet til en server"):
        my_team(new_desk("Uten server"))


def test_dealing_with_what_was_set_aside_again_after_a_lost_answer_does_no_harm(
    lene: Desk, kari: Desk, municipality: Municipality
) -> None:
    admin.set_role(municipality.database, PLACE, kari.user.id, Role.READER, datetime.now(UTC))
    with kari.work() as work:
        work.put(Household(id="h1", case="h1", name="Familien Yılmaz"))
    assert sync_now(kari).set_aside == 1
    (waiting,) = team_set_aside(lene).changes
    assert waiting.fields == {"name": "Familien Yılmaz"}
    with lene.store.reading_connection() as connection:
        server = read_setting(connection, "server")
    with Transport(server["url"], server["token"], through=LostAnswer()) as cut, pytest.raises(SyncTrouble):
        team.set_aside(cut, done=[waiting.number])
    deal_with(lene, waiting.number)
    assert team_set_aside(lene).changes == []


def test_what_was_set_aside_is_for_leaders_alone(kari: Desk, new_desk: Callable[[str], Desk]) -> None:
    with pytest.raises(SyncTrouble) as refused:
        team_set_aside(kari)
    assert refused.value.trouble is Trouble.NOT_LEADER
    with pytest.raises(Refused, match="ikke koblet til en server"):
        deal_with(new_desk("Uten server"), 1)
