"""Import the tenant register: nothing is written until what will happen has been seen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.imports import Changes, ImportPreview, preview_import, run_import
from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.register.drop_area import DropArea
from hjemmebesok.ui.screens.register.judged import Judged
from hjemmebesok.ui.screens.register.reading import file_bytes, result, to_read
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ActionBar, Button, ScrollPage, WrapLabel

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class RegisterScreen(QWidget):
    """First the place for a file, then what it will do, then what it has done."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self._data = b""
        self.judged: Judged | None = None
        self.area = DropArea()
        self.heading = WrapLabel(N_("Les inn leieregisteret"), "display")
        self.below = WrapLabel("", tone="muted")
        self.read_in = Button(N_("Les inn"), "primary", "check", "Ctrl+Return")
        self.another = Button(N_("Velg en annen fil"))
        self.leave = Button(N_("Til husstandene"), "primary", "users", "Ctrl+Return")
        self.bar = ActionBar(self.another, self.read_in, self.leave)
        self._lay_out()
        self.area.chosen.connect(self.open_file)
        self.read_in.clicked.connect(self._import)
        self.another.clicked.connect(self.start_over)
        self.leave.clicked.connect(self._leave)
        self.start_over()

    def start_over(self) -> None:
        """Forget the file and ask for one."""
        self._data = b""
        self._show_judged(None, done=False)
        self.heading.say(N_("Les inn leieregisteret"))
        self.below.say("")
        self.area.show_problem("")
        self._show_area(True)

    def open_file(self, path: Path) -> None:
        """Judge this file, off the screen's thread; or say why it is no register."""
        desk = self._window.desk
        self.area.show_reading(True)
        self.area.show_problem("")

        def read() -> tuple[str, bytes, ImportPreview]:
            data = file_bytes(path)
            return path.name, data, preview_import(desk, data)

        in_background(read, self._judged, self._no_register)

    def _lay_out(self) -> None:
        self._page = ScrollPage()
        self._page.body.addWidget(self.heading)
        self._page.body.addWidget(self.below)
        self._page.body.addWidget(self.area)
        self._page.body.addStretch(1)
        self._page.body.setSpacing(SPACE.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self.bar)

    def _leave(self) -> None:
        self._window.go("households")

    def _judged(self, found: tuple[str, bytes, ImportPreview]) -> None:
        name, self._data, preview = found
        rows = to_read(preview)
        self._show_area(False)
        self._show_judged(preview, done=False)
        self.heading.say(N_("Se over før du leser inn"))
        self.below.say(plain(name))
        self.read_in.say(Plural("Les inn {n} rad", "Les inn {n} rader", rows) if rows else N_("Les inn"))
        self._show_buttons(reading_in=False, done=False)
        news = bool(rows or preview.shielded)
        self.read_in.setEnabled(news)
        said = N_("Ingenting er lest inn ennå") if news else N_("Det er ikke noe nytt å lese inn")
        self.bar.status.say(said, icon="info", tone="info")
        (self.read_in if news else self.another).setFocus()

    def _no_register(self, trouble: Exception) -> None:
        self.area.show_reading(False)
        self.area.show_problem(trouble_words(trouble))
        self.area.button.setFocus()

    def _import(self) -> None:
        desk, data = self._window.desk, self._data
        self._show_buttons(reading_in=True, done=False)
        self.bar.status.say(N_("Leser inn …"), icon="download", tone="info")
        in_background(lambda: run_import(desk, data), self._imported, self._not_imported)

    def _imported(self, done: tuple[ImportPreview, Changes]) -> None:
        preview, changes = done
        self._data = b""
        self._show_judged(preview, done=True)
        self.heading.say(N_("Leieregisteret er lest inn"))
        self.below.say(result(preview))
        self._show_buttons(reading_in=False, done=True)
        self.bar.status.say(N_("Lagret på denne PC-en"))
        self.leave.setFocus()
        self._window.changed.emit(changes)

    def _not_imported(self, trouble: Exception) -> None:
        self._show_buttons(reading_in=False, done=False)
        self.bar.status.say(trouble_words(trouble), N_("Ingenting er lest inn"), "circle-alert", "bad")

    def _show_judged(self, preview: ImportPreview | None, *, done: bool) -> None:
        if self.judged is not None:
            self.judged.hide()
            self.judged.deleteLater()
        self.judged = Judged(preview, done=done) if preview else None
        if self.judged is not None:
            self._page.body.insertWidget(self._page.body.count() - 1, self.judged)

    def _show_area(self, shown: bool) -> None:
        self.area.show_reading(False)
        self.area.setVisible(shown)
        self.below.setVisible(not shown)
        self.bar.setVisible(not shown)
        if shown:
            self.area.button.setFocus()

    def _show_buttons(self, *, reading_in: bool, done: bool) -> None:
        self.read_in.setVisible(not done)
        self.leave.setVisible(done)
        self.read_in.setEnabled(not reading_in)
        self.another.setEnabled(not reading_in)
