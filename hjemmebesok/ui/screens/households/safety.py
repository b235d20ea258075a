"""What a colleague must know before going there. A note stands first on the page, and cannot be overlooked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.editable_row import EditableRow
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.long_text import LongText


class SafetyCard(Card):
    """`saved` carries the new note, '' to take it away."""

    saved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("shield-alert", "bad", 24)
        self.row = EditableRow(N_("Sikkerhet"), LongText(N_("Det en kollega må vite før besøket")))
        self.row.saved.connect(self.saved)
        across = QHBoxLayout()
        across.setSpacing(SPACE.M)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.row, 1)
        self.body.setContentsMargins(SPACE.L + 4, SPACE.M, SPACE.L + 4, SPACE.M)
        self.body.addLayout(across)

    def show_note(self, note: str) -> None:
        """Show this note; one that is being typed is left alone."""
        if not self.row.editing:
            self.row.show_text(note, "" if note else N_("Ingen merknad"))
        self._icon.setVisible(bool(note))
        self.setProperty("card", "bad" if note else "plain")
        self.style().unpolish(self)
        self.style().polish(self)
