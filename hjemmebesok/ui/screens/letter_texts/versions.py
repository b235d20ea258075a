"""What the municipality has to choose: two versions of one text, and the way back to the program's."""

from PySide6.QtCore import Signal

from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.widgets import Button, Card, Flow, WrapLabel


class VersionsCard(Card):
    """`left` comes for the program's text, `wanted` carries a version. Hidden where nothing is the municipality's."""

    left = Signal()
    wanted = Signal(object)

    def __init__(self, line: TextLine, *, may_write: bool) -> None:
        super().__init__(N_("Kommunens egen tekst"), "warn" if len(line.heads) > 1 else "plain")
        if len(line.heads) > 1:
            self._add_heads(line.heads, may_write=may_write)
        if line.own:
            self.body.addWidget(WrapLabel(N_("Kommunens versjoner blir tatt vare på."), "small", "muted"))
        if line.own and may_write:
            back = Button(N_("Gå tilbake til programmets tekst"), "secondary", "undo-2")
            back.clicked.connect(self.left)
            self.body.addWidget(Flow(back))
        self.setVisible(line.own or len(line.heads) > 1)

    def _add_heads(self, heads: tuple[TextVersion, ...], *, may_write: bool) -> None:
        words = N_("To har lagret hver sin versjon uten å se den andres. Den siste gjelder nå.")
        self.body.addWidget(WrapLabel(words))
        for head in heads if may_write else ():
            choose = Button(Phrase("Bruk versjonen til {name}", name=head.saved_by), "secondary", "split")
            choose.clicked.connect(lambda _checked=False, version=head: self.wanted.emit(version))
            self.body.addWidget(Flow(choose))
