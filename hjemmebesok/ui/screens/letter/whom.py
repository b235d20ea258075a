"""Whom the letter is for: the household is found first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.archiving_papers import papers_to_archive
from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.screens.households.finder import HouseholdFinder
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, FactLine, Flow, WrapLabel


class Whom(QWidget):
    """`chosen` carries the id of a household; `led_on` the name of another screen, for a letter to everyone."""

    chosen = Signal(str)
    led_on = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.finder = HouseholdFinder(desk, most=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.XXL, SPACE.XL, SPACE.XXL, SPACE.XL)
        column.setSpacing(SPACE.M)
        self.everyone = Button(N_("Brev til alle …"), "secondary", "mail")
        self.frames = Button(N_("Rammer til styret …"), "secondary", "building-2")
        self.archive = Button(N_("Papirer til arkivet …"), "secondary", "building-2")
        self.texts = Button(N_("Brevtekster"), "secondary", "pen-line")
        column.addWidget(WrapLabel(N_("Brev"), "display"))
        column.addWidget(Flow(self.texts, self.frames, self.archive, self.everyone, gap=SPACE.M))
        self.why = FactLine("circle-alert", "", "label", "warn", "warn")
        column.addWidget(self.why)
        column.addWidget(WrapLabel(N_("Hvem er brevet til?"), "title"))
        column.addWidget(self.finder.field)
        column.addWidget(self.finder, 1)
        self.finder.chosen.connect(self.chosen)
        self.everyone.clicked.connect(lambda: self.led_on.emit("mailing"))
        self.texts.clicked.connect(lambda: self.led_on.emit("letter_texts"))
        self.finder.search("")
        self.why.hide()
        self.show_papers()

    def ask(self, why: Phrase | None) -> None:
        """Ask anew; `why` there is no household any more, where that is not her own choice."""
        self.finder.refresh()
        self.show_papers()
        self.why.say(why or "")
        self.why.setVisible(why is not None)

    def show_papers(self) -> None:
        """Offer the archive what is not there yet of the papers that are no household's."""
        self.archive.setVisible(bool(papers_to_archive(self._desk)))
