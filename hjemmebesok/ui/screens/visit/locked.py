"""A locked note: since when, and what can follow. Or a note that she may only read: how it stands."""

from PySide6.QtCore import Signal

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow

_OPEN = {
    VisitStatus.PLANNED: Phrase("Besøket er ikke startet."),
    VisitStatus.STARTED: Phrase("Besøket er i gang. Notatet er ikke låst."),
    VisitStatus.CANCELLED: Phrase("Besøket er avlyst."),
}


class LockedCard(Card):
    """`correcting` asks for a correction, or for the one that has been made; `letter` for the summary to the family."""

    correcting = Signal()
    letter = Signal()

    def __init__(self, visit: Visit, *, corrected: bool, reads_only: bool) -> None:
        super().__init__(ground="sunken")
        icon = "lock" if visit.closed_at else "eye"
        self.words = FactLine(icon, _since(visit, corrected=corrected), "label")
        self.unseen = FactLine("circle-alert", "", icon_tone="warn")
        self.unseen.hide()
        self.correct = Button(N_("Åpne rettelsen") if corrected else N_("Lag en rettelse"), icon="pen-line")
        self.summary = Button(N_("Oppsummering til familien"), icon="file-text")
        self.correct.setVisible(visit.closed_at is not None and (corrected or not reads_only))
        self.summary.setVisible(visit.closed_at is not None and not reads_only)
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
        return _OPEN[visit.status]
    day, who = visit.closed_at.astimezone().date(), visit.closed_by
    if corrected:
        return Phrase("Låst {day} av {who}. Notatet er rettet.", day=day, who=who)
    return Phrase("Låst {day} av {who}.", day=day, who=who)
