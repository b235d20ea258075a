"""The giver's cases, to be chosen one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, CheckBox

_AT_A_TIME = 40


class CaseList(QWidget):
    """`ticked` carries the id of a case and whether it is chosen."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, CheckBox] = {}
        self._cases: Sequence[tuple[str, Words]] = ()
        self._most = _AT_A_TIME
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.XS)

    def show_cases(self, cases: Sequence[tuple[str, Words]], chosen: set[str]) -> None:
        """Show these, with those chosen ticked. Where they stand here already they stay, with the focus in them."""
        if cases != self._cases:
            self._cases, self._most = cases, _AT_A_TIME
            self._fill()
        for case, box in self.boxes.items():
            box.set_value(case in chosen)

    def _fill(self) -> None:
        while (place := self._column.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.boxes = {case: self._box(case, words) for case, words in self._cases[: self._most]}
        more = len(self._cases) - self._most
        if more > 0:
            button = Button(Phrase("Vis flere ({n})", n=more), "quiet", "chevron-down")
            button.clicked.connect(self._show_more)
            self._column.addWidget(button)

    def _box(self, case: str, words: Words) -> CheckBox:
        box = CheckBox(words)
        box.edited.connect(lambda ticked: self.ticked.emit(case, ticked))
        self._column.addWidget(box)
        return box

    def _show_more(self) -> None:
        ticked = {case for case, box in self.boxes.items() if box.value()}
        first_new, self._most = self._most, self._most + _AT_A_TIME
        self._fill()
        self.show_cases(self._cases, ticked)
        list(self.boxes.values())[first_new].setFocus()
