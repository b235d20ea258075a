"""Signing in at a real provider of identities: the way in, every way it can fail, and answers that are not ours."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest
import trustme
from municipality import Municipality
from oidc_provider import CLIENT, signed_in_as
from sqlalchemy import update

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import known_place, sign_in, sync_now, sync_status
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import language
from hjemmebesok.server import admin, tables
from hjemmebesok.sync.enrol import enrolled_server, known_authority
from hjemmebesok.sync.loopback import Loopback
from hjemmebesok.sync.provider import Provider, provider_client
from hjemmebesok.sync.sign_in import Browser
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.sign_in import SignInOffer

Walk = Callable[[str], None]
NUMBERS = count(1)


class User:
    """Somebody at her browser: what is done there happens beside the program, which waits."""

    def __init__(self, name: str, walk: Walk | None = None) -> None:
        self.name = name
        self.pages: list[httpx2.Response] = []
        self._walk = walk or self.bring
        self._threads: list[Thread] = []

    def browser(self, code: str = "nb", seconds: float = 30, cancelled: Callable[[], bool] = lambda: False) -> Browser:
        return Browser(self._open, language(code), cancelled, seconds)

    def _open(self, address: str) -> None:
        self._threads.append(Thread(target=self._walk, args=(address,)))
        self._threads[-1].start()

    def answer(self, address: str) -> str:
        """Where the provider sends her back to."""
        return signed_in_as(self.name, address, asked(address)["redirect_uri"])

    def bring(self, address: str, **other: str) -> None:
        """Go the whole way, with these changes to what the provider sends back."""
        self.show(changed(self.answer(address), **other))

    def show(self, answer: str) -> None:
        self.pages.append(httpx2.get(answer, trust_env=False, timeout=10))

    def leave(self) -> None:
        for thread in self._threads:
            thread.join()


def asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def changed(address: str, **other: str) -> str:
    return urlsplit(address)._replace(query=urlencode(asked(address) | other)).geturl()


@pytest.fixture
def quiet_town(server_of_many: Municipality) -> Municipality:
    """A municipality that has no provider."""
    made = replace(server_of_many, place=f"t{next(NUMBERS)}")
    admin.create_municipality(made.database, made.place, "Eksempel kommune")
    return made


@pytest.fixture
def town(quiet_town: Municipality, issuer: str) -> Municipality:
    """Its users sign in at the real provider; Kari is known there."""
    admin.set_provider(quiet_town.database, quiet_town.place, issuer, CLIENT)
    quiet_town.user("Kari Nordmann", subject="kari")
    return quiet_town


@pytest.fixture
def laptop(new_desk: Callable[[str], Desk]) -> Desk:
    return new_desk("Kari uten server")


def let_in(town: Municipality, laptop: Desk, user: User, **how: object) -> Desk:
    try:
        return sign_in(laptop, town.address, town.place, user.browser(**how))  # type: ignore[arg-type] # as it is written above
    finally:
        user.leave()


def refused(town: Municipality, laptop: Desk, user: User, why: Trouble, **how: object) -> None:
    with pytest.raises(SyncTrouble) as trouble:
        let_in(town, laptop, user, **how)
    assert trouble.value.trouble is why
    assert not sync_status(laptop).enrolled


def test_she_signs_in_with_her_account_and_comes_into_step(town: Municipality, laptop: Desk) -> None:
    hers = let_in(town, laptop, User("kari"))
    assert (hers.user.name, hers.municipality) == ("Kari Nordmann", "Eksempel kommune")
    assert known_place(hers) == (town.address, town.place)
    sync_now(hers)


@pytest.mark.parametrize(("code", "words"), [("nb", "Gå tilbake til programmet"), ("tr", 'lang="tr"')])
def test_the_browser_ends_on_a_page_in_her_language(town: Municipality, laptop: Desk, code: str, words: str) -> None:
    user = User("kari")
    let_in(town, laptop, user, code=code)
    assert user.pages[0].status_code == 200
    assert words in user.pages[0].text
    assert user.pages[0].headers["cache-control"] == "no-store"


def test_what_is_asked_of_the_provider_is_bound_to_this_laptop_and_this_time(town: Municipality, laptop: Desk) -> None:
    seen: list[dict[str, str]] = []
    for _ in range(2):
        refused(town, laptop, User("kari", lambda address: seen.append(asked(address))), Trouble.NO_ANSWER, seconds=0.2)
    assert all(each["code_challenge_method"] == "S256" for each in seen)
    assert all(each["redirect_uri"].startswith("http://127.0.0.1:") for each in seen)
    for secret in ("state", "nonce", "code_challenge"):
        assert len({each[secret] for each in seen}) == 2
        assert all(len(each[secret]) >= 43 for each in seen), "256 bits"


def test_a_knock_without_our_state_is_turned_away_and_the_answer_still_taken(town: Municipality, laptop: Desk) -> None:
    def walk(address: str) -> None:
        answer = user.answer(address)
        for wrong in (changed(answer, state="made up"), changed(answer, state=""), f"{answer}&state=two"):
            user.show(wrong)
        user.show(answer)

    user = User("kari", walk)
    let_in(town, laptop, user)
    assert [page.status_code for page in user.pages] == [404, 404, 404, 200]


def test_an_answer_on_another_path_is_none(town: Municipality, laptop: Desk) -> None:
    def walk(address: str) -> None:
        answer = user.answer(address)
        user.show(answer.replace("/signed-in", "/favicon.ico"))
        user.show(answer.replace("/signed-in", "/signed-in/"))
        user.pages.append(httpx2.post(answer, trust_env=False))

    user = User("kari", walk)
    refused(town, laptop, user, Trouble.CANCELLED, cancelled=lambda: len(user.pages) == 3)
    assert [page.status_code for page in user.pages] == [404, 404, 501]


def test_of_two_answers_the_first_is_taken_and_the_door_closed(town: Municipality, laptop: Desk) -> None:
    answers: list[str] = []

    def walk(address: str) -> None:
        answers.append(user.answer(address))
        user.show(answers[0])
        try:
            user.show(changed(answers[0], code="another"))
        except httpx2.TransportError:  # closed already, or closing
            return

    user = User("kari", walk)
    let_in(town, laptop, user)
    assert [page.status_code for page in user.pages] in ([200], [200, 404])
    with pytest.raises(httpx2.ConnectError):
        user.show(answers[0])


def test_a_second_answer_is_turned_away_also_while_the_first_is_being_used() -> None:
    with Loopback("state", language("nb")) as loopback:
        knocks = [httpx2.get(f"{loopback.address}?state=state&code={code}", trust_env=False) for code in ("1", "2")]
        assert [knock.status_code for knock in knocks] == [200, 404]
        assert loopback.wait(lambda: False, 1) == "state=state&code=1"


def test_a_browser_that_connects_ahead_and_says_nothing_holds_up_nobody(town: Municipality, laptop: Desk) -> None:
    def walk(address: str) -> None:
        back = urlsplit(asked(address)["redirect_uri"])
        with socket.create_connection((str(back.hostname), int(back.port or 0))):
            user.bring(address)

    user = User("kari", walk)
    assert let_in(town, laptop, user, seconds=8).user.name == "Kari Nordmann"


def test_a_code_from_another_sign_in_is_worth_nothing(
    town: Municipality, laptop: Desk, new_desk: Callable[[str], Desk]
) -> None:
    codes: list[str] = []

    def steal(address: str) -> None:
        codes.append(asked(victim.answer(address))["code"])

    victim = User("kari", steal)
    refused(town, laptop, victim, Trouble.CANCELLED, cancelled=lambda: bool(codes))
    thief = User("ola", lambda address: thief.bring(address, code=codes[0]))
    refused(town, new_desk("Ola"), thief, Trouble.PROVIDER_REFUSED)


def test_a_token_for_another_nonce_is_not_shown_to_the_server(town: Municipality, laptop: Desk) -> None:
    user = User("kari", lambda address: user.bring(changed(address, nonce="another")))
    refused(town, laptop, user, Trouble.ANOTHERS_ANSWER)


def test_an_answer_that_says_it_comes_from_another_provider_is_not_used(town: Municipality, laptop: Desk) -> None:
    user = User("kari", lambda address: user.bring(address, iss="https://another.example"))
    refused(town, laptop, user, Trouble.ANOTHERS_ANSWER)


def test_somebody_who_gives_up_at_the_provider_is_told_so(town: Municipality, laptop: Desk) -> None:
    def give_up(address: str) -> None:
        said = {"error": "access_denied", "state": asked(address)["state"]}
        user.show(f"{asked(address)['redirect_uri']}?{urlencode(said)}")

    user = User("kari", give_up)
    refused(town, laptop, user, Trouble.PROVIDER_REFUSED)


def test_cancelling_ends_the_wait_at_once(town: Municipality, laptop: Desk) -> None:
    closed: list[str] = []
    user = User("kari", closed.append)
    refused(town, laptop, user, Trouble.CANCELLED, seconds=600, cancelled=lambda: bool(closed))
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(asked(closed[0])["redirect_uri"], trust_env=False)


def test_somebody_the_municipality_does_not_know_is_not_let_in(town: Municipality, laptop: Desk) -> None:
    refused(town, laptop, User("stranger"), Trouble.ACCOUNT_REFUSED)


def test_where_there_is_no_provider_she_is_told_to_use_a_code(quiet_town: Municipality, laptop: Desk) -> None:
    for place in (quiet_town.place, "9999", "", "33-01", "æ" * 500):
        with pytest.raises(SyncTrouble) as trouble:
            sign_in(laptop, quiet_town.address, place, User("kari").browser())
        assert trouble.value.trouble is Trouble.NO_PROVIDER


@pytest.mark.parametrize(
    ("issuer", "why"),
    [
        ("http://127.0.0.1:9", Trouble.PROVIDER_DOWN),
        ("http://login.example", Trouble.PROVIDER_WRONG),
        ("no address", Trouble.PROVIDER_WRONG),
    ],
)
def test_a_provider_that_cannot_be_asked_is_told_of(
    quiet_town: Municipality, laptop: Desk, issuer: str, why: Trouble
) -> None:
    admin.set_provider(quiet_town.database, quiet_town.place, "https://login.example", CLIENT)
    with quiet_town.database.write(quiet_town.place) as connection:  # the server may be another than ours
        here = tables.provider.c.municipality_id == quiet_town.place
        connection.execute(update(tables.provider).where(here).values(issuer=issuer))
    refused(quiet_town, laptop, User("kari"), why)


def test_a_provider_that_calls_itself_something_else_is_not_trusted(
    town: Municipality, laptop: Desk, issuer: str
) -> None:
    admin.set_provider(town.database, town.place, issuer.replace("127.0.0.1", "localhost"), CLIENT)
    refused(town, laptop, User("kari"), Trouble.PROVIDER_WRONG)


def test_another_account_does_not_make_the_laptop_hers(town: Municipality, laptop: Desk) -> None:
    town.user("Ida Berg", subject="ida")
    hers = let_in(town, laptop, User("kari"))
    before = enrolled_server(laptop.store)
    with pytest.raises(Refused, match="hører til Kari Nordmann"):
        let_in(town, hers, User("ida"))
    assert enrolled_server(laptop.store) == before
    sync_now(hers)


def test_a_laptop_that_was_shut_out_is_let_in_again_by_signing_in(town: Municipality, laptop: Desk) -> None:
    hers = let_in(town, laptop, User("kari"))
    (device,) = admin.devices(town.database, town.place)
    admin.suspend_device(town.database, town.place, device.id, datetime.now(UTC))
    with pytest.raises(SyncTrouble) as trouble:
        sync_now(hers)
    assert trouble.value.trouble is Trouble.NOT_LET_IN
    sync_now(let_in(town, hers, User("kari")))


def test_the_municipalitys_own_certificate_is_remembered_for_the_next_time(town: Municipality, laptop: Desk) -> None:
    authority = trustme.CA().cert_pem.bytes().decode()
    user = User("kari")
    sign_in(laptop, town.address, town.place, user.browser(), authority)
    user.leave()
    let_in(town, laptop, User("kari"))
    assert known_authority(laptop.store, town.address) == authority
    assert known_authority(laptop.store, "https://another.example") == ""


@contextmanager
def https_on_loopback(folder: Path, authority: trustme.CA, *, until: datetime) -> Iterator[str]:
    """Something that answers a handshake, with a certificate that is good until then."""
    certificate = authority.issue_cert("127.0.0.1", not_before=until - timedelta(days=30), not_after=until)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)

    def shake_hands() -> None:
        knock, _ = listener.accept()
        try:
            context.wrap_socket(knock, server_side=True).close()
        except OSError:
            knock.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=shake_hands)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
        thread.join()


@pytest.mark.parametrize(
    ("pinned", "days_left", "why"),
    [(True, -1, Trouble.WRONG_CLOCK), (False, 5, Trouble.NOT_TRUSTED), (True, 5, Trouble.PROVIDER_DOWN)],
)
def test_a_providers_certificate_is_judged_as_the_servers_is(
    tmp_path: Path, pinned: bool, days_left: int, why: Trouble
) -> None:
    authority = trustme.CA()
    with (
        https_on_loopback(tmp_path, authority, until=datetime.now(UTC) + timedelta(days=days_left)) as issuer,
        provider_client(authority.cert_pem.bytes().decode() if pinned else "") as http,
        pytest.raises(SyncTrouble) as trouble,
    ):
        Provider(http, SignInOffer(issuer, CLIENT, "nonce"), "http://127.0.0.1:1/signed-in", "state")
    assert trouble.value.trouble is why
