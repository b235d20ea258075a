"""Settings: language, text size and colours, who works here, when to lock and with which passphrase."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok import __version__
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.language import OWN_NAMES
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.preferences import COLOURS, LOCK_AFTER
from hjemmebesok.ui.screens.settings.data import DataCard
from hjemmebesok.ui.screens.settings.passphrase import PassphraseCard
from hjemmebesok.ui.screens.settings.you import YouCard
from hjemmebesok.ui.theme import SPACE, px
from hjemmebesok.ui.theme.tokens import TEXT_SIZES
from hjemmebesok.ui.widgets import Card, Field, ScrollPage, SegmentedChoice, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_COLOUR_WORDS = {"system": N_("Som PC-en"), "light": N_("Lyst"), "dark": N_("Mørkt")}


class SettingsScreen(QWidget):
    """Shows `window.preferences` and changes them by `window.prefer`."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        page = ScrollPage()
        page.body.addWidget(WrapLabel(N_("Innstillinger"), "display"))
        self.you = YouCard(window)
        self.data = DataCard(window)
        cards = (self._looks(), self.you, self.data, self._locking(), PassphraseCard(window), self._about())
        for card in cards:
            card.setMaximumWidth(px(1200))
            page.body.addWidget(card)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def refresh(self, _changes: object) -> None:
        """The user may have been enrolled under another name, or have another role."""
        self.you.show_user()
        self.data.show_team()

    def _looks(self) -> Card:
        card = Card(N_("Skjermen"))
        card.body.setSpacing(SPACE.L)
        languages = [(code, plain(name)) for code, name in OWN_NAMES.items()]
        sizes = [(size, Phrase("{percent} %", percent=size)) for size in TEXT_SIZES]
        colours = [(name, _COLOUR_WORDS[name]) for name in COLOURS]
        card.body.addWidget(self._choice("language", N_("Språk"), languages))
        card.body.addWidget(self._choice("text_size", N_("Tekststørrelse"), sizes))
        card.body.addWidget(self._choice("colours", N_("Farger"), colours))
        return card

    def _locking(self) -> Card:
        card = Card(N_("Låsing"))
        minutes = [(each, Phrase("{n} min", n=each)) for each in LOCK_AFTER]
        help_text = N_("Det du har skrevet, er lagret når vinduet låser seg.")
        card.body.addWidget(self._choice("lock_after", N_("Lås når ingen har rørt PC-en på"), minutes, help_text))
        return card

    def _about(self) -> Card:
        card = Card(N_("Om programmet"))
        card.body.addWidget(WrapLabel(Phrase("Hjemmebesøk {version}", version=__version__)))
        card.body.addWidget(WrapLabel(N_("Gir veiledning, aldri vedtak."), tone="muted"))
        return card

    def _choice(self, name: str, words: str, options: Sequence[tuple[Any, Words]], help_text: str = "") -> Field:
        choice = SegmentedChoice(options, clearable=False)
        choice.set_value(getattr(self._window.preferences, name))
        choice.edited.connect(lambda value: self._window.prefer(**{name: value}))
        return Field(words, choice, help_text)
