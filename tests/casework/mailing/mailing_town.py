"""Five households of three languages, and what is asked of a mailing to them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.mailing import MailingResult
from hjemmebesok.casework.mailing_plan import Choices, plan_mailing
from hjemmebesok.casework.meetings import plan_meeting
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.letter_text import TextStatus
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.record import Record

INFORMATION = Choices("information", with_folder=False)
WITH_FOLDER = Choices("information")
NOTICE = Choices("visit_notice")
HOUSEHOLDS = [
    Household(id="h1", case="h1", name="Ayşe Yılmaz", language="tr"),
    Household(id="h2", case="h2", name="Bjørn Ås", language="nb"),
    Household(id="h3", case="h3", name="Cecilie Dahl", language="nb"),
    Household(id="h4", case="h4", name="Daniel Smith", language="en"),
    Household(id="h5", case="h5", name="Sahra Warsame", language="so"),
]


def approve(desk: Desk, language: str, letter: str = "information") -> None:
    set_status(desk, letter, language, TextStatus.APPROVED, "Styringsgruppen", desk.today())


def change(desk: Desk, household: str, **fields: object) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Household, household), **fields))  # type: ignore[arg-type]  # the fields of a household


def noted(desk: Desk) -> list[tuple[str, str]]:
    with desk.read() as reading:
        return sorted((each.case, each.language) for each in reading.all(IssuedLetter))


def why(desk: Desk, household: str) -> str:
    plan = plan_mailing(desk, INFORMATION)
    return str(next(each.why for each in plan.left_out if each.household == household))


def text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    said = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return said


def told(result: MailingResult) -> list[tuple[str, str]]:
    return [(each.household, str(each.why)) for each in result.left_out]


def once(after: int, happens: Callable[[], object]) -> Callable[[int, int], bool]:
    """A run that goes on, and what happens when so many letters are done."""

    def goes_on(done: int, _all: int) -> bool:
        if done == after:
            happens()
        return True

    return goes_on


def put_changed(desk: Desk, kind: type[Record], record: str, changed: dict[str, object]) -> None:
    with desk.work() as work:
        work.put(replace(work.get(kind, record), **changed))


def a_meeting(desk: Desk, starts: datetime) -> str:
    return plan_meeting(desk, Meeting(id="", case="", number=1, starts=starts, place="Fjell grendehus")).made
