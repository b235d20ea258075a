"""Signing the note: on paper, or here with mouse, pen or finger. Nobody has to, and the visit ends without it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from hjemmebesok.casework.signing import Signed
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.domain.signature import WHAT_IT_IS, Signer
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.screens.visit.signature_pad import SignaturePad
from hjemmebesok.ui.screens.visit.signature_row import SignatureRow
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, ChoiceBox, FactLine, Field, Flow, SegmentedChoice, WrapLabel

_LINES = N_("Oppsummeringen får linjer til å skrive under på.")
_NO_LINES = N_("Familien har signert, så oppsummeringen får ingen linjer til å skrive under på.")
_WAYS = ((False, N_("Signeres på papir")), (True, N_("Signer på skjermen")))


class SigningCard(Card):
    """`signing` (signer, name, strokes) when a signature is to be kept, `removing` (id), `putting_back` the last."""

    signing = Signal(object, str, object)
    removing = Signal(str)
    putting_back = Signal()

    def __init__(self, *, reads_only: bool = False) -> None:
        super().__init__()
        self._reads_only = reads_only
        self.rows: list[SignatureRow] = []
        self._shown: list[Signed] = []
        self._offered: list[tuple[Signer, str]] = []
        self.way = SegmentedChoice(_WAYS, clearable=False)
        self.who, self.pad = ChoiceBox([]), SignaturePad()
        self.asked = Field(N_("Hvem signerer?"), self.who)
        self.clear = Button(N_("Tøm feltet"), "quiet", "x")
        self.keep = Button(N_("Bruk underskriften"), icon="check")
        self.undo = Button(N_("Angre"), "quiet", "undo-2")
        self._removed = WrapLabel(N_("Underskriften er fjernet."), tone="muted")
        self._paper = FactLine("printer", _LINES)
        self._problem = FactLine("circle-alert", "", "label", "bad", icon_tone="bad")
        self._buttons, self._list = Flow(self.keep, self.clear), QVBoxLayout()
        self._lay_out()
        self._connect()
        bind(self.way, SegmentedChoice.setAccessibleName, N_("Underskrift"))
        self.way.set_value(False)
        self.way.setVisible(not reads_only)
        self._show_way()
        self.offer_undo(False)

    def _lay_out(self) -> None:
        self.body.setSpacing(SPACE.M)
        self.body.addWidget(WrapLabel(N_("Underskrift"), "title"))
        voluntary = N_("Det er frivillig å signere. Besøket kan avsluttes uten.")
        for words in (voluntary, WHAT_IT_IS):
            self.body.addWidget(WrapLabel(words, "small", "muted"))
        self.body.addLayout(self._list)
        self.body.addWidget(Flow(self._removed, self.undo))
        self.body.addWidget(self.way)
        for part in (self._paper, self.asked, self.pad, self._problem, self._buttons):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.way.edited.connect(self._show_way)
        self.pad.edited.connect(self._drawn)
        self.clear.clicked.connect(self.pad.clear)
        self.keep.clicked.connect(self._keep)
        self.undo.clicked.connect(self._put_back)

    def show_signatures(self, signed: Sequence[Signed], offered: Sequence[tuple[Signer, str]]) -> None:
        """Show these, and offer these to sign."""
        if list(signed) != self._shown:
            self._shown = list(signed)
            for old in self.rows:
                old.hide()
                old.deleteLater()
            self.rows = [self._row(each) for each in signed]
            home = any(each.stands and each.signature.signer is Signer.HOME for each in signed)
            self._paper.say(_NO_LINES if home else _LINES)
        if list(offered) != self._offered:
            self._offer(list(offered))

    def show_kept(self) -> None:
        """What was drawn is kept: the field is empty for the next one, who is another."""
        self.pad.clear()
        self.who.set_value(self._next())
        self.way.set_value(False)
        self._show_way()

    def waits(self) -> bool:
        """Whether something is drawn and not kept. It says so itself, and the keyboard is where it can be kept."""
        waiting = self.way.value() is True and bool(self.pad.strokes)
        if waiting:
            self.show_problem(N_("Underskriften er ikke tatt i bruk ennå. Bruk den, eller tøm feltet."))
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        return waiting

    def show_problem(self, words: Words) -> None:
        """Show why it was not kept; '' where there is nothing wrong."""
        self._problem.say(words)
        self._problem.setVisible(bool(words))

    def problem_shown(self) -> str:
        """The sentence that stands there, '' where none does."""
        return "" if self._problem.isHidden() else self._problem.label.text()

    def offer_undo(self, offered: bool) -> None:
        """Offer the one that was just removed back; the keyboard is on the button."""
        self._removed.setVisible(offered)
        self.undo.setVisible(offered)
        if offered:
            self.undo.setFocus(Qt.FocusReason.TabFocusReason)

    def _offer(self, offered: list[tuple[Signer, str]]) -> None:
        chosen, codes = self.who.value(), [_code(*each) for each in offered]
        self._offered = offered
        self.who.set_options([(code, plain(name)) for code, (_signer, name) in zip(codes, offered, strict=True)])
        if chosen not in codes:  # what is drawn is nobody else's
            chosen = "" if self.pad.strokes else self._next()
        self.who.set_value(chosen)

    def _next(self) -> str:
        """Who is offered first of those who have not signed; what is drawn under a name takes the place of another."""
        signed = {(each.signature.signer, each.signature.name) for each in self._shown}
        left = [each for each in self._offered if each not in signed]
        return _code(*(left or self._offered)[0])

    def _row(self, signed: Signed) -> SignatureRow:
        row = SignatureRow(signed)
        row.removing.connect(self.removing)
        row.remove.setVisible(not self._reads_only)
        self._list.addWidget(row)
        return row

    def _show_way(self) -> None:
        here = self.way.value() is True
        self._paper.setVisible(not here and not self._reads_only)
        for part in (self.asked, self.pad, self._buttons):
            part.setVisible(here)
        self.show_problem("")
        self._drawn()

    def _drawn(self) -> None:
        self.clear.setEnabled(bool(self.pad.strokes))
        self.show_problem("")

    def _keep(self) -> None:
        code = self.who.value()
        signer, name = next((each for each in self._offered if _code(*each) == code), (None, ""))
        if signer is None:
            self.asked.show_problem(N_("Velg hvem som signerer."))
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.signing.emit(signer, name, self.pad.strokes)

    def _put_back(self) -> None:
        self.offer_undo(False)
        self.putting_back.emit()


def _code(signer: Signer, name: str) -> str:
    return f"{signer}:{name}"
