"""One signature under the note: whose, when, and whether the note is still the one that was signed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hjemmebesok.casework.signing import Signed
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.screens.visit.signature_view import SignatureView
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import FactLine, IconButton, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

_LEAST = 460  # px at 100 %: narrower than this, the words stand under the drawing


class SignatureRow(QWidget):
    """`removing` carries the id."""

    removing = Signal(str)

    def __init__(self, signed: Signed) -> None:
        super().__init__()
        signature = signed.signature
        at = signature.signed_at.astimezone()
        when = Phrase("{name}, {day} kl. {time}", name=signature.name, day=at.date(), time=f"{at:%H:%M}")
        self.standing = FactLine("circle-check", N_("Gjelder notatet slik det står."), icon_tone="ok")
        if not signed.stands:
            self.standing.show_icon("circle-alert", "warn")
            self.standing.say(N_("Endret etter signering. Underskriften blir ikke med i oppsummeringen."))
        self.remove = IconButton(Phrase("Fjern underskriften til {name}", name=signature.name), "trash-2")
        self.remove.clicked.connect(lambda: self.removing.emit(signature.id))
        words = QVBoxLayout()
        words.setSpacing(SPACE.XS)
        words.addWidget(WrapLabel(when, "label"))
        words.addWidget(self.standing)
        beside = QHBoxLayout()
        beside.addLayout(words, 1)
        beside.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        both = Columns((0, 1), _LEAST)
        both.columns[0].addWidget(SignatureView(signature))
        both.columns[1].addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.S, 0, SPACE.S)
        column.addWidget(both)
