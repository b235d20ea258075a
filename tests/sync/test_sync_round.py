"""Two laptops and a server: nothing anyone wrote is lost or hidden."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
import trustme
from municipality import Municipality

from hjemmebesok.casework.conflicts import choose_value, conflicts_of, set_aside_changes
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.households import open_household, save_household, search_households
from hjemmebesok.casework.syncing import FilesProgress, SyncProgress, enrol, sync_now, sync_status
from hjemmebesok.casework.visits import close_visit, keep_draft, open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import language
from hjemmebesok.store import sending
from hjemmebesok.store.settings import write_setting
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.messages import RECORDS_A_RESPONSE

HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr")


def put(desk: Desk, household: Household) -> None:
    with desk.work() as work:
        work.put(household)


def held(desk: Desk) -> Household:
    return open_household(desk, "h1").card.household


def disagreed_on(kari: Desk, ola: Desk) -> str:
    """A visit under way, in which both have written another term; neither has heard of the other's."""
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    for desk in (kari, ola):
        sync_now(desk)
    for desk, years in ((kari, 30), (ola, 40)):
        save_answer(desk, visit, "wishes.term", years)
    return visit


@pytest.fixture
def shared(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    """Kari's household, on both laptops."""
    put(kari, HOME)
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)


def test_a_visit_made_offline_reaches_the_colleague_who_holds_the_case(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    put(kari, HOME)
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    save_answer(kari, visit, "economy.income/1", {"type": "lonn_fast", "amount": 2_240_000})
    save_answer(kari, visit, "summary.note", "Vil eie på Fjell: ğ ı İ ş")
    close_visit(kari, visit)
    assert sync_status(kari).unsent > 0
    sync_now(kari)
    status = sync_status(kari)
    assert (status.unsent, status.need_you) == (0, 0)
    assert status.last_in_step is not None
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    assert open_visit(ola, visit) == open_visit(kari, visit)
    assert search_households(ola, "yilmaz")[0].household == held(kari)


def test_a_colleague_without_the_case_gets_nothing(kari: Desk, ola: Desk) -> None:
    put(kari, HOME)
    sync_now(kari)
    assert sync_now(ola).received == 0
    assert search_households(ola, "") == []


@pytest.mark.usefixtures("shared")
def test_edits_of_different_fields_meet(kari: Desk, ola: Desk) -> None:
    save_household(kari, replace(held(kari), case_number="2026-0147"))
    save_household(ola, replace(held(ola), adults=2))
    for desk in (kari, ola, kari):
        sync_now(desk)
    assert held(kari) == held(ola) == replace(HOME, case_number="2026-0147", adults=2)
    assert sync_status(kari).need_you == 0


@pytest.mark.usefixtures("shared")
def test_of_the_same_field_both_values_are_kept_shown_and_can_be_chosen(kari: Desk, ola: Desk) -> None:
    save_household(kari, replace(held(kari), adults=2))
    save_household(ola, replace(held(ola), adults=3))
    for desk in (kari, ola, kari):
        sync_now(desk)
    for desk in (kari, ola):
        (conflict,) = conflicts_of(desk, "h1")
        heads = {value.value["adults"]: value.value for value in (conflict.shown, conflict.other)}
        assert heads.keys() == {2, 3}
        assert {conflict.shown.author, conflict.other.author} == {"Kari Nordmann", "Ola Nordmann"}
        assert sync_status(desk).need_you == 1
    (conflict,) = conflicts_of(kari, "h1")
    choose_value(kari, conflict, heads[2])
    for desk in (kari, ola):
        sync_now(desk)
    assert held(kari).adults == held(ola).adults == 2
    assert conflicts_of(kari) == conflicts_of(ola) == []
    choose_value(kari, conflict, heads[3])
    for desk in (kari, ola):
        sync_now(desk)
    assert held(ola).adults == 3


@pytest.mark.usefixtures("shared")
def test_a_disagreement_about_a_note_that_is_locked_stays_until_it_can_be_settled(kari: Desk, ola: Desk) -> None:
    visit = disagreed_on(kari, ola)
    for desk in (kari, ola):
        sync_now(desk)
    close_visit(kari, visit)  # who has not heard of it yet
    sync_now(kari)
    (conflict,) = conflicts_of(ola)
    choose_value(ola, conflict, conflict.other.value)
    assert conflicts_of(ola) == []
    assert sync_now(ola).set_aside == 1
    assert conflicts_of(ola) == [conflict]
    choose_value(ola, conflict, conflict.shown.value)
    for desk in (ola, kari):
        sync_now(desk)
    assert conflicts_of(ola) == conflicts_of(kari) == []


@pytest.mark.usefixtures("shared")
def test_a_note_with_two_values_is_not_locked_before_somebody_has_chosen(kari: Desk, ola: Desk) -> None:
    visit = disagreed_on(kari, ola)
    for desk in (kari, ola, kari):
        sync_now(desk)
    with pytest.raises(Refused) as refused:
        close_visit(kari, visit)
    assert "ulikt i ett felt av notatet" in language("nb").say(refused.value.phrase)
    (conflict,) = conflicts_of(kari)
    choose_value(kari, conflict, conflict.other.value)
    close_visit(kari, visit)
    for desk in (kari, ola):
        sync_now(desk)
    assert conflicts_of(kari) == conflicts_of(ola) == []


@pytest.mark.usefixtures("shared")
def test_a_pull_never_alters_what_an_unsent_field_shows(kari: Desk, ola: Desk) -> None:
    save_household(kari, replace(held(kari), adults=2))
    sync_now(kari)
    save_household(ola, replace(held(ola), adults=3, safety_note="Hund"))
    sync_now(ola)
    assert held(ola).safety_note == "Hund"
    assert len(conflicts_of(ola, "h1")) == 1


@pytest.mark.usefixtures("shared")
def test_a_revoked_case_leaves_the_laptop_after_its_unsent_edits_are_safe(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    save_household(ola, replace(held(ola), safety_note="Sett av Ola"))
    municipality.revoke("h1", ola.user.id)
    report = sync_now(ola)
    assert report.left == ("h1",)
    assert search_households(ola, "") == []
    assert (report.sent, report.set_aside) == (1, 0)
    sync_now(kari)
    assert held(kari).safety_note == "Sett av Ola"


def test_all_that_is_unsent_goes_up_although_the_server_has_more_to_give(
    municipality: Municipality, kari: Desk, ola: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(kari, HOME)
    with kari.work() as work:
        for number in range(RECORDS_A_RESPONSE + 10):
            work.put(FollowUp(id=f"f{number}", case="h1", step="other"))
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    for number in range(4):
        put(ola, replace(HOME, id=f"o{number}", case=f"o{number}"))
    monkeypatch.setattr(sending, "BYTES_A_REQUEST", 1)  # each change is as much as goes into a request
    report = sync_now(ola)
    assert (report.sent, report.received) == (4, RECORDS_A_RESPONSE + 11)
    assert sync_status(ola).unsent == 0


def test_a_round_that_is_paused_says_so_and_the_next_goes_on_from_there(
    kari: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        put(kari, replace(HOME, id=f"h{number}", case=f"h{number}"))
    monkeypatch.setattr(sending, "BYTES_A_REQUEST", 1)  # each change is as much as goes into a request
    told: list[SyncProgress | FilesProgress] = []
    report = sync_now(kari, lambda: len(told) > 0, told.append)
    assert report.stopped
    assert (report.sent, sync_status(kari).unsent) == (2, 2), "what was under way is stored"
    report = sync_now(kari)
    assert (report.stopped, report.sent, sync_status(kari).unsent) == (False, 2, 0)


def test_of_how_many_cases_more_is_to_come_is_told_while_they_come(
    municipality: Municipality, kari: Desk, ola: Desk
) -> None:
    for number in range(7):
        put(kari, replace(HOME, id=f"h{number}", case=f"h{number}", safety_note="x" * 900_000))
    sync_now(kari)
    for number in range(7):
        municipality.grant(f"h{number}", ola.user.id)
    told: list[SyncProgress | FilesProgress] = []
    assert sync_now(ola, told=told.append).received == 7
    assert told == [SyncProgress(0, 0, 4, cases_to_come=3)], "an answer has room for four of them"


def test_work_done_before_enrolling_is_sent_in_the_users_name(
    municipality: Municipality, new_desk: Callable[[str], Desk], ola: Desk
) -> None:
    desk = new_desk("Kari uten server")
    put(desk, HOME)
    user = municipality.user("Kari Nordmann")
    enrolled = enrol(desk, municipality.address, municipality.code(user))
    assert enrolled.user.id == user
    sync_now(enrolled)
    assert set_aside_changes(enrolled) == []
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    assert held(ola) == HOME


def test_what_is_written_in_a_window_that_was_open_while_the_terminal_enrolled_it_is_hers(
    municipality: Municipality, new_desk: Callable[[str], Desk]
) -> None:
    window = new_desk("Kari")
    terminal = open_desk(window.store.folder, "fjell om høsten", window.clock)
    enrol(terminal, municipality.address, municipality.code(municipality.user("Kari Nordmann")))
    terminal.close()
    put(window, HOME)
    assert sync_now(window).set_aside == 0
    assert sync_now(window).set_aside == 0, "nor is it when the server is reminded of it"
    assert held(window) == HOME


def test_a_code_opens_once(municipality: Municipality, new_desk: Callable[[str], Desk]) -> None:
    code = municipality.code(municipality.user("Kari Nordmann"))
    enrol(new_desk("Kari"), municipality.address, code)
    with pytest.raises(SyncTrouble) as refused:
        enrol(new_desk("En annen"), municipality.address, code)
    assert refused.value.trouble is Trouble.CODE_REFUSED


def test_a_colleagues_code_does_not_make_the_laptop_hers(municipality: Municipality, kari: Desk) -> None:
    put(kari, HOME)
    code = municipality.code(municipality.user("Ida Berg"))
    with pytest.raises(Refused, match="hører til Kari Nordmann"):
        enrol(kari, municipality.address, code)
    assert sync_now(kari).sent == 1
    assert set_aside_changes(kari) == []


def test_a_laptop_that_is_not_enrolled_says_so(new_desk: Callable[[str], Desk]) -> None:
    with pytest.raises(Refused, match="ikke koblet"):
        sync_now(new_desk("Kari"))


def test_without_a_server_everything_stays_and_is_counted(kari: Desk, new_desk: Callable[[str], Desk]) -> None:
    put(kari, HOME)
    with kari.store.writing_connection() as connection:
        write_setting(connection, "server", {"url": "http://127.0.0.1:9", "token": "x", "authority": ""})
    with pytest.raises(SyncTrouble) as trouble:
        sync_now(kari)
    assert trouble.value.trouble is Trouble.NO_NETWORK
    assert (sync_status(kari).unsent, held(kari)) == (1, HOME)
    assert kari.store.header.unsent == 1


def test_off_loopback_only_https_is_spoken(new_desk: Callable[[str], Desk]) -> None:
    with pytest.raises(SyncTrouble) as trouble:
        enrol(new_desk("Kari"), "http://sync.eksempel.example", "kode")
    assert trouble.value.trouble is Trouble.UNPROTECTED


def test_a_draft_is_never_sent(municipality: Municipality, kari: Desk, ola: Desk) -> None:
    put(kari, HOME)
    visit = plan_visit(kari, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(kari, visit)
    keep_draft(kari, visit, "summary.note", "halvferdig setning")
    sync_now(kari)
    municipality.grant("h1", ola.user.id)
    sync_now(ola)
    form = open_visit(ola, visit).form
    assert form is not None
    assert "summary.note" not in form.answers


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(
    tmp_path_factory: pytest.TempPathFactory, new_desk: Callable[[str], Desk]
) -> None:
    folder = tmp_path_factory.mktemp("tls")
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1", "localhost")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    certificate.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    start = (
        "import sys; from hjemmebesok.server.run import Tls, serve; "
        "_, url, *tls = sys.argv; serve(url, port=0, tls=Tls(*tls))"
    )
    command = [
        sys.executable,
        "-c",
        start,
        f"sqlite:///{folder}/s.db",
        str(folder / "cert.pem"),
        str(folder / "key.pem"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("https://")
        desk = new_desk("Kari")
        with pytest.raises(SyncTrouble) as unknown:
            enrol(desk, address, "kode")
        with pytest.raises(SyncTrouble) as known:
            enrol(desk, address, "kode", authority.cert_pem.bytes().decode())
        process.terminate()
    assert unknown.value.trouble is Trouble.NOT_TRUSTED
    assert known.value.trouble is Trouble.CODE_REFUSED
