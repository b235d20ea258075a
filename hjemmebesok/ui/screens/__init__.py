"""The screens: one folder for each thing a caseworker does, with a screen that lays out and a model where it lists.

A new screen is a folder here and its line in SCREENS. What its class owes the window:

  __init__(window: MainWindow)       `window.desk` is the open desk; `window.act(…)` does, `window.go(…)` leads on
  open(key: str)                     only where `window.go(name, key)` is used: show this visit, this meeting …
  refresh(changes: Changes | None)   optional: something changed, now or (None) while out of sight
  folds_navigation = True            optional: this screen needs the room; the navigation shows its icons only

Screens are imported when they are first shown, so that nothing heavy stands before the first paint.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class Screen(NamedTuple):
    """One screen. One that is `under` another is reached from there, and has no line of its own in the navigation."""

    name: str
    icon: str
    words: str
    place: str  # 'module:Class'
    under: str = ""

    def build(self, window: "MainWindow") -> QWidget:
        """Import and make it."""
        module, _, maker = self.place.partition(":")
        made = getattr(import_module(module), maker)(window)
        assert isinstance(made, QWidget)
        return made


_HERE = "hjemmebesok.ui.screens"

SCREENS = (
    Screen("settings", "settings", N_("Innstillinger"), f"{_HERE}.settings.screen:SettingsScreen"),
    Screen("register", "download", N_("Les inn leieregisteret"), f"{_HERE}.register.screen:RegisterScreen", "settings"),
    Screen("in_step", "refresh-cw", N_("I takt med serveren"), f"{_HERE}.in_step.screen:InStepScreen", "settings"),
)
