"""A locked note: since when, and what can follow."""

from PySide6.QtCore import Signal

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import Visit
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow


class LockedCard(Card):
    """`correcting` asks for a correction, or for the one that has been made; `letter` for the summary to the family."""

    correcting = Signal()
    letter = Signal()

    def __init__(self, visit: Visit, *, corrected: bool) -> None:
        super().__init__(ground="sunken")
        self.words = FactLine("lock", _since(visit, corrected=corrected), "label")
        self.unseen = FactLine("circle-alert", "", icon_tone="warn")
        self.unseen.hide()
        self.correct = Button(N_("Åpne rettelsen") if corrected else N_("Lag en rettelse"), icon="pen-line")
        self.summary = Button(N_("Oppsummering til familien"), icon="file-text")
        for button in (self.correct, self.summary):
            button.setVisible(visit.closed_at is not None)
        self.correct.clicked.connect(self.correcting)
        self.summary.clicked.connect(self.letter)
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(self.words)
        self.body.addWidget(self.unseen)
        self.body.addWidget(Flow(self.correct, self.summary, gap=SPACE.M, to_right=True))

    def show_unseen(self, words: Words | None) -> None:
        """What whoever locked it had not seen; nothing where there is nothing to say."""
        self.unseen.setVisible(words is not None)
        if words is not None:
            self.unseen.say(words)


def _since(visit: Visit, *, corrected: bool) -> Phrase:
    if visit.closed_at is None:
        return Phrase("Besøket er avlyst.")
    day, who = visit.closed_at.astimezone().date(), visit.closed_by
    if corrected:
        return Phrase("Låst {day} av {who}. Notatet er rettet.", day=day, who=who)
    return Phrase("Låst {day} av {who}.", day=day, who=who)
