"""A card about what needs somebody: whose it is, and a way to the household. And one about a refused change."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.in_step.said import Refusal
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow, Pill, WrapLabel


class CaseCard(Card):
    """`opened` carries the id of the household, `visit_opened` that of the visit it is about; without one (`case` or
    `visit` '') there is no way to it."""

    opened = Signal(str)
    visit_opened = Signal(str)

    def __init__(self, whose: Words, case: str, pill: Pill, visit: str = "") -> None:
        super().__init__()
        self._case, self._visit = case, visit
        heading = Flow(WrapLabel(whose, "section"), pill, gap=SPACE.M)
        if visit:
            name = Phrase("Åpne besøket hos {name}", name=whose)
            heading.add(_opener(N_("Åpne besøket"), name, self._open_visit))
        if case:
            name = Phrase("Åpne husstanden {name}", name=whose)
            heading.add(_opener(N_("Åpne husstanden"), name, self._open))
        self.body.addWidget(heading)

    def _open(self) -> None:
        self.opened.emit(self._case)

    def _open_visit(self) -> None:
        self.visit_opened.emit(self._visit)


class RefusalCard(CaseCard):
    """What the change said, who wrote it and when, and why the server would not take it."""

    def __init__(self, item: Refusal) -> None:
        super().__init__(item.whose, item.case, Pill(item.state, "bad"), item.visit)
        for label, value in item.said:
            self.body.addWidget(WrapLabel(label, "small", "muted"))
            self.body.addWidget(WrapLabel(value, "label"))
        if item.written:
            self.body.addWidget(WrapLabel(item.written, "small", "muted"))
        self.body.addWidget(FactLine("info", item.reason, icon_tone="info"))


def _opener(words: Words, name: Words, then: Callable[[], None]) -> Button:
    button = Button(words, "quiet", "chevron-right", icon_after=True)
    bind(button, QWidget.setAccessibleName, name)
    button.clicked.connect(then)
    return button
