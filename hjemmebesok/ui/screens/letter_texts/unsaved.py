"""The bar at the foot: what is not saved of the open text, and the two things to do about it."""

from hjemmebesok.casework.letter_texts import NOT_YOURS
from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.screens.letter_texts.model import TextsModel
from hjemmebesok.ui.widgets import ActionBar, Button

_WRITING = N_("Det nye avsnittet er ikke lagt til ennå.")
_USED = N_("Brevene bruker den lagrede teksten.")


class UnsavedBar(ActionBar):
    """`save` and `drop` are enabled where something is not saved."""

    def __init__(self) -> None:
        self.save = Button(N_("Lagre"), "primary", "check", "Ctrl+S")
        self.drop = Button(N_("Forkast endringene"), "secondary", "undo-2")
        super().__init__(self.drop, self.save)

    def show_text(self, model: TextsModel, *, writing: bool) -> None:
        """Tell how many blocks are not saved, and whether a new one is being written that is not among them."""
        unsaved = len(model.draft.blocks)
        for button in (self.drop, self.save):
            button.setVisible(model.may_write)
            button.setEnabled(model.may_write and unsaved > 0)
        words: Words = Plural("{n} avsnitt er ikke lagret", "{n} avsnitt er ikke lagret", unsaved)
        if not model.may_write:
            self.status.say(N_("Du kan lese tekstene"), NOT_YOURS, "lock", "info")
        elif unsaved:
            self.status.say(words, _WRITING if writing else _USED, "pen-line", "warn")
        elif writing:
            self.status.say(_WRITING, _USED, "pen-line", "warn")
        else:
            self.status.say(N_("Alt er lagret"), "", "circle-check", "ok")
