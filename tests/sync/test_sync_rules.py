"""The municipality's settings and rates: published on one laptop, handed out by the server, in force on the next."""

from collections.abc import Callable
from datetime import date

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import set_aside_changes
from hjemmebesok.casework.criteria import criteria_now
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.rate_tables import publish_rates
from hjemmebesok.casework.rule_settings import publish_settings
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server.rights import Role

TABLE = b"""[[rate]]
code = "tinglysing_pant"
kroner = 700
gjelder_fra = 2026-10-01
source = "Kartverket"
verified = true
"""


def publish(desk: Desk) -> None:
    publish_settings(desk, "leie-til-eie-2011", {"grant_percent": 12.5}, date(2026, 10, 1), "Vedtatt.")
    publish_rates(desk, TABLE, "Nye priser.")


def in_force(desk: Desk) -> tuple[object, object]:
    criteria = criteria_now(desk)
    fee = criteria.rates.on("tinglysing_pant", desk.today())
    return float(criteria.rules[0].settings.grant_percent), fee and fee.amount


@pytest.fixture
def lene(municipality: Municipality, new_desk: Callable[[str], Desk]) -> Desk:
    return enrol(new_desk("Lene"), municipality.address, municipality.code(municipality.user("Lene", Role.TEAM_LEADER)))


def test_what_a_leader_publishes_holds_on_every_laptop_of_the_municipality(lene: Desk, kari: Desk, ola: Desk) -> None:
    sync_now(lene)
    publish(lene)
    sync_now(lene)
    for desk in (kari, ola):
        before = in_force(desk)
        assert sync_now(desk).left == ()
        assert before != in_force(desk) == in_force(lene) == (12.5, Money.kroner(700))


def test_a_caseworker_cannot_publish(kari: Desk) -> None:
    sync_now(kari)
    with kari.read() as reading:
        assert not may_publish(reading)
    with pytest.raises(Refused, match="leder et team"):
        publish(kari)


@pytest.mark.parametrize("leader_first", [False, True])
def test_what_a_caseworker_had_published_alone_is_refused_by_the_server_and_holds_no_more(
    municipality: Municipality, new_desk: Callable[[str], Desk], lene: Desk, leader_first: bool
) -> None:
    own = new_desk("Siv")
    before = in_force(own)
    publish(own)
    assert in_force(own) != before
    if leader_first:
        sync_now(lene)
        publish_settings(lene, "tilskudd", {"grant_percent": 30}, date(2026, 10, 1), "Vedtatt.")
        sync_now(lene)
    siv = enrol(own, municipality.address, municipality.code(municipality.user("Siv")))
    assert sync_now(siv).set_aside == 2
    assert in_force(siv) == before
    assert {each.reason for each in set_aside_changes(siv)} <= {"not_your_role"}
