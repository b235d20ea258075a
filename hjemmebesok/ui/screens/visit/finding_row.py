"""One condition: what became of it, and, when it is opened, why and where that stands."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.assess import FIELD_OF_FACT
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS
from hjemmebesok.eligibility.facts import Fact
from hjemmebesok.eligibility.verdict import Finding
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.finding_details import FindingDetails
from hjemmebesok.ui.screens.visit.looks import LOOKS, needs_you
from hjemmebesok.ui.screens.visit.row_button import RowButton
from hjemmebesok.ui.screens.visit.wording import inside
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets import Pill, WrapLabel

_CODE = 28  # px at 100 %: as wide as 'A11'


def settling(finding: Finding) -> Fact[Any] | None:
    """The fact that settles it and that the form asks for; None where there is none."""
    facts = (finding.reason_in,) if finding.needs_reason else finding.missing
    return next((fact for fact in facts if fact and fact.name in FIELD_OF_FACT), None)


class _Head(RowButton):
    """The line to press: code, title, outcome, and under them what is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.code = WrapLabel("", "small", "muted")
        self.title = WrapLabel("")
        self.pill = Pill("", "muted")
        self.ask = WrapLabel("", "small", "muted")
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.S)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.code, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.title, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.pill, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.ask, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.show_in_row(holder, 1)
        self._widen()
        look.changed.connect(self._widen)

    def _widen(self) -> None:
        self.code.setFixedWidth(px(_CODE))


class FindingRow(QWidget):
    """A press opens or closes it; where the form has the field that settles it, `wanted` carries that fact."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.head = _Head()
        self.details: FindingDetails | None = None  # made when it is first opened: few ever are
        self._settling: Fact[Any] | None = None
        self._shown: Finding | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self.head.clicked.connect(self._pressed)
        look.changed.connect(self._indent)

    def show_finding(self, finding: Finding) -> None:
        """Show this from now on. Most keystrokes change few conditions."""
        if finding == self._shown:
            return
        self._shown = finding
        outcome = OUTCOME_WORDS[finding.outcome]
        asks = needs_you(finding)
        self._settling = settling(finding)
        self.head.code.say(plain(finding.id))
        self.head.title.say(finding.title)
        self.head.pill.show_status(outcome, *LOOKS[finding.outcome])
        self.head.ask.say(finding.reason if asks else "")
        self.head.ask.setVisible(asks)
        self.head.name(_spoken(finding, Phrase(outcome), asks=asks))
        if self.details:
            self.details.show_finding(finding)

    @property
    def opened(self) -> bool:
        """Whether what is behind it is shown."""
        return self.details is not None and not self.details.isHidden()

    def open(self) -> None:
        """Show what is behind it."""
        if self.details is None:
            self.details = FindingDetails()
            self._column.addWidget(self.details)
            self._indent()
            if self._shown:
                self.details.show_finding(self._shown)
        self.details.show()

    def _indent(self) -> None:
        if self.details:
            self.details.column.setContentsMargins(px(_CODE) + SPACE.M, 0, SPACE.XS, SPACE.S)

    def _pressed(self) -> None:
        if self.details and self.opened:
            self.details.hide()
            return
        self.open()
        if self._settling:
            self.wanted.emit(self._settling)


def _spoken(finding: Finding, outcome: Phrase, *, asks: bool) -> Words:
    named = Phrase("{code} {title}: {outcome}", code=finding.id, title=inside(finding.title), outcome=outcome)
    return Phrase("{named}. {question}", named=named, question=inside(finding.reason)) if asks else named
