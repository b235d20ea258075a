"""What a round tells beside its own page: what is in the way, what was refused, and which cases have left."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from reading import texts

from hjemmebesok.app import App
from hjemmebesok.casework.desk import create_desk
from hjemmebesok.domain.household import Household
from hjemmebesok.store import sending
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.in_step.standing import StandingCard
from hjemmebesok.ui.screens.in_step.told import news_tone, round_news, round_told, round_tone

LEFT = Round(0, 0, 0, ("Ayşe og Mehmet Yılmaz",), timedelta(0))
NOT_LET_IN = "Serveren slipper ikke denne PC-en inn. Koble den til på nytt."


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    """Open on a laptop, where no round comes of itself."""
    with closing(
        create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    ) as desk:
        made = App(qapp, tmp_path / "store")
        made.window.prefer(language="nb")
        made.window.show()
        made.come_in(desk)
        yield made
        made.window.close()


def side(app: App) -> str:
    assert app.window.house is not None
    return app.window.house.navigation.sync_box.accessibleName()


def said(app: App) -> str:
    assert app.window.house is not None
    QApplication.processEvents()
    return app.window.house.notice.text()


def test_what_only_somebody_can_mend_is_told_at_the_side_until_a_round_comes_through(app: App) -> None:
    app.window.rounds._failed(SyncTrouble(Trouble.NOT_LET_IN))
    assert NOT_LET_IN in side(app)
    app.window.rounds._done(Round(0, 0, 0, ()))
    assert NOT_LET_IN not in side(app)


@pytest.mark.parametrize("trouble", [Trouble.NO_NETWORK, Trouble.SERVER_BUSY, Trouble.SERVER_ERROR])
def test_a_trouble_that_passes_by_itself_is_only_being_offline(app: App, trouble: Trouble) -> None:
    app.window.rounds._failed(SyncTrouble(trouble))
    assert side(app).startswith("Frakoblet. Ikke i takt")


def test_why_there_was_no_round_stays_on_the_page_while_she_writes_on(app: App) -> None:
    page = app.window.go("in_step")
    app.window.rounds._failed(SyncTrouble(Trouble.NOT_LET_IN))
    with app.window.desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
        changes = work.changes
    app.window.changed.emit(changes)
    assert NOT_LET_IN in texts(page)


def test_a_round_with_nothing_to_tell_leaves_the_sentence_that_stands_there(app: App) -> None:
    app.window.say("Besøket er lagret.", "ok")
    app.window.rounds._done(Round(0, 3, 0, ()))
    assert said(app) == "Besøket er lagret."


def test_a_round_with_nothing_to_tell_puts_no_empty_sentence_above_the_page(app: App) -> None:
    app.window.rounds._done(Round(1, 3, 0, ()))
    said(app)
    assert app.window.house is not None and app.window.house.notice.isHidden()


NO_CONTACT = "Får ikke kontakt med serveren. Alt er lagret her og sendes senere."


def test_that_the_server_is_out_of_reach_is_said_no_longer_than_it_is_so(app: App) -> None:
    app.window.rounds.asked = True
    app.window.rounds._failed(SyncTrouble(Trouble.NO_NETWORK))
    assert said(app) == NO_CONTACT
    app.window.rounds.asked = False
    app.window.rounds._failed(SyncTrouble(Trouble.NO_NETWORK))
    assert said(app) == NO_CONTACT
    app.window.rounds._done(Round(1, 0, 0, ()))
    assert said(app) == ""


def test_that_photos_wait_is_said_until_they_do_not(app: App) -> None:
    waiting = Round(1, 0, 0, (), files_trouble=SyncTrouble(Trouble.NO_NETWORK))
    app.window.rounds.asked = True
    app.window.rounds._done(waiting)
    app.window.rounds.asked = False
    app.window.rounds._done(waiting)
    assert "Bildene venter." in said(app)
    app.window.rounds._done(Round(0, 0, 0, ()))
    assert said(app) == ""


def test_what_was_said_since_the_server_was_out_of_reach_stays_when_it_is_back(app: App) -> None:
    app.window.rounds.asked = True
    app.window.rounds._failed(SyncTrouble(Trouble.NO_NETWORK))
    app.window.say("Besøket er lagret.", "ok")
    app.window.rounds.asked = False
    app.window.rounds._done(Round(1, 0, 0, ()))
    assert said(app) == "Besøket er lagret."


def test_all_is_not_called_in_step_once_she_has_written_on_another_page(app: App) -> None:
    page = app.window.go("in_step")
    app.window.rounds._done(Round(4, 0, 0, ()))
    assert "Alt er i takt med serveren." in texts(page)
    app.window.go("today")
    with app.window.desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
        changes = work.changes
    app.window.changed.emit(changes)
    told = texts(app.window.go("in_step"))
    assert "1 endring ikke sendt" in told
    assert "Alt er i takt med serveren." not in told


def test_what_the_last_round_did_still_stands_there_when_she_comes_back_to_the_page(app: App) -> None:
    app.window.go("in_step")
    app.window.go("today")
    app.window.rounds._done(Round(4, 0, 0, ()))
    assert "Alt er i takt med serveren. Sendt 4 endringer." in texts(app.window.go("in_step"))


def test_a_round_in_which_a_case_left_is_not_said_to_have_brought_nothing_new() -> None:
    assert "ikke noe nytt" in say(round_told(Round(0, 0, 0, ())))
    assert "ikke noe nytt" not in say(round_told(LEFT))
    assert "ikke noe nytt" not in say(round_told(Round(0, 0, 0, (), staying=1)))


def test_a_round_with_photos_alone_tells_of_them() -> None:
    told = say(round_told(Round(0, 0, 0, (), photos_sent=3, photos_received=1)))
    assert told == "Alt er i takt med serveren. Sendt 3 bilder. Mottatt 1 bilde."
    told = say(round_told(Round(2, 5, 1, (), photos_sent=1)))
    assert told.endswith("Sendt 1 endring. Sendt 1 bilde. Mottatt 5 opplysninger.")


@pytest.fixture
def read_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told on the page of the server."""
    heard: list[str] = []
    monkeypatch.setattr(StandingCard, "announce", lambda card: heard.append(card.told.label.text()))
    return heard


def test_a_round_is_read_out_where_she_asked_for_it_or_it_has_something_to_tell(app: App, read_out: list[str]) -> None:
    app.window.go("in_step")
    app.window.rounds._done(Round(0, 0, 0, ()))
    app.window.rounds._failed(SyncTrouble(Trouble.NO_NETWORK))
    assert read_out == [], "every few minutes, in the midst of what she reads"
    app.window.rounds._done(LEFT)
    app.window.rounds.asked = True
    app.window.rounds._done(Round(0, 0, 0, ()))
    assert read_out == ["Alt er i takt med serveren.", "Alt er i takt med serveren. Det var ikke noe nytt."]


def test_the_page_of_the_server_reads_nothing_out_while_another_is_in_sight(app: App, read_out: list[str]) -> None:
    app.window.go("in_step")
    app.window.go("today")
    app.window.rounds.asked = True
    app.window.rounds._done(Round(1, 0, 0, ()))
    app.window.rounds._failed(SyncTrouble(Trouble.NO_NETWORK))
    assert read_out == []


def test_which_cases_have_left_stands_on_the_page_also_after_the_next_round(app: App) -> None:
    app.window.rounds._done(LEFT)
    app.window.rounds._done(Round(0, 0, 0, ()))
    assert "Ayşe og Mehmet Yılmaz" in texts(app.window.go("in_step"))


def test_a_case_that_has_come_back_is_not_called_gone(app: App) -> None:
    app.window.rounds._done(LEFT)
    with app.window.desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz"))
    assert "Yılmaz" not in texts(app.window.go("in_step"))


def test_on_another_page_it_is_told_that_a_case_has_left_and_not_which(app: App) -> None:
    app.window.go("settings")
    app.window.rounds._done(LEFT)
    assert said(app) == "1 sak er ikke lenger din, og er tatt bort fra denne PC-en. Se «I takt med serveren»."


def test_that_a_case_has_left_does_not_stand_there_as_a_success() -> None:
    assert news_tone(LEFT) == "info"
    assert news_tone(Round(1, 0, 0, ())) == "ok"


def test_what_the_page_tells_is_not_said_above_it_too(app: App) -> None:
    app.window.go("in_step")
    app.window.rounds.asked = True
    app.window.rounds._done(Round(1, 0, 0, ()))
    assert said(app) == ""


def test_it_is_told_what_a_pause_stops(app: App) -> None:
    page = app.window.go("in_step")
    assert isinstance(page, InStepScreen)
    page.connecting.closed.emit()  # as where it knows a server
    assert "Ellers sendes og hentes det av seg selv, så snart serveren kan nås." in texts(page)
    page.standing.pause.setChecked(True)
    assert "Ingenting sendes eller hentes av seg selv før du fortsetter." in texts(page)


def test_nothing_is_called_sent_where_nothing_ever_was(app: App) -> None:
    assert "Alt er sendt" not in texts(app.window.go("in_step"))


@pytest.mark.parametrize(("refused", "told"), [(1, "ikke imot 1 endring. Den"), (2, "ikke imot 2 endringer. De")])
def test_a_round_in_which_something_was_refused_did_not_go_all_well(refused: int, told: str) -> None:
    finished = Round(3, 0, refused, ())
    assert told in say(round_told(finished))
    assert round_tone(finished) == "warn"
    elsewhere = say(round_news(finished, asked=False))
    assert "under «Dette trenger deg» på siden «I takt med serveren»" in elsewhere, "it stands on another page"


def test_a_round_that_was_paused_on_its_way_is_neither_all_well_nor_amiss(app: App) -> None:
    paused = Round(2000, 0, 0, (), stopped=True)
    assert round_tone(paused) == "info"
    app.window.go("in_step")
    app.window.rounds._done(paused)
    assert "Satt på pause underveis." in texts(app.window.go("in_step"))


def test_what_a_restored_server_is_told_again_is_not_called_unsent(app: App) -> None:
    with app.window.desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Zeynep Kaya"))
    with app.window.desk.store.writing_connection() as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'accepted', answered_at = '2026-10-12'")
        sending.send_all_again(connection)
    app.window.changed.emit(None)
    assert "1 endring sendes på nytt" in side(app)
    assert "ikke sendt" not in side(app)
    page = app.window.go("in_step")
    assert "Serveren er gjenopprettet. 1 endring som var sendt, sendes på nytt." in texts(page)
    with app.window.desk.work() as work:
        work.put(Household(id="h2", case="h2", name="Mariam Haidari"))
    app.window.changed.emit(None)
    assert "sendes på nytt. 1 endring ikke sendt." in texts(page)
    assert "1 endring ikke sendt" in side(app)
