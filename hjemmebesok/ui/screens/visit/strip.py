"""The panel folded to a strip: how each set of rules stands. A press opens it over the form."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from hjemmebesok.casework.rules_in_use import NAMES, RULES
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.looks import LOOKS
from hjemmebesok.ui.screens.visit.wording import inside, listed
from hjemmebesok.ui.theme import SPACE, colour, look
from hjemmebesok.ui.widgets import Flow, Icon, Pill, WrapLabel
from hjemmebesok.ui.widgets.card_button import CardButton

_LARGE = 1.5  # times the ordinary text


class PanelStrip(CardButton):
    """Checkable: checked while the panel is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self._weighed = True
        self.setShortcut("F6")
        self.pills = {rules: Pill("", "muted") for rules in RULES}
        self.two_values = Pill(N_("To ulike svar"), "warn")
        self._chevron = Icon("chevron-up", "accent")
        self.row.setContentsMargins(SPACE.XL, SPACE.S, SPACE.XL, SPACE.S)
        self._title, self._how = WrapLabel(N_("Hva kan passe?"), "section"), Flow(*self.pills.values(), self.two_values)
        self.show_in_row(self._title)
        self.show_in_row(self._how, 1)
        self.row.addStretch(0)
        self.show_in_row(self._chevron)
        self.toggled.connect(self._turn)
        look.changed.connect(self._leave_room)
        self._leave_room()

    def show_verdicts(self, verdicts: Sequence[Verdict], unsettled: Words | None = None) -> None:
        """Show how they stand; none where they cannot be weighed, which is told in what opens. `unsettled` is what
        they may yet depend on."""
        told: list[Words] = []
        self.two_values.setVisible(unsettled is not None)
        self._weighed = bool(verdicts)
        self._leave_room()
        if not verdicts:
            self.name(N_("Hva kan passe?"))
            return
        for verdict in verdicts:
            name, outcome = Phrase(NAMES[verdict.ruleset.id]), Phrase(OUTCOME_WORDS[verdict.outcome])
            words = Phrase("{rules}: {outcome}", rules=name, outcome=outcome)
            self.pills[verdict.ruleset.id].show_status(words, *LOOKS[verdict.outcome])
            told.append(Phrase("{rules}: {headline}", rules=name, headline=inside(verdict.headline)))
        told += [] if unsettled is None else [inside(unsettled)]
        self.name(Phrase("Hva kan passe? {headline}", headline=listed(told)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawRect(self.rect())
        painter.setBrush(colour("accent"))
        painter.drawRect(QRectF(0, 0, self.width(), 2))

    def _turn(self, opened: bool) -> None:
        self._chevron.show_icon("chevron-down" if opened else "chevron-up", "accent")
        self._leave_room()

    def _leave_room(self) -> None:
        """With large text the form needs the lines more than the strip; what lies open says itself how it stands."""
        self._how.setVisible(self._weighed and not self.isChecked())
        self._title.setVisible(self.isChecked() or look.scale < _LARGE)
