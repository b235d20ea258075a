"""A card about what needs somebody: whose it is, and a way to the household. And one about a refused change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.in_step.said import Refusal
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow, Pill, WrapLabel


class CaseCard(Card):
    """`opened` carries the id of the household; without one (`case` '') there is no way to it."""

    opened = Signal(str)

    def __init__(self, whose: Words, case: str, pill: Pill) -> None:
        super().__init__()
        self._case = case
        heading = Flow(WrapLabel(whose, "section"), pill, gap=SPACE.M)
        if case:
            heading.add(self._opener(whose))
        self.body.addWidget(heading)

    def _opener(self, whose: Words) -> Button:
        button = Button(N_("Åpne husstanden"), "quiet", "chevron-right", icon_after=True)
        bind(button, QWidget.setAccessibleName, Phrase("Åpne husstanden {name}", name=whose))
        button.clicked.connect(self._open)
        return button

    def _open(self) -> None:
        self.opened.emit(self._case)


class RefusalCard(CaseCard):
    """What the change said, who wrote it and when, and why the server would not take it."""

    def __init__(self, item: Refusal) -> None:
        super().__init__(item.whose, item.case, Pill(N_("Ikke tatt imot"), "bad"))
        for label, value in item.said:
            self.body.addWidget(WrapLabel(label, "small", "muted"))
            self.body.addWidget(WrapLabel(value, "label"))
        self.body.addWidget(WrapLabel(item.written, "small", "muted"))
        self.body.addWidget(FactLine("info", item.reason, icon_tone="info"))
