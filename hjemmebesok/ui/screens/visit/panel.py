"""What may fit: the sums first, then what needs the caseworker, then the rest. Guidance, never a decision."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.verdict import GUIDANCE, Finding, Verdict
from hjemmebesok.ui.screens.visit.finding_row import LOOKS, FindingRow, needs_you
from hjemmebesok.ui.screens.visit.price_card import PriceCard
from hjemmebesok.ui.screens.visit.wording import paragraphs
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, ComparedBars, FactLine, Hairline, Pill, ScrollPage, WrapLabel


class Panel(QFrame):
    """`wanted` carries the id of the field that an open condition asks for."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "panel")
        self.headline = Pill("", "muted")
        self._title, self._source = WrapLabel("", "small", "muted"), WrapLabel("", "small", "muted")
        self.price = PriceCard()
        self.housing = ComparedBars()
        self.rows: dict[str, FindingRow] = {}
        self._order: list[str] = []
        self._line = Hairline()
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        self._assumed = WrapLabel("", "small", "muted")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.M, 0, 0)
        column.setSpacing(0)
        page = ScrollPage(margin=SPACE.L, ground="surface")
        page.body.setContentsMargins(SPACE.L, 0, SPACE.L, SPACE.M)
        page.body.setSpacing(SPACE.S)
        for widget in (self._heading(), self._title, self._source, self.price, self._housing_card()):
            page.body.addWidget(widget)
        page.body.addLayout(self._findings)
        page.body.addWidget(self._assumed)
        page.body.addWidget(WrapLabel(N_("Åpne et vilkår for å se hvorfor, og hvor det står."), "small", "muted"))
        page.body.addStretch(1)
        column.addWidget(page, 1)
        column.addWidget(self._foot())

    def _heading(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(WrapLabel(N_("Hva kan passe?"), "title"), 1)
        row.addWidget(self.headline)
        return holder

    def _housing_card(self) -> Card:
        card = Card(ground="sunken")
        card.body.setContentsMargins(14, 10, 14, 10)
        card.body.addWidget(WrapLabel(N_("Boutgifter i måneden"), "label"))
        card.body.addWidget(self.housing)
        return card

    def _foot(self) -> QWidget:
        holder = QFrame()
        holder.setProperty("card", "bar")
        row = QHBoxLayout(holder)
        row.setContentsMargins(SPACE.L, SPACE.S, SPACE.L, SPACE.S)
        row.addWidget(FactLine("info", GUIDANCE, "label", icon_tone="info"))
        return holder

    def show_verdict(self, verdict: Verdict) -> None:
        """Show this from now on; what was opened stays open."""
        self.headline.show_status(verdict.headline, *LOOKS[verdict.outcome])
        self._title.say(verdict.ruleset.title)
        self._source.say(Phrase("Kilde: {source}", source=verdict.ruleset.source))
        self.price.show_verdict(verdict)
        loan = verdict.figures.loan
        own = loan.new_housing_cost.to_whole_kroner if loan else None
        self.housing.show_rows([(N_("I dag"), verdict.figures.today, "control"), (N_("Egen bolig"), own, "accent")])
        for finding in verdict.findings:
            self._row(finding.id).show_finding(finding)
        self._sort(verdict.findings)
        self._show_assumed(verdict)

    def _row(self, code: str) -> FindingRow:
        if code not in self.rows:
            row = self.rows[code] = FindingRow()
            row.wanted.connect(self.wanted)
        return self.rows[code]

    def _sort(self, findings: Sequence[Finding]) -> None:
        """What needs the caseworker stands over the line. Nothing is moved that stands where it should."""
        first = [finding.id for finding in findings if finding.outcome is Outcome.MANGLER]
        first += [finding.id for finding in findings if finding.needs_reason]
        failed = [finding.id for finding in findings if finding.outcome is Outcome.FAIL]
        rest = [finding.id for finding in findings if not needs_you(finding) and finding.id not in failed]
        order = [*first, "", *failed, *rest]
        if order == self._order:
            return
        self._order = order
        for code in order:
            self._findings.addWidget(self.rows[code] if code else self._line)
        self._line.setVisible(bool(first and rest))

    def _show_assumed(self, verdict: Verdict) -> None:
        said: list[Words] = [assumption.words for assumption in verdict.assumed]
        doubtful = [rate for rate in verdict.rates if not rate.verified]
        said += [
            Phrase("Satsen er ikke kontrollert: {label} ({source})", label=Phrase(rate.label), source=rate.source)
            for rate in doubtful
        ]
        self._assumed.say(paragraphs(said))
        self._assumed.setVisible(bool(said))
