"""Signatures drawn on the screen, as they lie in the finished file: lines, not pictures, with words beside them."""

import io
from dataclasses import replace
from datetime import date

import docx
import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_samples import SUMMARY
from signature_ink import ink

from hjemmebesok.domain.signature import HEIGHT, WIDTH, Strokes
from hjemmebesok.language import language
from hjemmebesok.letters.check import check
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Document
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.signature import DrawnSignature
from hjemmebesok.letters.word import word_file

WRITTEN: Strokes = (((80, 200), (140, 60), (200, 210), (260, 90)), ((90, 150), (250, 140)), ((300, 40), (300, 40)))
POINTS = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT))
STROKES = st.lists(st.lists(POINTS, min_size=2, max_size=20).map(tuple), min_size=1, max_size=6).map(tuple)


def drawn(strokes: Strokes = WRITTEN, name: str = "Ayşe Yılmaz") -> DrawnSignature:
    return DrawnSignature(name, date(2026, 10, 12), strokes)


def letter(*signed: DrawnSignature, code: str = "nb", home: bool = True) -> Document:
    return compose(replace(SUMMARY, signed=signed, signed_home=home), language(code, strict=True))


@settings(deadline=None, max_examples=15)
@given(STROKES)
def test_every_point_that_was_drawn_can_be_read_back_from_the_paper(strokes: Strokes) -> None:
    pdf, _ = lay_out(letter(drawn(strokes), drawn(WRITTEN)))
    assert ink(pdf) == [strokes, WRITTEN]


@pytest.mark.parametrize("code", ["nb", "en", "tr"])
def test_signatures_pass_both_validators_and_our_own_check(code: str) -> None:
    document = letter(drawn(), drawn(name="Mehmet Yılmaz"), drawn(name="Kari Nordmann"), code=code)
    pdf, _ = lay_out(document)
    assert check(pdf, passages(document)) == []
    assert all(page.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in ("2a", "ua1"))
    assert pdf == lay_out(document)[0]


def test_it_is_read_as_whose_it_is_and_then_how_and_when_it_was_made() -> None:
    said = passages(letter(drawn()))
    place = said.index(Passage("Figure", "nb-NO", "Tegnet underskrift av Ayşe Yılmaz"))
    assert said[place + 1] == Passage("P", "nb-NO", "Signert på skjermen 12. oktober 2026: Ayşe Yılmaz")
    assert any("ikke en kvalifisert elektronisk signatur" in passage.text for passage in said)


def test_there_are_lines_to_sign_on_unless_the_family_has_signed() -> None:
    def lines(document: Document) -> bool:
        return any(passage.text.startswith("Underskrift:") for passage in passages(document))

    assert lines(letter(home=False))
    assert lines(letter(drawn(name="Kari Nordmann"), home=False))
    assert not lines(letter(drawn()))


def test_what_was_signed_as_another_text_is_told_of_and_not_shown() -> None:
    changed = compose(replace(SUMMARY, changed_since=date(2026, 10, 12)), language("nb", strict=True))
    said = passages(changed)
    assert any("Notatet er endret etter det" in passage.text for passage in said)
    assert [passage for passage in said if passage.tag == "Figure"] == said[:1]


def test_in_word_a_line_tells_that_it_was_signed_by_whom_and_when() -> None:
    written = [paragraph.text for paragraph in docx.Document(io.BytesIO(word_file(letter(drawn())))).paragraphs]
    assert "Signert på skjermen 12. oktober 2026: Ayşe Yılmaz" in written
