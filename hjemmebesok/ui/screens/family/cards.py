"""The cards of the family's page."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.family import FamilyView
from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.family.cost_bar import CostBar
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, FactLine, Hairline, WrapLabel


class CostCard(Card):
    """Today beside a home of their own, and what that means."""

    def __init__(self) -> None:
        super().__init__()
        self.today = CostBar("building-2", N_("Boligen dere har nå"), N_("Husleie"), N_("Strøm"), "control")
        self.own = CostBar("house", N_("Egen bolig"), N_("Lån"), N_("Felleskostnader, strøm og forsikring"), "accent")
        self.unknown = WrapLabel(N_("Vi mangler noen svar før vi kan regne på egen bolig."), "section")
        self.more = FactLine("arrow-up", "", "section", icon_tone="accent")
        self.paid_down = FactLine("piggy-bank", "", "section", icon_tone="accent")
        self.left = FactLine("wallet", "", "section", icon_tone="accent")
        self.body.setContentsMargins(30, 26, 30, 26)
        self.body.setSpacing(SPACE.L)
        self.body.addWidget(self.today)
        self.body.addSpacing(SPACE.L)
        self.body.addWidget(self.own)
        self.body.addWidget(self.unknown)
        self.body.addStretch(1)
        self.body.addWidget(Hairline())
        for line in (self.more, self.paid_down, self.left):
            self.body.addWidget(line)

    def show_view(self, view: FamilyView) -> None:
        """Show these costs."""
        own = view.own.cost if view.own else None
        largest = max((cost.total.ore for cost in (view.today, own) if cost), default=1)
        for bar, cost in ((self.today, view.today), (self.own, own)):
            bar.setVisible(cost is not None)
            if cost:
                bar.show_cost(cost, largest)
        self.unknown.setVisible(own is None)
        _say(self.more, _more(view.more))
        self.more.show_icon("arrow-up" if view.more and view.more > ZERO else "check", "accent")
        paid_down = view.own.paid_down if view.own else None
        _say(
            self.paid_down,
            Phrase("Det første året går omtrent {amount} i måneden til å betale ned lånet.", amount=paid_down)
            if paid_down
            else "",
        )
        _say(self.left, _left(view.left_to_live_on))


class ListCard(Card):
    """A heading and some lines, each in one piece or in two; hidden where there are none."""

    def __init__(self, title: Words, icon: str, tone: str, ground: str) -> None:
        super().__init__(ground=ground)
        self._icon, self._tone = icon, tone
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(title, "title"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.M)
        self.body.addLayout(self._lines)
        self.lines: list[QWidget] = []

    def show_lines(self, lines: list[tuple[Words, Words]]) -> None:
        """Show these (what, more about it)."""
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = [self._line(what, more) for what, more in lines]
        self.setVisible(bool(lines))

    def _line(self, what: Words, more: Words) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(FactLine(self._icon, what, "section" if more else "body", icon_tone=self._tone))
        if more:
            column.addWidget(WrapLabel(more))
        self._lines.addWidget(holder)
        return holder


def step_words(what: Words, by: date | None) -> Words:
    """An agreed step, and by when."""
    return Phrase("{what} Innen {day}.", what=what, day=by) if by else what


def _say(line: FactLine, words: Words) -> None:
    line.say(words)
    line.setVisible(bool(words))


def _more(more: Money | None) -> Words:
    if more is None:
        return ""
    if more > ZERO:
        return Phrase("Dere betaler omtrent {amount} mer i måneden enn i dag.", amount=more)
    if more < ZERO:
        return Phrase("Dere betaler omtrent {amount} mindre i måneden enn i dag.", amount=-more)
    return Phrase("Dere betaler omtrent det samme i måneden som i dag.")


def _left(amount: Money | None) -> Words:
    return Phrase("Det blir omtrent {amount} i måneden til mat, klær og annet.", amount=amount) if amount else ""
