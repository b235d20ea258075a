"""How one works on the letter screen, and what of that is in the log."""

from datetime import datetime, timedelta, timezone

from PySide6.QtTest import QTest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.ui.screens.letter.page_image import PageImage
from hjemmebesok.ui.screens.letter.screen import LetterScreen

NOW = datetime(2026, 10, 12, 8, 30, tzinfo=timezone(timedelta(hours=2)))
DAY = datetime(2026, 10, 9, 10, 30)  # of a visit


def images(page: LetterScreen) -> list[PageImage]:
    QTest.qWait(1)
    return page.preview.view.findChildren(PageImage)


def choose(page: LetterScreen, kind: str) -> None:
    page.head.kind.set_value(kind)
    page.head.kind._chosen()


def noted(desk: Desk) -> list[tuple[str, str]]:
    return [(letter.letter, letter.language) for letter in open_household(desk, "h1").letters]
