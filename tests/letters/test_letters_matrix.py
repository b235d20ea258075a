"""Every kind of letter, short and long, in every language: two validators, and read back as text."""

import io
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
from letter_samples import HARD_LETTERS, LANGUAGES, LETTERS

from hjemmebesok.letters.letter import RenderedLetter
from hjemmebesok.letters.render import render

MATRIX = [(name, code) for name in LETTERS for code in LANGUAGES]


@cache
def rendered(name: str, code: str) -> RenderedLetter:
    return render(LETTERS[name], code)


@cache
def text(name: str, code: str) -> str:
    pdf = pypdfium2.PdfDocument(rendered(name, code).pdf)
    pages = [sheet.get_textpage().get_text_bounded() for sheet in pdf]
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize(("name", "code"), MATRIX)
def test_a_letter_passes_the_validator_for_archives_and_screen_readers(name: str, code: str) -> None:
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(rendered(name, code).pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []
        assert report.is_compliant


@pytest.mark.parametrize(("name", "code"), MATRIX)
def test_the_same_letter_gives_the_same_bytes(name: str, code: str) -> None:
    again = render(LETTERS[name], code)
    assert again == rendered(name, code)


def test_a_letter_with_other_values_is_another_file() -> None:
    digests = {rendered(name, code).sha256 for name, code in MATRIX}
    assert len(digests) == len(MATRIX)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", ["12. oktober 2026", "2 345 678 kr", "14 250,50 kr", "Spare 2 500 kr i måneden.", "2 tall er anslått."]),
        ("en", ["12 October 2026", "NOK 2,345,678", "NOK 14,250.50", "Save NOK 2,500 a month.", "2 figures are estim"]),
        ("tr", ["12 Ekim 2026", "2.345.678 kr", "14.250,50 kr", "Ayda 2.500 kr biriktirmek.", "2 sayı tahminîdir."]),
    ],
)
def test_dates_amounts_and_plurals_follow_the_letters_language(code: str, said: list[str]) -> None:
    for words in said:
        assert words in text("summary", code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_people_wrote_stays_as_they_wrote_it_to_the_last_letter(code: str) -> None:
    for words in ("Ayşe og Mehmet Yılmaz", "Trapp & smal gang, < 80 cm.", f"Bokstavene {HARD_LETTERS} er med."):
        assert words in text("summary", code)


@pytest.mark.parametrize(
    ("code", "label", "times"),
    [("nb", "Skrevet på", 0), ("en", "Written in Norwegian", 3), ("tr", "Norveççe yazılmıştır", 3)],
)
def test_words_in_another_language_are_labelled_so(code: str, label: str, times: int) -> None:
    # a fact, a reason and the note
    assert text("summary", code).count(label) == times


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", ["Vil du eie", "Startlån er et lån", "Vi ringer deg innen 2 uker", "Vennlig hilsen", "boligkonsulent"]),
        ("en", ["This is a translation", "Would you", "start-up loan (startlån)", "within 2 weeks", "Kind regards"]),
        ("tr", ["Bu bir çeviridir", "ister misiniz", "kredisi (startlån)", "Sizi 2 hafta", "Saygılarımızla"]),
    ],
)
def test_the_text_reads_in_order(code: str, said: list[str]) -> None:
    places = [text("information", code).index(words) for words in said]
    assert places == sorted(places)


def test_one_week_is_written_as_one() -> None:
    assert "innen én uke" in text("information, bare", "nb")
    assert "within one week" in text("information, bare", "en")
    assert "bir hafta içinde" in text("information, bare", "tr")


def test_what_is_absent_leaves_no_trace() -> None:
    bare = text("summary, bare", "nb")
    assert "Tolk: Ble ikke brukt." in bare
    assert "Vi avtalte ikke noe nytt" in bare
    for words in ("Hjemme hos deg", "0 ting", "Kan du kjøpe bolig", "Notat fra besøket", "skrive til", "Vår referanse"):
        assert words not in bare


@pytest.mark.parametrize(("name", "code"), MATRIX)
def test_the_pages_are_counted(name: str, code: str) -> None:
    pages = rendered(name, code).pages
    with pikepdf.open(io.BytesIO(rendered(name, code).pdf)) as pdf:
        assert len(pdf.pages) == pages
    last = {"nb": f"Side {pages} av {pages}", "en": f"Page {pages} of {pages}", "tr": f"Sayfa {pages} / {pages}"}
    assert last[code] in text(name, code)


def test_a_title_names_no_client() -> None:
    assert rendered("summary", "nb").title == "Oppsummering av hjemmebesøket 12. oktober 2026"
    titles = " ".join(rendered(name, code).title for name, code in MATRIX)
    assert not [name for name in ("Ayşe", "Mehmet", "Yılmaz", "Ola") if name in titles]
