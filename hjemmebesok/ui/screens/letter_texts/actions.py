"""What is done with the open text: each an action of casework, and what is said when it went well."""

from collections.abc import Callable, Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from hjemmebesok.casework.letters import Changes
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.text_back import use_shipped, use_version
from hjemmebesok.casework.text_drafts import drop_text_draft, save_text_draft
from hjemmebesok.casework.text_edits import add_missing, mark_block_current, remove_block
from hjemmebesok.casework.text_update import settle_update
from hjemmebesok.domain.letter_text import TextStatus, TextVersion
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.screens.letter_texts.words import behind

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class TextActions:
    """Each tells the screens what it changed; where it is refused, the one sentence about it is shown."""

    def __init__(self, window: "MainWindow", model: TextsModel) -> None:
        self._window, self._desk, self._model = window, window.desk, model

    def save(self) -> bool:
        """Put what is typed in force; true where it went well."""
        if not self._act(save_text_draft, said=N_("Lagret som en ny versjon.")):
            return False
        self._model.read()
        if words := behind(self._model.lines, self._model.letter, self._model.language):
            self._window.say(words, "warn")
        return True

    def drop(self) -> None:
        """Forget what is not saved."""
        drop_text_draft(self._desk, self._model.letter, self._model.language)

    def mark(self, block: str) -> None:
        """A translated block follows the Norwegian one as that is now."""
        self._act(mark_block_current, block, said=N_("Merket som oppdatert."))

    def fetch(self, block: str) -> None:
        """Put a block that a translation lacks into it, in Norwegian."""
        self._act(add_missing, block, said=N_("Hentet. Oversett avsnittet nå."))

    def remove(self, block: str) -> None:
        """Take a block that the Norwegian text does not have out of a translation."""
        self._act(remove_block, block, said=N_("Avsnittet er tatt ut."))

    def settle(self, taken: Collection[str]) -> None:
        """Take these blocks of an update, and keep the municipality's own of the others."""
        self._act(settle_update, taken, said=N_("Valgene gjelder fra nå av."))

    def leave_own(self) -> None:
        """Go back to the program's text."""
        self._act(use_shipped, said=N_("Programmets tekst gjelder fra nå av."))

    def use(self, version: TextVersion) -> None:
        """Put this version in force again."""
        self._window.act(lambda: use_version(self._desk, version), N_("Versjonen gjelder fra nå av."))

    def note(self, status: TextStatus, by: str, on: date | None) -> None:
        """Note how far the text has come."""
        if on is None:
            self._window.say(N_("Skriv datoen slik: 07.03.2026."), "warn")
        else:
            self._act(set_status, status, by, on, said=N_("Ført inn."))

    def _act(self, action: Callable[..., Changes], *what: Any, said: Words) -> bool:
        letter, language = self._model.letter, self._model.language
        return self._window.act(lambda: action(self._desk, letter, language, *what), said)
