"""One set of rules in the panel: what it is called and how it stands. Chosen, its conditions are shown below."""

from hjemmebesok.casework.rules_in_use import NAMES
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.looks import LOOKS
from hjemmebesok.ui.screens.visit.wording import inside
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Pill, WrapLabel
from hjemmebesok.ui.widgets.card_button import CardButton


class RulesButton(CardButton):
    """`pill` shows the outcome of the whole."""

    def __init__(self, rules: str) -> None:
        super().__init__()
        self._name = Phrase(NAMES[rules])
        self.setCheckable(True)
        self.pill = Pill("", "muted")
        self.row.setContentsMargins(SPACE.M, SPACE.XS, SPACE.M, SPACE.XS)
        self.row.setSpacing(SPACE.S)
        self.show_in_row(WrapLabel(NAMES[rules], "label"), 1)
        self.show_in_row(self.pill)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show how these rules stand now."""
        self.pill.show_status(verdict.headline, *LOOKS[verdict.outcome])
        self.name(Phrase("{rules}: {headline}", rules=self._name, headline=inside(verdict.headline)))
