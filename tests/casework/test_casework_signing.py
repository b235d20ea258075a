"""Signing on the screen: of their own will, bound to the text as it stood, taken away when they want."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zipfile import ZipFile

import docx
import pytest
from letter_desk import read

from hjemmebesok.casework.archiving import package_for_archive
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.editable import editable_letter
from hjemmebesok.casework.filed import FiledLetter, letter_as_filed
from hjemmebesok.casework.letters import MadeLetter, file_letter, make_letter
from hjemmebesok.casework.photos import add_photo, choose_photo, describe_photo
from hjemmebesok.casework.signing import (
    may_sign,
    put_back_signature,
    sign_visit,
    signatures_of,
    take_away_signature,
)
from hjemmebesok.casework.visits import (
    close_visit,
    correct_visit,
    keep_draft,
    open_visit,
    plan_visit,
    save_answer,
    save_presence,
    start_visit,
)
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.signature import Signature, Signer, Strokes
from hjemmebesok.letters.picture import bare

WRITTEN: Strokes = (((80, 200), (140, 60), (200, 210), (260, 90)), ((90, 150), (250, 140)))
TENANT, CASEWORKER = (Signer.HOME, "Mehmet Yılmaz"), (Signer.MUNICIPALITY, "Kari Nordmann")
Do = Callable[[Desk, str], object]


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    """A visit under way, with something noted."""
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    save_answer(desk, visit, "summary.note", "Vil eie på Fjell")
    save_answer(desk, visit, "consent.photos", True)
    return visit


@pytest.fixture
def signed(desk: Desk, visit: str) -> str:
    sign_visit(desk, visit, *TENANT, WRITTEN)
    return visit


def stands(desk: Desk, visit: str) -> list[bool]:
    return [each.stands for each in signatures_of(desk, visit)]


def summary(desk: Desk, visit: str) -> MadeLetter:
    return make_letter(desk, "visit_summary", "h1", "nb", visit)


def _photo() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG")
    return bare(out.getvalue(), 200).data


def test_a_signature_drawn_at_the_table_stands_in_the_summary(desk: Desk, signed: str) -> None:
    sign_visit(desk, signed, *CASEWORKER, WRITTEN)
    close_visit(desk, signed)
    assert stands(desk, signed) == [True, True]
    words = read(summary(desk, signed))
    assert words.count("Signert på skjermen 12. oktober 2026:") == 2  # beside each other
    assert "ikke en kvalifisert elektronisk signatur" in words
    assert "Underskrift: " not in words


def test_nobody_has_to_sign(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    words = read(summary(desk, visit))
    assert "Underskrift: Ayşe og Mehmet Yılmaz" in words
    assert "skjermen" not in words


def _answer(desk: Desk, visit: str) -> object:
    return save_answer(desk, visit, "summary.note", "Vil leie videre")


def _who(desk: Desk, visit: str) -> object:
    return save_presence(desk, visit, ("Kari Nordmann",), ("Ayşe Yılmaz",), None)


def _colleague(desk: Desk, visit: str) -> object:
    """What sync does with an answer that a colleague gave."""
    with desk.work() as work:
        (form,) = work.of_parent(Kartlegging, visit)
        return work.set_field(form, "health.needs", "Trenger heis")


def _show_photo(desk: Desk, visit: str) -> object:
    photo = add_photo(desk, visit, _photo()).made
    describe_photo(desk, photo, caption="Badet", shows="Sprekk i flisene")
    return choose_photo(desk, photo, in_summary=True)


@pytest.mark.parametrize("change", [_answer, _who, _colleague, _show_photo])
def test_whatever_is_changed_afterwards_the_signature_counts_no_more(desk: Desk, signed: str, change: Do) -> None:
    change(desk, signed)
    assert stands(desk, signed) == [False]
    close_visit(desk, signed)
    words = read(summary(desk, signed))
    assert "Noen signerte på skjermen 12. oktober 2026. Notatet er endret etter det." in words
    assert "Signert på skjermen" not in words
    assert "Underskrift: Ayşe og Mehmet Yılmaz" in words


def test_the_text_as_it_was_signed_is_signed_again_when_the_change_is_taken_back(desk: Desk, signed: str) -> None:
    _answer(desk, signed)
    save_answer(desk, signed, "summary.note", "Vil eie på Fjell")
    assert stands(desk, signed) == [True]


def test_neither_locking_nor_a_photo_that_is_not_shown_is_a_change(desk: Desk, signed: str) -> None:
    add_photo(desk, signed, _photo())
    close_visit(desk, signed)
    assert stands(desk, signed) == [True]


def test_a_signature_is_not_carried_to_a_correction(desk: Desk, signed: str) -> None:
    close_visit(desk, signed)
    correction = correct_visit(desk, signed).made
    assert signatures_of(desk, correction) == []
    close_visit(desk, correction)
    assert "skjermen" not in read(summary(desk, correction))
    assert stands(desk, signed) == [True]


def test_nothing_is_told_of_a_note_that_has_been_corrected_as_if_it_was_signed(desk: Desk, visit: str) -> None:
    save_answer(desk, visit, "summary.steps/1", {"step": "lease", "owner": "family"})
    sign_visit(desk, visit, *TENANT, WRITTEN)
    close_visit(desk, visit)
    filed = summary(desk, visit)
    correction = correct_visit(desk, visit).made
    assert summary(desk, visit).pdf == filed.pdf  # until the correction is closed, too
    close_visit(desk, correction)
    for kind in ("visit_summary", "eligibility_outcome"):
        with pytest.raises(Refused, match="Notatet er rettet siden"):
            make_letter(desk, kind, "h1", "nb", visit)
    assert "Finne leiekontrakten" in read(summary(desk, correction))


def test_a_signature_put_under_another_visit_does_not_stand_there(desk: Desk, signed: str) -> None:
    close_visit(desk, signed)
    correction = correct_visit(desk, signed).made
    (moved,) = [each.signature for each in signatures_of(desk, signed)]
    with desk.work() as work:
        work.put(replace(moved, id="s2", visit=correction))
    assert stands(desk, correction) == [False]


def test_who_signs_anew_makes_another_in_place_of_the_first(desk: Desk, signed: str) -> None:
    _answer(desk, signed)
    sign_visit(desk, signed, *CASEWORKER, WRITTEN)
    made = sign_visit(desk, signed, *TENANT, WRITTEN[:1]).made
    assert [each.signature.name for each in signatures_of(desk, signed)] == ["Kari Nordmann", "Mehmet Yılmaz"]
    assert (signatures_of(desk, signed)[1].signature.id, stands(desk, signed)) == (made, [True, True])


def test_a_locked_note_can_be_signed_and_a_signature_taken_away_and_put_back(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    made = sign_visit(desk, visit, *TENANT, WRITTEN).made
    (signature,) = [each.signature for each in signatures_of(desk, visit)]
    take_away_signature(desk, made)
    assert signatures_of(desk, visit) == []
    put_back_signature(desk, signature)
    assert stands(desk, visit) == [True]


def test_what_is_typed_and_not_saved_cannot_be_signed(desk: Desk, visit: str) -> None:
    keep_draft(desk, visit, "summary.note", "Vil eie på Fje")
    with pytest.raises(Refused, match="er ikke lagret"):
        sign_visit(desk, visit, *TENANT, WRITTEN)
    assert signatures_of(desk, visit) == []


def test_neither_an_empty_field_nor_a_visit_that_is_not_started_is_signed(desk: Desk, family: str, visit: str) -> None:
    with pytest.raises(Refused, match="Skriv navnet"):
        sign_visit(desk, visit, *TENANT, ())
    planned = plan_visit(desk, family, datetime(2026, 10, 19, 10, 0)).made
    with pytest.raises(Refused, match="ikke startet"):
        sign_visit(desk, planned, *TENANT, WRITTEN)


def test_lines_that_no_field_holds_are_never_drawn(desk: Desk, signed: str) -> None:
    with desk.work() as work:
        (signature,) = work.of_parent(Signature, signed)
        work.put(replace(signature, strokes=(((-50_000, 0), (50_000, 0)),)))
    assert stands(desk, signed) == [False]


def test_those_who_were_there_are_offered_to_sign(desk: Desk, visit: str) -> None:
    assert may_sign(desk, open_visit(desk, visit)) == [TENANT, CASEWORKER]
    save_presence(desk, visit, ("Kari Nordmann", "Ola Nordmann"), ("Ayşe Yılmaz",), None)
    offered = may_sign(desk, open_visit(desk, visit))
    assert offered == [(Signer.HOME, "Ayşe Yılmaz"), CASEWORKER, (Signer.MUNICIPALITY, "Ola Nordmann")]


def test_a_summary_made_before_it_was_signed_is_made_again_without(desk: Desk, visit: str) -> None:
    close_visit(desk, visit)
    made = summary(desk, visit)
    file_letter(desk, made)
    later = replace(desk, clock=lambda: desk.now() + timedelta(hours=1))
    sign_visit(later, visit, *TENANT, WRITTEN)
    assert letter_as_filed(later, made.letter).pdf == made.pdf
    assert "Signert på skjermen" in read(summary(later, visit))


def test_a_signed_summary_goes_to_the_archive_and_to_word(desk: Desk, family: str, signed: str) -> None:
    close_visit(desk, signed)
    made = summary(desk, signed)
    file_letter(desk, made)
    filed = letter_as_filed(desk, made.letter)
    assert filed == FiledLetter(made.letter, made.pdf)
    with ZipFile(io.BytesIO(package_for_archive(desk, family, [filed]).data)) as package:
        assert package.read("1/visit-summary-2026-10-12.pdf") == made.pdf
    editable = editable_letter(desk, "visit_summary", family, "nb", signed)
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(editable.data)).paragraphs]
    assert "Signert på skjermen 12. oktober 2026: Mehmet Yılmaz" in words
