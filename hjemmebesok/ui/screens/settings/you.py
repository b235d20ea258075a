"""Who works here: the name and the phone that letters give."""

from typing import TYPE_CHECKING

from hjemmebesok.casework.desk import introduce
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.widgets import Card, Field, TextEdit

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class YouCard(Card):
    """Saved when a field is left."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(N_("Om deg"))
        self._window = window
        self.name, self.phone = TextEdit(longest=100), TextEdit(longest=30)
        self._name_field = Field(N_("Navnet ditt"), self.name, N_("Står i brev og notater."))
        phone = Field(N_("Telefonnummeret ditt"), self.phone, N_("Står i brev, så familiene kan ringe deg."))
        for control, field in ((self.name, self._name_field), (self.phone, phone)):
            control.left.connect(self._save)
            self.body.addWidget(field)
        self.show_user()

    def show_user(self) -> None:
        """Show what is known of her now."""
        self.name.set_value(self._window.desk.user.name)
        self.phone.set_value(self._window.desk.user.phone)

    def _save(self) -> None:
        name, phone = self.name.value() or "", self.phone.value() or ""
        user = self._window.desk.user
        if (name, phone) == (user.name, user.phone):
            return
        try:
            self._window.desk = introduce(self._window.desk, name, phone)
        except Refused as refused:
            self._name_field.show_problem(refused.phrase)
            return
        self._name_field.show_problem(None)
        self._window.say(N_("Lagret."), "ok")
