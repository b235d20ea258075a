"""Behind one condition: why, what it rests on, what is missing, where it stands in the law, and the arithmetic."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.eligibility.facts import Fact
from hjemmebesok.eligibility.verdict import Finding
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.looks import needs_you
from hjemmebesok.ui.screens.visit.sums import Sums
from hjemmebesok.ui.screens.visit.wording import listed, paragraphs, unverified
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import WrapLabel


class FindingDetails(QWidget):
    """`show_finding` says it anew; the arithmetic comes by its own button."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = WrapLabel("", "small")
        self.rests_on = WrapLabel("", "small", "muted")
        self.source = WrapLabel("", "small", "muted")
        self.sums = Sums()
        self.column = QVBoxLayout(self)
        self.column.setSpacing(SPACE.XS)
        for widget in (self.reason, self.rests_on, self.source, self.sums):
            self.column.addWidget(widget)

    def show_finding(self, finding: Finding) -> None:
        """Show what is behind this one. The head of its row says what is asked, so that is not said twice."""
        self.reason.say(finding.reason)
        self.reason.setVisible(not needs_you(finding))
        told = list(_rests_on(finding))
        self.rests_on.say(paragraphs(told))
        self.rests_on.setVisible(bool(told))
        self.source.say(Phrase("Kilde: {source}", source=finding.hjemmel))
        self.sums.show_steps(finding.steps)


def _rests_on(finding: Finding) -> Iterator[Words]:
    if finding.written_reason:
        yield Phrase("Begrunnelsen: {text}", text=plain(finding.written_reason))
    if finding.used:
        yield Phrase("Bygger på: {facts}", facts=_labels(finding.used))
    if finding.missing:
        yield Phrase("Mangler: {facts}", facts=_labels(finding.missing))
    yield from (each.words for each in finding.assumed)
    yield from unverified(finding.rates)


def _labels(facts: Sequence[Fact[Any]]) -> Phrase:
    return listed(dict.fromkeys(fact.label for fact in facts))
