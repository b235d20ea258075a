"""The program's text is new, and the municipality has its own: both beside each other, to be chosen block by block."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.casework.text_news import BlockChange, Said
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.i18n import bind, plain
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.widgets import Button, Card, Flow, Hairline, SegmentedChoice, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

_LEAST = 300  # px at 100 %: narrower than this, the two lie under each other


class NewsCard(Card):
    """`settled` carries the ids of the blocks to be taken from the program. Hidden where there is nothing new."""

    settled = Signal(object)

    def __init__(self, line: TextLine, *, may_write: bool) -> None:
        super().__init__(N_("Programmet har fått en ny tekst"), "warn")
        self._about = _about(line, may_write=may_write)
        self.choices: dict[str, SegmentedChoice[bool]] = {}
        self.save = Button(N_("Lagre valgene"), "secondary", "check")
        self.body.addWidget(WrapLabel(N_("Kommunens egen tekst gjelder til det er valgt."), tone="muted"))
        for change in line.news:
            self._add(change, may_write=may_write)
        if may_write:
            chosen = N_("Avsnitt som kommunen ikke selv har endret, står på «Ta den nye».")
            self.body.addWidget(WrapLabel(chosen, "small", "muted"))
            self.body.addWidget(Flow(self.save))
        self.save.clicked.connect(self._settle)
        self.setVisible(bool(line.news))

    def is_about(self, line: TextLine, *, may_write: bool) -> bool:
        """Whether it shows this already, so that what was chosen can stay."""
        return self._about == _about(line, may_write=may_write)

    def _add(self, change: BlockChange, *, may_write: bool) -> None:
        beside = Columns((1, 1), _LEAST)
        for column, title, said in zip(
            beside.columns, (N_("Kommunens"), N_("Ny")), (change.own, change.now), strict=True
        ):
            column.setSpacing(0)
            column.addWidget(WrapLabel(title, "small", "muted"))
            _add_said(column.addWidget, said)
        for part in (Hairline(), WrapLabel(dotted(change.what, plain(change.block)), "label"), beside):
            self.body.addWidget(part)
        if may_write:
            choice = SegmentedChoice([(False, N_("Behold kommunens")), (True, N_("Ta den nye"))], clearable=False)
            asked = Phrase("Hvilken tekst skal gjelde for «{block}»?", block=change.block)
            bind(choice, QWidget.setAccessibleName, asked)
            choice.set_value(change.untouched)
            self.choices[change.block] = choice
            self.body.addWidget(choice)

    def _settle(self) -> None:
        self.settled.emit([block for block, choice in self.choices.items() if choice.value()])


def _add_said(add: Callable[[QWidget], object], said: Said) -> None:
    if said.only:
        add(WrapLabel(said.only, "small", "muted"))
    add(WrapLabel(plain(said.words) if said.words else N_("Ikke med")))


def _about(line: TextLine, *, may_write: bool) -> tuple[object, ...]:
    return line.letter, line.language, line.news, may_write
