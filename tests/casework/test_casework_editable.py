"""A letter to write in: the same words, and a line in the log that it was taken out."""

import hashlib
import io
from datetime import datetime
from typing import Any

import docx
import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.editable import editable_letter, note_editable
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.phrase import Refused


@pytest.fixture
def closed(desk: Desk, family: str) -> str:
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    save_answer(desk, visit, "summary.note", "Vil bli boende på Fjell.")
    close_visit(desk, visit)
    return visit


def words(data: bytes) -> str:
    file: Any = docx.Document(io.BytesIO(data))
    return " ".join(paragraph.text for paragraph in file.paragraphs)


def test_the_summary_can_be_written_in(desk: Desk, family: str, closed: str) -> None:
    letter = editable_letter(desk, "visit_summary", family, "nb", closed)
    assert "Vil bli boende på Fjell." in words(letter.data)
    assert letter.file_name == "visit-summary-nb-2026-10-12.docx"


@pytest.mark.parametrize(("code", "title"), [("en", "Would you like"), ("tr", "Kendi evinizin")])
def test_it_is_in_the_language_that_was_asked_for_or_in_both(desk: Desk, family: str, code: str, title: str) -> None:
    assert title in words(editable_letter(desk, "information", family, code).data)
    both = editable_letter(desk, "information", family, code, with_norwegian=True)
    assert words(both.data).index("Vil du eie") < words(both.data).index(title)
    assert both.file_name == f"information-nb-{code}-2026-10-12.docx"


def test_it_is_noted_when_it_is_taken_out_and_is_no_letter_in_the_log(desk: Desk, family: str, closed: str) -> None:
    letter = editable_letter(desk, "visit_summary", family, "nb", closed)
    note_editable(desk, letter)
    with desk.read() as reading:
        (line,) = reading.in_case(Export, family)
    assert (line.what, line.sha256) == ("editable", hashlib.sha256(letter.data).hexdigest())
    assert open_household(desk, family).letters == ()


def test_what_could_not_be_a_letter_is_refused(desk: Desk, family: str) -> None:
    with pytest.raises(Refused):
        editable_letter(desk, "visit_summary", family, "nb")
