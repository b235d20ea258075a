"""The programme's papers to the archive: a case of their own, which names nobody, and a line in each paper's log."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from letter_desk import Change
from lxml import etree

from hjemmebesok.casework.archiving import as_saved, note_archived
from hjemmebesok.casework.archiving_papers import PROGRAMME, package_of_papers, papers_made_again, papers_to_archive
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.filed import FiledLetter, letter_as_filed
from hjemmebesok.casework.letters import file_letter, make_letter, make_paper
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection

FIKS = "shared/xsd/fiks-arkiv-v1/no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd"
BESIDE = Path(__file__).parents[3] / FIKS
Issue = Callable[..., FiledLetter]


@pytest.fixture
def issue(desk: Desk, closed: str) -> Issue:
    """Make a paper and note it, as if it had been saved."""

    def issue(kind: str = "sale_frames", about: str = "") -> FiledLetter:
        made = make_paper(desk, kind, "nb", about)
        file_letter(desk, made)
        return FiledLetter(made.letter, made.pdf)

    return issue


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def exports(desk: Desk) -> list[Export]:
    with desk.read() as reading:
        return reading.all(Export)


def test_each_paper_is_a_message_in_the_programmes_case_which_the_first_one_asks_for(
    desk: Desk, issue: Issue, meeting: str
) -> None:
    papers = [issue(), issue("meeting_list", meeting)]
    inside = files(package_of_papers(desk, papers).data)
    first, second = (etree.fromstring(inside[f"{n}/arkivmelding.xml"]) for n in (1, 2))
    assert first.findtext("{*}mappe/{*}tittel") == "Leie til eie: papirer om programmet"
    assert second.find("{*}mappe") is None
    for message, paper in ((first, papers[0]), (second, papers[1])):
        assert message.findtext(".//{*}referanseForelderMappe//{*}noekkel") == PROGRAMME
        assert message.findtext(".//{*}sjekksum") == paper.letter.sha256
    assert inside["1/sale-frames-2026-10-12.pdf"] == papers[0].pdf
    assert b"manifest" in b"".join(name.encode() for name in inside)


def test_the_messages_are_valid_by_the_published_schema(desk: Desk, issue: Issue, meeting: str) -> None:
    if not BESIDE.exists():
        pytest.skip("the schemas of Fiks Arkiv are not in ../shared/xsd beside the project, and are never part of it")
    schema = etree.XMLSchema(etree.parse(BESIDE))
    inside = files(package_of_papers(desk, [issue("meeting_list", meeting), issue()]).data)
    for number in (1, 2):
        schema.assertValid(etree.fromstring(inside[f"{number}/arkivmelding.xml"]))


def test_only_a_paper_that_names_clients_is_shielded_and_the_case_never_is(
    desk: Desk, issue: Issue, meeting: str
) -> None:
    inside = files(package_of_papers(desk, [issue("meeting_list", meeting), issue()]).data)
    listed, frames = (etree.fromstring(inside[f"{n}/arkivmelding.xml"]) for n in (1, 2))
    assert listed.find("{*}mappe/{*}skjerming") is None
    assert listed.find("{*}registrering/{*}skjerming") is not None
    assert frames.find(".//{*}skjerming") is None


def test_no_message_names_a_client_or_an_address(desk: Desk, issue: Issue, meeting: str) -> None:
    package = package_of_papers(desk, [issue(), issue("meeting_list", meeting)])
    told = b"".join(data for name, data in files(package.data).items() if not name.endswith(".pdf")).decode()
    told += package.file_name + " ".join(files(package.data))
    assert [name for name in ("Yılmaz", "Ayşe", "Mehmet", "Fjellåsen") if name in told] == []


def test_it_is_noted_with_each_paper_which_package_it_is_in_and_with_no_household(
    desk: Desk, family: str, issue: Issue, meeting: str
) -> None:
    papers = [issue(), issue("meeting_list", meeting)]
    assert [each.id for each in papers_to_archive(desk)] == [each.letter.id for each in papers]
    package = package_of_papers(desk, papers)
    assert exports(desk) == []
    note_archived(desk, package)
    note_archived(desk, package)
    lines = {line.case: line for line in exports(desk)}
    assert set(lines) == {papers[0].letter.id, meeting}
    assert {line.sha256 for line in lines.values()} == {hashlib.sha256(package.data).hexdigest()}
    assert lines[meeting].about == (papers[1].letter.id,)
    assert papers_to_archive(desk) == []
    assert len(papers_to_archive(desk, again=True)) == 2


def test_the_case_is_asked_for_once_also_where_a_household_was_archived_before(desk: Desk, issue: Issue) -> None:
    def asks(new_case: bool | None = None) -> bool:
        return b"saksmappe" in files(package_of_papers(desk, [issue()], new_case=new_case).data)["1/arkivmelding.xml"]

    assert asks()
    assert not asks(new_case=False)
    note_archived(desk, package_of_papers(desk, [issue()]))
    assert not asks()
    assert asks(new_case=True)


def test_a_paper_that_would_not_be_the_same_again_is_archived_as_it_was_saved(
    desk: Desk, issue: Issue, meeting: str, change: Change
) -> None:
    frames, listed = issue(), issue("meeting_list", meeting)
    assert papers_made_again(desk) == ([frames, listed], [])
    change(Person, "p1", phone="000 00 111")
    assert papers_made_again(desk) == ([frames], [listed.letter])
    assert as_saved(desk, [listed.letter], [b"something else", listed.pdf]) == [listed]


def test_a_saved_list_may_show_an_address_that_has_become_protected(
    desk: Desk, family: str, issue: Issue, meeting: str, change: Change
) -> None:
    frames, listed = issue(), issue("meeting_list", meeting)
    change(Household, family, protection=Protection.FORTROLIG)
    with pytest.raises(Refused, match="fortrolig"):
        letter_as_filed(desk, listed.letter, listed.pdf)
    assert letter_as_filed(desk, frames.letter, frames.pdf) == frames


def test_nothing_a_day_plan_and_a_households_letter_are_refused(desk: Desk, family: str, issue: Issue) -> None:
    with pytest.raises(Refused, match="Velg hvilke papirer"):
        package_of_papers(desk, [])
    plan = issue("day_plan")
    made = make_letter(desk, "information", family, "nb")
    for filed in (plan, FiledLetter(made.letter, made.pdf)):
        with pytest.raises(Refused, match="Bare saker til styret"):
            package_of_papers(desk, [filed])
    assert papers_to_archive(desk) == []


def test_a_paper_can_be_archived_weeks_later(desk: Desk, issue: Issue) -> None:
    frames = issue()
    later = replace(desk, clock=lambda: desk.now().replace(month=12))
    assert papers_made_again(later) == ([frames], [])
