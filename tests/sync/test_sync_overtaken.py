"""Two rounds of one laptop at once, such as the window's and the terminal's: the answer that is late undoes nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import httpx2
from municipality import Municipality
from sqlalchemy import text

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.round import RoundReport, run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.wire.messages import CHANGES_A_REQUEST

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")


@dataclass
class Late(httpx2.BaseTransport):
    """A net on which the first answer is so late that something else happens meanwhile."""

    meanwhile: list[Callable[[], object]]
    net: httpx2.HTTPTransport = field(default_factory=lambda: httpx2.HTTPTransport(trust_env=False))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self.net.handle_request(request)
        content = answer.read()
        if self.meanwhile:
            self.meanwhile.pop()()
        return httpx2.Response(answer.status_code, headers=answer.headers, content=content)

    def close(self) -> None:
        self.net.close()


def late_round(desk: Desk, meanwhile: Callable[[], object], a_request: int = CHANGES_A_REQUEST) -> RoundReport:
    server = enrolled_server(desk.store)
    assert server
    with Transport(*server, through=Late([meanwhile])) as transport:
        return run_round(desk.store, transport, desk.now, a_request=a_request)


def put(desk: Desk, *records: Household | FollowUp) -> None:
    with desk.work() as work:
        for record in records:
            work.put(record)


def names(desk: Desk) -> dict[str, str]:
    with desk.read() as reading:
        return {home.id: home.name for home in reading.all(Household)}


def test_a_late_answer_takes_away_nothing_that_came_meanwhile(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(ola, HOME, replace(HOME, id="h2", case="h2"))
    sync_now(ola)
    municipality.grant("h1", kari.user.id)
    sync_now(kari)

    def another_round() -> None:
        put(ola, replace(HOME, name="Familien Yılmaz"))
        sync_now(ola)
        municipality.grant("h2", kari.user.id)
        sync_now(kari)

    put(ola, replace(HOME, name="Familien Ayşe"))
    sync_now(ola)
    report = late_round(kari, another_round)
    assert names(kari) == {"h1": "Familien Yılmaz", "h2": HOME.name}
    assert (report.left, report.healed) == ((), ())


def test_a_late_answer_brings_no_case_that_a_newer_one_says_is_not_hers(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(ola, HOME)
    sync_now(ola)
    municipality.grant("h1", kari.user.id)

    def another_round() -> None:
        municipality.revoke("h1", kari.user.id)
        sync_now(kari)  # with nothing here before and nothing after

    late_round(kari, another_round)
    assert names(kari) == {}


def test_what_both_sent_is_taken_once(kari: Desk) -> None:
    put(kari, HOME)
    report = late_round(kari, lambda: sync_now(kari))
    assert report.sent == 0, "the other round sent it"
    assert sync_status(kari).unsent == 0
    assert names(kari) == {"h1": HOME.name}


def test_what_was_asked_before_a_case_was_found_to_differ_does_not_count_as_all_of_it(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    follow_up = FollowUp(id="f1", case="h1", step="other")
    put(ola, HOME, follow_up)
    sync_now(ola)
    municipality.grant("h1", kari.user.id)
    sync_now(kari)
    with kari.store.writing_connection() as connection:
        connection.execute(text("UPDATE record SET fields = '{\"step\":\"skadet\"}' WHERE id = 'f1'"))

    def write(name: str) -> None:
        put(ola, replace(HOME, name=name))
        sync_now(ola)

    write("Familien Ayşe")
    put(kari, replace(HOME, id="h2", case="h2"), replace(HOME, id="h3", case="h3"))
    report = late_round(kari, lambda: write("Familien Yılmaz"), a_request=1)  # the second question is not asked yet
    assert report.healed == ("h1",)
    with kari.read() as reading:
        assert reading.all(FollowUp) == [follow_up]
    assert names(kari)["h1"] == "Familien Yılmaz"
