"""What the archive gets: messages that its schema accepts, with files whose hashes are right, and nobody's name."""

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from archive_samples import HJEMMEL, document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.archive import ArchiveDocument, Party, archive_package, arkivmelding
from hjemmebesok.exchange.archive.codes import LISTS, checked
from hjemmebesok.exchange.archive.message import CATALOGUE, MESSAGE

SCHEMA = "shared/xsd/fiks-arkiv-v1/no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.xsd"
BESIDE = Path(__file__).parents[3] / SCHEMA
NAMES = {"a": MESSAGE, "m": CATALOGUE}
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    if not BESIDE.exists():
        pytest.skip("the schemas of Fiks Arkiv are not in ../shared/xsd beside the project, and are never part of it")
    return etree.XMLSchema(etree.parse(BESIDE))


def values(message: bytes, path: str) -> list[str]:
    return [str(found.text) for found in etree.fromstring(message).iterfind(path, NAMES)]


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"case_title": ""},
        {"outgoing": False, "party": Party(name="Styret", person=False)},
        {"shielding": None},
        {"open_case": True},
        {"party": Party(name="Ayşe Yılmaz", protection=Protection.FORTROLIG, street="Skjulteveien 47")},
        {"party": Party(name="A", postcode="0000")},
        {"pdf": b""},
    ],
    ids=["new case", "known case", "internal", "open", "open case", "fortrolig", "half an address", "empty"],
)
def test_the_message_is_valid_by_the_published_schema(schema: etree.XMLSchema, other: dict[str, Any]) -> None:
    schema.assertValid(etree.fromstring(arkivmelding(document(**other))))


@given(name=WORDS, street=WORDS, title=WORDS)
def test_whatever_a_name_holds_the_message_can_be_read(name: str, street: str, title: str) -> None:
    read = etree.fromstring(arkivmelding(document(party=Party(name=name, street=street), title=title)))
    assert len(read.findall(".//a:korrespondansepart", NAMES)) == 2


def test_the_schema_refuses_a_message_in_the_wrong_order(schema: etree.XMLSchema) -> None:
    message = etree.fromstring(arkivmelding(document()))
    message.append(message[0])
    assert not schema.validate(message)


def test_every_code_is_on_the_list_of_its_element() -> None:
    for sample in (document(), document(outgoing=False, case_title="")):
        message = etree.fromstring(arkivmelding(sample))
        coded = [(etree.QName(code.getparent()).localname, code.text) for code in message.iterfind(".//m:kode", NAMES)]
        assert len(coded) >= 7
        assert [pair for pair in coded if pair[0] != "tilgangsrestriksjon" and pair[1] not in LISTS[pair[0]]] == []


def test_a_code_that_is_on_no_list_is_never_written() -> None:
    with pytest.raises(ValueError, match="journalposttype"):
        checked("journalposttype", "Q")


def test_the_message_says_what_the_file_is_and_where_it_belongs() -> None:
    message = arkivmelding(document())
    assert values(message, ".//a:sjekksum") == [hashlib.sha256(document().pdf).hexdigest()]
    assert values(message, ".//a:filstoerrelse") == [str(len(document().pdf))]
    assert values(message, ".//a:journalposttype/m:kode") == ["U"]
    assert values(message, ".//a:tilknyttetRegistreringSom/m:kode") == ["H"]
    assert values(message, "a:mappe/a:referanseEksternNoekkel/m:noekkel") == ["case-1"]
    assert values(message, ".//a:referanseForelderMappe//m:noekkel") == ["case-1"]
    assert values(message, "a:registrering/a:referanseEksternNoekkel/m:noekkel") == ["letter-1"]
    assert values(message, ".//a:korrespondansepartNavn") == ["Eksempel kommune", "Ayşe og Mehmet Yılmaz"]
    assert set(values(message, ".//a:skjermingshjemmel")) == {HJEMMEL}


def test_a_case_that_the_archive_knows_is_not_made_again() -> None:
    assert values(arkivmelding(document(case_title="")), "a:mappe/a:tittel") == []


def test_the_name_is_told_as_the_shielded_party_and_nowhere_else() -> None:
    message = etree.fromstring(arkivmelding(document()))
    named = [found for found in message.iter() if found.text and "Yılmaz" in found.text]
    assert [etree.QName(found).localname for found in named] == ["korrespondansepartNavn"]
    assert named[0].getparent().findtext("a:erSkjermet", None, NAMES) == "true"


def test_an_office_is_no_shielded_person() -> None:
    message = arkivmelding(document(outgoing=False, party=Party(name="Styret", person=False)))
    assert values(message, ".//a:erSkjermet") == values(message, ".//a:erPersonnavn") == ["false"]
    assert values(message, ".//a:journalposttype/m:kode") == ["X"]


def test_a_fortrolig_address_is_not_told() -> None:
    hidden = Party(
        name="Ayşe Yılmaz", street="Skjulteveien 47", postcode="0999", place="Skjul", protection=Protection.FORTROLIG
    )
    message = arkivmelding(document(party=hidden)).decode()
    assert [canary for canary in ("Skjulteveien", "0999", "Skjul") if canary in message] == []


@pytest.mark.parametrize("protection", [Protection.STRENGT_FORTROLIG, Protection.UTLAND])
def test_a_strengt_fortrolig_case_is_refused(protection: Protection) -> None:
    with pytest.raises(Refused, match="strengt fortrolig"):
        Party(name="Ayşe Yılmaz", protection=protection)


def test_a_package_of_several_letters_has_a_message_and_a_file_for_each() -> None:
    letters = [document(), document(key="letter-2", case_title="", pdf=b"%PDF-1.7 another")]
    with ZipFile(BytesIO(archive_package(letters))) as package:
        assert package.testzip() is None
        assert package.namelist() == [
            "manifest.json",
            "1/arkivmelding.xml",
            "1/visit-summary-2026-10-12.pdf",
            "2/arkivmelding.xml",
            "2/visit-summary-2026-10-12.pdf",
        ]
        manifest = json.loads(package.read("manifest.json"))
        for line in manifest["files"]:
            data = package.read(line["name"])
            assert (line["bytes"], line["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert b"Y\xc4\xb1lmaz" not in package.read("manifest.json")


def test_the_same_letters_make_the_same_package() -> None:
    letters = [document(), replace(document(), key="letter-2")]
    assert archive_package(letters) == archive_package(list(letters))
    changed: ArchiveDocument = replace(document(), key="letter-3")
    assert archive_package(letters) != archive_package([letters[0], changed])
