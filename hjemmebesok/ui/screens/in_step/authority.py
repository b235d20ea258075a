"""The certificate of the municipality's own authority, where the server has one that the computer does not know."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hjemmebesok.casework.syncing import is_unknown_authority, read_authority
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, WrapLabel
from hjemmebesok.ui.widgets.fact_line import FactLine


class AuthorityPart(QWidget):
    """Hidden until it is needed. `chosen` comes with a file she has chosen; `certificate` is what was in it (PEM)."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.certificate = ""
        self.button = Button(N_("Bruk kommunens sertifikat …"), icon="file-text")
        self._problem = FactLine("circle-alert", "", "small", "bad", icon_tone="bad")
        told = N_("Har du fått en sertifikatfil av IT, kan du bruke den her. Bruk ingen annen fil.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        for part in (WrapLabel(told, "small", "muted"), self.button, self._problem):
            column.addWidget(part)
        self.button.clicked.connect(self._choose)
        self.forget()

    def forget(self) -> None:
        """No certificate, and none needed."""
        self.certificate = ""
        self.offer_after(None)

    def offer_after(self, trouble: Exception | None) -> None:
        """Offer the choice where it is what can help against this trouble."""
        wanted = trouble is not None and is_unknown_authority(trouble)
        if wanted:
            self.certificate = ""  # what was chosen before does not vouch for this server
        self._problem.hide()
        self.setVisible(wanted)

    def _choose(self) -> None:
        kinds = f"{say(N_('Sertifikater'))} (*.pem *.crt *.cer);;{say(N_('Alle filer'))} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, say(N_("Velg kommunens sertifikat")), "", kinds)
        if not name:
            return
        try:
            self.certificate = read_authority(Path(name))
        except Refused as refused:
            self._problem.say(refused.phrase)
            self._problem.show()
            return
        self._problem.hide()
        self.chosen.emit()
