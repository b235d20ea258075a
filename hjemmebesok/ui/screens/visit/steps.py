"""The parts of the form: which are done, which one is open, and the way to each."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind, say
from hjemmebesok.ui.theme import SPACE, icon, tap
from hjemmebesok.ui.widgets import Button, WrapLabel

_DONE, _HERE, _OPEN = ("circle-check", "ok"), ("pen-line", "accent"), ("circle", "muted")


def _drawing(section_id: str, here: str, done: Collection[str]) -> tuple[str, str]:
    if section_id == here:
        return _HERE
    return _DONE if section_id in done else _OPEN


class Steps(QWidget):
    """The list at the left; `chosen` carries the id of a section."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {section.id: Button(section.title, "row", "circle") for section in SECTIONS}
        self._count = WrapLabel("", "small", "muted")
        self._state: tuple[str, set[str]] = ("", set())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.XS)
        column.addWidget(WrapLabel(N_("Kartlegging"), "section"))
        column.addWidget(self._count)
        column.addSpacing(SPACE.S)
        for section_id, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, to=section_id: self.chosen.emit(to))
            column.addWidget(button)
        column.addStretch(1)

    def show_state(self, here: str, done: Collection[str]) -> None:
        """Show which section is open and which are done."""
        if self._state == (here, set(done)):
            return
        self._state = (here, set(done))
        self._count.say(Phrase("{n} av {all} deler ferdig", n=len(done), all=len(SECTIONS)))
        for section in SECTIONS:
            button = self.buttons[section.id]
            button.setChecked(section.id == here)
            button.show_icon(*_drawing(section.id, here, done))
            title = Phrase(section.title)
            words = Phrase("{section}, ferdig", section=title) if section.id in done else title
            bind(button, Button.setAccessibleName, words)


class StepsButton(Button):
    """The same list folded into one button, '4 av 7: Økonomi'."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(N_("Kartlegging"), icon="chevron-down", icon_after=True)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._state: tuple[str, Collection[str]] = (SECTIONS[0].id, ())
        self._menu.aboutToShow.connect(self._fill)

    def show_state(self, here: str, done: Collection[str]) -> None:
        """Show which section is open and which are done."""
        self._state = (here, done)
        number = next(n for n, section in enumerate(SECTIONS, start=1) if section.id == here)
        title = Phrase(SECTIONS[number - 1].title)
        self.say(Phrase("{n} av {all}: {section}", n=number, all=len(SECTIONS), section=title))

    def _fill(self) -> None:
        here, done = self._state
        self._menu.clear()
        self._menu.setMinimumWidth(tap(240))
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the button alone is turned round
        for section in SECTIONS:
            action = self._menu.addAction(icon(*_drawing(section.id, here, done)), say(section.title))
            action.triggered.connect(lambda _=False, to=section.id: self.chosen.emit(to))
