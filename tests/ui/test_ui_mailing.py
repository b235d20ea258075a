"""A letter to everyone: looked through first, made off the screen's thread, stopped and gone on with."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from disagreeing import disagree
from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.mailing import make_mailing
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.letter_text import TextStatus
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.preferences import Preferences
from hjemmebesok.ui.screens import Screen
from hjemmebesok.ui.screens.letter.pdf_pages import page_count
from hjemmebesok.ui.screens.letter.printing import new_printer
from hjemmebesok.ui.screens.mailing.files import FilesCard
from hjemmebesok.ui.screens.mailing.screen import MailingScreen
from hjemmebesok.ui.window import MainWindow

SCREENS = (Screen("mailing", "mail", N_("Brev til alle"), "hjemmebesok.ui.screens.mailing.screen:MailingScreen"),)
NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
WHO = [("h1", "Ayşe Yılmaz", "tr"), ("h2", "Bjørn Ås", "nb"), ("h3", "Sahra Warsame", "so"), ("h4", "Liv Vik", "nb")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """With four households, one of them with a protected address, and texts approved in Norwegian and Turkish."""
    opened = create_desk(
        tmp_path / "store", "fjell om høsten", "Kari Nordmann", "Eksempel kommune", phone="000 00 100",
        cost=LOWEST_COST, clock=lambda: NOW,
    )  # fmt: skip
    with opened.work() as work:
        for key, name, language in WHO:
            protection = Protection.FORTROLIG if key == "h4" else Protection.NONE
            work.put(Household(id=key, case=key, name=name, language=language, protection=protection))
            work.put(Dwelling(id=f"d{key}", case=key, address="Fjellåsen 14", postcode="0000", place="Eksempel"))
    for language in ("nb", "tr"):
        for letter in ("information", "information_folder"):
            set_status(opened, letter, language, TextStatus.APPROVED, "Styringsgruppen", opened.today())
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> MailingScreen:
    window = MainWindow(tmp_path / "window", Preferences(), SCREENS)
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "house", None))
    window.resize(1366, 768)
    window.show()
    window.open(desk)
    page = window.go("mailing")
    assert isinstance(page, MailingScreen)
    qtbot.waitUntil(lambda: page.ready)
    return page


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "ut").mkdir()
    return tmp_path / "ut"


def noted(desk: Desk) -> list[str]:
    with desk.read() as reading:
        return sorted({each.case for each in reading.all(IssuedLetter)})


def test_everyone_stands_on_the_page_before_anything_is_made(page: MailingScreen, desk: Desk) -> None:
    shown = texts(page)
    assert "4 husstander i målgruppen" in shown
    assert "1 brev på norsk, med en linje om tolk for dem som leser somali" in shown
    assert "1 brev på norsk og tyrkisk" in shown
    assert "1 husstand er utelatt" in shown
    assert "Fortrolig adresse" in shown
    assert page.make.text().strip() == "Lag 3 brev …"
    assert noted(desk) == []


def test_finding_out_who_gets_it_leaves_the_keyboard_where_it_is(page: MailingScreen, qtbot: QtBot) -> None:
    page._window.activateWindow()
    page.make.setFocus()
    page.refresh()
    qtbot.wait(200)
    assert page._window.isActiveWindow()
    assert page._window.focusWidget() is page.make


def test_a_choice_changes_who_gets_it(page: MailingScreen, qtbot: QtBot) -> None:
    page.choosing.others.click()
    qtbot.waitUntil(lambda: page.ready)
    assert "Brevet finnes ikke på språket de leser (somali)." in texts(page)
    assert page.make.text().strip() == "Lag 2 brev …"


def test_a_household_with_two_values_in_the_letter_stands_among_those_left_out(
    page: MailingScreen, desk: Desk, qtbot: QtBot
) -> None:
    disagree(desk, "dh2", "dwelling", "address", "Tunveien 5", "Tunveien 7", case="h2")
    page.refresh()
    qtbot.waitUntil(lambda: "2 husstander er utelatt" in texts(page))
    shown = texts(page)
    assert "To har skrevet ulikt i ett felt som brevet forteller om." in shown
    assert page.make.text().strip() == "Lag 2 brev …"


def test_an_unapproved_text_goes_to_nobody(page: MailingScreen, desk: Desk, qtbot: QtBot) -> None:
    plan_visit(desk, "h1", datetime(2026, 10, 20, 10, 0))
    page.choosing.kind._choose("visit_notice")
    qtbot.waitUntil(lambda: page.ready)
    assert "Teksten til «Varsel om hjemmebesøk» på norsk er ikke godkjent." in texts(page)
    assert not page.make.isEnabled()


def test_the_letters_are_made_and_noted_and_then_there_is_nobody_left(
    page: MailingScreen, desk: Desk, out: Path, qtbot: QtBot
) -> None:
    page.make_in(out)
    assert page.running.isVisible()
    assert page.stop.isVisible()
    qtbot.waitUntil(lambda: page.ready and page.result is not None)
    assert noted(desk) == ["h1", "h2", "h3"]
    assert len(list(out.glob("*.pdf"))) == 6  # with the folder
    qtbot.waitUntil(lambda: "3 har fått det" in texts(page))
    assert "3 brev er laget og ført opp." in texts(page.bar)
    assert "Hvem har fått brevet" in texts(page)
    assert not page.make.isEnabled()


def test_print_files_hold_the_letters_of_a_language(page: MailingScreen, out: Path, qtbot: QtBot) -> None:
    page.choosing.files.set_value("even")
    page.choosing.files.edited.emit("even")
    page.make_in(out)
    qtbot.waitUntil(lambda: page.ready and page.result is not None)
    assert sorted(path.name for path in out.iterdir()) == [
        "information-nb-0001.pdf",
        "information-nb-so-0001.pdf",
        "information-nb-tr-0001.pdf",
    ]


@pytest.fixture
def printed_files(page: MailingScreen, out: Path, qtbot: QtBot) -> FilesCard:
    """What is on the page when print files are made."""
    page.choosing.files.edited.emit("none")
    page.make_in(out)
    qtbot.waitUntil(lambda: page.ready and page.files is not None)
    assert page.files is not None
    return page.files


def test_every_file_that_was_made_stands_on_the_page_with_what_can_be_done(printed_files: FilesCard, out: Path) -> None:
    said = texts(printed_files)
    assert "3 filer er laget" in said
    assert str(out) in said
    assert {path.name for path in out.iterdir()} == {line for line in said.splitlines() if line.endswith(".pdf")}
    assert printed_files.rows[0].print.accessibleName() == f"Skriv ut {printed_files.rows[0].file.name}"


def test_many_files_are_shown_some_at_a_time(out: Path, qtbot: QtBot) -> None:
    card = FilesCard([out / f"{number}.pdf" for number in range(60)])
    qtbot.addWidget(card)
    assert len(card.rows) == 25
    card.more.click()
    card.more.click()
    assert (len(card.rows), card.more.isHidden()) == (60, True)


def test_a_file_is_opened_in_the_program_of_this_pc(printed_files: FilesCard, qtbot: QtBot) -> None:
    class Viewer(QObject):
        opened = Signal(QUrl)

    viewer, files = Viewer(), []
    viewer.opened.connect(files.append)
    QDesktopServices.setUrlHandler("file", viewer, "opened")
    printed_files.rows[0].open.click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(each.toLocalFile()) for each in files] == [printed_files.rows[0].file]


def test_a_print_file_is_printed_page_by_page(
    page: MailingScreen, printed_files: FilesCard, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = printed_files.rows[0].file.read_bytes()
    page.using.print_on(pdf, printer_to(tmp_path / "printed.pdf"))
    assert page.using.printing is not None
    qtbot.waitUntil(lambda: page.using.printing is None, timeout=60_000)
    pages = page_count(pdf)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == pages
    assert f"{pages} sider er sendt til skriveren." in texts(page.window())


def test_locking_the_window_stops_what_is_being_printed(
    page: MailingScreen, printed_files: FilesCard, tmp_path: Path
) -> None:
    page.using.print_on(printed_files.rows[0].file.read_bytes(), printer_to(tmp_path / "printed.pdf"))
    printing, window = page.using.printing, page.window()
    assert printing is not None
    assert isinstance(window, MainWindow)
    window.lock()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not printing._turn.isActive()


def test_a_printer_that_takes_nothing_is_told_of(page: MailingScreen, printed_files: FilesCard, tmp_path: Path) -> None:
    page.using.print_on(printed_files.rows[0].file.read_bytes(), printer_to(tmp_path / "nowhere" / "printed.pdf"))
    assert "Skriveren tok ikke imot filen." in texts(page.window())
    assert page.using.printing is None


def test_a_file_that_was_deleted_is_told_of(page: MailingScreen, printed_files: FilesCard) -> None:
    row = printed_files.rows[0]
    row.file.unlink()
    for button in (row.open, row.print):
        page.window().house.notice.say("", "info")
        button.click()
        assert "Filen er ikke der lenger." in texts(page.window())


def printer_to(path: Path) -> QPrinter:
    """Paper that is a file."""
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_letter_that_became_wrong_during_the_run_is_told_of_with_who_and_why(
    page: MailingScreen, desk: Desk, out: Path, qtbot: QtBot
) -> None:
    set_status(desk, "visit_notice", "nb", TextStatus.APPROVED, "Styringsgruppen", desk.today())
    visits = [plan_visit(desk, each, datetime(2026, 10, 20, 10, 0)).made for each in ("h2", "h3")]

    def meanwhile(done: int, _all: int) -> bool:
        if done == 1:  # the letter to the first is made
            with desk.work() as work:
                work.put(replace(work.get(Visit, visits[0]), starts=datetime(2026, 10, 21, 12, 0)))
        return True

    page.choosing.kind._choose("visit_notice")
    qtbot.waitUntil(lambda: page.ready)
    page._made(make_mailing(desk, page.model.choices, out, meanwhile))
    qtbot.waitUntil(lambda: "1 brev kunne ikke lages" in texts(page))
    said = texts(page)
    assert "Noe som står i brevet, ble endret imens. Lag utsendingen en gang til." in said
    assert "Bjørn Ås" in said
    assert (noted(desk), page.make.text().strip()) == (["h3"], "Lag 1 brev …")


def test_what_became_of_one_letter_is_not_told_of_another(
    page: MailingScreen, desk: Desk, out: Path, qtbot: QtBot
) -> None:
    def renames(done: int, _all: int) -> bool:
        if done == 1:
            with desk.work() as work:
                work.put(replace(work.get(Household, "h2"), name="Bjørn Berg"))
        return True

    page._made(make_mailing(desk, page.model.choices, out, renames))
    qtbot.waitUntil(lambda: "1 brev kunne ikke lages" in texts(page))
    page.choosing.kind._choose("visit_notice")
    qtbot.waitUntil(lambda: page.ready)
    assert "kunne ikke lages" not in texts(page) and "Det er ingen å lage brev til" in texts(page.bar)
    assert page.files is not None and page.files.isVisible()


def test_a_run_that_is_stopped_can_be_gone_on_with(page: MailingScreen, desk: Desk, out: Path, qtbot: QtBot) -> None:
    page.make_in(out)
    page.stop.click()
    qtbot.waitUntil(lambda: page.ready and page.result is not None)
    assert page.result is not None
    assert page.result.stopped
    page.make_in(out)
    qtbot.waitUntil(lambda: page.ready and len(noted(desk)) == 3)


def test_locking_the_window_stops_the_run(page: MailingScreen, out: Path) -> None:
    page.make_in(out)
    run = page.run
    assert run is not None
    window = page.window()
    assert isinstance(window, MainWindow)
    window.lock()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert run._stop.is_set()


def test_a_folder_that_cannot_be_written_to_is_told_in_one_sentence(
    page: MailingScreen, tmp_path: Path, qtbot: QtBot, desk: Desk
) -> None:
    page.make_in(tmp_path / "finnes ikke")
    qtbot.waitUntil(lambda: page.ready)
    assert "kan ikke lagres der" in texts(page.window())
    assert noted(desk) == []


def test_what_was_made_before_a_run_failed_stands_on_the_page_with_what_went_wrong(
    page: MailingScreen, desk: Desk, out: Path, qtbot: QtBot
) -> None:
    def fails(done: int, _all: int) -> bool:
        if done:
            raise Refused(Phrase("Noe gikk galt."))
        return True

    page._made(make_mailing(desk, page.model.choices, out, fails))
    qtbot.waitUntil(lambda: page.ready and page.make.text().strip() == "Lag 2 brev …")
    assert page.files is not None and len(page.files.rows) == len(list(out.iterdir()))
    assert "1 brev er laget og ført opp. Noe gikk galt." in " ".join(texts(page.bar).split())


def test_an_invitation_asks_for_the_meeting_and_goes_to_those_invited(
    page: MailingScreen, desk: Desk, qtbot: QtBot
) -> None:
    starts = datetime(2026, 10, 26, 17, 0)
    meeting = plan_meeting(desk, Meeting(id="", case="", number=3, starts=starts, place="Fjell grendehus")).made
    invite(desk, meeting, "h1")
    for language in ("nb", "tr"):
        set_status(desk, "meeting_invitation", language, TextStatus.APPROVED, "Styringsgruppen", desk.today())
    assert not page.choosing.meeting.isVisible()
    page.choosing.kind._choose("meeting_invitation")
    assert page.choosing.meeting.isVisible()
    assert not page.choosing.folder.isVisible()
    page.choosing.meeting.set_value(meeting)
    page.choosing.meeting.edited.emit(meeting)
    qtbot.waitUntil(lambda: page.ready)
    assert page.make.text().strip() == "Lag 1 brev …"


def test_the_page_holds_the_gate_with_files_on_it(
    page: MailingScreen, printed_files: FilesCard, check_screen: Callable[..., None]
) -> None:
    page.setParent(None)
    check_screen(page)


def test_the_page_holds_the_gate(page: MailingScreen, check_screen: Callable[..., None]) -> None:
    page.setParent(None)
    check_screen(page)
