"""Buttons: primary (one a screen), secondary, quiet (like a link) and icon only."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui import theme
from hjemmebesok.ui.i18n import bind

_ICON_TOKENS = {"primary": "on_accent", "nav": "nav_text", "icon": "muted", "row": "text"}
_GAP = 8


class Button(QPushButton):
    """`kind` is primary, secondary, quiet, row or nav. `shortcut` is shown in the tooltip, as 'Ctrl+Return'.

    Connect to Qt's own `clicked`.
    """

    def __init__(
        self,
        words: Words,
        kind: str = "secondary",
        icon: str = "",
        shortcut: str = "",
        *,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_after = icon_after
        self._icon, self._icon_token = icon, _ICON_TOKENS.get(kind, "accent")
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setShortcut(QKeySequence(shortcut))
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.say(words)
        self._draw()
        theme.look.changed.connect(self._draw)

    def say(self, words: Words) -> None:
        """Show other words from now on."""
        bind(self, Button._name, words)

    def show_icon(self, name: str, token: str = "") -> None:
        """Show another icon from now on, '' for none."""
        self._icon, self._icon_token = name, token or self._icon_token
        self._draw()

    def _name(self, text: str) -> None:
        shortcut = self.shortcut()
        self.setText(self._face(text))  # forgets the shortcut
        self.setShortcut(shortcut)
        self.setAccessibleName(text)
        keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{text} ({keys})" if keys else self._hint(text))

    def _face(self, text: str) -> str:
        return text.replace("&", "&&")

    def _hint(self, text: str) -> str:
        return ""

    def _draw(self) -> None:
        gap = _GAP if self.text() else 0
        before, after = (gap, 0) if self._icon_after else (0, gap)
        drawn = theme.icon(self._icon, self._icon_token, before=before, after=after) if self._icon else QIcon()
        self.setIcon(drawn)
        self.setIconSize(QSize(theme.px(20) + gap, theme.px(20)))


class IconButton(Button):
    """An icon alone; the words are its name and its tooltip."""

    def __init__(self, words: Words, icon: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, "icon", icon, shortcut, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _face(self, text: str) -> str:
        return ""

    def _hint(self, text: str) -> str:
        return text
