"""One whole working day through the real window: from a new laptop to letters read back and a colleague in step."""

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pypdfium2
import pytest
from hands import button, click, pick, sees, settle, tab, type_in, wait_until
from municipality_it import Staff, server_of_the_municipality
from PySide6.QtWidgets import QFileDialog

from hjemmebesok.app import App
from hjemmebesok.casework.conflicts import conflicts_of
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import open_household, save_household, save_person, search_households
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.casework.visits import open_visit, plan_visit
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.screens.settings.you import YouCard

PASSPHRASE = "fjell om høsten"
HEADINGS = (
    "Leietaker-ID;Navn;Medleietaker;Adressebeskyttelse;Adresse;Bolignummer;Postnr;Poststed;Språk;Leie/mnd;Telefon"
)
YILMAZ = "10001;Ayşe Yılmaz;Mehmet Yılmaz;;Fjellåsen 14;H0302;0000;Eksempel;Tyrkisk;12 600,00;000 00 101"
GUESTS = [
    f"2000{place};{name};;;Tunveien {place};H0101;0000;Eksempel;Tyrkisk;9 900,00;000 00 20{place}"
    for place, name in enumerate(("Zeynep Kaya", "Hasan Demir", "Elif Aydın", "Murat Şahin", "Gülay Öztürk"), 1)
]
HIDDEN = "30001;Kanarifugl Nordlys;;Strengt fortrolig;Papegøyeveien 3;H0101;0000;Eksempel;Norsk;8 000,00;000 00 301"
NOTE = "Vil bli boende på Fjell. De lurer på fellesgjeld."

# What she types on each page, by field: example E2, in the way people type.
TYPED = {
    "dwelling": {"dwelling.power": "900"},
    "economy": {
        "economy.livsopphold": "19 000",
        "economy.other_expenses": "900",
        "economy.housing_costs": "5200 kr",
    },
    "wishes": {"wishes.price": "2 000 000", "wishes.costs": "1090", "wishes.term": "40"},
    "summary": {"summary.note": NOTE},
}
INCOMES = (("Lønn, fast", "Mehmet", "22 400"), ("Lønn, deltid", "Ayşe", "7 576"), ("Barnetrygd", "Ayşe", "4 024"))


def test_a_working_day(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first_run(app)
    import_the_register(app, tmp_path)
    visit = the_visit(app)
    the_meeting(app)
    the_letters(app, visit, tmp_path, monkeypatch)
    lock_and_unlock(app)
    with server_of_the_municipality(tmp_path) as staff:
        reconnect(app, staff, tmp_path)
    app.window.lock()
    nothing_personal_in_the_clear(tmp_path / "laptop", (tmp_path / "server.log"))


def first_run(app: App) -> None:
    gate = app.window.centralWidget()
    for field, text in (
        (gate.user_name, "Kari Nordmann"),
        (gate.municipality, "Eksempel kommune"),
        (gate.passphrase, PASSPHRASE),
        (gate.again, PASSPHRASE),
    ):
        type_in(field, text)
    click(gate.button)
    wait_until(lambda: app.window.house, "the store to be made")
    app.window.go("settings")
    type_in(app.window.findChild(YouCard).phone, "000 00 100")
    tab()


def import_the_register(app: App, folder: Path) -> None:
    export = folder / "register.csv"
    export.write_bytes("\r\n".join((HEADINGS, YILMAZ, *GUESTS, HIDDEN)).encode("utf-8-sig"))
    screen = app.window.go("register")
    screen.open_file(export)
    wait_until(lambda: screen.read_in.isVisible() and screen.read_in.isEnabled(), "the preview")
    settle()
    assert sees(screen, "manuelt")
    assert not sees(screen, "Kanarifugl")
    assert search_households(app.window.desk, "") == []
    click(screen.read_in)
    wait_until(lambda: len(search_households(app.window.desk, "")) == 6, "the import")


def the_visit(app: App) -> str:
    """Fill in the form page by page; the id of the visit."""
    desk = app.window.desk
    case = search_households(desk, "yilmaz fjellasen")[0].household.id
    app.window.act(lambda: plan_visit(desk, case, datetime.combine(desk.today(), time(23, 30))))
    today = app.window.go("today")
    type_in(today.finder.field, "yılm")
    settle()
    assert today.finder.model.rowCount() == 1
    type_in(today.finder.field, "")
    click(button(today, "Start hjemmebesøk"))
    screen = app.window.house.pages.currentWidget()
    agree_and_fill_in(screen)
    panel_says_e2(app, screen)
    visit = str(screen.model.id)
    screen.go("summary")
    settle()
    click(button(screen, "Avslutt og lås notatet"))
    closed = open_visit(desk, visit)
    assert (closed.visit.status, closed.drafts) == (VisitStatus.CLOSED, {})
    assert closed.form.answers["summary.note"] == NOTE
    assert sees(screen, "Låst")
    return visit


def agree_and_fill_in(screen: object) -> None:
    form = page(screen, "consent")
    for field in ("consent.informed", "consent.given"):
        choose_yes(form.asked[field].control)
    for section, answers in TYPED.items():
        form = page(screen, section)
        if section == "economy":
            for income in INCOMES:
                add_income(screen, *income)
        if section == "wishes":
            choose_yes(form.asked["wishes.own"].control)
        for field, text in answers.items():
            type_in(form.asked[field].control, text)
            tab()


def page(screen: object, section: str) -> object:
    screen.go(section)
    settle()
    return screen.pages.forms[section]


def choose_yes(control: object) -> None:
    click(control._segments[True])


def add_income(screen: object, kind: str, who: str, amount: str) -> None:
    rows = screen.pages.forms["economy"].lists["economy.income"]
    click(rows.add)
    line = list(rows.rows.values())[-1]
    pick(line.cells["type"], kind)
    type_in(line.cells["who"], who)
    type_in(line.cells["amount"], amount)
    tab()


def panel_says_e2(app: App, screen: object) -> None:
    settle()
    for figure in ("1 845 000 kr", "156 090 kr", "7,8 %", "14 097 kr", "13 500 kr", "Hva har banken svart?"):
        assert sees(screen, figure), figure


def the_meeting(app: App) -> None:
    """Plan, invite five, one comes uninvited, a talk, an offer, the lock."""
    from hjemmebesok.casework.meetings import invite, open_meeting, plan_meeting
    from hjemmebesok.domain.meeting import Meeting

    desk = app.window.desk
    plan = Meeting(
        id="", case="", number=1, starts=datetime.combine(desk.today(), time(17)), place="Fjell", language="tr"
    )
    meeting = plan_meeting(desk, plan).made
    for row in GUESTS:
        invite(desk, meeting, search_households(desk, row.split(";")[1])[0].household.id)
    screen = app.window.go("meeting", meeting)
    click(button(screen, "Start møtet"))
    click(button(screen, "Legg til deltaker"))
    type_in(screen.add.name, "Emre Çelik")
    click(screen.add.add)
    for row in screen.table.rows:
        came = button(row, "Kom")
        if not came.isChecked():
            click(came)
    elif_ = next(seat for seat in open_meeting(desk, meeting).seats if seat.card.household.name == "Elif Aydın")
    screen.choose(elif_.participant.id)
    settle()
    type_in(screen.talk.note, "Har fast jobb.")
    tab()
    other = next(seat for seat in open_meeting(desk, meeting).seats if seat.card.household.name == "Hasan Demir")
    screen.choose(other.participant.id)
    settle()
    assert "fast jobb" not in screen.talk.note.toPlainText()
    opened = open_meeting(desk, meeting)
    assert [seat.note for seat in opened.seats if seat.note] == ["Har fast jobb."]
    assert sum(seat.participant.attended is True for seat in opened.seats) == 6
    click(button(screen, "Avslutt møtet"))
    click(screen.bar.primary)
    assert open_meeting(desk, meeting).locked


def the_letters(app: App, visit: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The summary in each language, saved from the preview and read back."""
    expected = {"nb": ("19. ", NOTE), "en": ("This is not a decision", NOTE), "tr": ("Yılmaz", NOTE)}
    screen = app.window.go("letter", visit)
    for language, words in expected.items():
        screen.head.languages.setCurrentIndex(list(OWN_NAMES).index(language))
        wait_until(lambda: screen.ready, f"the letter in {language}")
        place = folder / f"summary-{language}.pdf"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, place=place: (str(place), ""))
        click(button(screen, "Lagre PDF"))
        text = read(place)
        assert NOTE in text
        assert "Ayşe" in text
        assert "1 845 000" in text or "1,845,000" in text or "1.845.000" in text
        assert words[1] in text
    made = open_household(app.window.desk, open_visit(app.window.desk, visit).visit.case).letters
    assert sorted(letter.language for letter in made) == ["en", "nb", "tr"]


def read(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.replace("\u00a0", " ").split())


def lock_and_unlock(app: App) -> None:
    app.window.lock()
    gate = app.window.centralWidget()
    assert not sees(gate, "Kari Nordmann")
    type_in(gate.passphrase, "fjell om våren")
    click(gate.button)
    wait_until(lambda: sees(gate, "Passfrasen stemmer ikke"), "the refusal")
    type_in(gate.passphrase, PASSPHRASE)
    click(gate.button)
    wait_until(lambda: app.window.house, "the store to be opened")


def reconnect(app: App, staff: Staff, folder: Path) -> None:
    kari, ola = (staff.run("user", "3301", name) for name in ("Kari Nordmann", "Ola Nordmann"))
    screen = app.window.go("in_step")
    type_in(screen.connecting.address, staff.address)
    type_in(screen.connecting.code, staff.run("code", "3301", kari))
    click(screen.connecting.button)
    wait_until(lambda: app.window.desk.user.id == kari, "the enrolment")
    in_step(app)
    colleague = create_desk(folder / "ola", PASSPHRASE, "Ola", "Eksempel kommune", cost=LOWEST_COST)
    colleague = enrol(colleague, staff.address, staff.run("code", "3301", ola))
    case = search_households(app.window.desk, "yilmaz")[0].household.id
    staff.run("grant", "3301", case, ola)
    sync_now(colleague)
    assert [card.household.name for card in search_households(colleague, "")] == ["Ayşe og Mehmet Yılmaz"]
    two_write_at_once(app, colleague, case)
    colleague.close()


def two_write_at_once(app: App, colleague: Desk, case: str) -> None:
    desk = app.window.desk
    theirs = open_household(colleague, case)
    save_household(colleague, replace(theirs.card.household, case_number="2026-0147"))
    save_person(colleague, replace(theirs.card.persons[0], phone="000 00 202"))
    save_person(desk, replace(open_household(desk, case).card.persons[0], phone="000 00 191"))
    sync_now(colleague)
    in_step(app)
    assert open_household(desk, case).card.household.case_number == "2026-0147"
    (conflict,) = conflicts_of(desk)
    assert {conflict.shown.value, conflict.other.value} == {"000 00 191", "000 00 202"}
    screen = app.window.go("household", case)
    settle()
    assert sees(screen, "000 00 191")
    assert sees(screen, "000 00 202")
    click(button(screen, "Velg denne"))
    assert conflicts_of(desk) == []
    in_step(app)
    sync_now(colleague)
    assert conflicts_of(colleague) == []


def in_step(app: App) -> None:
    screen = app.window.go("in_step")
    settle()
    wait_until(lambda: not app.window.rounds.running, "a round that came of itself")
    click(button(screen, "Bring i takt nå"))
    wait_until(lambda: not app.window.rounds.running, "the round")
    assert sync_status(app.window.desk).unsent == 0


def nothing_personal_in_the_clear(laptop: Path, log: Path) -> None:
    seen = b"\0".join(path.read_bytes() for path in [*laptop.rglob("*"), log] if path.is_file())
    names = b"\0".join(str(path.name).encode() for path in laptop.rglob("*"))
    for word in ("Yılmaz", "Yilmaz", "Kanarifugl", "Papeg", "Kari Nordmann", "000 00 101", NOTE[:12], "fast jobb"):
        assert word.encode("utf-8") not in seen
        assert word.encode("utf-8") not in names
