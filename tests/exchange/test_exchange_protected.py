"""Strengt fortrolig address: nothing but the line number is ever kept."""

import traceback
from datetime import date

import pytest

from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register import Register, read_register

CANARIES = ("Kanari", "Skjulteveien", "K-4711", "000 00 471", "kanari@", synthetic(date(1984, 4, 4), 3), "99 471")
HEADINGS = "Leietaker-ID;Navn;Adresse;Bolignummer;Telefon;E-post;Fnr;Leie;Merknad;Adressebeskyttelse"


def row(protection: str = "", note: str = "", rent: str = "99 471") -> str:
    return (
        f"K-4711;Kari Kanari;Skjulteveien 47;H0404;000 00 471;kanari@eksempel.example;{CANARIES[5]};{rent};{note};"
        f"{protection}"
    )


def read(*rows: str) -> Register:
    return read_register("\n".join((HEADINGS, *rows)).encode(), date(2026, 10, 12))


def assert_nothing_kept(register: Register, line: int = 2) -> None:
    assert line in {remark.line for remark in register.refused}
    assert [canary for canary in CANARIES if canary in repr(register)] == []
    assert line not in {kept.line for kept in register.rows}
    assert line not in {remark.line for remark in register.warnings}


STRICT = ["strengt fortrolig", "Strengt fortrolig (kode 6)", "STRENGT_FORTROLIG", "strengtFortrolig", "kode 6", "Kode6"]
STRICT += ["6", "SPSF", "strengt fortrolig utland", "utland", "§19", "P19", "strictly confidential"]


@pytest.mark.parametrize("wording", STRICT)
def test_a_row_with_strengt_fortrolig_address_leaves_only_its_line_number(wording):
    register = read(row(wording))
    assert_nothing_kept(register)
    assert [str(remark.reason) for remark in register.refused] == [
        "Strengt fortrolig adresse. Raden leses ikke inn, og saken må behandles manuelt."
    ]


def test_its_other_faults_are_not_told():
    register = read(row("kode 6", rent="Kanari"))
    assert_nothing_kept(register)
    assert len(register.refused) == 1


@pytest.mark.parametrize(
    "wording", ["hemmelig", "sperret", "67", "8", "?", "klientadresse", "ikke fortrolig", "Kanari"]
)
def test_wording_nobody_knows_is_never_taken_for_an_open_address(wording):
    register = read(row(wording))
    assert_nothing_kept(register)
    assert "ukjent" in str(register.refused[0].reason)


@pytest.mark.parametrize(
    "wording", ["fortrolig", "Fortrolig (kode 7)", "FORTROLIG", "kode 7", "7", "SPFO", "Sperret adresse, fortrolig"]
)
def test_fortrolig_is_taken_and_marked(wording):
    assert read(row(wording)).rows[0].protection is Protection.FORTROLIG


@pytest.mark.parametrize("wording", ["", "-", "Ugradert", "UGRADERT", "nei", "Ingen", "0"])
def test_an_open_address_may_be_written_in_the_usual_ways(wording):
    assert read(row(wording)).rows[0].protection is Protection.NONE


@pytest.mark.parametrize("note", ["OBS: strengt fortrolig!", "Kode 6, ring teamleder", "SPSF"])
def test_a_note_that_speaks_of_it_is_enough(note):
    assert_nothing_kept(read(row("ugradert", note)))


def test_a_door_code_in_a_note_is_not():
    assert len(read(row("ugradert", "Nøkkelboks kode 6543")).rows) == 1


def test_it_is_seen_also_where_the_cells_are_out_of_place():
    assert_nothing_kept(read(row("x;strengt fortrolig")))


def test_another_row_of_the_same_tenant_or_the_same_flat_is_withheld_too():
    other = "{};Ola Nordmann;{};H0404;;;;;;ugradert"
    register = read(
        row("kode 6"),
        other.format("K-4711", "Elvebakken 1"),
        other.format("2", "SKJULTEVEIEN 47"),
        other.format("3", "Elvebakken 2"),
    )
    assert_nothing_kept(register)
    assert [kept.register_id for kept in register.rows] == ["3"]
    assert [str(remark.reason) for remark in register.refused[1:]] == [
        "Raden hører sammen med linje 2, som ikke leses inn."
    ] * 2


def test_a_fortrolig_address_may_be_left_out_of_the_file():
    register = read("1;Liv Strand;;;;;;;;fortrolig", "2;Liv Holm;;;;;;;;")
    assert [kept.register_id for kept in register.rows] == ["1"]
    assert str(register.refused[0].reason) == "Adressen mangler."


def test_a_file_refused_as_a_whole_does_not_carry_it_in_the_error():
    torn = f'{HEADINGS}\n{row("kode 6")}\n1;"Liv Strand;;;;;;;;\n'.encode()
    broken = torn + b"\x81\x00"
    for data in (torn, broken, torn.replace(b"Adressebeskyttelse", b"Vern")):
        with pytest.raises(Refused) as refused:
            read_register(data, date(2026, 10, 12))
        told = "".join(traceback.format_exception(refused.value)) + repr(refused.value.__context__)
        assert [canary for canary in CANARIES if canary in told] == []
