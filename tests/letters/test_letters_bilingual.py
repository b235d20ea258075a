"""A letter in two languages: the Norwegian first, marked as the one that counts, and the reader's after it."""

import io
import tomllib

import page
import pikepdf
import pypdfium2
import pytest
from letter_samples import INFORMATION, LETTERS, SUMMARY

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.bilingual import compose_for, interpreter_line
from hjemmebesok.letters.document import plain
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.pdf.fonts import missing
from hjemmebesok.letters.render import render

LINES = tomllib.loads((resource("letters") / "interpreter.toml").read_text(encoding="utf-8"))


def sheets(letter: Letter, *languages: str) -> list[str]:
    pdf = pypdfium2.PdfDocument(render(letter, languages).pdf)
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf]


@pytest.mark.parametrize("reader", ["en", "tr"])
@pytest.mark.parametrize("name", ["information", "summary", "summary, long names", "summary, many pages"])
def test_a_letter_in_two_languages_passes_both_validators(name: str, reader: str) -> None:
    letter = render(LETTERS[name], ("nb", reader))
    for profile in ("2a", "ua1"):
        assert [failure.message for failure in page.validate_pdf_bytes(letter.pdf, profile=profile).failures] == []
    assert letter.language == reader


def test_the_norwegian_comes_first_and_the_translation_on_a_page_of_its_own() -> None:
    pages = sheets(INFORMATION, "nb", "tr")
    assert "Vil du eie din egen bolig?" in pages[0]
    assert pages[2].startswith("Çeviri. Geçerli olan, bundan önceki Norveççe metindir. Kendi evinizin")


def test_both_languages_say_on_the_first_page_that_the_norwegian_text_counts() -> None:
    [first, *_] = sheets(INFORMATION, "nb", "tr")
    assert "Brevet er på norsk og tyrkisk. Det er den norske teksten som gjelder." in first
    assert "Geçerli olan Norveççe metindir." in first


def test_pages_are_counted_through_both_languages() -> None:
    feet = [text[-12:] for text in sheets(INFORMATION, "nb", "tr")]
    assert feet[1].endswith("Side 2 av 4") and feet[2].endswith("Sayfa 3 / 4")


def test_the_translation_is_a_part_with_its_own_language_and_its_own_title() -> None:
    said = passages(compose_for(SUMMARY, ("nb", "tr")))
    titles = [passage for passage in said if passage.tag == "H1"]
    assert [title.lang for title in titles] == ["nb-NO", "tr-TR"]
    with pikepdf.open(io.BytesIO(render(SUMMARY, ("nb", "tr")).pdf)) as pdf:
        [*_, last] = pdf.Root.StructTreeRoot.K.K
        assert (str(last.S), str(last.Lang)) == ("/Sect", "tr-TR")


def test_what_the_caseworker_wrote_is_labelled_in_the_translation_alone() -> None:
    said = [passage.text for passage in passages(compose_for(SUMMARY, ("nb", "tr")))]
    assert said.count("Norveççe yazılmıştır") == 3
    assert not [text for text in said if text.startswith("Skrevet på")]


def test_the_log_can_tell_the_version_of_both_texts() -> None:
    both = render(SUMMARY, ("nb", "tr")).text_version.split("+")
    assert both == [render(SUMMARY, code).text_version for code in ("nb", "tr")]


@pytest.mark.parametrize("languages", [("tr", "nb"), ("nb", "nb"), ("en", "tr"), ("nb", "en", "tr")])
def test_only_norwegian_may_come_first(languages: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="norske teksten først"):
        render(INFORMATION, languages)


def test_who_reads_another_language_gets_the_norwegian_with_a_line_about_the_interpreter() -> None:
    said = passages(compose_for(INFORMATION, ("nb", "so")))
    assert Passage("P", "so", LINES["so"]) in said
    assert said[-1].lang == "nb-NO"
    assert LINES["so"] in sheets(INFORMATION, "nb", "so")[0]


def test_who_reads_another_script_is_told_of_the_interpreter_in_english() -> None:
    for code in ("ar", "ti", "zh-Hans"):
        assert plain(interpreter_line(code).words) == LINES["en"]
        assert interpreter_line(code).lang == "en-GB"


@pytest.mark.parametrize("code", LINES)
def test_every_line_about_the_interpreter_can_be_drawn(code: str) -> None:
    assert missing(LINES[code]) == ""
