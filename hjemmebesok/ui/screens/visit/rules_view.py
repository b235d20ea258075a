"""What one set of rules says: the sums first, then what needs the caseworker, then the rest, then what would help."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.assess import Advice
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.verdict import Finding, Verdict
from hjemmebesok.ui.screens.visit.advice_cards import DropCard, RemedyCard
from hjemmebesok.ui.screens.visit.finding_row import FindingRow
from hjemmebesok.ui.screens.visit.housing_card import HousingCard
from hjemmebesok.ui.screens.visit.looks import needs_you
from hjemmebesok.ui.screens.visit.price_card import PriceCard
from hjemmebesok.ui.screens.visit.sums import Sums
from hjemmebesok.ui.screens.visit.wording import paragraphs, unverified
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Hairline, WrapLabel


class RulesView(QWidget):
    """`wanted` carries the fact that an open condition asks for."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._source = WrapLabel("", "small", "muted"), WrapLabel("", "small", "muted")
        self.price, self.housing = PriceCard(), HousingCard()
        self.sums = Sums(N_("Vis hele regnestykket"))
        self.remedies, self.drop = RemedyCard(), DropCard()
        self.rows: dict[str, FindingRow] = {}
        self._order: list[str] = []
        self._line = Hairline()
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        self._assumed = WrapLabel("", "small", "muted")
        self._shown: Verdict | None = None
        self.drop.wanted.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        for widget in (self._title, self._source, self.price, self.housing, self.sums):
            column.addWidget(widget)
        column.addLayout(self._findings)
        for part in (self.remedies, self.drop, self._assumed):
            column.addWidget(part)
        column.addWidget(WrapLabel(N_("Åpne et vilkår for å se hvorfor, og hvor det står."), "small", "muted"))

    def show_verdict(self, verdict: Verdict) -> None:
        """Show this from now on; what was opened stays open. Advice about other facts goes."""
        if self._shown is None or self._shown.facts != verdict.facts:
            self.show_advice(Advice((), None), verdict)
        self._shown = verdict
        self._title.say(
            Phrase(
                "{title}, versjon {version}, {day}",
                title=Phrase(verdict.ruleset.title),
                version=verdict.ruleset.version,
                day=verdict.day,
            )
        )
        self._source.say(Phrase("Kilde: {source}", source=verdict.ruleset.source))
        self.price.show_verdict(verdict)
        self.housing.show_figures(verdict.figures)
        self.sums.show_steps(verdict.figures.steps)
        for finding in verdict.findings:
            self._row(finding.id).show_finding(finding)
        self._sort(verdict.findings)
        self._show_assumed(verdict)

    def show_advice(self, advice: Advice, verdict: Verdict) -> None:
        """Show what would help with this verdict."""
        self.remedies.show_remedies(advice.remedies, verdict)
        self.drop.show_drop(advice.drop)

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
        said += unverified(verdict.rates)
        self._assumed.say(paragraphs(said))
        self._assumed.setVisible(bool(said))
