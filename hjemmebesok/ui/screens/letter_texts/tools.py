"""What can be done with the block one is in: up, down, out, and a new one under it. Taking out is asked about once."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Button, Card, Flow, IconButton, WrapLabel

_NOBODY = N_("Gå til et avsnitt for å flytte det eller ta det ut.")


class MoveButton(IconButton):
    """Its key does it at once and again while it is held; of itself Qt shows the button pressed for a while first."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut:
            self.click()
            return True
        return super().event(event)


class BlockTools(Card):
    """`up`, `down`, `added` and `removed` are about the block shown. The keys work from within its field."""

    up = Signal()
    down = Signal()
    added = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self._which = WrapLabel(_NOBODY, "small")
        self.go_up = MoveButton(N_("Flytt avsnittet opp"), "chevron-up", "Alt+Up")
        self.go_down = MoveButton(N_("Flytt avsnittet ned"), "chevron-down", "Alt+Down")
        self.add = Button(N_("Nytt avsnitt under"), "secondary", "plus", "Alt+N")
        self.take_out = Button(N_("Ta ut …"), "secondary", "trash-2", "Alt+Delete")
        self.yes = Button(N_("Ja, ta det ut"), "secondary", "trash-2")
        self.no = Button(N_("Nei, behold det"), "quiet")
        self._question = WrapLabel("", "label")
        self._asking, self._tools = QWidget(), Flow(self.go_up, self.go_down, self.add, self.take_out)
        self._lay_out()
        self._connect()
        self.show_block(None, up=False, down=False)

    def show_block(self, block: TextBlock | None, *, up: bool, down: bool) -> None:
        """Be about this block from now on, which can go up or down, or not."""
        self._ask(False)
        which: Words = dotted(block.what, plain(block.id)) if block else _NOBODY
        self._which.say(which)
        self._question.say(_question(block) if block else "")
        self.go_up.setEnabled(up)
        self.go_down.setEnabled(down)
        self.add.setEnabled(block is not None)
        self.take_out.setEnabled(block is not None and not block.fixed)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(SPACE.M, SPACE.S, SPACE.M, SPACE.S)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._question)
        column.addWidget(Flow(self.yes, self.no))
        for part in (self._which, self._tools, self._asking):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.go_up.clicked.connect(self.up)
        self.go_down.clicked.connect(self.down)
        self.add.clicked.connect(self.added)
        self.take_out.clicked.connect(lambda: self._ask(True))
        self.no.clicked.connect(lambda: self._ask(False))
        self.yes.clicked.connect(self.removed)

    def _ask(self, asking: bool) -> None:
        leaving = self.yes.hasFocus() or self.no.hasFocus()
        self._asking.setVisible(asking)
        self._tools.setVisible(not asking)
        if asking:
            self.yes.setFocus()
        elif leaving:
            self.take_out.setFocus()


def _question(block: TextBlock) -> Phrase:
    return Phrase("Skal «{block}» ut av brevet, også i oversettelsene? Det skjer når du lagrer.", block=block.id)
