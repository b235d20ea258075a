"""The app as it starts on a new laptop, and the first folder it is given."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from hjemmebesok.app import App
from hjemmebesok.ui.background import wait_for_all
from hjemmebesok.ui.i18n import speech


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("LANGUAGE", "nb")
    started = App(qapp, tmp_path / "laptop")
    started.window.resize(1366, 768)
    started.window.show()
    yield started
    wait_for_all()
    left_open = [widget for widget in qapp.topLevelWidgets() if widget.windowType() != Qt.WindowType.Popup]
    for widget in left_open:
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speech.choose("nb")
