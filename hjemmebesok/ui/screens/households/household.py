"""One household: lays out its page, and does what is asked for there."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.archiving import archived_letters
from hjemmebesok.casework.conflicts import Clash, choose_value, known_here
from hjemmebesok.casework.followups import mark_done, mark_open
from hjemmebesok.casework.households import HouseholdFile, open_household, save_household, save_person
from hjemmebesok.casework.visits import enter_visit
from hjemmebesok.casework.writing import may_write
from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.ui.screens.households.consent import ConsentCard
from hjemmebesok.ui.screens.households.contact import ContactCard
from hjemmebesok.ui.screens.households.disagreements import Disagreements
from hjemmebesok.ui.screens.households.header import Header
from hjemmebesok.ui.screens.households.promises import PromiseCard
from hjemmebesok.ui.screens.households.protection import ProtectionCard
from hjemmebesok.ui.screens.households.safety import SafetyCard
from hjemmebesok.ui.screens.households.story import current_visit, events, open_promises
from hjemmebesok.ui.screens.households.timeline import TimelineCard
from hjemmebesok.ui.to_archive import to_archive
from hjemmebesok.ui.widgets.columns import Columns
from hjemmebesok.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_LEAST = 760  # px at 100 %: narrower than this, the columns lie under each other


class HouseholdScreen(QWidget):
    """`open(household_id)` shows one household's story."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window, self._desk = window, window.desk
        self._id = ""
        self.header = Header()
        self.protection = ProtectionCard()
        self.safety = SafetyCard()
        self.contact = ContactCard()
        self.consent = ConsentCard()
        self.disagreements = Disagreements(self._settle)
        self.timeline = TimelineCard()
        self.promises = PromiseCard(N_("Avtalt oppfølging"), N_("Ingenting er avtalt."))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = ScrollPage()
        columns = Columns((1, 1), _LEAST)
        left, right = columns.columns
        for at_left in (self.protection, self.safety, self.contact, self.consent):
            left.addWidget(at_left)
        for at_right in (self.disagreements, self.promises, self.timeline):
            right.addWidget(at_right)
        page.body.addWidget(self.header)
        page.body.addWidget(columns)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.header.access.clicked.connect(lambda: self._window.go("access", self._id))
        self.header.archive.clicked.connect(lambda: to_archive(self._window, self, self._id))
        self.header.letter.clicked.connect(lambda: self._window.go("letter", self._id))
        self.header.plan.clicked.connect(lambda: self._window.go("visit_plan", f"household/{self._id}"))
        self.header.visit.clicked.connect(self._visit)
        self.safety.saved.connect(self._save_safety)
        self.contact.phone_saved.connect(self._save_phone)
        for turning in (self.safety.row, self.contact):
            turning.turned.connect(self._turned)
        self.contact.reserved_changed.connect(self._save_reserved)
        self.timeline.opened.connect(self._window.go)
        self.promises.done.connect(self._keep_promise)

    def open(self, key: str) -> None:
        """Show the household with this id."""
        if key != self._id:
            self._id = key
            self.safety.row.give_up()
            self.disagreements.forget()
            self.promises.forget()
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Show the household as it is now."""
        if not self._id:
            return
        try:
            file = self._file = open_household(self._desk, self._id)
        except Refused:
            self._id = ""
            self._hold()
            QTimer.singleShot(0, self, self._gone)  # not now: the window is telling its pages one after the other
            return
        self._show(file, self._desk.today())
        self._hold()

    @property
    def _writing(self) -> bool:
        rows = (self.safety.row, *self.contact.phones.values())
        return bool(self._id) and any(row.editing for row in rows)

    def _turned(self) -> None:
        """Held at once where she begins, and let go only once what she wrote is saved."""
        if self._writing:
            self._hold()
        else:
            QTimer.singleShot(0, self, self._hold)

    def _hold(self) -> None:
        """What is being typed in a row does not leave from under her hands, wherever she looks meanwhile."""
        self._window.rounds.hold("household", *([self._id] if self._writing else []))

    def _gone(self) -> None:
        if self.isVisible():
            self._window.go("households")
            self._window.say(N_("Husstanden er ikke lenger på denne PC-en."))

    def _show(self, file: HouseholdFile, today: date) -> None:
        card = file.card
        writes = may_write(self._desk)
        self.header.show_household(card, current_visit(file, today), today, writes=writes)
        to_archive = {each.id for each in file.letters} - archived_letters(file.exports)
        self.header.archive.setVisible(writes and bool(to_archive))
        self.protection.show_protection(card)
        self.safety.show_note(card.household.safety_note)
        self.contact.show_household(card)
        self.consent.show_consent(file.consent_on, today)
        self.promises.show_promises(open_promises(file), today)
        self.timeline.show_events(events(file, today))
        self._let_write(writes)
        places = {**self.contact.places, (card.household.id, "safety_note"): self.safety.row}
        here, mask = known_here(self._desk, file.conflicts), card.household.protection.masks_address
        self.disagreements.show_conflicts(file.conflicts, places, here, today, mask=mask)

    def _let_write(self, may: bool) -> None:
        for row in (self.safety.row, *self.contact.phones.values()):
            row.let_change(may)
        for control in (self.contact.reserved, self.promises):
            control.setEnabled(may)

    def _visit(self) -> None:
        visit = current_visit(self._file, self._desk.today())
        if visit is not None and self._window.act(lambda: enter_visit(self._desk, visit.id)):
            self._window.go("visit", visit.id)

    def _save_safety(self, note: str) -> None:
        seen = replace(self._file.card.household, safety_note=self.safety.row.text)
        household = replace(seen, safety_note=note)
        if not self._window.act(lambda: save_household(self._desk, household, seen), N_("Merknaden er lagret.")):
            self.safety.row.go_on(note)

    def _save_phone(self, person_id: str, number: str) -> None:
        person = next(each for each in self._file.card.persons if each.id == person_id)
        seen = replace(person, phone=self.contact.phones[person_id].text)
        changed = replace(seen, phone=number)
        if not self._window.act(lambda: save_person(self._desk, changed, seen), N_("Telefonnummeret er lagret.")):
            self.contact.phones[person_id].go_on(number)

    def _save_reserved(self, reserved: bool) -> None:
        seen = self._file.card.household
        household = replace(seen, reserved=reserved)
        told = (
            N_("Husstanden får ikke brev og blir ikke invitert.") if reserved else N_("Husstanden kan kontaktes igjen.")
        )
        self._window.act(lambda: save_household(self._desk, household, seen), told)

    def _settle(self, clash: Clash, value: object) -> bool:
        return self._window.act(lambda: choose_value(self._desk, clash.first, value, clash.beside))

    def _keep_promise(self, promise: str, kept: bool) -> None:
        self._window.act(lambda: mark_done(self._desk, promise) if kept else mark_open(self._desk, promise))
