"""The figures: those that hold, and a file of others, looked at before it is published."""

from PySide6.QtCore import Signal

from hjemmebesok.casework.rate_tables import RatePreview
from hjemmebesok.casework.rate_words import amount_words, change_words, source_words, table_words
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.rates import Rate
from hjemmebesok.ui.screens.register.lines import LineList
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, Field, Flow, TextEdit, WrapLabel


class RatesCard(Card):
    """What holds today, each figure with its day and where it was read."""

    def __init__(self, rates: tuple[Rate, ...], budget: Phrase | None) -> None:
        super().__init__(N_("Satsene som gjelder i dag"))
        lines = [Line(_about(rate), _said(rate)) for rate in rates]
        if budget:
            lines.append(Line(N_("SIFO-budsjettet"), budget))
        self.body.addWidget(LineList(lines))


class PreviewCard(Card):
    """What a file would change. `published` when it is to be taken in, `dropped` when it is not."""

    published = Signal()
    dropped = Signal()

    def __init__(self, preview: RatePreview) -> None:
        n = len(preview.changes) + len(preview.budgets)
        title = Plural("{n} sats eller tabell er ny", "{n} satser og tabeller er nye", n)
        super().__init__(title if n else N_("Alle satsene i filen gjelder allerede"), "accent" if n else "plain")
        self.body.setSpacing(SPACE.M)
        changes = [Line("", change_words(each)) for each in preview.changes]
        self.body.addWidget(LineList([*changes, *(Line("", table_words(each)) for each in preview.budgets)]))
        if preview.unchanged:
            unchanged = Plural("{n} sats er som før.", "{n} satser er som før.", preview.unchanged)
            self.body.addWidget(WrapLabel(unchanged, tone="muted"))
        self.reason = TextEdit(N_("Kartverkets priser for 2027"))
        self.reason_field = Field(N_("Hvor er satsene fra?"), self.reason)
        self.publish = Button(N_("La satsene gjelde"), "primary", "check", "Ctrl+Return")
        self.drop = Button(N_("Velg en annen fil"), "secondary", "undo-2")
        self.reason_field.setVisible(n > 0)
        self.publish.setVisible(n > 0)
        self.body.addWidget(self.reason_field)
        self.body.addWidget(Flow(self.publish, self.drop, gap=SPACE.M))
        self.publish.clicked.connect(self._publish)
        self.drop.clicked.connect(self.dropped)

    def _publish(self) -> None:
        self.reason_field.show_problem(None if self.reason.value() else N_("Skriv hvor satsene er fra."))
        if self.reason.value():
            self.published.emit()


def _about(rate: Rate) -> Phrase:
    return Phrase("{rate}, fra {day}", rate=Phrase(rate.label), day=rate.gjelder_fra)


def _said(rate: Rate) -> Phrase:
    return Phrase("{amount}. {source}", amount=amount_words(rate.amount), source=source_words(rate))
