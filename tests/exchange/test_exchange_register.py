"""Registers as municipalities export them, in every dialect, and what is said about their faults."""

from datetime import date

import pytest

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register import Register, read_register

TODAY = date(2026, 10, 12)
ID = synthetic(date(1990, 1, 1), 0)
HEADINGS = "Leietaker-ID;Navn;Adresse;Adressebeskyttelse"


def read(text: str, encoding: str = "utf-8") -> Register:
    return read_register(text.encode(encoding), TODAY)


def cell_of(heading: str, cell: str) -> Register:
    """A register of one whole row with one more column."""
    return read(f"{HEADINGS};{heading}\n0017;Liv Strand;Tunveien 5;ugradert;{cell}\n")


def remarks(found) -> list[tuple[int, str, str]]:
    return [(remark.line, remark.column, str(remark.reason)) for remark in found]


FULL = {
    "Kontrakt til": "30.04.2027",
    "Navn": "Ayşe Yılmaz",
    "FNR": ID,
    "Leietaker-ID": "0017",
    "Medleietaker": "Mehmet Yılmaz",
    "fodselsdato": "01.01.1990",
    "Adressebeskyttelse": "Ugradert",
    "Antall voksne": "2",
    "Antall barn": "2",
    "Adresse": "Fjellåsen 14",
    "Postnr": "0000",
    "Poststed": "Eksempel",
    "Bolignr.": "h0302",
    "Kontraktsnr": "L-88",
    "Kontrakt fra": "2022-05-01",
    "Leie pr. mnd (kr)": "12 600",
    "Depositum": "37.800,00",
    "Restanse": "-1 200,50",
    "Bygg": "Blokk C",
    "Eiendom": "Fjellåsen",
    "Orgnr": "000 000 019",
    "Andelsnr": "302",
    "Antall rom": "3-roms",
    "m²": "68,5",
    "Beboere": "4",
    "Språk": "Tyrkisk",
    "Tolkebehov": "Ja",
    "Telefon": "000 00 999",
    "Mobil": "000 00 101",
    "E-post": "ayse@eksempel.example",
    "Saksbehandler": "Kari Nordmann",
}


def test_every_column_is_read_as_what_it_is():
    register = read(";".join(FULL) + "\n" + ";".join(FULL.values()) + "\n")
    (row,) = register.rows
    assert not register.refused and not register.ignored
    assert (row.line, row.register_id, row.national_id, row.contract_number) == (2, "0017", ID, "L-88")
    assert row.household_name == "Ayşe og Mehmet Yılmaz"
    assert (row.born, row.starts, row.ends) == (date(1990, 1, 1), date(2022, 5, 1), date(2027, 4, 30))
    assert (row.rent, row.deposit, row.arrears) == (Money(1260000), Money(3780000), Money(-120050))
    assert (row.address, row.postcode, row.place, row.unit) == ("Fjellåsen 14", "0000", "Eksempel", "H0302")
    assert (row.estate, row.borettslag_number, row.share_number) == ("Fjellåsen, Blokk C", "000000019", "302")
    assert (row.adults, row.children, row.residents, row.rooms, row.area_m2) == (2, 2, 4, 3, 69)
    assert (row.language, row.interpreter_needed, row.protection) == ("tr", True, Protection.NONE)
    assert (row.phone, row.email, row.caseworker) == ("000 00 101", "ayse@eksempel.example", "Kari Nordmann")


def test_an_empty_cell_is_unknown_and_never_no():
    (row,) = cell_of("Tolk;Antall barn;Restanse", ";;").rows
    assert (row.interpreter_needed, row.children, row.arrears, row.language) == (None, None, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_each_encoding_delimiter_and_line_ending_gives_the_same_rows(encoding, delimiter, newline):
    text = f"{HEADINGS}\n0017;Åse Bjørnstad;Skogløkka 3;ugradert\n".replace(";", delimiter).replace("\n", newline)
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    (row,) = read(mark + text, encoding).rows
    assert (row.register_id, row.name, row.address, row.line) == ("0017", "Åse Bjørnstad", "Skogløkka 3", 2)


@pytest.mark.parametrize(
    "text", ["12 600", "12\u00a0600", "12\u202f600", "12.600", "12600,00", "kr 12.600,-", "12600.0000"]
)
def test_an_amount_may_be_written_in_all_usual_ways(text):
    assert cell_of("Husleie", text).rows[0].rent == Money.kroner(12_600)


@pytest.mark.parametrize(
    "text", ["30.04.2027", "30.4.2027", "2027-04-30", "2027-04-30 00:00:00", "2027-04-30T00:00:00.000"]
)
def test_a_day_may_be_norwegian_or_iso(text):
    assert cell_of("Sluttdato", text).rows[0].ends == date(2027, 4, 30)


@pytest.mark.parametrize("text", ["-1 200,50", "\u22121\u00a0200,50", "'-1200,50"])
def test_arrears_paid_in_advance_are_negative(text):
    assert cell_of("Restanse", text).rows[0].arrears == Money(-120050)


def test_a_lease_to_the_year_9999_has_no_end():
    assert cell_of("Kontrakt til", "31.12.9999").rows[0].ends is None


@pytest.mark.parametrize("cell", ["'+47 000 00 101", '"=""+47 000 00 101"""'])
def test_what_an_export_puts_in_front_of_a_cell_is_taken_off(cell):
    assert cell_of("Telefon", cell).rows[0].phone == "+47 000 00 101"


def test_rows_keep_their_line_in_the_file_past_titles_empty_lines_and_cells_of_several_lines():
    register = read(
        f"Uttrekk fra leieregisteret\n\n{HEADINGS}\n"
        '1;Liv Strand;"Tunveien 5\nOppgang B";\n;;;\n\n2;Liv Holm;Tunveien 12;\n3;;Tunveien 13;\n'
    )
    assert [(row.line, row.address) for row in register.rows] == [(4, "Tunveien 5 Oppgang B"), (8, "Tunveien 12")]
    assert remarks(register.refused) == [(9, "Navn", "Navnet mangler.")]


def test_first_name_and_surname_may_be_apart_or_turned_around():
    apart = read("Leietaker-ID;Etternavn;Fornavn;Adresse;Adressebeskyttelse\n1;Yılmaz;Ayşe;Fjellåsen 14;\n")
    turned = read(f"{HEADINGS}\n1;Yılmaz, Ayşe;Fjellåsen 14;\n")
    assert apart.rows[0].name == turned.rows[0].name == "Ayşe Yılmaz"


def test_two_tenants_with_a_surname_each_keep_both():
    register = cell_of("Medleietaker", "Tomasz Nowak")
    assert register.rows[0].household_name == "Liv Strand og Tomasz Nowak"
    assert cell_of("Medleietaker", "").rows[0].household_name == "Liv Strand"


def test_all_faults_of_a_row_are_told_at_once_and_the_row_is_not_taken():
    register = read(
        f"{HEADINGS};Leie;Kontrakt til;Antall barn;Postnr;Født\n1;;Tunveien 5;;mye;31.02.2027;to;15;01.01.0190\n"
    )
    assert not register.rows
    assert remarks(register.refused) == [
        (2, "Leie", "«mye» er ikke et beløp."),
        (2, "Kontrakt til", "Datoen «31.02.2027» finnes ikke."),
        (2, "Antall barn", "«to» er ikke et helt tall fra 0 til 20."),
        (2, "Postnr", "«15» er ikke et postnummer på fire siffer."),
        (2, "Født", "Årstallet i «01.01.0190» kan ikke stemme."),
        (2, "Navn", "Navnet mangler."),
    ]


@pytest.mark.parametrize("rent", ["-1", "12,600", "1e5", "12 600 000 000", "12600,005"])
def test_a_rent_that_cannot_be_one_is_refused(rent):
    assert [line for line, *_ in remarks(cell_of("Leie", rent).refused)] == [2]


def test_a_lease_that_ends_before_it_begins_is_refused():
    register = cell_of("Kontrakt fra;Kontrakt til", "01.05.2027;30.04.2027")
    assert remarks(register.refused)[0][:2] == (2, "Kontrakt til")


@pytest.mark.parametrize("cells", ["0017;Liv Strand;Tunveien 5", "0017;Liv Strand;Tunveien 5; H0203;ugradert"])
def test_a_row_with_cells_out_of_place_is_refused_without_a_word_of_it(cells):
    register = read(f"{HEADINGS}\n{cells}\n")
    assert not register.rows
    assert "4 overskrifter" in str(register.refused[0].reason)
    assert "Liv" not in repr(register)


def test_the_same_tenant_twice_is_refused_both_times():
    register = read(f"{HEADINGS}\n1;Liv Strand;Tunveien 5;\n2;Liv Holm;Tunveien 12;\n1;Liv Strand;Elvebakken 1;\n")
    assert [row.register_id for row in register.rows] == ["2"]
    assert remarks(register.refused) == [
        (2, "Leietaker-ID", "Den samme leietakeren står også på linje 4."),
        (4, "Leietaker-ID", "Den samme leietakeren står også på linje 2."),
    ]


def test_a_tenant_without_a_number_is_known_by_the_contract_and_then_by_a_stand_in_for_the_national_id():
    register = read(
        "Leietaker-ID;Kontraktsnr;Fnr;Navn;Adresse;Adressebeskyttelse\n"
        f";88;;A;Tunveien 1;\n;;{ID};B;Tunveien 2;\n;;;C;Tunveien 3;\n"
    )
    by_contract, by_national_id = register.rows
    assert by_contract.register_id == "kontrakt 88"
    assert by_national_id.register_id.startswith("fnr ") and ID not in repr(register)
    assert remarks(register.refused) == [(4, "Leietaker-ID", "Leietaker-ID mangler.")]


@pytest.mark.parametrize(
    ("heading", "cell", "reason"),
    [
        ("Fnr", ID[:-1] + str((int(ID[-1]) + 1) % 10), "Kontrollsifrene i fødselsnummeret stemmer ikke."),
        ("Fnr", ID[1:], "Et fødselsnummer har elleve siffer."),
        ("Fnr;Født", f"{ID};02.01.1990", "Fødselsdatoen er en annen enn i fødselsnummeret."),
        ("Språk", "klingonsk", "Språket «klingonsk» er ukjent."),
        ("Tolk", "av og til", "«av og til» er verken ja eller nei."),
        ("Bolignr", "3. etg", "Dette er ikke et bolignummer på formen H0302."),
        ("Orgnr", "000000018", "Dette er ikke et gyldig organisasjonsnummer."),
        ("Poststed", "Bergâ€™", "Noen bokstaver ser ut til å være ødelagt."),
        ("Poststed", "Ã˜vre", "Noen bokstaver ser ut til å være ødelagt."),
        ("Poststed", "Troms?ya", "Noen bokstaver ser ut til å være ødelagt."),
    ],
)
def test_what_only_looks_odd_is_a_warning_and_the_row_is_taken(heading, cell, reason):
    register = cell_of(heading, cell)
    assert len(register.rows) == 1
    assert [said for _, _, said in remarks(register.warnings)] == [reason]


def test_the_letters_of_turkish_and_norwegian_are_not_taken_for_damage():
    assert not cell_of("Poststed", "Åsgård Ørje Æra Ğışçöü ÄÖÜ Ÿ Łódź").warnings


def test_a_reason_never_repeats_a_national_id_that_strayed_into_another_column():
    register = cell_of("Leie;Antall barn", f"{ID}x;{ID[:6]} {ID[6:]}")
    assert len(register.refused) == 2
    assert ID[6:] not in repr(register)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("tyrkisk", "tr"), ("Turkish", "tr"), ("Türkçe", "tr"), ("tr", "tr"), ("tur", "tr"), ("tr-TR", "tr")),
        *(("Norsk", "nb"), ("no", "nb"), ("nynorsk", "nn"), ("Somali", "so"), ("SOMALISK", "so"), ("Farsi", "fa")),
        *(("dari", "fa-AF"), ("prs", "fa-AF"), ("Kurdisk (sorani)", "ckb"), ("tigrinja", "ti"), ("Ukrainsk", "uk")),
    ],
)
def test_languages_by_name_or_code_become_one_code(name, code):
    assert cell_of("Språk", name).rows[0].language == code


def test_unknown_headings_are_listed_and_not_read():
    register = cell_of("Nøkkelskap;;Vaktmester", "K-12;;Per")
    assert register.ignored == ("Nøkkelskap", "Vaktmester")
    assert "K-12" not in repr(register)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Filen er tom."),
        (b"\xef\xbb\xbf \r\n", "Filen er tom."),
        (b"PK\x03\x04\x14\x00", "Dette er en Excel-fil."),
        (bytes(range(256)) * 9, "Filen er ikke en tekstfil."),
        (b"\x81\x8d" * 9, "Filen er ikke en tekstfil."),
        ("Navn;Adresse".encode("utf-16-le"), "Filen er ikke en tekstfil."),
        (b"en;to;tre\n1;2;3\n", "Fant ingen overskrifter"),
        (f"{HEADINGS}\n\n;;;\n".encode(), "Filen har overskrifter, men ingen rader."),
        (f"{HEADINGS};Leietaker\n1;2;3;4;5\n".encode(), "Kolonnene «Navn» og «Leietaker» betyr det samme."),
        (f"{HEADINGS};navn\n1;2;3;4;5\n".encode(), "Kolonnene «Navn» og «navn» betyr det samme."),
        (b"Navn;Telefon\n1;2\n", "Filen mangler «Leietaker-ID», «Adresse», «Adressebeskyttelse»."),
        (f'{HEADINGS}\n1;A;B;\n2;"C;D;\n3;E;F;\n'.encode(), "Anførselstegnene går ikke opp fra linje 3."),
    ],
)
def test_a_file_that_is_no_register_is_refused_in_one_sentence(data, reason):
    with pytest.raises(Refused) as refused:
        read_register(data, TODAY)
    assert str(refused.value).startswith(reason)
