"""The page for the family: alone in the window, in their language."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.family import FamilyView, family_view
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.language import LANGUAGES, OWN_NAMES
from hjemmebesok.ui.i18n import bind, plain, speech
from hjemmebesok.ui.screens.family.cards import CostCard, ListCard, step_words
from hjemmebesok.ui.screens.visit.wording import listed
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, FactLine, Flow, ScrollPage, SegmentedChoice, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 900  # px at 100 %: narrower than this, the lists lie under the bars


class FamilyScreen(QWidget):
    """`open(visit)` shows what is known of this visit's family."""

    stands_alone = True

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._visit = window, ""
        self.costs = CostCard()
        self.missing = ListCard(N_("Hva mangler?"), "circle-question-mark", "warn", "warn")
        self.helps = ListCard(N_("Hva kan hjelpe?"), "arrow-right", "accent", "plain")
        self.steps = ListCard(N_("Hva skjer videre?"), "check", "accent", "plain")
        self.language = SegmentedChoice([(code, plain(OWN_NAMES[code])) for code in LANGUAGES], clearable=False)
        self.close_button = Button(N_("Lukk"), icon="x", shortcut="Esc")
        self._basis, self._doubtful = WrapLabel("", tone="muted"), WrapLabel("", tone="muted")
        self._municipality = WrapLabel("", "label", "muted")
        # No way to where one chooses: others' names stand on that page.
        self._unsettled = FactLine("circle-alert", "", icon_tone="warn")
        self._lay_out()
        bind(self.language, SegmentedChoice.setAccessibleName, N_("Språk"))
        self.language.edited.connect(speech.choose)
        self.close_button.clicked.connect(lambda: window.go("visit", self._visit))

    def _lay_out(self) -> None:
        page = ScrollPage(margin=SPACE.XXL)
        columns = Columns((2, 1), _ROOMY)
        left, right = columns.columns
        left.addWidget(self.costs)
        right.addWidget(self.missing)
        right.addWidget(self.helps)
        right.addWidget(self.steps)
        page.body.addLayout(self._top())
        page.body.addWidget(
            FactLine("info", N_("Dette er ikke et vedtak. Det er laget for å snakke sammen."), "section")
        )
        page.body.addWidget(self._unsettled)
        page.body.addWidget(columns)
        page.body.addWidget(self._basis)
        page.body.addWidget(self._doubtful)
        page.body.addWidget(self._municipality)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.L)
        row.addWidget(WrapLabel(N_("Egen bolig: hvor mye i måneden?"), "display"), 1)
        row.addWidget(Flow(self.language, self.close_button, gap=SPACE.L, to_right=True), 1)
        return row

    def open(self, key: str) -> None:
        """Show the page for the family of this visit, in their language where we speak it."""
        self._visit = key
        view = self._read()
        if view is None:
            return
        code = view.language if view.language in LANGUAGES else self._window.preferences.language
        self.language.set_value(code)
        speech.choose(code)
        self._show(view)
        self.close_button.setFocus()

    def refresh(self, _changes: object) -> None:
        """Something changed, perhaps here."""
        view = self._read() if self._visit else None
        if view is not None:
            self._show(view)

    def _read(self) -> FamilyView | None:
        """The page; None where what it is worked out with is not here, which is said beside the note and not here."""
        try:
            return family_view(self._window.desk, self._visit)
        except Refused as refused:
            self._window.go("visit", self._visit)
            self._window.say(refused.phrase, "warn")
            return None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        speech.choose(self._window.preferences.language)

    def _show(self, view: FamilyView) -> None:
        self._unsettled.setVisible(view.unsettled is not None)
        self._unsettled.say(view.unsettled or "")
        self.costs.show_view(view)
        self.missing.show_lines(list(view.missing))
        self.steps.show_lines([(step_words(what, by), "") for what, by in view.steps])
        self.helps.show_lines([(words, "") for words in view.helps])
        self._municipality.say(plain(view.municipality))
        self._doubtful.setVisible(bool(view.doubtful))
        if view.doubtful:
            self._doubtful.say(Phrase("Disse tallene er ikke kontrollert: {figures}.", figures=listed(view.doubtful)))
        self._basis.setVisible(view.own is not None)
        if view.own:
            basis = Plural(
                "Regnet ut for en bolig til {price}, med {rate} prosent rente i ett år. Endres renten, endres beløpet.",
                "Regnet ut for en bolig til {price}, med {rate} prosent rente i {n} år. Endres renten, endres beløpet.",
                view.own.years,
                price=view.own.price,
                rate=view.own.rate,
            )
            self._basis.say(basis)
