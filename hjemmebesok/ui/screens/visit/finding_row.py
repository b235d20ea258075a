"""One condition: what became of it, and, when it is opened, why and where that stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.assess import FIELD_OF_FACT
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Outcome
from hjemmebesok.eligibility.verdict import Finding
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.row_button import RowButton
from hjemmebesok.ui.screens.visit.wording import inside
from hjemmebesok.ui.theme import SPACE, look, px
from hjemmebesok.ui.widgets import Pill, WrapLabel

_CODE = 28  # px at 100 %: as wide as 'A11'

# Tone and icon of each outcome.
LOOKS = {
    Outcome.OK: ("ok", "circle-check"),
    Outcome.FAIL: ("bad", "circle-x"),
    Outcome.SKJONN: ("info", "scale"),
    Outcome.MANGLER: ("warn", "circle-question-mark"),
    Outcome.IKKE_AKTUELT: ("muted", "info"),
}


def needs_you(finding: Finding) -> bool:
    """Whether the caseworker has something to find out or to write here."""
    return finding.outcome is Outcome.MANGLER or finding.needs_reason


def field_for(finding: Finding) -> str:
    """The id of the field that settles it; '' where the form has none."""
    facts = (finding.reason_in,) if finding.needs_reason else finding.missing
    fields = [FIELD_OF_FACT[fact.name].id for fact in facts if fact and fact.name in FIELD_OF_FACT]
    return fields[0] if fields else ""


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
    """A press opens or closes it; where the form has the field that settles it, `wanted` carries that field's id."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.head = _Head()
        self.reason = WrapLabel("", "small")
        self.source = WrapLabel("", "small", "muted")
        self._field = ""
        self._shown: Finding | None = None
        self.details = QWidget()
        self._lay_out()
        self.head.clicked.connect(self._pressed)

    def _lay_out(self) -> None:
        self._under = QVBoxLayout(self.details)
        self._under.setSpacing(SPACE.XS)
        self._under.addWidget(self.reason)
        self._under.addWidget(self.source)
        self.details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.details)
        self._indent()
        look.changed.connect(self._indent)

    def _indent(self) -> None:
        self._under.setContentsMargins(px(_CODE) + SPACE.M, 0, SPACE.XS, SPACE.S)

    def show_finding(self, finding: Finding) -> None:
        """Show this from now on. Most keystrokes change few conditions."""
        if finding == self._shown:
            return
        self._shown = finding
        tone, icon = LOOKS[finding.outcome]
        outcome = OUTCOME_WORDS[finding.outcome]
        asks = needs_you(finding)
        self._field = field_for(finding)
        self.head.code.say(plain(finding.id))
        self.head.title.say(finding.title)
        self.head.pill.show_status(outcome, tone, icon)
        self.head.ask.say(finding.reason if asks else "")
        self.head.ask.setVisible(asks)
        self.reason.say(finding.reason)
        self.reason.setVisible(not asks)
        self.source.say(Phrase("Kilde: {source}", source=finding.hjemmel))
        self.head.name(_spoken(finding, Phrase(outcome), asks=asks))

    @property
    def opened(self) -> bool:
        """Whether reason and source are shown."""
        return not self.details.isHidden()

    def _pressed(self) -> None:
        self.details.setVisible(not self.opened)
        if self._field and self.opened:
            self.wanted.emit(self._field)


def _spoken(finding: Finding, outcome: Phrase, *, asks: bool) -> Words:
    named = Phrase("{code} {title}: {outcome}", code=finding.id, title=inside(finding.title), outcome=outcome)
    return Phrase("{named}. {question}", named=named, question=inside(finding.reason)) if asks else named
