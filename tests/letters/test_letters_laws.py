"""Laws that hold for whatever people are called and whatever they write."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from letter_samples import HARD_LETTERS, INFORMATION, LANGUAGES, RECIPIENT, SUMMARY
from pypdfium2 import PdfDocument

from hjemmebesok.domain.followup import Owner
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import language
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.visit_summary import AgreedStep, Noted
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.pdf.colour import srgb_profile
from hjemmebesok.letters.pdf.fonts import missing
from hjemmebesok.letters.render import render

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

letters = st.sampled_from("abcdeåæøğışçöüİŞĞÇÖÜÆØÅéđžČ&<>'\"-.()/\\{}*#[]%$€–«» ")
names = st.text(letters, min_size=1, max_size=60).filter(str.strip)
notes = st.text(letters | st.just("\n"), min_size=1, max_size=600).filter(str.strip)
amounts = st.integers(-(10**6), 10**9).map(Money)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@FEW
@given(name=names, note=notes, code=st.sampled_from(LANGUAGES), written_in=st.sampled_from(["nb", "tr", "so"]))
@example(name="<b>&amp;{navn}*[hvis]</b>", note="**{steg}** <br/> &lt; \\(", code="en", written_in="nb")
def test_whatever_people_write_is_printed_as_it_is(name: str, note: str, code: str, written_in: str) -> None:
    # The check holds the file's own text against the words, so a letter that comes out has them all.
    summary = replace(
        SUMMARY,
        recipient=replace(RECIPIENT, name=name),
        present=(name, name),
        noted=(Noted("Om boligen", FreeText(note, written_in)),),
        note=FreeText(note, written_in),
    )
    assert render(summary, code).pdf.startswith(b"%PDF-1.7")


@FEW
@given(amount=amounts, day=days, count=st.integers(0, 30), code=st.sampled_from(LANGUAGES))
def test_any_amount_day_and_number_of_steps_can_be_written(amount: Money, day: date, count: int, code: str) -> None:
    steps = (AgreedStep(Phrase("Spare {amount} i måneden.", amount=amount), Owner.FAMILY, day),) * count
    summary = replace(SUMMARY, steps=steps, noted=(Noted("Husleie i måneden", amount),), written_on=day)
    assert render(summary, code).pages >= 1


@FEW
@given(letter=st.characters(categories=["L", "M", "N", "P", "S"]))
def test_a_letter_is_drawn_by_the_font_or_refused_by_name(letter: str) -> None:
    information = replace(INFORMATION, recipient=replace(RECIPIENT, name=f"A{letter}"))
    if not missing(information.recipient.name):
        render(information, "nb")
        return
    with pytest.raises(Refused, match="mottaker"):
        render(information, "nb")


def test_the_font_has_every_letter_of_our_languages() -> None:
    assert missing(HARD_LETTERS + "ÆØÅæøåĞİŞÇÖÜğışçöüâîûÂÎÛéóèàäđŋšžŧČč–—«»“”‘’…§•€£$%№×ЖжЇї") == ""


def test_a_letter_that_the_font_lacks_is_named_with_its_field() -> None:
    with pytest.raises(Refused) as refused:
        render(replace(SUMMARY, note=FreeText("Hun heter ሳባ.")), "nb")
    assert str(refused.value) == "Brevets skrift har ikke tegnet ሳ (U+1233), som står i feltet notat."


def test_a_negative_amount_keeps_its_sign() -> None:
    summary = replace(SUMMARY, noted=(Noted("Husleie i måneden", Money.kroner(-350)),))
    for code, amount in {"nb": "-350 kr", "en": "NOK -350", "tr": "-350 kr"}.items():
        words = PdfDocument(render(summary, code).pdf)[0].get_textpage().get_text_bounded()
        assert amount in words.replace("\u00a0", " ")


def test_a_note_of_spaces_is_no_note() -> None:
    assert render(replace(SUMMARY, note=FreeText(" \n ")), "nb") == render(replace(SUMMARY, note=None), "nb")


def test_what_people_wrote_is_read_in_its_own_language() -> None:
    said = passages(
        compose(replace(SUMMARY, note=FreeText("Waan ku mahadsan tahay.", "so")), language("tr", strict=True))
    )
    assert Passage("P", "so", "Waan ku mahadsan tahay.") in said
    assert Passage("P", "nb-NO", "Trapp & smal gang, < 80 cm.") in said
    assert Passage("P", "tr-TR", "Somalice yazılmıştır") in said


def test_nothing_in_the_file_says_when_it_was_made() -> None:
    assert srgb_profile()[24:36] == bytes([7, 232, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    with pikepdf.open(io.BytesIO(render(SUMMARY, "nb").pdf)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20261012000000")


def test_two_letters_have_two_identities() -> None:
    other = replace(SUMMARY, noted=())
    one, two = (pikepdf.open(io.BytesIO(render(each, "nb").pdf)).trailer.ID for each in (SUMMARY, other))
    assert bytes(one[0]) != bytes(two[0])


def test_letters_written_in_two_parts_become_one() -> None:
    recipient = replace(RECIPIENT, name="Ays\u0327e Yılmaz", address=("A\u030asveien 1", "0000 Eksempel"))
    composed = replace(RECIPIENT, name="Ayşe Yılmaz", address=("Åsveien 1", "0000 Eksempel"))
    one, other = (render(replace(INFORMATION, recipient=each), "nb") for each in (recipient, composed))
    assert one == other


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_metadata_says_what_the_letter_is(code: str) -> None:
    letter = render(SUMMARY, code)
    voices = {"nb": "nb-NO", "en": "en-GB", "tr": "tr-TR"}
    with pikepdf.open(io.BytesIO(letter.pdf)) as pdf, pdf.open_metadata() as xmp:
        assert str(pdf.Root.Lang) == voices[code]
        assert xmp["dc:title"] == letter.title
        assert xmp["pdf:Keywords"] == letter.text_version
        assert xmp["xmp:CreateDate"] == "2026-10-12T00:00:00Z"
