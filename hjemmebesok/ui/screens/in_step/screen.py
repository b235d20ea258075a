"""In step with the server: what is sent, what needs the caseworker, and a round now."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.syncing import enrol, known_place
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.screens.in_step.connecting import ConnectingCard
from hjemmebesok.ui.screens.in_step.model import InStepModel
from hjemmebesok.ui.screens.in_step.signing_in import SigningIn
from hjemmebesok.ui.screens.in_step.standing import StandingCard
from hjemmebesok.ui.screens.in_step.told import round_news
from hjemmebesok.ui.screens.in_step.waiting import WaitingList
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import ScrollPage, WrapLabel
from hjemmebesok.ui.widgets.columns import Columns

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.ui.window import MainWindow

_FIRST_ROUND = 60.0  # seconds: she may begin it herself, and see what it does
_CONNECTED = N_("Denne PC-en er koblet til serveren. Trykk «Bring i takt nå» for å sende og hente.")
_ROOMY = 880  # px at 100 %: narrower than this, what waits lies under how it stands


class InStepScreen(QWidget):
    """Rounds are the window's; whoever asked for one, this page tells what it did."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self.model = InStepModel(window.desk)
        self.standing, self.connecting, self.waiting = StandingCard(), ConnectingCard(), WaitingList()
        self.signing_in = SigningIn(self)
        self._lay_out()
        self.standing.pause.setChecked(window.rounds.paused)
        self._wire()
        self.standing.show_running(window.rounds.running)
        self._came_on()
        self._show()
        self.connecting.fill_in(*known_place(window.desk))
        self.connecting.close_button.setVisible(self.model.status.enrolled)
        self._let_connect(not self.model.status.enrolled)

    def refresh(self, changes: object) -> None:
        """Something was changed, sent or received."""
        before = self.model.status.waiting
        self.model.read()
        if changes or self.model.status.waiting != before:
            self.standing.forget()  # what the last round did is no longer all there is to say
        self._show()

    def _wire(self) -> None:
        self.standing.wanted.connect(self._start)
        self.standing.reconnecting.connect(self._open_connecting)
        self.standing.paused.connect(self._pause)
        self.connecting.wanted.connect(self._connect_to)
        self.connecting.account_wanted.connect(self._sign_in)
        self.connecting.account.cancelled.connect(self.signing_in.cancel)
        self.connecting.closed.connect(self._close_connecting)
        self.signing_in.shown.connect(self.connecting.account.show_browser)
        self.signing_in.done.connect(self._connected)
        self.signing_in.failed.connect(self.connecting.show_account_trouble)
        self.waiting.chosen.connect(self._choose)
        self.waiting.laid_aside.connect(self._lay_aside)
        self.waiting.read.connect(self._has_read)
        self.waiting.emptied.connect(self.standing.button.setFocus)
        self.waiting.opened.connect(self._open_household)
        self.waiting.visit_opened.connect(self._open_visit)
        rounds = self._window.rounds
        rounds.began.connect(self._began)
        rounds.came_on.connect(self._came_on)
        rounds.done.connect(self._done)
        rounds.failed.connect(self._failed)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.body.addWidget(WrapLabel(N_("I takt med serveren"), "display"))
        page.body.addWidget(WrapLabel(N_("Alt du skriver, ligger trygt på denne PC-en, også uten nett."), tone="muted"))
        columns = Columns([2, 3], _ROOMY)
        left, right = columns.columns
        left.addWidget(self.standing)
        left.addWidget(self.connecting)
        right.addWidget(WrapLabel(N_("Dette trenger deg"), "title"))
        right.addWidget(self.waiting)
        page.body.addWidget(columns)
        page.body.addStretch(1)
        page.body.setSpacing(SPACE.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _show(self) -> None:
        rounds = self._window.rounds
        self.standing.show_status(self.model.status, self._window.desk.today())
        self.standing.show_left(self.model.gone(rounds.left))
        if rounds.trouble and not rounds.running:
            self.standing.show_trouble(rounds.trouble)  # it holds, whatever she writes meanwhile
        self.waiting.show_model(self.model)

    def _let_connect(self, open_for_it: bool) -> None:
        self.connecting.setVisible(open_for_it)
        self.standing.show_buttons(not open_for_it)
        (self.connecting.address if open_for_it else self.standing.button).setFocus()

    def _open_connecting(self) -> None:
        self._let_connect(True)

    def _close_connecting(self) -> None:
        self._let_connect(False)

    def _open_household(self, case: str) -> None:
        self._window.go("household", case)

    def _open_visit(self, visit: str) -> None:
        self._window.go("visit", visit)

    def _start(self) -> None:
        self._window.rounds.start(self._window.desk)

    def _pause(self, paused: bool) -> None:
        self._window.rounds.pause(paused)
        self._window.changed.emit(None)  # it is told at the side of every page

    def _began(self) -> None:
        self._window.take_back(_CONNECTED)
        self.standing.show_running(True)

    def _came_on(self) -> None:
        self.standing.show_progress(self._window.rounds.progress)

    def _done(self, finished: Round) -> None:
        self.standing.show_running(False)
        self.model.forget_choices()
        self.refresh(None)
        self.standing.show_round(finished)
        self._announce(bool(round_news(finished, asked=self._window.rounds.asked)))

    def _failed(self, trouble: Exception) -> None:
        self.standing.show_running(False)
        self.refresh(None)
        self._announce(self._window.rounds.asked)

    def _announce(self, is_news: bool) -> None:
        """Read it out, where it is in sight. Rounds that come of themselves and have nothing to tell are told to eyes
        alone."""
        if is_news and self.isVisible():
            self.standing.announce()

    def _choose(self, key: str, place: int) -> None:
        self._window.act(lambda: self.model.choose(key, place))

    def _lay_aside(self, key: str) -> None:
        self._window.act(lambda: self.model.lay_aside(key), N_("Endringen er lagt til side."))

    def _has_read(self, visit: str) -> None:
        self._window.act(lambda: self.model.has_read(visit))

    def _connect_to(self, address: str, code: str, authority: str) -> None:
        self.connecting.show_running(True)
        desk = self._window.desk
        in_background(lambda: enrol(desk, address, code, authority), self._connected, self.connecting.show_trouble)

    def _sign_in(self, address: str, place: str, authority: str) -> None:
        self.connecting.show_signing_in()
        self.signing_in.start(self._window.desk, address, place, authority)

    def _connected(self, desk: Any) -> None:
        enrolled: Desk = desk
        window = self._window
        window.open(enrolled)  # every page is made anew, in the name the server knows her by
        window.rounds.reached()
        if isinstance(page := window.go("in_step"), InStepScreen):
            page.standing.button.setFocus()
        window.rounds.keep_up(enrolled, _FIRST_ROUND)
        window.changed.emit(None)
        window.say(_CONNECTED, "ok")
