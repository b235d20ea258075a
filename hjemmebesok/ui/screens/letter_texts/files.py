"""Taking the open text out as a file, and in again: looked at first, and then all of it or nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.saving import save_whole
from hjemmebesok.casework.text_file import (
    LARGEST,
    TextFile,
    counted_current,
    read_text_file,
    take_in,
    text_file,
    text_file_name,
)
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.save_place import ask_place
from hjemmebesok.ui.screens.letter_texts.file_card import FileCard
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.trouble import trouble_words

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class TextFiles(QObject):
    """`file` is the one that is looked at, None while none is."""

    def __init__(self, window: "MainWindow", model: TextsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._desk, self._model, self._parent = window, window.desk, model, parent
        self._asked: Callable[[], TextFile] | None = None
        self._as_it_came: TextFile | None = None
        self.file: TextFile | None = None
        self.card = FileCard()
        self.card.out.connect(self._take_out)
        self.card.chosen.connect(self.look_at)
        self.card.current.connect(self._count_current)
        self.card.taken.connect(self._take_in)
        self.card.left.connect(self.forget)

    def show_text(self) -> None:
        """The open text is another, or stands otherwise."""
        self.card.show_may(may_write=self._model.may_write, unsaved=bool(self._model.draft.blocks))

    def save_as(self, path: Path) -> None:
        """Save the text in force as this file."""
        where = self._model.letter, self._model.language
        said = Phrase("Teksten er lagret som {file}.", file=path.name)
        self._window.act(lambda: save_whole(text_file(self._desk, *where), path), said)

    def look_at(self, path: Path) -> None:
        """Read this file, and show what there is to say of it."""
        desk, letter, language = self._desk, self._model.letter, self._model.language
        self.card.show_reading()
        self._look(lambda: read_text_file(desk, letter, language, _bytes(path)))

    def forget(self) -> None:
        """Look at no file any more; nothing has been taken in."""
        self._asked = self.file = self._as_it_came = None
        self.card.follows.set_value(False)
        self.card.show_file(None)
        self.show_text()

    def _take_out(self) -> None:
        name = text_file_name(self._model.letter, self._model.language)
        if (path := ask_place(self._parent, N_("Lagre teksten som fil"), N_("Brevtekster"), name)) is not None:
            self.save_as(path)

    def _look(self, look: Callable[[], TextFile]) -> None:
        self._asked = look
        in_background(lambda: (look, _looked(look)), self._show, lambda _trouble: None)  # it tells of its own

    def _show(self, found: tuple[object, TextFile | Exception]) -> None:
        asked, file = found
        if asked is not self._asked:
            return  # another file, or another text, meanwhile
        if isinstance(file, Exception):
            self.forget()
            self.card.show_trouble(trouble_words(file))
            return
        self.file, self._as_it_came = file, self._as_it_came or file
        self.card.show_file(file, behind=self._as_it_came.behind)
        (self.card.take if file.readable else self.card.leave).setFocus()

    def _count_current(self, current: bool) -> None:
        file, desk = self._as_it_came, self._desk
        if file is not None:
            self._look(lambda: counted_current(desk, file) if current else file)

    def _take_in(self) -> None:
        file = self.file
        if file is not None and self._window.act(
            lambda: take_in(self._desk, file), N_("Filen er tatt i bruk som en ny versjon.")
        ):
            self.forget()


def _looked(look: Callable[[], TextFile]) -> TextFile | Exception:
    try:
        return look()
    except Exception as trouble:  # told on the card, whatever it is
        return trouble


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        raise Refused(Phrase("Filen kan ikke åpnes. Er den åpen i et annet program?")) from None
