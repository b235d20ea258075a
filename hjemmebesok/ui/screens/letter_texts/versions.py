"""What the municipality has to choose: an update of the program's text, two versions of one text, and the way back."""

from collections.abc import Iterator

from PySide6.QtCore import Signal

from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.register.lines import LineList
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.widgets import Button, Card, Flow, WrapLabel


class VersionsCard(Card):
    """`kept` and `left` come for the municipality's text and the program's; `wanted` carries a version."""

    kept = Signal()
    left = Signal()
    wanted = Signal(object)

    def __init__(self, line: TextLine) -> None:
        title = N_("Programmet har fått en ny tekst") if line.news else N_("Kommunens egen tekst")
        super().__init__(title, "warn" if line.news or len(line.heads) > 1 else "plain")
        if line.news:
            self._add_news(line)
        if len(line.heads) > 1:
            self._add_heads(line.heads)
        if line.own:
            back = Button(N_("Gå tilbake til programmets tekst"), "secondary", "undo-2")
            back.clicked.connect(self.left)
            self.body.addWidget(WrapLabel(N_("Kommunens versjoner blir tatt vare på."), "small", "muted"))
            self.body.addWidget(Flow(back))
        self.setVisible(bool(line.news or line.own or len(line.heads) > 1))

    def _add_news(self, line: TextLine) -> None:
        self.body.addWidget(
            WrapLabel(N_("Kommunens egen tekst gjelder fortsatt. Se hva som er nytt, og velg."), tone="muted")
        )
        self.body.addWidget(LineList([*_news(line)]))
        keep = Button(N_("Behold kommunens tekst"), "secondary", "check")
        keep.clicked.connect(self.kept)
        self.body.addWidget(Flow(keep))

    def _add_heads(self, heads: tuple[TextVersion, ...]) -> None:
        words = N_("To har lagret hver sin versjon uten å se den andres. Den siste gjelder nå.")
        self.body.addWidget(WrapLabel(words))
        for head in heads:
            choose = Button(Phrase("Bruk versjonen til {name}", name=head.saved_by), "secondary", "split")
            choose.clicked.connect(lambda _checked=False, version=head: self.wanted.emit(version))
            self.body.addWidget(Flow(choose))


def _news(line: TextLine) -> Iterator[Line]:
    for change in line.news:
        yield Line(Phrase("«{block}» før", block=change.block), _or_nothing(change.before.words))
        yield Line(Phrase("«{block}» nå", block=change.block), _or_nothing(change.now.words))


def _or_nothing(words: str) -> Words:
    return plain(words) if words else N_("Ikke med")
