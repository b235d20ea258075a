"""What one who has forgotten the passphrase can do: the truth, behind a press."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.button import Button
from hjemmebesok.ui.widgets.fact_line import FactLine


class Forgotten(QWidget):
    """`last_in_step` is '' where nothing was ever sent; so many `unsent` changes and `photos` are on
    this computer alone."""

    def __init__(self, last_in_step: str, unsent: int, photos: int = 0) -> None:
        super().__init__()
        self.button = Button(N_("Glemt passfrasen? Slik får du hjelp"), "quiet", "circle-question-mark")
        self.button.setCheckable(True)
        self._help = QWidget()
        help_column = QVBoxLayout(self._help)
        help_column.setContentsMargins(0, 0, 0, 0)
        for icon, words in _help(last_in_step, unsent, photos):
            help_column.addWidget(FactLine(icon, words))
        self._help.hide()
        self.button.toggled.connect(self._help.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.S)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._help)


def _help(last_in_step: str, unsent: int, photos: int) -> list[tuple[str, Words]]:
    known: list[tuple[str, Words]] = [
        ("key-round", N_("Passfrasen kan ikke hentes fram igjen. Ingen andre har den, heller ikke IT eller vi.")),
    ]
    if last_in_step:
        sent = N_("Det som er sendt til serveren, er trygt. Be IT om en ny engangskode, så kommer det tilbake.")
        known.append(("refresh-cw", sent))
    return [*known, *(("info", lost) for lost in _lost(last_in_step, unsent, photos))]


def _lost(last_in_step: str, unsent: int, photos: int) -> Iterator[Words]:
    if unsent:
        yield Plural(
            "{n} endring er ikke sendt og finnes bare her. Den går tapt.",
            "{n} endringer er ikke sendt og finnes bare her. De går tapt.",
            unsent,
        )
    if photos:
        yield Plural(
            "{n} bilde er ikke sendt og finnes bare her. Det går tapt.",
            "{n} bilder er ikke sendt og finnes bare her. De går tapt.",
            photos,
        )
    if last_in_step and not (unsent or photos):
        yield N_("Alt på denne PC-en er sendt til serveren, så ingenting går tapt.")
    if not (last_in_step or unsent or photos):
        yield N_("Det som er skrevet her, er ikke kommet til noen server ennå.")
