"""Which questions of a section are asked now: the common ones, those that a rule asks for, and the rest by a button."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from hjemmebesok.domain.kartlegging.fields import Field, Section, has_come_up, is_asked
from hjemmebesok.domain.phrase import Plural
from hjemmebesok.ui.widgets import Button


class AskedNow(QObject):
    """`changed` when other questions are asked than before. `further` is the button that shows the rare ones too."""

    changed = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self._all = self._closed = False
        self._led_to: set[str] = set()
        self._known: Mapping[str, Any] = {}
        self._wanted: Collection[str] = ()
        self._asked: frozenset[str] | None = None
        self.further = Button("", "quiet", "plus")
        self.further.clicked.connect(self.ask_all)

    def show_known(self, known: Mapping[str, Any], wanted: Collection[str]) -> None:
        """Follow from these answers, and from the names of the facts that some rule wants."""
        self._known, self._wanted = known, wanted
        self._follow()

    def is_asked(self, field_id: str) -> bool:
        """Whether the question is asked now."""
        return self._asked is not None and field_id in self._asked

    def ask(self, field_id: str) -> None:
        """Ask this one from now on: somebody has been led to it."""
        self._led_to.add(field_id)
        self._follow()

    def ask_all(self) -> None:
        """Ask the rare ones from now on."""
        self._all = True
        self._follow()

    def close(self) -> None:
        """Offer no further questions: nothing can be answered any more."""
        self._closed = True
        self.further.hide()

    def _follow(self) -> None:
        may = [each for each in self._section.fields if is_asked(each, self._known) or each.id in self._led_to]
        now = [each.id for each in may if self._all or self._comes_up(each)]
        rest = len(may) - len(now)
        self.further.say(Plural("Vis ett spørsmål til", "Vis {n} spørsmål til", rest))
        self.further.setVisible(rest > 0 and not self._closed)
        if frozenset(now) != self._asked:
            self._asked = frozenset(now)
            self.changed.emit()

    def _comes_up(self, field: Field) -> bool:
        return field.id in self._led_to or has_come_up(field, self._known, self._wanted)
