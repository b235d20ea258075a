"""The look in use: light or dark, and the text size. One for the whole application, like the application's style."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

from hjemmebesok.ui.theme.focus_ring import FocusRing
from hjemmebesok.ui.theme.fonts import FAMILIES, load_fonts
from hjemmebesok.ui.theme.palette import palette
from hjemmebesok.ui.theme.stylesheet import stylesheet
from hjemmebesok.ui.theme.tokens import DARK, LIGHT, TYPE

Colours = Literal["system", "light", "dark"]


class Look(QObject):
    """Colours and sizes as they are now. `changed` comes after everything has been restyled."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = "system"
        self.text_size = 100
        self.tokens: Mapping[str, str] = LIGHT
        self._system = Qt.ColorScheme.Unknown
        self._app: QApplication | None = None
        self._ring: FocusRing | None = None

    @property
    def scale(self) -> float:
        """The text size as a factor, 1.0 to 2.0."""
        return self.text_size / 100

    def install(self, app: QApplication) -> None:
        """Dress the application, and follow the system's light or dark from now on."""
        if self._app is app:
            return
        self._app = app
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._ring = FocusRing(app, self)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        self._system_changed(hints.colorScheme())

    def choose(self, colours: Colours, text_size: int) -> None:
        """Take these colours and this text size (percent, 100 to 200) into use at once."""
        if not 100 <= text_size <= 200:
            raise ValueError(text_size)
        if (colours, text_size) != (self.colours, self.text_size):
            self.colours, self.text_size = colours, text_size
            self._apply()

    def is_dark(self) -> bool:
        """Whether the dark colours are to be used now."""
        return self.colours == "dark" or (self.colours == "system" and self._system == Qt.ColorScheme.Dark)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._apply()

    def _apply(self) -> None:
        self.tokens = DARK if self.is_dark() else LIGHT
        if self._app is None:
            return
        self._app.setFont(font("body"))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, px, tap))
        self.changed.emit()


look = Look()


def px(size: float) -> int:
    """A size that follows the text fully: text, icons."""
    return round(size * look.scale)


def tap(size: float) -> int:
    """A size that grows half as fast as the text: targets, padding."""
    return round(size * (1 + (look.scale - 1) / 2))


def colour(token: str) -> QColor:
    """The colour for this use, now."""
    return QColor(look.tokens[token])


def font(kind: str) -> QFont:
    """The font of this kind of text (a key of TYPE), at the text size of now."""
    size, weight = TYPE[kind]
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    return made
