"""What stands in the way of a round, told apart; and what heals without anybody doing anything."""

import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from socketserver import BaseRequestHandler, TCPServer
from threading import Thread

import httpx2
import pytest
from municipality import Municipality
from sqlalchemy import text, update

from hjemmebesok.casework.conflicts import set_aside_changes
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household, save_household, search_households
from hjemmebesok.casework.syncing import enrol, seconds_to_next, sync_now
from hjemmebesok.domain.household import Household
from hjemmebesok.server.tables import case_digest
from hjemmebesok.server.turns import WAITS
from hjemmebesok.store.settings import LAST_IN_STEP, read_setting, write_setting
from hjemmebesok.sync.enrol import enrolled_server
from hjemmebesok.sync.round import RoundReport, run_round
from hjemmebesok.sync.transport import TIMEOUT_SECONDS, Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.sync.trust import authority_in, unreached

BEGUN, ENDED = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")


class Gate(httpx2.HTTPTransport):
    """Something between the laptop and its server, which answers itself where it likes to."""

    def __init__(self, answer: Callable[[bytes], httpx2.Response | None]) -> None:
        super().__init__()
        self._answer = answer

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._answer(request.read()) or super().handle_request(request)


def round_through(desk: Desk, answer: Callable[[bytes], httpx2.Response | None]) -> RoundReport:
    with desk.store.reading_connection() as connection:
        server = read_setting(connection, "server")
    with Transport(server["url"], server["token"], through=Gate(answer)) as transport:
        return run_round(desk.store, transport, desk.now)


def trouble_of(answer: httpx2.Response, desk: Desk) -> SyncTrouble:
    with pytest.raises(SyncTrouble) as refused:
        round_through(desk, lambda _: answer)
    return refused.value


def put(desk: Desk, *households: Household) -> None:
    with desk.work() as work:
        for household in households:
            work.put(household)


def test_a_batch_that_is_too_large_for_what_lies_between_is_halved_until_it_goes_through(kari: Desk) -> None:
    put(kari, *(Household(id=f"h{n}", case=f"h{n}", name=f"Familien {n}") for n in range(40)))
    narrow = lambda body: httpx2.Response(413) if len(body) > 600 else None  # noqa: E731 - a gate in one line
    report = round_through(kari, narrow)
    assert (report.sent, report.set_aside) == (40, 0)
    assert report.requests > 2


def test_a_change_that_no_request_can_carry_is_set_aside_and_holds_up_no_other(kari: Desk) -> None:
    put(kari, HOME)
    sync_now(kari)
    noise = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(3_000))
    save_household(kari, replace(HOME, safety_note=noise))
    put(kari, Household(id="h2", case="h2", name="En annen"))
    narrow = lambda body: httpx2.Response(413) if len(body) > 3_000 else None  # noqa: E731 - a gate in one line
    report = round_through(kari, narrow)
    assert (report.sent, report.set_aside) == (1, 1)
    (aside,) = set_aside_changes(kari)
    assert (aside.reason, aside.change.set["safety_note"]) == ("too_large", noise)
    assert sync_now(kari).requests == 1


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (httpx2.Response(302, headers={"Location": "http://login.example"}), Trouble.NOT_THE_SERVER),
        (httpx2.Response(200, text="<html>Logg inn på nettet</html>"), Trouble.NOT_THE_SERVER),
        (httpx2.Response(502, text="Bad Gateway"), Trouble.SERVER_BUSY),
        (httpx2.Response(401, json={"code": "token", "detail": ""}), Trouble.NOT_LET_IN),
        (httpx2.Response(403, json={"code": "closed", "detail": ""}), Trouble.USER_CLOSED),
        (httpx2.Response(429, json={"code": "too_many", "detail": ""}), Trouble.SERVER_BUSY),
        (httpx2.Response(429, text="slow down"), Trouble.SERVER_BUSY),
        (httpx2.Response(500, json={"code": "fault", "detail": ""}), Trouble.SERVER_ERROR),
    ],
)
def test_each_trouble_has_a_sentence_of_its_own(kari: Desk, answer: httpx2.Response, trouble: Trouble) -> None:
    assert trouble_of(answer, kari).trouble is trouble


def test_a_server_that_asks_for_earlier_changes_on_and_on_is_not_followed(kari: Desk) -> None:
    put(kari, HOME)
    asked: list[bytes] = []

    def gap(body: bytes) -> httpx2.Response:
        asked.append(body)
        return httpx2.Response(409, json={"code": "gap", "detail": "", "expected": 1})

    with pytest.raises(SyncTrouble) as refused:
        round_through(kari, gap)
    assert refused.value.trouble is Trouble.SERVER_ERROR
    assert len(asked) == 4
    assert sync_now(kari).sent == 1


@pytest.mark.parametrize(("status", "code"), [(503, "busy"), (429, "too_many")])
def test_the_next_round_waits_as_long_as_the_server_asks(kari: Desk, status: int, code: str) -> None:
    busy = httpx2.Response(status, headers={"Retry-After": "900"}, json={"code": code, "detail": ""})
    trouble = trouble_of(busy, kari)
    assert (trouble.trouble, trouble.wait) == (Trouble.SERVER_BUSY, 900)
    assert seconds_to_next(1, trouble) >= 900


@pytest.mark.parametrize(
    "address", ["", "https://", "https://eksempel example", "https://[::1", "https://x:0", "https://x:y"]
)
def test_an_address_that_is_none_is_one_clear_sentence(new_desk: Callable[[str], Desk], address: str) -> None:
    with pytest.raises(SyncTrouble) as refused:
        enrol(new_desk("Kari"), address, "kode")
    assert refused.value.trouble is Trouble.NO_ADDRESS


@pytest.mark.parametrize(
    ("said", "trouble"),
    [(b"", Trouble.NO_NETWORK), (b"HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n", Trouble.NOT_THE_SERVER)],
)
def test_a_handshake_that_does_not_come_about_says_nothing_of_a_certificate(
    new_desk: Callable[[str], Desk], said: bytes, trouble: Trouble
) -> None:
    """A net that cuts the connection off, and one that wants somebody to log in first."""

    class Knock(BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(said)

    with TCPServer(("127.0.0.1", 0), Knock) as net, pytest.raises(SyncTrouble) as refused:
        Thread(target=net.handle_request, daemon=True).start()
        enrol(new_desk("Kari"), f"https://127.0.0.1:{net.server_address[1]}", "kode")
    assert refused.value.trouble is trouble


@pytest.mark.parametrize("code", [9, 10, 0x800B0101, -67819, -67818])
def test_whatever_system_finds_a_certificate_out_of_date_the_clock_is_asked_about(code: int) -> None:
    found = ssl.SSLCertVerificationError("the system's own words")
    found.verify_code = code  # OpenSSL's; CERT_E_EXPIRED; errSecCertificateNotValidYet, errSecCertificateExpired
    assert unreached(found) is Trouble.WRONG_CLOCK


@pytest.mark.parametrize("said", ["", "ikke et sertifikat", BEGUN, f"{BEGUN}\næ\n{ENDED}", f"{BEGUN}\nAAAA\n{ENDED}"])
def test_a_certificate_that_cannot_be_used_is_one_clear_sentence(new_desk: Callable[[str], Desk], said: str) -> None:
    with pytest.raises(SyncTrouble) as refused:
        enrol(new_desk("Kari"), "https://127.0.0.1:9", "kode", authority_in(said.encode()))
    assert refused.value.trouble is Trouble.NO_AUTHORITY


def test_a_case_that_is_not_what_the_server_holds_is_fetched_again_and_no_other(kari: Desk) -> None:
    put(kari, HOME, Household(id="h2", case="h2", name="En annen"))
    sync_now(kari)
    with kari.store.writing_connection() as connection:
        connection.execute(text("UPDATE record SET fields = '{\"name\":\"skadet\"}' WHERE id = 'h1'"))
        connection.execute(text("UPDATE cursor SET digest = NULL"))
    report = sync_now(kari)
    assert (report.healed, report.received) == (("h1",), 1)
    assert open_household(kari, "h1").card.household == HOME
    assert sync_now(kari).requests == 1


def test_a_case_that_never_becomes_what_the_server_says_is_fetched_once_a_round(
    municipality: Municipality, kari: Desk
) -> None:
    put(kari, HOME)
    sync_now(kari)
    with municipality.database.write(municipality.place) as connection:
        connection.execute(update(case_digest).values(digest=b"another" * 2))
    asked = 0

    def paused() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20  # rather than for ever

    server = enrolled_server(kari.store)
    assert server
    with Transport(*server) as transport:
        report = run_round(kari.store, transport, kari.now, paused)
    assert (report.healed, report.requests, report.stopped) == (("h1",), 2, False)


def test_what_only_this_laptop_has_of_a_case_that_comes_anew_is_taken_away_when_all_has_come(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(kari, HOME)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    with ola.store.writing_connection() as connection:
        connection.execute(
            text(
                "INSERT INTO record (id, kind, case_id, fields, versions, removed) "
                "VALUES ('p9', 'person', 'h1', '{\"name\":\"Ingen\"}', '{\"name\":\"c9\"}', 0)"
            )
        )
        connection.execute(text("UPDATE cursor SET digest = NULL"))
    assert sync_now(ola).healed == ("h1",)
    assert open_household(ola, "h1").card.persons == ()
    assert len(search_households(ola, "yilmaz")) == 1


def test_what_was_sent_is_kept_for_sixty_days_and_then_forgotten(kari: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put(kari, HOME)
    sync_now(kari)
    assert sync_now(kari).requests == 1
    assert _sent(kari) == 1
    monkeypatch.setattr("hjemmebesok.store.answer.KEPT", timedelta(0))
    with kari.store.writing_connection() as connection:
        write_setting(connection, LAST_IN_STEP, "2026-10-11T08:00:00+00:00")  # it is done once a day
    sync_now(kari)
    assert _sent(kari) == 0


def _sent(desk: Desk) -> int:
    with desk.store.reading_connection() as connection:
        return int(connection.execute(text("SELECT count(*) FROM outbox")).scalar_one())


def test_who_waits_for_her_turn_hears_of_it_before_her_laptop_gives_up() -> None:
    assert WAITS + 5 < TIMEOUT_SECONDS, "it would say that there is no network, and ask anew while the server is at it"
