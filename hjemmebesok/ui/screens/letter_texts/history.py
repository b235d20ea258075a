"""What has happened with the open text: every version that was saved, and every step towards approval."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.screens.letter_texts.words import approved_by
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.widgets import Button, Card, FactLine, Flow


class HistoryCard(Card):
    """`wanted` carries an earlier version that is to be in force again. Hidden where nothing has happened."""

    wanted = Signal(object)

    def __init__(self, versions: Iterable[TextVersion], steps: Iterable[TextApproval], *, may_write: bool) -> None:
        super().__init__(N_("Historikk"))
        happened = sorted(
            [(each.saved_at, each.id, each) for each in versions] + [(each.noted_at, each.id, each) for each in steps],
            key=lambda entry: entry[:2],
            reverse=True,
        )
        saved = [each for _, _, each in happened if isinstance(each, TextVersion)]
        for _, _, each in happened:
            if isinstance(each, TextVersion):
                self._add_version(each, earlier=may_write and each is not saved[0])
            else:
                noted = Phrase("Ført inn av {name}", name=each.noted_by)
                self.body.addWidget(FactLine("check", dotted(approved_by(each), noted), "small"))
        if not happened:
            self.hide()  # shown with the page it is put into: alone it would be a window, and take the keyboard

    def _add_version(self, version: TextVersion, *, earlier: bool) -> None:
        self.body.addWidget(FactLine("pen-line", _saved(version), "small"))
        if earlier and version.body:
            again = Button(N_("Bruk denne versjonen igjen"), "quiet", "undo-2")
            again.clicked.connect(lambda: self.wanted.emit(version))
            self.body.addWidget(Flow(again))


def _saved(version: TextVersion) -> Words:
    day = version.saved_at.astimezone().date()
    if version.body:
        return Phrase("Lagret av {name} {day}", name=version.saved_by, day=day)
    return Phrase("Gikk tilbake til programmets tekst: {name} {day}", name=version.saved_by, day=day)
