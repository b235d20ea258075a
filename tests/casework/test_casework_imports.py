"""Importing the tenant register into the store."""

from dataclasses import replace
from pathlib import Path

import pytest

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.households import save_person, search_households
from hjemmebesok.casework.imports import preview_import, run_import
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.store import outbox
from hjemmebesok.store.keys import LOWEST_COST

HEADINGS = "Leietaker-ID;Navn;Adressebeskyttelse;Adresse;Bolignummer;Språk;Leie/mnd;Telefon;Kontrakt til"
AYSE = "0042;Ayşe Yılmaz;;Fjellåsen 14;H0302;Tyrkisk;12 600,00;000 00 101;30.04.2027"
LIV = "0043;Liv Strand;;Tunveien 5;H0203;Norsk;9 800,00;000 00 102;"


def file(*rows: str) -> bytes:
    return "\r\n".join((HEADINGS, *rows)).encode("utf-8-sig")


def unsent(desk: Desk) -> int:
    with desk.store.reading_connection() as connection:
        return outbox.count_unsent(connection)


def test_a_preview_writes_nothing(desk: Desk) -> None:
    preview = preview_import(desk, file(AYSE, LIV))
    assert [row.name for row in preview.new] == ["Ayşe Yılmaz", "Liv Strand"]
    assert (unsent(desk), search_households(desk, "")) == (0, [])


def test_an_import_makes_households_that_can_be_found(desk: Desk) -> None:
    run_import(desk, file(AYSE, LIV))
    (card,) = search_households(desk, "yilmaz")
    assert (card.household.language, card.household.register_id) == ("tr", "0042")
    assert card.address == "Fjellåsen 14, H0302"
    assert card.tenancy is not None
    assert card.tenancy.rent == Money.kroner(12_600)


def test_a_second_import_of_the_same_file_changes_nothing(desk: Desk) -> None:
    run_import(desk, file(AYSE, LIV))
    before = unsent(desk)
    preview, changes = run_import(desk, file(AYSE, LIV))
    assert (preview.new, preview.changed, preview.unchanged) == ((), (), 2)
    assert not changes
    assert unsent(desk) == before


def test_a_raised_rent_is_the_only_thing_that_changes(desk: Desk) -> None:
    run_import(desk, file(AYSE, LIV))
    preview, _ = run_import(desk, file(AYSE.replace("12 600", "12 900"), LIV))
    (changed,) = preview.changed
    assert changed.fields == ("tenancy.rent",)
    (card,) = search_households(desk, "yilmaz")
    assert card.tenancy is not None
    assert card.tenancy.rent == Money.kroner(12_900)


def test_what_a_caseworker_corrected_is_not_written_over_by_the_old_register(desk: Desk) -> None:
    run_import(desk, file(AYSE))
    (card,) = search_households(desk, "yilmaz")
    save_person(desk, replace(card.persons[0], phone="000 00 199"))
    run_import(desk, file(AYSE.replace("12 600", "12 900")))
    assert search_households(desk, "yilmaz")[0].persons[0].phone == "000 00 199"


def test_a_column_left_empty_empties_nothing(desk: Desk) -> None:
    run_import(desk, file(AYSE))
    run_import(desk, file(AYSE.replace("000 00 101", "")))
    assert search_households(desk, "yilmaz")[0].persons[0].phone == "000 00 101"


def test_a_tenant_who_moves_keeps_the_file_and_gets_a_new_home(desk: Desk) -> None:
    run_import(desk, file(AYSE))
    run_import(desk, file(AYSE.replace("Fjellåsen 14;H0302", "Tunveien 9;H0101")))
    (card,) = search_households(desk, "yilmaz")
    assert card.address == "Tunveien 9, H0101"


def test_refused_rows_are_named_and_the_rest_is_imported(desk: Desk) -> None:
    preview, _ = run_import(desk, file(AYSE, LIV.replace("9 800,00", "mye"), "x;y"))
    assert {remark.line for remark in preview.refused} == {3, 4}
    assert [card.household.name for card in search_households(desk, "")] == ["Ayşe Yılmaz"]


def test_of_a_kode_6_row_nothing_reaches_the_store(desk: Desk) -> None:
    preview, _ = run_import(desk, file(AYSE, LIV.replace("Liv Strand;;", "Liv Strand;Strengt fortrolig;")))
    assert [remark.line for remark in preview.refused] == [3]
    assert "Liv Strand" not in repr(preview)
    assert search_households(desk, "liv") == []


def test_a_household_that_becomes_kode_6_is_shielded_at_once_and_opened_only_by_the_register(desk: Desk) -> None:
    run_import(desk, file(AYSE, LIV))
    hidden = LIV.replace("Liv Strand;;", "Liv Strand;Strengt fortrolig;")
    preview, _ = run_import(desk, file(AYSE, hidden))
    assert preview.gone == ()
    assert search_households(desk, "tunveien") == []
    (card,) = search_households(desk, "liv")
    assert card.household.protection is Protection.STRENGT_FORTROLIG
    assert "Tunveien" not in str(card.address)
    assert not run_import(desk, file(AYSE, hidden))[1]
    run_import(desk, file(AYSE, LIV))
    assert search_households(desk, "liv")[0].household.protection is Protection.NONE


def test_who_has_left_the_register_is_told_and_not_removed(desk: Desk) -> None:
    run_import(desk, file(AYSE, LIV))
    preview, _ = run_import(desk, file(AYSE))
    assert preview.gone == ("Liv Strand",)
    assert len(search_households(desk, "liv")) == 1


def test_a_file_that_is_no_register_changes_nothing(desk: Desk) -> None:
    for data in (b"", b"\x00\x01\x02", b"a;b\n1;2\n"):
        with pytest.raises(Refused):
            run_import(desk, data)
    assert unsent(desk) == 0


def test_the_same_tenant_is_the_same_household_on_every_laptop(desk: Desk, tmp_path: Path) -> None:
    colleague = create_desk(tmp_path / "other", "fjell om høsten", "Ola", "Eksempel kommune", cost=LOWEST_COST)
    run_import(desk, file(AYSE))
    run_import(colleague, file(LIV, AYSE))
    ours, theirs = (search_households(each, "yilmaz")[0] for each in (desk, colleague))
    assert ours == theirs
    colleague.close()
