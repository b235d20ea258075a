"""The files that a run has made, each to be opened or printed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, FactLine, WrapLabel

AT_A_TIME = 25


class FilesCard(Card):
    """`to_open` and `to_print` carry the file; a run of single letters has many, and not all are shown at once."""

    to_open = Signal(object)
    to_print = Signal(object)

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__(Plural("{n} fil er laget", "{n} filer er laget", len(files)))
        self._files, self._shown = files, 0
        self.body.addWidget(WrapLabel(Phrase("De ligger i {folder}", folder=str(files[0].parent)), tone="muted"))
        self.rows: list[FileRow] = []
        self.more = Button(N_("Vis flere"), "quiet", "chevron-down")
        self.more.clicked.connect(self.show_more)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_more()

    def show_more(self) -> None:
        """Show the next files, where there are any."""
        for file in self._files[self._shown : self._shown + AT_A_TIME]:
            row = FileRow(file)
            row.open.clicked.connect(lambda _checked=False, file=file: self.to_open.emit(file))
            row.print.clicked.connect(lambda _checked=False, file=file: self.to_print.emit(file))
            self.body.insertWidget(self.body.count() - 1, row)
            self.rows.append(row)
        self._shown = len(self.rows)
        left = len(self._files) - self._shown
        self.more.say(Phrase("Vis flere ({n})", n=left))
        self.more.setVisible(left > 0)


class FileRow(QWidget):
    """One file: what it is called, and what can be done with it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.open, self.print = Button(N_("Åpne"), "quiet", "eye"), Button(N_("Skriv ut …"), "quiet", "printer")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.S)
        row.addWidget(FactLine("file-text", Phrase("{text}", text=file.name)), 1, Qt.AlignmentFlag.AlignVCenter)
        for button, words in ((self.open, N_("Åpne {file}")), (self.print, N_("Skriv ut {file}"))):
            bind(button, QWidget.setAccessibleName, Phrase(words, file=file.name))
            row.addWidget(button)
