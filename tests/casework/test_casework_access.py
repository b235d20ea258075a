"""The right of access: everything about the one who asks, and nothing about anybody else."""

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html

from hjemmebesok.casework.access import access_file, note_access, packed, packed_and_sealed
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.casework.signing import sign_visit
from hjemmebesok.casework.talks import save_note
from hjemmebesok.casework.visits import close_visit, keep_draft, plan_visit, save_answer, save_presence, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.register import RegisterEntry
from hjemmebesok.domain.signature import Signature, Signer
from hjemmebesok.store.replica import take_conflicts
from hjemmebesok.store.work import derived_id
from hjemmebesok.wire.messages import Conflict, Value

OWN, WIFES = (synthetic(date(1984, 4, 4), serial) for serial in (3, 5))
MEHMET, AYSE = derived_id("h1", "tenant"), derived_id("h1", "partner")
SAID = {
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000},
    "economy.income/2": {"type": "lonn_fast", "who": "Ayşe", "amount": 1_777_700},
    "health.needs": "Trenger heis, sier Ayşe.",
    "summary.note": "Ringte 000 00 222 og snakket med Ayşe.",
}
OF_AYSE = (WIFES, "Ayşe", "000 00 222", "ayse@eksempel.example", "17777", "17 777", "1777700")
OF_OTHERS = ("Kanari", "kanarinotat", "K-4711")


@pytest.fixture
def home(desk: Desk) -> str:
    """A couple who rent, have been visited, been to a meeting with others, and been written about by two people."""
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr", safety_note="Stor hund."))
        own = Person(id=MEHMET, case="h1", name="Mehmet Yılmaz", national_id=OWN, phone="000 00 111")
        wifes = Person(id=AYSE, case="h1", name="Ayşe Yılmaz", role=Role.PARTNER, national_id=WIFES)
        work.put(own)
        work.put(replace(wifes, phone="000 00 222", email="ayse@eksempel.example"))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", postcode="0999", place="Eksempel", unit="H0302"))
        told = {"tenant.national_id": OWN, "partner.name": "Ayşe Yılmaz", "dwelling.address": "Fjellåsen 14"}
        work.put(RegisterEntry(id="r1", case="h1", register_id="77", read_on=date(2026, 9, 1), values=told))
        work.put(Household(id="h2", case="h2", name="Kari Kanari"))
        work.put(Person(id="p9", case="h2", name="Kari Kanari", national_id=synthetic(date(1990, 1, 1), 1)))
    return "h1"


@pytest.fixture
def full(desk: Desk, home: str) -> str:
    visit = plan_visit(desk, home, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    save_presence(desk, visit, ("Kari Nordmann",), ("Mehmet Yılmaz", "Ayşe Yılmaz"), None)
    for field, value in SAID.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    made = Meeting(id="", case="", number=3, starts=datetime(2026, 10, 20, 17), place="Fjell skole")
    meeting = plan_meeting(desk, made).made
    save_note(desk, invite(desk, meeting, home).made, "Vil gjerne kjøpe.")
    save_note(desk, invite(desk, meeting, "h2").made, "kanarinotat")
    for kind, about in (("information", ""), ("visit_summary", visit)):
        file_letter(desk, make_letter(desk, kind, home, "nb", about))
    next_visit = plan_visit(desk, home, datetime(2026, 11, 2, 9)).made
    start_visit(desk, next_visit)
    keep_draft(desk, next_visit, "summary.note", "halvskrevet om Ayşe")
    _two_wrote(desk, MEHMET, "000 00 111", "000 00 112")
    _two_wrote(desk, AYSE, "000 00 222", "000 00 223")
    return home


def _two_wrote(desk: Desk, person: str, shown: str, other: str) -> None:
    values = (Value("c1", shown, "Kari Nordmann", "2026-10-12T08:00:00+00:00"),)
    values += (Value("c2", other, "Ola Nordmann", "2026-10-12T09:00:00+00:00"),)
    conflict = Conflict(f"k-{person}", person, "person", "h1", "phone", 1, *values)
    with desk.store.writing_connection() as connection:
        take_conflicts(connection, [conflict])


def everything(files: dict[str, bytes]) -> str:
    return "\n".join([*files, *(data.decode() for name, data in files.items() if not name.endswith(".pdf"))])


def data_of(files: dict[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files["innsyn.json"])
    return read


def test_the_one_who_holds_the_lease_sees_the_case_and_herself(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET)
    page = " ".join(html.document_fromstring(file.files["innsyn-nb.html"].decode()).text_content().split())
    expected = (
        OWN, "000 00 111", "000 00 112", "Stor hund.", "Fjellåsen 14, H0302", "22 400", "Vil gjerne kjøpe.",
        "Trenger heis", "Kari Nordmann", "Fjell", "12. oktober 2026",
    )  # fmt: skip
    assert [words for words in expected if words not in page] == []


def test_nothing_about_the_others_in_the_household_is_there(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET)
    assert [canary for canary in OF_AYSE if canary in everything(file.files)] == []
    assert file.held_back > 5


def test_whoever_has_agreed_is_there(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET, frozenset({AYSE}))
    told = everything(file.files)
    assert [word for word in (WIFES, "000 00 222", "1777700", "Trenger heis, sier Ayşe.") if word not in told] == []
    assert file.held_back == 0


def test_whoever_does_not_hold_the_lease_sees_what_is_about_her_and_no_more(desk: Desk, full: str) -> None:
    file = access_file(desk, full, AYSE)
    assert {record["id"] for record in data_of(file.files)["records"]} == {AYSE}
    told = everything(file.files)
    assert WIFES in told
    assert [word for word in (OWN, "Mehmet", "Stor hund", "Fjellåsen", "2240000") if word in told] == []


def test_people_of_other_households_are_never_there(desk: Desk, full: str) -> None:
    for person, agreed in ((MEHMET, frozenset({AYSE})), (MEHMET, frozenset[str]()), (AYSE, frozenset[str]())):
        told = everything(access_file(desk, full, person, agreed).files)
        assert [canary for canary in OF_OTHERS if canary in told] == []


def test_every_record_every_change_and_both_values_are_in_the_data(desk: Desk, full: str) -> None:
    data = data_of(access_file(desk, full, MEHMET, frozenset({AYSE})).files)
    kinds = {record["kind"] for record in data["records"]}
    expected = {"household", "person", "dwelling", "visit", "kartlegging", "participant", "letter", "register_entry"}
    assert expected <= kinds
    assert {each["field"] for each in data["two_values"]} == {"phone"}
    assert [draft["value"] for draft in data["not_saved"]] == ["halvskrevet om Ayşe"]
    assert {change["kind"] for change in data["changes"]} >= expected


def test_letters_are_there_as_they_were_where_nobody_else_is_in_them(desk: Desk, full: str) -> None:
    def attached(*agreed: str) -> list[str]:
        files = access_file(desk, full, MEHMET, frozenset(agreed)).files
        return [name for name in files if name.endswith(".pdf")]

    assert attached() == ["brev/1-information-nb-2026-10-12.pdf"]
    assert len(attached(AYSE)) == 2


def test_a_fortrolig_address_is_masked_everywhere(desk: Desk, full: str) -> None:
    with desk.work() as work:
        household = work.get(Household, full)
        work.put(replace(household, protection=Protection.FORTROLIG, safety_note="Hunden på FJELLÅSEN 14 bjeffer."))
    file = access_file(desk, full, MEHMET, frozenset({AYSE}))
    told = everything(file.files)
    assert [canary for canary in ("Fjellåsen", "FJELLÅSEN", "0999", "H0302") if canary in told] == []
    assert "fortrolig" in told


@pytest.mark.parametrize("protection", [Protection.STRENGT_FORTROLIG, Protection.UTLAND])
def test_a_strengt_fortrolig_case_is_refused(desk: Desk, home: str, protection: Protection) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, home), protection=protection))
    with pytest.raises(Refused, match="strengt fortrolig"):
        access_file(desk, home, MEHMET)


def test_whoever_is_not_of_the_household_is_refused(desk: Desk, home: str) -> None:
    with pytest.raises(Refused, match="Velg hvem"):
        access_file(desk, home, "p9")


def test_the_free_texts_to_read_through_are_named(desk: Desk, full: str) -> None:
    named = [str(words) for words in access_file(desk, full, MEHMET).read_first]
    assert named[:2] == ["Sikkerhet", "Notat fra samtalen"]
    assert len(named) >= 3


def test_seeing_it_first_writes_nothing_and_handing_it_out_is_noted(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET)
    with desk.read() as reading:
        assert reading.in_case(Export, full) == []
    data = packed(file)
    note_access(desk, file, data)
    with desk.read() as reading:
        (line,) = reading.in_case(Export, full)
    assert (line.what, line.about, line.sha256) == ("access", (MEHMET,), hashlib.sha256(data).hexdigest())
    assert "Hele mappen gitt ut" in everything(access_file(desk, full, MEHMET).files)


def test_the_package_has_the_files_and_their_hashes(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET)
    with ZipFile(BytesIO(packed(file))) as package:
        manifest = json.loads(package.read("manifest.json"))
        assert [line["name"] for line in manifest["files"]] == list(file.files)
        for line in manifest["files"]:
            assert hashlib.sha256(package.read(line["name"])).hexdigest() == line["sha256"]
    assert packed(access_file(desk, full, MEHMET)) == packed(file)


def test_the_sealed_package_shows_nothing_and_takes_a_long_passphrase(desk: Desk, full: str) -> None:
    file = access_file(desk, full, MEHMET)
    data = packed_and_sealed(file, "fire ord om høsten")
    assert [word for word in (OWN, "Mehmet", "Fjell") if word.encode() in data] == []
    with pytest.raises(Refused, match="16"):
        packed_and_sealed(file, "for kort")


@pytest.mark.parametrize("code", ["nb", "en", "tr"])
def test_each_page_is_whole_and_in_its_language(desk: Desk, full: str, code: str) -> None:
    file = access_file(desk, full, MEHMET)
    page = html.document_fromstring(file.files[f"innsyn-{code}.html"].decode())
    assert page.get("lang")[:2] == code
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert OWN not in file.file_name + "".join(file.files)


def test_a_signature_is_given_to_who_drew_it_and_to_nobody_else_at_home(desk: Desk, home: str) -> None:
    visit = plan_visit(desk, home, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    for signer, name, height in (
        (Signer.HOME, "Mehmet Yılmaz", 111),
        (Signer.HOME, "Ayşe Yılmaz", 222),
        (Signer.MUNICIPALITY, "Kari Nordmann", 33),
    ):
        sign_visit(desk, visit, signer, name, (((0, height), (200, height)),))
    files = access_file(desk, home, MEHMET).files
    assert [name for name in files if name.startswith("underskrifter/")] == [f"underskrifter/{n}.svg" for n in (1, 2)]
    assert b"<title>Mehmet Y" in files["underskrifter/1.svg"] and b'd="M0 111 L200 111"' in files["underskrifter/1.svg"]
    told = b"".join(files.values()).decode()
    assert "222" not in json.dumps(
        [each["fields"].get("strokes") for each in json.loads(files["innsyn.json"])["records"]]
    )
    assert "Ayşe" not in told
    assert "ikke en kvalifisert elektronisk signatur" in files["innsyn-nb.html"].decode()
    both = access_file(desk, home, MEHMET, frozenset({AYSE})).files
    assert b"M0 222 L200 222" in both["underskrifter/2.svg"]


def test_a_line_without_points_from_elsewhere_spoils_no_signature_that_is_given_out(desk: Desk, home: str) -> None:
    visit = plan_visit(desk, home, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    made = sign_visit(desk, visit, Signer.HOME, "Mehmet Yılmaz", (((0, 111), (200, 111)),)).made
    with desk.work() as work:
        signature = work.get(Signature, made)
        work.put(replace(signature, strokes=((), *signature.strokes)))
    assert b'd="M0 111 L200 111"' in access_file(desk, home, MEHMET).files["underskrifter/1.svg"]
