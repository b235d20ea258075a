"""A caseworker's Monday: a desk with households, visits and a meeting, in a real window with real screens."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.ui.screens import SCREENS, Screen
from hjemmebesok.ui.widgets import Pill

NOW = datetime(2026, 10, 12, 9, 55, tzinfo=timezone(timedelta(hours=2)))
TODAY = NOW.date()
ASKED = {
    "starts": datetime(2026, 10, 5, 10),
    "status": VisitStatus.CLOSED,
    "closed_at": datetime(2026, 10, 5, 9, tzinfo=UTC),
}
FAMILY = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr", adults=2, children=2)
ALONE = Household(id="h2", case="h2", name="Mariam Haidari", language="fa_AF", adults=1, children=3)
HIDDEN = Household(id="h3", case="h3", name="Liv Strand", adults=1, protection=Protection.FORTROLIG)


class Elsewhere(QWidget):
    """Stands for a screen that these lead to, and remembers what it was opened at."""

    def __init__(self, _window: object) -> None:
        super().__init__()
        self.opened = ""

    def open(self, key: str) -> None:
        self.opened = key


_OTHERS = ("visit", "letter")
PAGES = tuple(screen for screen in SCREENS if screen.name not in _OTHERS) + tuple(
    Screen(name, "house", N_("Hjemmebesøk"), f"{__name__}:Elsewhere", under="today") for name in _OTHERS
)


def at(hour: int, minute: int = 0) -> datetime:
    """A time of this Monday."""
    return datetime(2026, 10, 12, hour, minute)


def put_households(desk: Desk) -> None:
    """A family of four, a mother with three children, and one whose address is protected."""
    for household, street in ((FAMILY, "Fjellåsen 14"), (ALONE, "Fjellåsen 31"), (HIDDEN, "Tunveien 5")):
        case = household.id
        with desk.work() as work:
            work.put(household)
            work.put(Kartlegging(id=f"{case}-k", case=case, visit=f"{case}-v", answers={"consent.given": True}))
            work.put(Visit(id=f"{case}-v", case=case, kartlegging=f"{case}-k", **ASKED))
            work.put(Person(id=f"{case}-p", case=case, name=household.name.split(" og ")[-1], phone="000 00 101"))
            work.put(Dwelling(id=f"{case}-d", case=case, address=street, unit="H0302", estate="Tunet"))
            rent = Money.kroner(12_600)
            work.put(Tenancy(id=f"{case}-t", case=case, dwelling=f"{case}-d", rent=rent, ends=date(2027, 4, 30)))
    with desk.work() as work:
        work.put(Person(id="h1-c", case="h1", name="Defne Yılmaz", role=Role.CHILD, born=date(2017, 3, 7)))


def put_meeting(desk: Desk, names: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """A meeting in Turkish this evening with these households: its id, and the participants' ids by name."""
    plan = Meeting(id="", case="", number=12, starts=at(17), place="Fjell grendehus", language="tr")
    meeting = plan_meeting(desk, plan).made
    seats = {}
    for place, name in enumerate(names):
        with desk.work() as work:
            work.put(Household(id=f"m{place}", case=f"m{place}", name=name, language="tr"))
        seats[name] = invite(desk, meeting, f"m{place}").made
    return meeting, seats


def words_on(screen: QWidget) -> str:
    """Every text that one can see or have read aloud on the screen now."""
    QApplication.processEvents()  # what was just added comes into sight
    return "\n".join(_texts(screen))


def _texts(screen: QWidget) -> Iterator[str]:
    for widget in screen.findChildren(QWidget):
        if widget.isVisible():
            yield widget.accessibleName()
            yield widget.accessibleDescription()
            yield widget.toolTip()
            if isinstance(widget, (QLabel, QAbstractButton, QLineEdit, Pill)):
                yield widget.text()
            if isinstance(widget, QPlainTextEdit):
                yield widget.toPlainText()
