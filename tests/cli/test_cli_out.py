"""What leaves the program from a terminal: to the archive, the calendar, a word processor, a person and the public."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import Desk, create_desk, open_desk
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.person import Person
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"
NUMBER = synthetic(date(1984, 4, 4), 3)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    desk = create_desk(
        tmp_path / "store", PASSPHRASE, "Kari Nordmann", "Eksempel kommune", phone="000 00 101", cost=LOWEST_COST
    )
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe Yılmaz", language="tr"))
        work.put(Person(id="p1", case="h1", name="Ayşe Yılmaz", national_id=NUMBER))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", postcode="0000", place="Eksempel"))
    plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30))
    file_letter(desk, make_letter(desk, "information", "h1", "nb"))
    desk.close()
    return tmp_path / "store"


@pytest.fixture
def out(run: Run, store: Path) -> Run:
    def out(command: str, *options: str, **variables: str) -> Done:
        arguments = (command, *options, "--store", "store")
        return run(*arguments, HJEMMEBESOK_PASSPHRASE=PASSPHRASE, **variables)

    return out


@pytest.fixture
def noted(store: Path) -> Iterator[Desk]:
    desk = open_desk(store, PASSPHRASE)
    yield desk
    desk.close()


def log(desk: Desk) -> list[str]:
    with desk.read() as reading:
        return [each.what for each in reading.in_case(Export, "h1")]


def test_a_package_for_the_archive_is_written_and_noted_once(out: Run, tmp_path: Path, noted: Desk) -> None:
    done = out("archive", "--household", "h1", "--out", "arkiv.zip")
    assert (done.returncode, done.stderr) == (0, "")
    with ZipFile(tmp_path / "arkiv.zip") as package:
        assert "1/arkivmelding.xml" in package.namelist()
    assert log(noted) == ["archive"]
    again = out("archive", "--household", "h1", "--out", "arkiv2.zip")
    assert (again.returncode, again.stdout) == (1, "")
    assert not (tmp_path / "arkiv2.zip").exists()


def test_a_letter_that_is_not_there_cannot_be_archived(out: Run) -> None:
    done = out("archive", "--household", "h1", "--letter", "ingen", "--out", "arkiv.zip")
    assert (done.returncode, done.stderr) == (1, "Det finnes ikke noe brev med nummer «ingen» i loggen.\n")


def test_the_programmes_papers_are_archived_in_a_case_of_their_own(out: Run, tmp_path: Path, noted: Desk) -> None:
    with noted.work() as work:
        home = work.get(Dwelling, "d1")
        work.put(replace(home, estate="Fjellåsen borettslag", borettslag_number="000 000 000"))
    assert out("paper", "sale_frames", "--language", "nb", "--out", "rammer.pdf").returncode == 0
    done = out("archive", "--papers", "--pdf", "rammer.pdf", "--out", "arkiv.zip")
    assert (done.returncode, done.stdout) == (0, "arkiv.zip: 1 dokument er i arkivpakken.\n"), done.stderr
    with ZipFile(tmp_path / "arkiv.zip") as package:
        assert b"papirer om programmet" in package.read("1/arkivmelding.xml")
        (pdf,) = [name for name in package.namelist() if name.endswith(".pdf")]
        assert package.read(pdf) == (tmp_path / "rammer.pdf").read_bytes()
    assert log(noted) == []
    assert out("archive", "--papers", "--out", "arkiv2.zip").returncode == 1


@pytest.mark.parametrize("options", [(), ("--household", "h1", "--papers")])
def test_one_archives_either_a_households_letters_or_the_papers(out: Run, options: tuple[str, ...]) -> None:
    assert out("archive", *options, "--out", "arkiv.zip").returncode == 2


def test_a_week_goes_into_the_calendar_without_names(out: Run, tmp_path: Path, noted: Desk) -> None:
    days = ("--from", "2026-10-12", "--to", "2026-10-18")
    assert out("calendar", *days, "--out", "uke.ics").returncode == 0
    told = (tmp_path / "uke.ics").read_text("utf-8")
    assert "SUMMARY:Hjemmebesøk" in told
    assert [word for word in ("Yılmaz", "Fjellåsen", NUMBER) if word in told] == []
    assert out("calendar", *days, "--with-place", "--out", "uke.ics").returncode == 0
    assert "Fjellåsen" in (tmp_path / "uke.ics").read_text("utf-8")
    assert log(noted) == ["calendar"]


def test_access_is_seen_first_and_then_written_sealed(out: Run, tmp_path: Path, noted: Desk) -> None:
    whom = ("--household", "h1", "--person", "p1")
    seen = out("access", *whom, "--dry-run")
    assert seen.returncode == 0
    assert seen.stdout.endswith("Ingenting er skrevet.\n")
    assert NUMBER not in seen.stdout
    assert log(noted) == []
    done = out("access", *whom, "--out", "innsyn.zip", HJEMMEBESOK_SEAL="fire ord om høsten")
    assert (done.returncode, done.stderr) == (0, "")
    assert NUMBER.encode() not in (tmp_path / "innsyn.zip").read_bytes()
    assert log(noted) == ["access"]


def test_access_without_a_seal_must_be_asked_for_and_is_warned_of(out: Run, tmp_path: Path) -> None:
    whom = ("--household", "h1", "--person", "p1", "--out", "innsyn.zip")
    assert out("access", *whom).returncode == 1
    assert not (tmp_path / "innsyn.zip").exists()
    done = out("access", *whom, "--unsealed")
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
    with ZipFile(tmp_path / "innsyn.zip") as package:
        assert NUMBER in json.dumps(json.loads(package.read("innsyn.json")))


def test_a_letter_for_word_is_written_and_noted(out: Run, tmp_path: Path, noted: Desk) -> None:
    done = out("letter", "information", "--household", "h1", "--language", "nb", "--out", "brev.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "brev.docx").read_bytes()[:2] == b"PK"
    assert log(noted) == ["editable"]


@pytest.mark.parametrize("place", ["sider", "sider.zip"])
def test_the_web_pages_need_no_store(run: Run, tmp_path: Path, place: str) -> None:
    done = run("web-pack", "--out", place, "--municipality", "Eksempel kommune", "--phone", "000 00 100")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{place}: 7 sider\n", "")
    assert (tmp_path / place).exists()


def test_the_web_pages_of_a_municipality_with_its_own_store_tell_that_texts_are_drafts(
    out: Run, tmp_path: Path
) -> None:
    done = out("web-pack", "--out", "sider")
    assert (done.returncode, done.stderr) == (0, "Noen av tekstene er ikke godkjent ennå.\n")
    assert "Eksempel kommune" in (tmp_path / "sider" / "information-tr.html").read_text("utf-8")
