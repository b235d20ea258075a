"""Every letter text with how it stands; the arrow keys go from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.i18n import bind, say, speech
from hjemmebesok.ui.screens.letter_texts.words import called, statuses
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.theme import icon, look, px, tap
from hjemmebesok.ui.widgets.pill import ICONS

_HIGH = 68  # px at 100 %, for a name and what there is to know, on three lines


class TextsList(QListWidget):
    """`chosen` carries a letter and a language."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[TextLine] = ()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bind(self, QWidget.setAccessibleName, N_("Brevtekster"))
        self.currentRowChanged.connect(self._choose)
        for changed in (speech.changed, look.changed):
            changed.connect(self._fill)

    def show_lines(self, lines: Sequence[TextLine], letter: str, language: str) -> None:
        """Show these, with this one open; tells nobody."""
        self._lines = lines
        self._fill()
        self._mark([(line.letter, line.language) for line in lines].index((letter, language)))

    def sizeHint(self) -> QSize:
        return QSize(px(230), px(460))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(170), px(180))

    def _fill(self) -> None:
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for line in self._lines:
            self.addItem(_item(line))
        self.blockSignals(False)
        self.setIconSize(QSize(px(20), px(20)))
        self._mark(row)

    def _mark(self, row: int) -> None:
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._lines[row].letter, self._lines[row].language)


def _item(line: TextLine) -> QListWidgetItem:
    found = statuses(line)
    told = say(dotted(*(status.words for status in found)))
    item = QListWidgetItem(f"{say(called(line.letter, line.language))}\n{told}")
    item.setIcon(icon(found[0].icon or ICONS[found[0].tone], found[0].tone))
    item.setSizeHint(QSize(0, max(tap(44), px(_HIGH))))
    return item
