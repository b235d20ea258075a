"""A card about what needs somebody: whose it is, and a way to the household. And one about a refused change."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.in_step.said import Answer, Refusal, UnseenWords
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow, Pill, WrapLabel

_UNSEEN = N_(
    "Dette kom fra en annen PC, og du hadde ikke sett det da du låste notatet. Er noe galt, åpner du besøket og lager "
    "en rettelse."
)


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

    def _show(self, said: Iterable[Answer]) -> None:
        for label, value in said:
            self.body.addWidget(WrapLabel(label, "small", "muted"))
            self.body.addWidget(WrapLabel(value, "label"))

    def _open(self) -> None:
        self.opened.emit(self._case)

    def _open_visit(self) -> None:
        self.visit_opened.emit(self._visit)


class RefusalCard(CaseCard):
    """What the change said, who wrote it and when, and why the server would not take it."""

    def __init__(self, item: Refusal) -> None:
        super().__init__(item.whose, item.case, Pill(item.state, "bad"), item.visit)
        self._show(item.said)
        if item.written:
            self.body.addWidget(WrapLabel(item.written, "small", "muted"))
        self.body.addWidget(FactLine("info", item.reason, icon_tone="info"))


class UnseenCard(CaseCard):
    """What stands in a note she has locked, and that she had not seen; `read` once she has, with the visit's id."""

    read = Signal(str)

    def __init__(self, item: UnseenWords) -> None:
        super().__init__(item.whose, "", Pill(N_("I et låst notat"), "warn", "lock"), item.key)
        self._show(item.said)
        self.body.addWidget(FactLine("info", _UNSEEN, icon_tone="info"))
        self.button = Button(N_("Jeg har lest det"), icon="check")
        bind(self.button, QWidget.setAccessibleName, Phrase("Jeg har lest det som gjelder {name}", name=item.whose))
        self.button.clicked.connect(lambda: self.read.emit(item.key))
        self.body.addWidget(Flow(self.button))


def _opener(words: Words, name: Words, then: Callable[[], None]) -> Button:
    button = Button(words, "quiet", "chevron-right", icon_after=True)
    bind(button, QWidget.setAccessibleName, name)
    button.clicked.connect(then)
    return button
