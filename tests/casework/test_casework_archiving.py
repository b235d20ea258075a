"""Letters of the log to the archive: the same file as then, or none."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from hjemmebesok.casework.archiving import archived_letters, note_archived, package_for_archive
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.filed import FiledLetter, letter_as_filed
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.archive.message import MESSAGE

Issue = Callable[..., FiledLetter]


@pytest.fixture
def issue(desk: Desk, family: str) -> Issue:
    """Make the letter about the programme and note it, as if it had been printed."""

    def issue(language: str = "nb", household: str = family) -> FiledLetter:
        made = make_letter(desk, "information", household, language)
        file_letter(desk, made)
        return FiledLetter(made.letter, made.pdf)

    return issue


def later(desk: Desk, **time: int) -> Desk:
    return replace(desk, clock=lambda: desk.now() + timedelta(**time))


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def set_protection(desk: Desk, protection: Protection) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), protection=protection))


def test_a_letter_goes_to_the_archive_as_it_was_made(desk: Desk, family: str, issue: Issue) -> None:
    filed = issue()
    package = package_for_archive(desk, family, [filed])
    inside = files(package.data)
    assert inside["1/information-2026-10-12.pdf"] == filed.pdf
    message = etree.fromstring(inside["1/arkivmelding.xml"])
    assert message.findtext(".//{*}sjekksum") == filed.letter.sha256
    assert "Yılmaz" not in package.file_name


def test_a_letter_made_again_weeks_later_is_the_same_file(desk: Desk, issue: Issue) -> None:
    filed = issue("tr")
    assert letter_as_filed(later(desk, days=40), filed.letter) == filed


def test_a_case_number_that_comes_after_the_letter_does_not_change_it(desk: Desk, family: str, issue: Issue) -> None:
    filed = issue()
    with desk.work() as work:
        work.put(replace(work.get(Household, family), case_number="2026/900"))
    assert letter_as_filed(later(desk, days=40), filed.letter) == filed
    assert issue().pdf != filed.pdf


def test_a_letter_in_two_languages_is_made_again_in_both(desk: Desk, family: str) -> None:
    made = make_letter(desk, "information", family, "tr", with_norwegian=True)
    again = letter_as_filed(later(desk, days=3), made.letter)
    assert (again.pdf, again.file_name) == (made.pdf, made.file_name)


def test_a_letter_that_would_not_be_the_same_again_is_refused(desk: Desk, family: str, issue: Issue) -> None:
    filed = issue()
    with desk.work() as work:
        work.put(replace(work.get(Dwelling, "d1"), address="Elvebakken 1"))
    with pytest.raises(Refused, match="noe er endret"):
        letter_as_filed(desk, filed.letter)
    assert letter_as_filed(desk, filed.letter, saved=filed.pdf) == filed
    with pytest.raises(Refused):
        letter_as_filed(desk, filed.letter, saved=filed.pdf + b" ")


def test_the_first_package_asks_for_the_case_and_the_next_one_does_not(desk: Desk, family: str, issue: Issue) -> None:
    first = package_for_archive(desk, family, [issue(), issue("en")])
    titles = [files(first.data)[f"{n}/arkivmelding.xml"].count(b"saksmappe") for n in (1, 2)]
    assert titles == [1, 0]
    note_archived(desk, first)
    second = package_for_archive(desk, family, [issue("tr")])
    assert b"saksmappe" not in files(second.data)["1/arkivmelding.xml"]
    again = package_for_archive(desk, family, [issue("tr")], new_case=True)
    assert b"saksmappe" in files(again.data)["1/arkivmelding.xml"]


def test_that_it_was_archived_is_noted_with_who_when_and_which_package(desk: Desk, family: str, issue: Issue) -> None:
    filed = issue()
    package = package_for_archive(desk, family, [filed])
    with desk.read() as reading:
        assert reading.in_case(Export, family) == []
    note_archived(desk, package)
    note_archived(desk, package)
    with desk.read() as reading:
        (line,) = reading.in_case(Export, family)
    assert line.sha256 == hashlib.sha256(package.data).hexdigest()
    assert (line.made_by, line.about) == ("Kari Nordmann", (filed.letter.id,))
    assert archived_letters([line]) == {filed.letter.id}


def test_the_same_letters_give_the_same_package(desk: Desk, family: str, issue: Issue) -> None:
    letters = [issue(), issue("en")]
    assert package_for_archive(desk, family, letters).data == package_for_archive(desk, family, letters).data


def test_a_fortrolig_address_and_a_national_id_are_nowhere_in_the_package(desk: Desk, family: str) -> None:
    number = synthetic(datetime(1984, 4, 4).date(), 3)
    with desk.work() as work:
        work.put(replace(work.get(Person, "p1"), national_id=number))
        work.put(Dwelling(id="d1", case=family, address="Skjulteveien 47", postcode="0999", place="Skjulestad"))
    set_protection(desk, Protection.FORTROLIG)
    made = make_letter(desk, "information", family, "nb")
    package = package_for_archive(desk, family, [FiledLetter(made.letter, made.pdf)])
    told = b"".join([*files(package.data).values(), package.file_name.encode()])
    canaries = ("Skjulteveien", "0999", "Skjulestad", number)
    assert [canary for canary in canaries if canary.encode() in told] == []
    saved_before = FiledLetter(made.letter, made.pdf)
    with pytest.raises(Refused, match="fortrolig"):
        letter_as_filed(desk, made.letter, saved=saved_before.pdf)


@pytest.mark.parametrize("protection", [Protection.STRENGT_FORTROLIG, Protection.UTLAND])
def test_a_strengt_fortrolig_case_is_refused(desk: Desk, family: str, issue: Issue, protection: Protection) -> None:
    filed = issue()
    set_protection(desk, protection)
    with pytest.raises(Refused, match="strengt fortrolig"):
        package_for_archive(desk, family, [filed])


def test_no_letter_and_somebody_elses_letter_are_refused(desk: Desk, family: str, issue: Issue) -> None:
    with pytest.raises(Refused, match="Velg hvilke brev"):
        package_for_archive(desk, family, [])
    filed = issue()
    other: IssuedLetter = replace(filed.letter, case="h2")
    with pytest.raises(Refused, match="en annen husstand"):
        package_for_archive(desk, family, [FiledLetter(other, filed.pdf)])


@pytest.mark.parametrize("name", ["Kari Eie", "Leie Brev", "Oppsummering Hjemmebesøk"])
def test_titles_say_the_same_whoever_it_is_about(desk: Desk, family: str, issue: Issue, name: str) -> None:
    said = _titles(files(package_for_archive(desk, family, [issue()]).data)["1/arkivmelding.xml"])
    with desk.work() as work:
        work.put(replace(work.get(Household, family), name=name))
    assert _titles(files(package_for_archive(desk, family, [issue()]).data)["1/arkivmelding.xml"]) == said


def _titles(message: bytes) -> list[str | None]:
    read = etree.fromstring(message)
    return [each.text for path in ("tittel", "offentligTittel") for each in read.iter(f"{{{MESSAGE}}}{path}")]
