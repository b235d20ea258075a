"""A fact that can be changed where it stands: a pencil, then the field with «Lagre»."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button, IconButton
from hjemmebesok.ui.widgets.fact_row import FactRow
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.long_text import LongText
from hjemmebesok.ui.widgets.text_edit import TextEdit


class EditableRow(FactRow):
    """`saved` carries the new text. Enter saves a line; Avbryt leaves everything as it was. `turned`: somebody began to
    type here, or is done."""

    saved = Signal(str)
    turned = Signal()

    def __init__(self, name: Words, control: TextEdit | LongText) -> None:
        super().__init__(name)
        self.control, self._text, self._may_change = control, "", True
        self.pencil = IconButton(_change(name), "pen-line")
        self.save, self.leave = Button(N_("Lagre"), icon="check"), Button(N_("Avbryt"), "quiet")
        self.beside.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignTop)
        self._editor = self._field(name)
        self.below.addWidget(self._editor)
        self.pencil.clicked.connect(self._edit)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self._leave)
        if isinstance(control, TextEdit):
            control.returnPressed.connect(self._save)

    @property
    def editing(self) -> bool:
        """Whether somebody is typing here."""
        return not self._editor.isHidden()

    @property
    def text(self) -> str:
        """What stands here; while somebody is typing, what stood here when she began."""
        return self._text

    def show_text(self, text: str, words: Words = "") -> None:
        """Show this text, or these words for it; it is what stands in the field when it is changed."""
        self._text = text
        self.show_value(words or Phrase("{text}", text=text))

    def let_change(self, may: bool) -> None:
        """Whether there is a pencil. What is being typed already, can be typed to its end."""
        self._may_change = may
        self.pencil.setVisible(may and not self.editing)

    def go_on(self, typed: str) -> None:
        """What was typed could not be saved: it stands in the field again, and nothing of it is lost."""
        self._edit()
        self.control.set_value(typed)

    def give_up(self) -> None:
        """Throw away what is being typed: the row is about something else from now on."""
        self._open(False)

    def _field(self, name: Words) -> QWidget:
        bind(self.control, type(self.control).setAccessibleName, name)
        editor = QWidget()
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(self.control)
        column.addWidget(Flow(self.save, self.leave))
        editor.hide()
        return editor

    def _edit(self) -> None:
        self.control.set_value(self._text)
        self._open(True)
        self.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        if not self.editing:
            return
        text = (self.control.value() or "").strip()
        self._leave()
        if text != self._text:
            self.saved.emit(text)

    def _leave(self) -> None:
        self._open(False)
        self.pencil.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, editing: bool) -> None:
        self._editor.setVisible(editing)
        self.value.setVisible(not editing)
        self.pencil.setVisible(not editing and self._may_change)
        self.turned.emit()


def _change(name: Words) -> Phrase:
    return Phrase("Endre: {name}", name=Phrase(name) if isinstance(name, str) else name)
