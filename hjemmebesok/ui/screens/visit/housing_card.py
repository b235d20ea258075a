"""What living costs a month, today and in a home of their own; and what bostøtte might come to."""

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.bostotte import Bostotte
from hjemmebesok.eligibility.figures import Figures
from hjemmebesok.ui.widgets import Card, ComparedBars, WrapLabel


class HousingCard(Card):
    """The estimate of bostøtte stands beside the bars and is in none of them."""

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self.bars = ComparedBars()
        self.bostotte = WrapLabel("", "small", "muted")
        self.body.setContentsMargins(14, 10, 14, 10)
        self.body.addWidget(WrapLabel(N_("Boutgifter i måneden"), "label"))
        self.body.addWidget(self.bars)
        self.body.addWidget(self.bostotte)

    def show_figures(self, figures: Figures) -> None:
        """Show these from now on."""
        own = figures.loan.new_housing_cost.to_whole_kroner if figures.loan else None
        self.bars.show_rows([(N_("I dag"), figures.today, "control"), (N_("Egen bolig"), own, "accent")])
        self.bostotte.say(_estimate(figures.bostotte) if figures.bostotte else "")
        self.bostotte.setVisible(figures.bostotte is not None)


def _estimate(found: Bostotte) -> Words:
    if not found.monthly:
        return Phrase(
            "Anslag: ingen bostøtte. Grensen er {limit} i inntekt i måneden før skatt.", limit=found.limit_monthly
        )
    return Phrase(
        "Anslag for bostøtte: {amount} i måneden, ikke regnet med. Den tar slutt ved {limit} i inntekt før skatt.",
        amount=found.monthly,
        limit=found.limit_monthly,
    )
