"""The copy of a letter that can be edited, read back with python-docx."""

import io
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from letter_samples import INFORMATION, LANGUAGES, LETTERS, RECIPIENT, SUMMARY
from PIL import Image

from hjemmebesok.domain.protection import Protection
from hjemmebesok.language import language
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Document, Items, Picture, Pictures, Run
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.passages import passages, tidy
from hjemmebesok.letters.word import word_file


def file_of(letter: Letter, code: str = "nb", **other: Any) -> Any:
    return docx.Document(io.BytesIO(word_file(replace(compose(letter, language(code)), **other))))


def told(file: Any) -> set[str]:
    cells = [cell for table in file.tables for row in table.rows for cell in row.cells]
    paragraphs = [*file.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return {tidy(paragraph.text) for paragraph in paragraphs}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_it_says_everything_that_the_letter_says(name: str, code: str) -> None:
    document = compose(LETTERS[name], language(code))
    file = docx.Document(io.BytesIO(word_file(document)))
    said = {each.text for each in passages(document) if each.tag not in ("Figure", "Lbl", "Span")}
    assert said - told(file) == set()


def test_headings_are_headings_and_begin_with_the_title() -> None:
    styles = [each.style.name for each in file_of(SUMMARY).paragraphs if each.style.name.startswith("Heading")]
    assert styles[0] == "Heading 1"
    assert set(styles[1:]) == {"Heading 2"}


def test_lists_are_lists_and_each_numbered_one_begins_at_one() -> None:
    words = ((Run("først"),), (Run("så"),))
    document = compose(INFORMATION, language("nb"))
    twice = replace(document, blocks=(Items(True, words), Items(False, words), Items(True, words)))
    file = docx.Document(io.BytesIO(word_file(twice)))
    numbered = [each for each in file.paragraphs if each.style.name == "List Number"]
    used = [each._p.pPr.numPr.numId.val for each in numbered]
    assert used[0] == used[1] != used[2] == used[3]
    assert [each.text for each in file.paragraphs if each.style.name == "List Bullet"] == ["først", "så"]


def test_tables_have_a_row_of_headings() -> None:
    tables = file_of(SUMMARY).tables
    assert len(tables) == 3
    for table in tables:
        headings = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
        assert headings == [True] + [False] * (len(headings) - 1)


@pytest.mark.parametrize(("code", "tag"), [("nb", "nb-NO"), ("en", "en-GB"), ("tr", "tr-TR")])
def test_every_run_tells_its_language(code: str, tag: str) -> None:
    file = file_of(INFORMATION, code)
    runs = [run for paragraph in file.paragraphs for run in paragraph.runs]
    langs = {run.text: run._element.rPr.find(qn("w:lang")).get(qn("w:val")) for run in runs}
    assert langs["Eksempel kommune"] in ("nb-NO", tag)
    assert set(langs.values()) == {tag, "nb-NO"}
    if code != "nb":
        assert langs["startlån"] == "nb-NO"


def test_its_properties_name_nobody() -> None:
    properties = file_of(SUMMARY).core_properties
    values = [getattr(properties, name) for name in dir(properties) if not name.startswith("_")]
    said = " ".join(value for value in values if isinstance(value, str))
    assert [name for name in ("Kari", "Nordmann", "Yılmaz", "Ayşe", "python-docx") if name in said] == []
    assert properties.title == "Oppsummering av hjemmebesøket 12. oktober 2026"


def test_a_fortrolig_address_is_nowhere_in_the_file() -> None:
    hidden = replace(SUMMARY, recipient=replace(RECIPIENT, protection=Protection.FORTROLIG))
    with ZipFile(io.BytesIO(word_file(compose(hidden, language("nb"))))) as file:
        whole = b"".join(file.read(name) for name in file.namelist())
    assert "Fjellåsen".encode() not in whole


def test_a_picture_has_its_description_and_nothing_of_where_it_was_taken() -> None:
    taken = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "KANARI"
    Image.new("RGB", (40, 30), "teal").save(taken, "JPEG", exif=exif)
    document: Document = compose(INFORMATION, language("nb"))
    shown = replace(document, blocks=(Pictures((Picture(taken.getvalue(), "Gangen er 70 cm bred."),)),))
    written = word_file(shown)
    (picture,) = docx.Document(io.BytesIO(written)).inline_shapes
    assert picture._inline.docPr.get("descr") == "Gangen er 70 cm bred."
    with ZipFile(io.BytesIO(written)) as file:
        images = [file.read(name) for name in file.namelist() if name.startswith("word/media/")]
    assert len(images) == 1
    assert b"KANARI" not in images[0]


def test_a_letter_in_two_languages_has_the_norwegian_text_first_and_then_the_other_on_a_page_of_its_own() -> None:
    document = compose_for(INFORMATION, ("nb", "tr"))
    file = docx.Document(io.BytesIO(word_file(document)))
    titles = [each.text for each in file.paragraphs if each.style.name == "Heading 1"]
    assert titles == [document.title, "Kendi evinizin sahibi olmak ister misiniz?"]
    assert {each.text for each in passages(document) if each.tag in ("P", "H2")} - told(file) == set()
    assert [each.paragraph_format.page_break_before for each in file.paragraphs].count(True) == 1
