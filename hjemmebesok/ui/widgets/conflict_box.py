"""Two values of one field or more, none lost: who wrote what and when, and a button at each to choose it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import bind
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill

_FIRST_HOLDS = N_("Den øverste gjelder til noen velger. Valget kan angres.")
_JOINED_HOLDS = N_("Den øverste gjelder til noen velger, eller skriver den om der den står. Valget kan angres.")

ALL = -1
"""What `chosen` carries where all values are to be kept."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values in words, and who wrote it when: 'Ola Nordmann, fredag 9. oktober kl. 14:20'."""

    value: Words
    written: Words


class ConflictBox(Card):
    """`chosen` carries the place of the version that was chosen, or ALL where `keep_all` is offered. Until one is,
    the first of them holds; where that is `joined` of the others, it may also be written over where it stands.

    A choice can be altered: call `show_choice` once it is saved, and the other versions keep their buttons.
    """

    chosen = Signal(int)

    def __init__(self, versions: Sequence[Version], *, keep_all: bool = False, joined: bool = False) -> None:
        super().__init__(ground="warn")
        self.body.setContentsMargins(SPACE.M, SPACE.M, SPACE.M, SPACE.M)
        self._rows = [_VersionRow(version) for version in versions]
        for row in self._rows:
            row.button.clicked.connect(self._choose)
            self.body.addWidget(row)
        two = len(self._rows) == 2
        self._all = Button(N_("Behold begge") if two else N_("Behold alle"), icon="plus")
        self._all.clicked.connect(self._choose)
        self._kept = _state(N_("Begge er beholdt") if two else N_("Alle er beholdt"))
        self._holds = _JOINED_HOLDS if joined else _FIRST_HOLDS
        self._hint = WrapLabel(self._holds, "small", "muted")
        self._keep_all = keep_all
        self.body.addWidget(Flow(self._all, self._kept, self._hint, gap=SPACE.M))
        self.show_choice(None)

    def show_choice(self, place: int | None, now: Words = "") -> None:
        """Show that this version (or ALL) has been chosen; None where nothing has. `now`: the field has this value
        meanwhile, or was decided and has it, and it is not the first of them."""
        for each, row in enumerate(self._rows):
            row.show_chosen(each == place)
        _swap(self._all, self._kept, done=place == ALL)
        self._all.setVisible(self._keep_all and place != ALL)
        if place is not None:
            self._hint.say(self._undoing(place))
        else:
            self._hint.say(Phrase("Nå står det «{value}». Du kan fortsatt velge.", value=now) if now else self._holds)

    def _undoing(self, place: int) -> Words:
        if place == ALL:
            return N_("Angre: velg én av dem.")
        return N_("Angre: velg den andre.") if len(self._rows) == 2 else N_("Angre: velg en av de andre.")

    def _choose(self) -> None:
        pressed = [place for place, row in enumerate(self._rows) if row.button is self.sender()]
        self.chosen.emit(pressed[0] if pressed else ALL)


def _state(words: Words) -> Pill:
    """What stands in a button's place once it has been pressed. It takes the keyboard over from the button."""
    pill = Pill(words, "ok")
    pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return pill


def _swap(button: Button, state: Pill, *, done: bool) -> None:
    """The state in place of the button, or the other way round. The keyboard goes nowhere else: the next button undoes
    what was chosen."""
    to, old = (state, button) if done else (button, state)
    to.show()
    if old.hasFocus():
        to.setFocus(Qt.FocusReason.OtherFocusReason)
    old.hide()


class _VersionRow(Card):
    """One version with its button, which stands under the words where there is little room."""

    def __init__(self, version: Version) -> None:
        super().__init__()
        self.button = Button(N_("Velg denne"))
        bind(self.button, QPushButton.setAccessibleName, Phrase("Velg {value}", value=_phrase(version.value)))
        self._pill = _state(N_("Valgt"))
        bind(self._pill, QWidget.setAccessibleDescription, version.value)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(WrapLabel(version.value, "label"))
        column.addWidget(WrapLabel(version.written, "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.M)
        row.addWidget(words, 1)
        row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(SPACE.M, SPACE.S, SPACE.S, SPACE.S)
        self.body.addLayout(row)

    def show_chosen(self, chosen: bool) -> None:
        """Show that this is the one, or let it be chosen."""
        _swap(self.button, self._pill, done=chosen)


def _phrase(words: Words) -> Phrase:
    return words if isinstance(words, Phrase) else Phrase("{words}", words=Phrase(str(words)))
