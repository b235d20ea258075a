"""Whatever leaves the program: no protected address, and no national id where it has no business."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipFile, is_zipfile

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hjemmebesok.casework.access import access_file, packed
from hjemmebesok.casework.appointments import appointment_file, appointments_file
from hjemmebesok.casework.archiving import package_for_archive
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.editable import editable_letter
from hjemmebesok.casework.filed import FiledLetter
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.register import RegisterEntry

NUMBER = synthetic(date(1984, 4, 4), 3)
WORDS = st.text("BDFGHJKLMNPRSTVWXZ", min_size=6, max_size=10)  # such words are in no text of ours
Outward = Callable[[Desk, str], Iterator[tuple[str, bytes]]]


def archive(desk: Desk, visit: str) -> Iterator[tuple[str, bytes]]:
    made = [make_letter(desk, kind, "h1", "nb", about) for kind, about in letters(visit)]
    package = package_for_archive(desk, "h1", [FiledLetter(each.letter, each.pdf) for each in made])
    yield package.file_name, package.data


def editable(desk: Desk, visit: str) -> Iterator[tuple[str, bytes]]:
    for kind, about in letters(visit):
        letter = editable_letter(desk, kind, "h1", "nb", about)
        yield letter.file_name, letter.data


def calendar(desk: Desk, visit: str) -> Iterator[tuple[str, bytes]]:
    week = appointments_file(desk, date(2026, 10, 12), date(2026, 10, 18), with_place=True)
    for file in (week, appointment_file(desk, visit, with_place=True)):
        yield file.file_name, file.data


def access(desk: Desk, _visit: str) -> Iterator[tuple[str, bytes]]:
    file = access_file(desk, "h1", "p1")
    yield file.file_name, packed(file)


def letters(visit: str) -> tuple[tuple[str, str], ...]:
    return (("information", ""), ("visit_summary", visit))


EVERY = [archive, editable, calendar, access]


@pytest.fixture
def visit(desk: Desk) -> str:
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Liv Strand", protection=Protection.FORTROLIG))
        work.put(Person(id="p1", case="h1", name="Liv Strand", national_id=NUMBER))
        work.put(Dwelling(id="d1", case="h1", address="Kanariveien 1"))
    made = plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, made)
    save_answer(desk, made, "summary.note", "Snakket om skolen.")
    close_visit(desk, made)
    file_letter(desk, make_letter(desk, "information", "h1", "nb"))
    return made


def texts(name: str, data: bytes) -> Iterator[str]:
    """Everything that can be read in a file, also in the files within it."""
    yield name
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        yield from (page.get_textpage().get_text_range() for page in document)
        document.close()
    elif is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as package:
            for inside in package.namelist():
                yield from texts(inside, package.read(inside))
    else:
        yield re.sub(r"\r\n ", "", data.decode("utf-8", "replace"))


@pytest.mark.parametrize("outward", EVERY)
@settings(
    max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(street=WORDS, unit=WORDS, place=WORDS, estate=WORDS, postcode=WORDS)
def test_a_fortrolig_address_leaves_in_nothing(
    desk: Desk, visit: str, outward: Outward, street: str, unit: str, place: str, estate: str, postcode: str
) -> None:
    home = Dwelling(id="d1", case="h1", address=street, unit=unit, place=place, estate=estate, postcode=postcode)
    told = {"dwelling.address": street, "dwelling.unit": unit, "dwelling.place": place}
    with desk.work() as work:
        work.put(home)
        work.put(RegisterEntry(id="r1", case="h1", register_id="7", read_on=date(2026, 9, 1), values=told))
        work.put(replace(work.get(Household, "h1"), safety_note=f"Ring før du går til {street}."))
    for name, data in outward(desk, visit):
        read = "\n".join(texts(name, data)).casefold()
        assert [canary for canary in (street, unit, place, estate, postcode) if canary.casefold() in read] == []


@pytest.mark.parametrize("outward", EVERY)
def test_a_national_id_is_in_no_file_name_and_only_where_somebody_asks_for_her_own(
    desk: Desk, visit: str, outward: Outward
) -> None:
    for name, data in outward(desk, visit):
        assert NUMBER not in name
        found = [part for part in texts(name, data) if NUMBER in part]
        assert bool(found) == (outward is access)
        assert [part for part in found if part.endswith((".pdf", ".json", ".html"))] == []


def test_a_household_that_anyone_may_see_does_have_its_address_there(desk: Desk, visit: str) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, "h1"), protection=Protection.NONE))
    for outward in EVERY:
        read = "\n".join(part for name, data in outward(desk, visit) for part in texts(name, data))
        assert "Kanariveien" in read, outward.__name__
