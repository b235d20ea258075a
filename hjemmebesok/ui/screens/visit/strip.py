"""The panel folded to a strip: how many conditions stand how. A press opens it over the form."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.finding_row import LOOKS
from hjemmebesok.ui.screens.visit.wording import inside
from hjemmebesok.ui.theme import SPACE, colour
from hjemmebesok.ui.widgets import Flow, Icon, Pill, WrapLabel
from hjemmebesok.ui.widgets.card_button import CardButton


def _counted(outcome: Outcome, n: int) -> Words:
    if outcome is Outcome.FAIL:
        return Plural("{n} ikke oppfylt", "{n} ikke oppfylt", n)
    if outcome is Outcome.MANGLER:
        return Plural("{n} mangler", "{n} mangler", n)
    if outcome is Outcome.SKJONN:
        return Plural("{n} skjønn", "{n} skjønn", n)
    return Plural("{n} OK", "{n} OK", n)


_COUNTED = (Outcome.FAIL, Outcome.MANGLER, Outcome.SKJONN, Outcome.OK)


class PanelStrip(CardButton):
    """Checkable: checked while the panel is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setShortcut("F6")
        self.pills = {outcome: Pill("", *LOOKS[outcome]) for outcome in _COUNTED}
        self._chevron = Icon("chevron-up", "accent")
        self.row.setContentsMargins(SPACE.XL, SPACE.S, SPACE.XL, SPACE.S)
        self.show_in_row(WrapLabel(N_("Hva kan passe?"), "section"))
        self.show_in_row(Flow(*self.pills.values()), 1)
        self.show_in_row(self._chevron)
        self.toggled.connect(self._turn)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show how many stand how."""
        counts = Counter(finding.outcome for finding in verdict.findings)
        for outcome, pill in self.pills.items():
            pill.show_status(_counted(outcome, counts[outcome]), *LOOKS[outcome])
            pill.setVisible(counts[outcome] > 0)
        self.name(Phrase("Hva kan passe? {headline}", headline=inside(verdict.headline)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawRect(self.rect())
        painter.setBrush(colour("accent"))
        painter.drawRect(QRectF(0, 0, self.width(), 2))

    def _turn(self, opened: bool) -> None:
        self._chevron.show_icon("chevron-down" if opened else "chevron-up", "accent")
