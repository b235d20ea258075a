"""Words on the screen in the reader's language, switched live.

    bind(label, QLabel.setText, N_("Lås opp"))       sets the text now, and anew at each change of language
    bind(field, QLineEdit.setAccessibleName, words)  names and tooltips just the same
    say(Phrase("{n} av {all}", n=3, all=9))          a finished text for now; listen to `speech.changed` for the rest

Widgets are held weakly: a closed screen is forgotten. Names, addresses and other data are no words to translate; wrap
them in `plain`.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.language import LANGUAGES, Language, language
from hjemmebesok.ui.qt_words import speak_qt

_QT_LOCALES = {"nb": "nb_NO", "en": "en_GB", "tr": "tr_TR"}
W = TypeVar("W", bound=QWidget)
Setter = Callable[[Any, str], object]


class Speech(QObject):
    """The language of the screen. `changed` comes after every bound text has been set anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language: Language = language("nb")
        self._bound: WeakKeyDictionary[QWidget, dict[Setter, Words]] = WeakKeyDictionary()

    def choose(self, code: str) -> None:
        """Speak this language from now on, everywhere. Raises KeyError for one we do not speak."""
        self.language = language(code)
        QLocale.setDefault(QLocale(_QT_LOCALES[code]))
        speak_qt(code)
        for widget, texts in list(self._bound.items()):
            if isValid(widget):
                for setter, words in texts.items():
                    setter(widget, self.language.say(words))
        self.changed.emit()

    def bind(self, widget: W, setter: Callable[[W, str], object], words: Words) -> None:
        """Set the widget's text by `setter(widget, text)`, now and whenever the language changes.

        The setter must be an unbound method or a function of its own, so that it does not hold the widget.
        Binding the same widget and setter again replaces the words.
        """
        self._bound.setdefault(widget, {})[setter] = words
        setter(widget, self.language.say(words))


speech = Speech()
bind = speech.bind


def say(words: Words, /, **values: Any) -> str:
    """The words in the language of the screen, as it is now."""
    return speech.language.say(words, **values)


def plain(text: str) -> Phrase:
    """A text that is the same in every language: a name, an address, what someone has typed."""
    return Phrase("{text}", text=text)


def system_language() -> str:
    """The language of this computer where we speak it, else bokmål."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else "nb"


__all__ = ["Speech", "bind", "plain", "say", "speech", "system_language"]
