"""One application for all tests of the screen, dressed as the real one, and back to bokmål and light after each."""

import gettext
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest
from accessibility import problems
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hjemmebesok.language import Language
from hjemmebesok.ui import i18n
from hjemmebesok.ui.i18n import speech
from hjemmebesok.ui.theme import look

# Each language in both sizes, each size in both colours.
WAYS = [
    ("nb", 100, "light"),
    ("nb", 200, "dark"),
    ("en", 100, "dark"),
    ("en", 200, "light"),
    ("tr", 100, "light"),
    ("tr", 200, "dark"),
]
PATIENCE = 60_000  # ms: a busy machine is slow; what never comes, fails all the same
ROOM = {100: (1024, 600), 200: (1280, 720)}  # px: the smallest window that each text size must fit


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    look.install(qapp)
    look.choose("light", 100)
    speech.choose("nb")
    yield
    # Held until they are gone: a page holds its window, and must not be the last to. A list of names to choose from is
    # a window too, but its field's own, which takes it away itself.
    left_open = [widget for widget in qapp.topLevelWidgets() if widget.windowType() != Qt.WindowType.Popup]
    for widget in left_open:
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """One that waits as long as a busy machine may need."""
    monkeypatch.setattr(qtbot, "waitUntil", partial(qtbot.waitUntil, timeout=PATIENCE))
    monkeypatch.setattr(qtbot, "waitSignal", partial(qtbot.waitSignal, timeout=PATIENCE))
    return qtbot


class _Marked(gettext.NullTranslations):
    """A catalogue in which every text has a translation: itself, behind the code of the language."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def gettext(self, message: str) -> str:
        return message if message == "{text}" else f"{self._code}:{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Languages whose words show that they were translated, whatever the real catalogues hold."""
    monkeypatch.setattr(i18n, "language", lambda code: Language(code, _Marked(code)))


@pytest.fixture
def settle(qapp: QApplication) -> Callable[[], None]:
    """Let layouts come to rest."""

    def wait() -> None:
        for _ in range(6):
            qapp.processEvents()

    return wait


@pytest.fixture
def check_screen(settle: Callable[[], None]) -> Callable[..., None]:
    """`check_screen(widget)`: the accessibility gate, live through every language, text size and colour.

    `views` show one part of it after the other, where it has several.
    """

    def check(screen: QWidget, views: Iterable[Callable[[], object]] = (lambda: None,)) -> None:
        screen.show()
        wrong = []
        for code, size, colours in WAYS:
            speech.choose(code)
            look.choose(colours, size)  # type: ignore[arg-type]  # one of the three
            screen.resize(*ROOM[size])
            for view in views:
                view()
                settle()
                screen.grab()  # a drawing that fails, fails here
                wrong += [f"{code} {size} %: {problem}" for problem in problems(screen)]
            if (screen.width(), screen.height()) != ROOM[size]:
                wrong.append(f"{code} {size} %: does not fit {ROOM[size]}, takes {screen.width()} × {screen.height()}")
        assert wrong == []

    return check
