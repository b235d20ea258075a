"""Letters made from the store, read back from the PDF."""

import hashlib
from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.visits import close_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection

SAID = {
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000},
    "health.needs": "hemmelig helse",
    "summary.steps/1": {"step": "save_monthly", "amount": 50_000, "owner": "family", "due": "2026-10-19"},
    "summary.note": "Vil bli boende på Fjell.",
}


@pytest.fixture
def closed(desk: Desk, family: str) -> str:
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    for field, value in SAID.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    return visit


def read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "amount", "day"),
    [("nb", "500 kr", "19. oktober"), ("en", "NOK 500", "19 October"), ("tr", "500", "19 Ekim")],
)
def test_the_summary_says_what_was_agreed_in_the_readers_language(
    desk: Desk, family: str, closed: str, language: str, amount: str, day: str
) -> None:
    made = make_letter(desk, "visit_summary", family, language, closed)
    text = read(made.pdf)
    assert amount in text
    assert day in text
    assert "Vil bli boende på Fjell." in text
    assert "Ayşe og Mehmet Yılmaz" in text
    assert "hemmelig helse" not in text
    assert made.letter.sha256 == hashlib.sha256(made.pdf).hexdigest()


def test_the_letter_about_the_programme_goes_to_the_household(desk: Desk, family: str) -> None:
    made = make_letter(desk, "information", family, "tr")
    assert "Fjellåsen 14, H0302" in read(made.pdf)
    assert "Yılmaz" not in made.file_name


def test_a_letter_is_logged_when_it_is_used_and_not_before(desk: Desk, family: str) -> None:
    made = make_letter(desk, "information", family, "nb")
    assert open_household(desk, family).letters == ()
    file_letter(desk, made)
    assert open_household(desk, family).letters == (made.letter,)


def test_the_same_letter_has_the_same_bytes(desk: Desk, family: str) -> None:
    one, other = (make_letter(desk, "information", family, "en").pdf for _ in range(2))
    assert one == other


def test_a_protected_address_is_in_no_letter(desk: Desk, family: str) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, family), protection=Protection.FORTROLIG))
    assert "Fjellåsen" not in read(make_letter(desk, "information", family, "nb").pdf)


def test_what_cannot_be_made_is_refused_in_one_sentence(desk: Desk, family: str, closed: str) -> None:
    with pytest.raises(Refused, match="Velg en av disse: information, "):
        make_letter(desk, "vedtak", family, "nb")
    with pytest.raises(Refused, match="Velg hvilket besøk"):
        make_letter(desk, "visit_summary", family, "nb")
    unfinished = plan_visit(desk, family, datetime(2026, 10, 13, 9)).made
    with pytest.raises(Refused, match="Avslutt besøket først"):
        make_letter(desk, "visit_summary", family, "nb", unfinished)
    with pytest.raises(Refused):
        make_letter(desk, "visit_summary", "h9", "nb", closed)
