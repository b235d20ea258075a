"""What needs the caseworker: fields with two values, changes that the server would not take, and notes to read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.in_step.case_card import CaseCard, RefusalCard, UnseenCard
from hjemmebesok.ui.screens.in_step.model import InStepModel, TwoValues
from hjemmebesok.ui.screens.in_step.said import Refusal, UnseenWords
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, ConflictBox, FactLine, Pill, WrapLabel
from hjemmebesok.ui.widgets.asking_again import AskingAgain

_AT_A_TIME = 30  # cards

Item = TwoValues | Refusal | UnseenWords


class WaitingList(QWidget):
    """`chosen` carries the key of a conflict and the place of the choice, `laid_aside` the key of a refused change,
    `read` the id of a visit whose note has been read, `opened` the id of a household, `visit_opened` that of a visit.
    `emptied` comes where the card with the keyboard is gone, and no other took it."""

    chosen = Signal(str, int)
    laid_aside = Signal(str)
    read = Signal(str)
    opened = Signal(str)
    visit_opened = Signal(str)
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, ConflictBox] = {}
        self._cards: dict[str, CaseCard] = {}
        self._pills: dict[str, Pill] = {}
        self.asides: dict[str, AskingAgain] = {}
        self._items: list[Item] | None = None
        self._most = _AT_A_TIME
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.M)

    def show_model(self, model: InStepModel) -> None:
        """Show what waits. Cards that stand there already stay, with the focus that may be in them."""
        self._model = model
        items: list[Item] = [*model.conflicts, *model.refusals, *model.unseen, *model.settled]
        if items != self._items:
            self._items = items
            self._fill(items)
        self._show_choices()

    def _fill(self, items: list[Item]) -> None:
        place = self._place_of_keyboard()
        self._empty()
        first_settled = next((item.key for item in items if _is_settled(item)), "")
        if all(map(_is_settled, items)):
            self._column.addWidget(_nothing())
        for item in items[: self._most]:
            if item.key == first_settled:
                self._column.addWidget(WrapLabel(N_("Avgjort i det siste"), "section"))
            self._cards[item.key] = self._card(item)
            self._column.addWidget(self._cards[item.key])
        if len(items) > self._most:
            self._column.addWidget(self._more(len(items)), 0, Qt.AlignmentFlag.AlignLeft)
        if place is not None:
            self._give_keyboard(*place)

    def _empty(self) -> None:
        while (place := self._column.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        for known in (self.boxes, self.asides, self._cards, self._pills):
            known.clear()

    def _place_of_keyboard(self) -> tuple[str, int] | None:
        """The card that has it: its key, and how many stand above."""
        here = QApplication.focusWidget()
        if here is None:
            return None
        cards = enumerate(self._cards.items())
        return next(((key, above) for above, (key, card) in cards if card.isAncestorOf(here)), None)

    def _give_keyboard(self, key: str, above: int) -> None:
        """To the same card, or the one that has come in its place."""
        cards = list(self._cards.values())
        card = self._cards.get(key) or (cards[min(above, len(cards) - 1)] if cards else None)
        if card is None:
            self.emptied.emit()
            return
        card.show()  # the keyboard goes to nothing that is not in sight yet
        next(each for each in card.findChildren(Button) if each.isVisibleTo(card)).setFocus()

    def _card(self, item: Item) -> CaseCard:
        if isinstance(item, TwoValues):
            return self._conflict(item)
        return self._refusal(item) if isinstance(item, Refusal) else self._unseen(item)

    def _conflict(self, item: TwoValues) -> CaseCard:
        pill = self._pills[item.key] = Pill(N_("To ulike svar"), "warn", "split")
        card = CaseCard(item.whose, item.case, pill)
        card.opened.connect(self.opened)
        box = ConflictBox(item.versions, keep_all=item.keep_all, joined=item.joined)
        box.chosen.connect(self._chose)
        self.boxes[item.key] = box
        card.body.addWidget(WrapLabel(item.label, "label"))
        card.body.addWidget(box)
        return card

    def _refusal(self, item: Refusal) -> CaseCard:
        card = RefusalCard(item)
        card.opened.connect(self.opened)
        card.visit_opened.connect(self.visit_opened)
        aside = _laying_aside(item.whose)
        aside.confirmed.connect(self._lay_aside)
        self.asides[item.key] = aside
        card.body.addWidget(aside)
        return card

    def _unseen(self, item: UnseenWords) -> CaseCard:
        card = UnseenCard(item)
        card.visit_opened.connect(self.visit_opened)
        card.read.connect(self.read)
        return card

    def _more(self, count: int) -> Button:
        button = Button(Phrase("Vis flere ({n})", n=count - self._most), "quiet", "chevron-down")
        button.clicked.connect(self._show_more)
        return button

    def _chose(self, place: int) -> None:
        key = next(key for key, box in self.boxes.items() if box is self.sender())
        self.chosen.emit(key, place)

    def _lay_aside(self) -> None:
        self.laid_aside.emit(next(key for key, aside in self.asides.items() if aside is self.sender()))

    def _show_more(self) -> None:
        self._most += _AT_A_TIME
        self._fill(self._items or [])
        self._show_choices()

    def _show_choices(self) -> None:
        now = {each.key: each.now for each in (*self._model.conflicts, *self._model.settled)}
        settled = {each.key for each in self._model.settled}
        for key, box in self.boxes.items():
            place = self._model.stands(key)
            box.show_choice(place, now.get(key, ""))
            if place is None and key not in settled:
                self._pills[key].show_status(N_("To ulike svar"), "warn", "split")
            else:
                self._pills[key].show_status(N_("Avgjort"), "ok", "check")


def _is_settled(item: Item) -> bool:
    return isinstance(item, TwoValues) and item.settled


def _laying_aside(whose: Words) -> AskingAgain:
    """It has been read, and needs nobody any more."""
    name = Phrase("Legg til side endringen for {name}", name=whose)
    question = N_("Endringen blir ikke sendt og står ikke lenger her.")
    return AskingAgain(N_("Legg til side"), name, question, N_("Ja, legg til side"))


def _nothing() -> Card:
    card = Card()
    card.body.addWidget(FactLine("circle-check", N_("Ingenting trenger deg nå."), icon_tone="ok"))
    return card
