"""What was found in a register file: the counts, and a card for each thing to look at."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.imports import ImportPreview
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.register.lines import LineList
from hjemmebesok.ui.screens.register.reading import (
    Line,
    changed_lines,
    counts,
    refused_rows,
    remark_lines,
)
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, FactLine, Flow, Pill, WrapLabel


class Judged(QWidget):
    """All that a preview has to say, what is most urgent first; `done` tells it as what has happened."""

    def __init__(self, preview: ImportPreview, *, done: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.M)
        column.addWidget(Flow(*(Pill(*status) for status in counts(preview))))
        for card in _cards(preview, done):
            column.addWidget(card)
        if preview.ignored:
            words = Phrase("Kolonner som ikke leses: {columns}", columns=", ".join(preview.ignored))
            column.addWidget(FactLine("info", words, tone="muted"))


def _cards(preview: ImportPreview, done: bool) -> Iterator[Card]:
    if preview.refused:
        yield _card(*_refused(refused_rows(preview), done), remark_lines(preview.refused))
    if preview.gone:
        title = Plural("{n} husstand fant vi ikke igjen", "{n} husstander fant vi ikke igjen", len(preview.gone))
        yield _card(title, _GONE, [Line("", plain(name)) for name in preview.gone])
    if preview.warnings:
        help_text = N_("Radene leses inn likevel. Se på dem når du har tid.")
        yield _card(N_("Advarsler"), help_text, remark_lines(preview.warnings))
    if preview.changed:
        title = Plural("{n} husstand er endret", "{n} husstander er endret", len(preview.changed))
        yield _card(title, N_("Det dere selv har rettet, blir stående."), changed_lines(preview.changed))


def _refused(rows: int, done: bool) -> tuple[Words, Words]:
    if done:
        title = Plural("{n} rad ble ikke lest inn", "{n} rader ble ikke lest inn", rows)
        return title, N_("Rett dem i boligsystemet og les filen inn på nytt.")
    title = Plural("{n} rad leses ikke inn", "{n} rader leses ikke inn", rows)
    return title, N_("Rett dem i boligsystemet og les inn på nytt. Resten kan leses inn nå.")


_GONE = N_(
    "De står ikke lenger i registeret, eller raden deres er avvist. Det kan være fordi de har fått strengt fortrolig "
    "adresse (kode 6). Kontroller hver av dem for hånd. Ingenting er gjort med dem."
)


def _card(title: Words, help_text: Words, lines: list[Line]) -> Card:
    card = Card(title)
    card.body.addWidget(WrapLabel(help_text, tone="muted"))
    card.body.addWidget(LineList(lines))
    return card
