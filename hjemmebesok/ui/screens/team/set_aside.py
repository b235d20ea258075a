"""What the server has set aside in the team's cases: the leader reads it, and notes what is dealt with."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.team_set_aside import deal_with
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.background import Task, in_background
from hjemmebesok.ui.screens.in_step.case_card import RefusalCard
from hjemmebesok.ui.screens.in_step.said import Refusal
from hjemmebesok.ui.screens.team.set_aside_model import Aside, set_aside_now, unseen_words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import Button, FactLine, WrapLabel
from hjemmebesok.ui.widgets.asking_again import AskingAgain


class SetAsideList(QWidget):
    """Out of sight while there is nothing. `opened` carries the id of a household; `dealt_with` comes when the server
    has noted one."""

    opened = Signal(str)
    dealt_with = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._reading: Task | None = None
        self._doing: set[str] = set()  # what the server is being told is dealt with
        self._shown: list[Refusal] = []
        self.cards: dict[str, RefusalCard] = {}
        self.asking: dict[str, AskingAgain] = {}
        self.older = Button(N_("Vis eldre"), "quiet", "chevron-down")
        self._unseen = FactLine("info", "", "small", "muted")
        self._trouble = FactLine("circle-alert", "", icon_tone="warn")
        self._list = QVBoxLayout()
        self._lay_out()
        self.older.clicked.connect(self._read_older)

    def refresh(self) -> None:
        """Ask what there is now. Cards that stand there already stay, with the focus that may be in them."""
        if not self._doing:
            self._read("", self._show_newest)

    def _lay_out(self) -> None:
        lead = N_("Dette tok serveren ikke imot. Les det, og skriv det inn i saken hvis det skal stå der.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.M, 0, 0)
        column.setSpacing(SPACE.M)
        self._list.setSpacing(SPACE.M)
        for words in (
            WrapLabel(N_("Satt til side av serveren"), "title"),
            WrapLabel(lead, tone="muted"),
            self._trouble,
        ):
            column.addWidget(words)
        column.addLayout(self._list)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._unseen)
        for hidden in (self, self._trouble, self.older, self._unseen):
            hidden.hide()

    def _read(self, before: str, done: Callable[[Aside], None]) -> None:
        self._forget_question()
        desk = self._desk
        self._reading = in_background(lambda: set_aside_now(desk, before), done, self._show_trouble)

    def _forget_question(self) -> None:
        if self._reading is not None:
            self._reading.abandoned = True  # an older answer is not to be shown after what came later

    def _show_newest(self, aside: Aside) -> None:
        newest = list(aside.refusals)
        standing = self._shown[: len(newest)] if aside.more else self._shown
        if newest != standing:
            for key in list(self.cards):
                self._take_away(key)
            self._add(newest)
            self.older.setVisible(aside.more)
        self._show_rest(aside)

    def _read_older(self) -> None:
        self._read(self._shown[-1].key, self._show_older)

    def _show_older(self, aside: Aside) -> None:
        self._add(aside.refusals)
        self.older.setVisible(aside.more)
        self._show_rest(aside)
        if aside.refusals:
            self.asking[aside.refusals[0].key].button.setFocus()

    def _show_rest(self, aside: Aside) -> None:
        self._unseen.setVisible(aside.unseen > 0)
        if aside.unseen:
            self._unseen.say(unseen_words(aside.unseen))
        self._trouble.hide()
        self.setVisible(bool(self._shown or aside.unseen))

    def _show_trouble(self, trouble: Exception) -> None:
        self._trouble.say(trouble_words(trouble))
        self._trouble.show()
        self.show()

    def _add(self, items: Iterable[Refusal]) -> None:
        for item in items:
            card, asking = RefusalCard(item), _finishing(item.whose)
            card.body.addWidget(asking)
            card.opened.connect(self.opened)
            asking.confirmed.connect(lambda key=item.key: self._finish(key))
            self._list.addWidget(card)
            self._shown.append(item)
            self.cards[item.key], self.asking[item.key] = card, asking

    def _take_away(self, key: str) -> None:
        self._shown = [item for item in self._shown if item.key != key]
        del self.asking[key]
        card = self.cards.pop(key)
        card.hide()
        card.deleteLater()

    def _finish(self, key: str) -> None:
        self._forget_question()
        self._doing.add(key)
        self.asking[key].wait()
        self.cards[key].setEnabled(False)
        desk = self._desk
        in_background(lambda: _dealt_with(desk, key), self._finished, self._not_finished)

    def _finished(self, key: str) -> None:
        self._doing.discard(key)
        if key in self.cards:
            place = list(self.cards).index(key)
            self._take_away(key)
            self._focus_at(place)
        self._trouble.hide()
        self.dealt_with.emit()
        self.refresh()

    def _focus_at(self, place: int) -> None:
        left = list(self.asking.values())
        if left:
            left[min(place, len(left) - 1)].button.setFocus()

    def _not_finished(self, trouble: Exception) -> None:
        for key in self._doing & self.cards.keys():
            self.cards[key].setEnabled(True)
            self.asking[key].stop_asking()
        self._doing.clear()
        self._show_trouble(trouble)


def _finishing(whose: Words) -> AskingAgain:
    question = N_("Da står det ikke lenger her for noen. Teksten blir liggende på serveren.")
    return AskingAgain(N_("Ferdig"), Phrase("Ferdig med endringen for {name}", name=whose), question, N_("Ja, ferdig"))


def _dealt_with(desk: Desk, key: str) -> str:
    deal_with(desk, int(key))
    return key
