"""What needs the caseworker: fields with two values, and changes that the server would not take."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.screens.in_step.laying_aside import LayingAside
from hjemmebesok.ui.screens.in_step.model import InStepModel, Refusal, TwoValues
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, ConflictBox, FactLine, Flow, Pill, WrapLabel

_AT_A_TIME = 30  # cards


class WaitingList(QWidget):
    """`chosen` carries the key of a conflict and the place of the choice, `laid_aside` the key of a refused change,
    `opened` the id of a household."""

    chosen = Signal(str, int)
    laid_aside = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, ConflictBox] = {}
        self.asides: dict[str, LayingAside] = {}
        self._items: list[TwoValues | Refusal] | None = None
        self._most = _AT_A_TIME
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.M)

    def show_model(self, model: InStepModel) -> None:
        """Show what waits. Cards that stand there already stay, with the focus that may be in them."""
        self._model = model
        items: list[TwoValues | Refusal] = [*model.conflicts, *model.refusals, *model.settled]
        if items != self._items:
            self._items = items
            self._fill(items)
        self._show_choices()

    def _fill(self, items: list[TwoValues | Refusal]) -> None:
        while (place := self._column.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.boxes.clear()
        self.asides.clear()
        for item in items[: self._most]:
            self._column.addWidget(self._conflict(item) if isinstance(item, TwoValues) else self._refusal(item))
        if not any(isinstance(item, Refusal) or not item.settled for item in items):
            self._column.insertWidget(0, _nothing())
        if len(items) > self._most:
            self._column.addWidget(self._more(len(items)), 0, Qt.AlignmentFlag.AlignLeft)

    def _conflict(self, item: TwoValues) -> Card:
        pill = Pill(N_("Avgjort"), "ok", "check") if item.settled else Pill(N_("To ulike svar"), "warn", "split")
        card = self._card(item, pill)
        box = ConflictBox(item.versions, keep_both=item.keep_both)
        box.chosen.connect(self._chose)
        self.boxes[item.key] = box
        card.body.addWidget(WrapLabel(item.label, "label"))
        card.body.addWidget(box)
        return card

    def _refusal(self, item: Refusal) -> Card:
        card = self._card(item, Pill(N_("Ikke tatt imot"), "bad"))
        for label, value in item.said:
            card.body.addWidget(WrapLabel(label, "small", "muted"))
            card.body.addWidget(WrapLabel(value, "label"))
        card.body.addWidget(WrapLabel(item.written, "small", "muted"))
        card.body.addWidget(FactLine("info", item.reason, icon_tone="info"))
        aside = LayingAside(item.whose)
        aside.confirmed.connect(self._lay_aside)
        self.asides[item.key] = aside
        card.body.addWidget(aside)
        return card

    def _card(self, item: TwoValues | Refusal, pill: Pill) -> Card:
        card = Card()
        heading = Flow(WrapLabel(item.whose, "section"), pill, gap=SPACE.M)
        if item.case:
            heading.add(self._opener(item.case, item.whose))
        card.body.addWidget(heading)
        return card

    def _opener(self, case: str, whose: Words) -> Button:
        button = Button(N_("Åpne husstanden"), "quiet", "chevron-right", icon_after=True)
        bind(button, QWidget.setAccessibleName, Phrase("Åpne husstanden {name}", name=whose))
        button.setProperty("case", case)
        button.clicked.connect(self._open)
        return button

    def _more(self, count: int) -> Button:
        button = Button(Phrase("Vis flere ({n})", n=count - self._most), "quiet", "chevron-down")
        button.clicked.connect(self._show_more)
        return button

    def _chose(self, place: int) -> None:
        key = next(key for key, box in self.boxes.items() if box is self.sender())
        self.chosen.emit(key, place)

    def _lay_aside(self) -> None:
        self.laid_aside.emit(next(key for key, aside in self.asides.items() if aside is self.sender()))

    def _open(self) -> None:
        self.opened.emit(self.sender().property("case"))

    def _show_more(self) -> None:
        self._most += _AT_A_TIME
        self._fill(self._items or [])
        self._show_choices()

    def _show_choices(self) -> None:
        for key, box in self.boxes.items():
            box.show_choice(self._model.stands(key))


def _nothing() -> Card:
    card = Card()
    card.body.addWidget(FactLine("circle-check", N_("Ingenting trenger deg nå."), icon_tone="ok"))
    return card
