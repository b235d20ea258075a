"""How this computer and the server stand to each other, as far as it is known before unlocking."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.moment import long_moment
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.flow import FlowLayout
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.pill import Pill


class Standing(Card):
    """`last_in_step` is ISO text in UTC, '' for never; so many `unsent` changes and `photos` are on this
    computer alone."""

    def __init__(self, last_in_step: str, unsent: int, photos: int = 0) -> None:
        super().__init__(ground="sunken")
        self._last = datetime.fromisoformat(last_in_step) if last_in_step else None
        self._when = WrapLabel("")
        head = QWidget()
        flow = FlowLayout(head, gap=SPACE.M)
        flow.addWidget(WrapLabel(N_("Virker uten nett"), "label"))
        flow.addWidget(Pill(N_("Du kan jobbe som vanlig"), "ok"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.M)
        row.addWidget(Icon("wifi-off", "warn", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(head, 1)
        self.body.addLayout(row)
        self._add(self._when)
        for waits in _waiting(unsent, photos):
            self._add(WrapLabel(waits))
        if self._last and not (unsent or photos):
            self._add(WrapLabel(N_("Alt er sendt")))
        speech.changed.connect(self._tell)
        self._tell()

    def _add(self, label: WrapLabel) -> None:
        label.setContentsMargins(34, 0, 0, 0)
        self.body.addWidget(label)

    def _tell(self) -> None:
        if self._last is None:
            self._when.say(N_("Ikke i takt med serveren ennå"))
        else:
            self._when.say(Phrase("Sist i takt med serveren: {when}", when=long_moment(self._last)))


def _waiting(unsent: int, photos: int) -> Iterator[Words]:
    if unsent:
        yield Plural(
            "{n} endring er lagret her og ikke sendt ennå", "{n} endringer er lagret her og ikke sendt ennå", unsent
        )
    if photos:
        yield Plural(
            "{n} bilde er lagret her og ikke sendt ennå", "{n} bilder er lagret her og ikke sendt ennå", photos
        )
