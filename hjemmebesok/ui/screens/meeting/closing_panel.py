"""Before the meeting is locked: what nobody has answered, and what happens with what was promised."""

from hjemmebesok.casework.meetings import OpenMeeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.meeting.model import counts, unanswered
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.fact_list import Fact, FactList
from hjemmebesok.ui.widgets.label import WrapLabel


class ClosingPanel(Card):
    """A summary; the button stands in the bar below."""

    def __init__(self) -> None:
        super().__init__(N_("Avslutt møtet"))
        self._counts = WrapLabel("", "label")
        self._open = FactList()
        self.body.addWidget(self._counts)
        self.body.addWidget(self._open)
        self.body.addWidget(
            WrapLabel(N_("Tilbud de har sagt ja til, blir oppfølging med dato. Etterpå er møtet låst."), tone="muted")
        )

    def show_meeting(self, opened: OpenMeeting) -> None:
        """Sum up this meeting."""
        self._counts.say(counts(opened))
        facts = [Fact("circle-question-mark", words, "warn") for words in unanswered(opened)]
        self._open.show_facts(facts or [Fact("circle-check", N_("Alle har svart på alt."), "ok")])
