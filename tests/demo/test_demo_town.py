"""The fictitious town: always the same, plausible, and nobody in it exists."""

from dataclasses import replace
from datetime import date

import pytest

from hjemmebesok.demo.town import register_csv, tenants
from hjemmebesok.domain import national_id
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register import read_register

TODAY = date(2026, 10, 12)


@pytest.fixture(scope="module")
def town():
    return tenants()


@pytest.fixture(scope="module")
def register():
    return read_register(register_csv(), TODAY)


def test_the_same_seed_gives_the_same_town_and_another_seed_another():
    assert register_csv() == register_csv()
    assert register_csv(seed=1) != register_csv(seed=2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_seed_gives_a_register_with_the_same_faults(seed):
    register = read_register(register_csv(120, seed), TODAY)
    assert len(register.rows) == 117
    assert len(register.warnings) == 2


def test_reading_the_register_gives_the_tenants_back(town, register):
    odd = {remark.line for remark in register.refused + register.warnings}
    by_line = {row.line: row for row in town}
    plain = [row for row in register.rows if row.line not in odd]
    assert len(plain) == 295
    assert [replace(row, protection=Protection.NONE) for row in plain] == [by_line[row.line] for row in plain]


def test_the_preview_has_something_of_each_kind_to_show(register):
    assert len(register.rows) == 297
    refused = [remark.column for remark in register.refused]
    assert refused == ["Adressebeskyttelse", "Kontrakt til", "Antall barn", "Leie/mnd"]
    assert [remark.column for remark in register.warnings] == ["Språk", "Fødselsnummer"]
    assert [row.protection for row in register.rows].count(Protection.FORTROLIG) == 1
    assert register.ignored == ("Nøkkelskap",)


def test_nobody_in_it_exists(town):
    assert all(national_id.parse(row.national_id).synthetic for row in town)
    assert not any(national_id.warning(row.national_id, TODAY) for row in town)
    assert all(row.phone.startswith("000 ") and row.postcode == "0000" for row in town)
    assert all(row.borettslag_number[:3] in ("", "000") for row in town)
    assert all(row.email.endswith("@eksempel.example") for row in town if row.email)


def test_no_two_tenants_share_a_name_a_flat_a_number_or_a_telephone(town):
    for what in ("name", "national_id", "register_id", "contract_number", "phone"):
        assert len({getattr(row, what) for row in town}) == len(town) == 300
    assert len({(row.address, row.unit) for row in town}) == 300


def test_the_town_is_plausible(town):
    rents = [row.rent for row in town]
    assert Money.kroner(7_000) <= min(rents) and max(rents) <= Money.kroner(16_000)
    assert 0.8 < sum(row.ends is not None for row in town) / 300 < 1
    assert 0.05 < sum(bool(row.arrears) for row in town) / 300 < 0.25
    assert 0.3 < sum(bool(row.borettslag_number) for row in town) / 300 < 0.7
    assert len({row.language for row in town}) == 10
    assert all(row.ends > TODAY for row in town if row.ends)


def test_the_family_of_the_visit_is_there_as_the_day_tells_it(register):
    family = register.rows[0]
    assert family.household_name == "Ayşe og Mehmet Yılmaz"
    assert (family.address, family.unit, family.phone) == ("Fjellåsen 14", "H0302", "000 00 101")
    assert (family.rent, family.ends) == (Money.kroner(12_600), date(2027, 4, 30))
    assert (family.adults, family.children, family.language, family.interpreter_needed) == (2, 2, "tr", True)


@pytest.mark.parametrize(
    ("name", "home", "language"),
    [
        ("Grace Okafor", "Fjellåsen 8 H0201", "en"),
        ("Mariam Haidari", "Fjellåsen 31 H0104", "fa-AF"),
        ("Liv Strand", "Tunveien 5 H0203", "nb"),
        ("Samira Abdi", "Tunveien 9 H0401", "so"),
        ("Tomasz Nowak", "Fjellåsen 22 H0202", "pl"),
        ("Ali Rahimi", "Fjellåsen 3 H0102", "fa-AF"),
        ("Liv Holm", "Tunveien 12 H0103", "nb"),
        ("Gül og Ahmet Yıldız", "Tunveien 18 H0101", "tr"),
    ],
)
def test_the_others_the_day_tells_of_live_where_it_says(register, name, home, language):
    (row,) = [row for row in register.rows if row.household_name == name]
    assert (f"{row.address} {row.unit}", row.language) == (home, language)


def test_those_invited_to_the_meeting_are_there_and_the_one_who_just_comes_is_not(town):
    turkish = {row.name for row in town if row.language == "tr"}
    invited = "Zeynep Kaya, Hasan Demir, Elif Aydın, Murat Şahin, Gülay Öztürk, Sevgi Arslan, Yusuf Koç"
    assert set(invited.split(", ")) <= turkish
    assert "Emre Çelik" not in {name for row in town for name in (row.name, row.co_tenant)}
