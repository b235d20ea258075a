"""What would turn an answer, each change by itself; and how it stands when the temporary income has ended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.facts import LATER_INCOME
from hjemmebesok.eligibility.income_drop import IncomeDrop
from hjemmebesok.eligibility.remedies import Remedy
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.looks import LOOKS
from hjemmebesok.ui.screens.visit.wording import inside, listed
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, ComparedBars, FactLine, Pill, WrapLabel


class RemedyCard(Card):
    """One line for each change, and the conditions that it turns. Hidden where there is none."""

    def __init__(self) -> None:
        super().__init__(N_("Hva kan endre svaret?"), "sunken")
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.addWidget(WrapLabel(N_("Hver av disse er nok alene. Regnet ut på nytt."), "small", "muted"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.S)
        self.body.addLayout(self._lines)
        self.lines: list[QWidget] = []
        self.hide()

    def show_remedies(self, remedies: Sequence[Remedy], verdict: Verdict) -> None:
        """Show these from now on; they are remedies for this verdict."""
        titles = {finding.id: finding.title for finding in verdict.findings}
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = [self._line(each.words, [titles[code] for code in each.turns]) for each in remedies]
        self.setVisible(bool(remedies))

    def _line(self, words: Words, turned: Sequence[Words]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FactLine("arrow-right", words, icon_tone="accent"))
        column.addWidget(WrapLabel(Phrase("Da er dette i orden: {what}.", what=listed(turned)), "small", "muted"))
        self._lines.addWidget(holder)
        return holder


class DropCard(Card):
    """Now and later side by side. `wanted` carries the fact to fill in where nobody has said what comes after."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(N_("Når den midlertidige inntekten er slutt"), "sunken")
        self.body.setContentsMargins(14, 10, 14, 10)
        self._when = WrapLabel("", "small", "muted")
        self.now, self.later = Pill("", "muted"), Pill("", "muted")
        self.bars = ComparedBars()
        self.changed = WrapLabel("", "small")
        self.ask = Button(N_("Skriv hva som kommer etter"), "quiet", "pen-line")
        self.ask.clicked.connect(lambda: self.wanted.emit(LATER_INCOME))
        self.body.addWidget(self._when)
        for words, pill in ((N_("I dag"), self.now), (N_("Senere"), self.later)):
            self.body.addLayout(_beside(words, pill))
        self.body.addWidget(WrapLabel(N_("Største lån"), "label"))
        self.body.addWidget(self.bars)
        self.body.addWidget(self.changed)
        self.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_drop(self, drop: IncomeDrop | None) -> None:
        """Show this from now on; None takes it away."""
        self.setVisible(drop is not None)
        if drop is None:
            return
        self._when.say(Phrase("Etter {day}", day=drop.after) if drop.after else N_("Ingen vet når ennå."))
        for pill, verdict in ((self.now, drop.now), (self.later, drop.later)):
            pill.show_status(verdict.headline, *LOOKS[verdict.outcome])
        largest = [verdict.figures.capacity for verdict in (drop.now, drop.later)]
        loans = [each.largest_loan if each else None for each in largest]
        self.bars.show_rows([(N_("I dag"), loans[0], "control"), (N_("Senere"), loans[1], "accent")])
        changed = _changed(drop)
        self.changed.say(Phrase("Annet svar da: {what}.", what=listed(changed)) if changed else "")
        self.changed.setVisible(bool(changed))
        self.ask.setVisible(drop.now.facts.get(LATER_INCOME) is None)


def _changed(drop: IncomeDrop) -> list[Words]:
    pairs = zip(drop.now.findings, drop.later.findings, strict=True)
    return [inside(later.title) for now, later in pairs if now.outcome is not later.outcome]


def _beside(words: Words, pill: Pill) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(WrapLabel(words), 1)
    row.addWidget(pill)
    return row
