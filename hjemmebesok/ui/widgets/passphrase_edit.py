"""A passphrase, hidden until one asks to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button


class PassphraseEdit(QWidget):
    """`edited` carries the text; `entered` comes with Return. Spaces count, as they were typed."""

    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._eye = Button(N_("Vis"), icon="eye")
        self._eye.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        self.setFocusProxy(self.line)
        self._eye.toggled.connect(self._reveal)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.left)
        self.line.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The passphrase as typed."""
        return self.line.text()

    def set_value(self, text: str) -> None:
        """Put a text in, or empty it; tells nobody."""
        self.line.setText(text)

    def hide_again(self) -> None:
        """Cover the letters."""
        self._eye.setChecked(False)

    def setAccessibleName(self, name: str) -> None:
        """The name belongs to the line one types in."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """The same for help, and for what is wrong."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def _reveal(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.say(N_("Skjul") if shown else N_("Vis"))
        self._eye.show_icon("eye-off" if shown else "eye")
