"""What the loan covers of the home they have in mind, and what is left over."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.betjeningsevne import Betjeningsevne
from hjemmebesok.eligibility.facts import Fact
from hjemmebesok.eligibility.figures import Figures
from hjemmebesok.eligibility.loan import Loan
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.amount_line import AmountLine
from hjemmebesok.ui.widgets import Card, Hairline, Part, StackBar, WrapLabel

_LOAN, _REST = "accent", "warn"
_SUMS = {"A6", "A7", "B8", "C2"}  # the conditions that the sums decide


class PriceCard(Card):
    """Shows as much as can be worked out, and asks for the rest."""

    def __init__(self) -> None:
        super().__init__(ground="accent")
        self._price = WrapLabel("", "label")
        self._terms = WrapLabel("", "small", "muted")
        self._bar = StackBar()
        self.largest = AmountLine(Part(1, _LOAN))
        self.amount = AmountLine(quiet=True)
        self.rest = AmountLine(Part(1, _REST, hatched=True))
        self._line = Hairline()
        self.available = AmountLine(quiet=True)
        self.total = AmountLine(quiet=True)
        self._ask = WrapLabel("", tone="muted")
        self._shown: Figures | None = None
        self._asked: tuple[Fact[Any], ...] = ()
        self.body.setContentsMargins(14, 12, 14, 12)
        self._of_capacity = (self._terms, self.largest, self._line, self.available)
        self._of_loan = (self._bar, self.rest, self.total)
        top = QHBoxLayout()
        top.addWidget(self._price, 1)
        top.addWidget(self._terms)
        self.body.addLayout(top)
        lines = (self._bar, self.largest, self.amount, self.rest, self._line, self.available, self.total, self._ask)
        for line in lines:
            self.body.addWidget(line)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show the figures of this verdict."""
        if verdict.figures == self._shown and verdict.ask == self._asked:
            return
        self._shown, self._asked = verdict.figures, verdict.ask
        capacity, loan = verdict.figures.capacity, verdict.figures.loan
        for line in self._of_capacity:
            line.setVisible(capacity is not None)
        for part in self._of_loan:
            part.setVisible(loan is not None)
        self.amount.setVisible(loan is not None and bool(loan.amount) and loan.amount != loan.capacity.largest_loan)
        self._price.say(Phrase("Bolig til {price}", price=loan.price) if loan else N_("Hva kan de låne?"))
        if capacity:
            self._show_capacity(capacity)
        if loan:
            self._show_loan(loan)
        question = _question(verdict)
        self._ask.say(question)
        self._ask.setVisible(loan is None and bool(question))

    def _show_capacity(self, capacity: Betjeningsevne) -> None:
        self._terms.say(Plural("Rente {rate} %, {n} år", "Rente {rate} %, {n} år", capacity.years, rate=capacity.rate))
        self.largest.show_amount(N_("Største lån"), capacity.largest_loan)
        self.available.show_amount(N_("Igjen til lån hver måned"), capacity.available)

    def _show_loan(self, loan: Loan) -> None:
        self._bar.show_parts([Part(loan.amount.ore, _LOAN), Part(loan.gap.ore, _REST, hatched=True)])
        self.amount.show_amount(N_("Lånet de trenger"), loan.amount)
        self.rest.show_amount(Phrase("Resten ({percent} % av prisen)", percent=loan.gap_percent), loan.gap)
        self.total.show_amount(N_("Pris med omkostninger"), _with_costs(loan))


def _with_costs(loan: Loan) -> Money:
    return loan.price + loan.costs + loan.repairs


def _question(verdict: Verdict) -> Words:
    """The first thing to ask for the sake of the sums."""
    missing = [fact for finding in verdict.findings if finding.id in _SUMS for fact in finding.missing]
    return missing[0].ask if missing else ""
