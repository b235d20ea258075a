"""A town that is written to, and where the files go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from mailing_town import HOUSEHOLDS, INFORMATION, approve

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.mailing import MailingResult, make_mailing
from hjemmebesok.casework.mailing_files import Padding
from hjemmebesok.casework.mailing_plan import Choices
from hjemmebesok.domain.dwelling import Dwelling


@pytest.fixture
def town(desk: Desk) -> Desk:
    """Five households with an address, and texts that are approved in all three languages."""
    with desk.work() as work:
        for household in HOUSEHOLDS:
            work.put(household)
            work.put(
                Dwelling(id=f"d-{household.id}", case=household.id, address="Fjellåsen 1", postcode="0000", place="By")
            )
    for language in ("nb", "en", "tr"):
        for letter in ("information", "information_folder", "visit_notice", "meeting_invitation"):
            approve(desk, language, letter)
    return desk


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the files go."""
    (tmp_path / "ut").mkdir()
    return tmp_path / "ut"


@pytest.fixture
def made(town: Desk, out: Path) -> Callable[..., MailingResult]:
    """Makes the mailing, or the first so many letters of it."""

    def make(most: int = 99, padding: Padding | None = None, choices: Choices = INFORMATION) -> MailingResult:
        return make_mailing(town, choices, out, lambda done, _all: done < most, padding)

    return make
