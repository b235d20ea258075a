"""How this computer stands with the server, and the button that brings it into step."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from hjemmebesok.casework.syncing import FilesProgress, SyncProgress, SyncStatus
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.screens.in_step.told import clock_told, is_clock_wrong, progress_told, round_told, round_tone
from hjemmebesok.ui.spoken import NearDay, clock
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import Button, Card, FactLine, WrapLabel

_ICONS = {"ok": "circle-check", "info": "info", "warn": "circle-alert"}
_BY_ITSELF = N_("Ellers sendes og hentes det av seg selv, så snart serveren kan nås.")
_NOT_BY_ITSELF = N_("Ingenting sendes eller hentes av seg selv før du fortsetter.")


class StandingCard(Card):
    """`wanted` asks for a round, `paused` for none to come of itself until it is asked for again, `reconnecting` for a
    place to put in a new one-time code."""

    wanted = Signal()
    paused = Signal(bool)
    reconnecting = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Slik står det"))
        self._nothing_yet = True  # nothing to send, and nothing was ever sent
        self._unsent = FactLine("arrow-up", "")
        self._photos = FactLine("arrow-up", "")
        self._photos_to_come = FactLine("arrow-down", "")
        self._leaving = FactLine("circle-alert", "")
        self._held_back = FactLine("circle-alert", "")
        self._unsaved = FactLine("circle-alert", "")
        self._need_you = FactLine("split", "")
        self._last = FactLine("clock", "")
        self._unreadable = FactLine("circle-alert", "")
        self._clock = FactLine("circle-alert", "")
        self.progress = FactLine("refresh-cw", "")
        self.told = FactLine("circle-check", "")
        self._left_head = WrapLabel(N_("Disse sakene er ikke lenger dine, og er tatt bort fra denne PC-en:"), "label")
        self._left_names = WrapLabel("", "body")
        self.button = Button(N_("Bring i takt nå"), "primary", "refresh-cw", "Ctrl+Return")
        self.button.clicked.connect(self.wanted)
        self.pause = Button(N_("Sett på pause"), "quiet")
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._pause)
        self._by_itself = WrapLabel(_BY_ITSELF, "small", "muted")
        self.again = Button(N_("Koble til på nytt"), "quiet", "key-round")
        self.again.clicked.connect(self.reconnecting)
        sent = (self._unsent, self._photos, self._photos_to_come, self._leaving, self._held_back, self._unsaved)
        facts = (*sent, self._need_you, self._last, self._unreadable, self._clock)
        for part in (self.progress, *facts, self.told, self._left_head, self._left_names):
            self.body.addWidget(part)
        self.body.addSpacing(SPACE.S)
        for action in (self.button, self.pause, self._by_itself, self.again):
            self.body.addWidget(action)
        self._clock.hide()
        self.progress.hide()
        self.show_left(())
        self.forget()

    def show_status(self, status: SyncStatus, today: date) -> None:
        """The facts, as they are now."""
        self._unsent.say(_unsent(status))
        self._nothing_yet = status.last_in_step is None and not status.waiting
        self._unsent.setVisible(self.progress.isHidden() and not self._nothing_yet)
        self._photos.say(Plural("{n} bilde ikke sendt", "{n} bilder ikke sendt", status.files_unsent))
        self._photos.setVisible(bool(status.files_unsent))
        to_come = Plural("{n} bilde ikke kommet hit", "{n} bilder ikke kommet hit", status.files_to_come)
        self._photos_to_come.say(to_come)
        self._photos_to_come.setVisible(bool(status.files_to_come))
        self._leaving.say(_leaving(status.leaving))
        self._leaving.setVisible(bool(status.leaving))
        self._held_back.say(_held_back(status.held_back))
        self._held_back.setVisible(bool(status.held_back))
        self._unsaved.say(_unsaved(status.unsaved))
        self._unsaved.setVisible(bool(status.unsaved))
        self._need_you.say(Plural("{n} ting trenger deg", "{n} ting trenger deg", status.need_you))
        self._need_you.setVisible(bool(status.need_you))
        self._last.say(_last(status, today))
        self._unreadable.say(_unreadable(status.unreadable))
        self._unreadable.setVisible(bool(status.unreadable))

    def show_buttons(self, shown: bool) -> None:
        """Let a round be asked for, or not: there is no server yet, or she is connecting to one."""
        for part in (self.button, self.pause, self._by_itself, self.again):
            part.setVisible(shown)

    def show_running(self, running: bool) -> None:
        """A round is under way, or over. The button stays as it is: one more press does nothing, and the keyboard would
        go from it to the pause."""
        self.button.say(N_("Bringer i takt …") if running else N_("Bring i takt nå"))
        self.show_progress(None)
        if running:
            self.forget()

    def show_progress(self, progress: SyncProgress | FilesProgress | None) -> None:
        """How far the round under way has come, where it is long enough to tell: then that stands for what was not sent
        before it."""
        self.progress.say(progress_told(progress))
        self.progress.setVisible(progress is not None)
        self._unsent.setVisible(progress is None and not self._nothing_yet)

    def show_round(self, finished: Round) -> None:
        """What the round did."""
        tone = round_tone(finished)
        self._tell(round_told(finished), _ICONS[tone], tone)
        self._clock.say(clock_told(finished))
        self._clock.setVisible(is_clock_wrong(finished))

    def show_left(self, names: Sequence[str]) -> None:
        """Which households have left this computer since she came in."""
        self._left_names.say(plain("\n".join(names)))
        for part in (self._left_head, self._left_names):
            part.setVisible(bool(names))

    def show_trouble(self, trouble: Exception) -> None:
        """Why there was no round."""
        self._tell(trouble_words(trouble), "circle-alert", "warn")

    def forget(self) -> None:
        """No round to tell about."""
        self.told.hide()

    def announce(self) -> None:
        """Read out what is told, wherever the focus is."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told.label.text()))

    def _pause(self, paused: bool) -> None:
        self.pause.say(N_("På pause – fortsett") if paused else N_("Sett på pause"))
        self._by_itself.say(_NOT_BY_ITSELF if paused else _BY_ITSELF)
        self.paused.emit(paused)

    def _tell(self, words: Words, icon: str, tone: str) -> None:
        self.told.show_icon(icon, tone)
        self.told.say(words)
        self.told.show()


def _unsent(status: SyncStatus) -> Words:
    unsent = Plural("{n} endring ikke sendt", "{n} endringer ikke sendt", status.unsent - status.again)
    if status.again:
        again = Plural(
            "Serveren er gjenopprettet. {n} endring som var sendt, sendes på nytt.",
            "Serveren er gjenopprettet. {n} endringer som var sendt, sendes på nytt.",
            status.again,
        )
        return Phrase("{again} {unsent}.", again=again, unsent=unsent) if status.unsent > status.again else again
    if status.unsent:
        return unsent
    return N_("Alt du har skrevet, er sendt") if status.files_unsent else N_("Alt er sendt")


def _leaving(count: int) -> Words:
    return Plural(
        "{n} sak er ikke lenger din. Den tas bort fra denne PC-en når bildene i den er sendt.",
        "{n} saker er ikke lenger dine. De tas bort fra denne PC-en når bildene i dem er sendt.",
        count,
    )


def _held_back(count: int) -> Words:
    return Plural(
        "{n} sak er ikke lenger din, men har en tekst som er for lang til å sendes og bare finnes her. Den tas bort fra"
        " denne PC-en når du har lagt teksten til side under «Dette trenger deg».",
        "{n} saker er ikke lenger dine, men har tekster som er for lange til å sendes og bare finnes her. De tas bort"
        " fra denne PC-en når du har lagt tekstene til side under «Dette trenger deg».",
        count,
    )


def _unsaved(count: int) -> Words:
    return Plural(
        "{n} sak er ikke lenger din, men noe du har skrevet i den, er ikke lagret ennå. Den tas bort fra denne PC-en"
        " når det er lagret og sendt.",
        "{n} saker er ikke lenger dine, men noe du har skrevet i dem, er ikke lagret ennå. De tas bort fra denne PC-en"
        " når det er lagret og sendt.",
        count,
    )


def _unreadable(count: int) -> Words:
    return Plural(
        "{n} opplysning er skrevet med en nyere versjon av programmet og vises ikke her. Den er ikke borte.",
        "{n} opplysninger er skrevet med en nyere versjon av programmet og vises ikke her. De er ikke borte.",
        count,
    )


def _last(status: SyncStatus, today: date) -> Words:
    if status.last_in_step is None:
        return N_("Ikke i takt med serveren ennå")
    last = status.last_in_step.astimezone()
    return Phrase("Sist i takt {day} kl. {time}", day=NearDay(last.date(), today), time=clock(last))
