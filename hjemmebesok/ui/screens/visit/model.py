"""One visit as the screen holds it: what is saved, what is being typed, and what follows from both. No Qt."""

from datetime import datetime
from typing import Any

from hjemmebesok.casework.assess import (
    Advice,
    CountedIncome,
    advise,
    assess_by_all,
    counted_income,
    criteria_for,
    day_of,
    field_for,
    wanted,
)
from hjemmebesok.casework.checklist import Open, is_done, still_open
from hjemmebesok.casework.criteria import Criteria
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.prefill import from_register
from hjemmebesok.casework.unseen import unseen_words
from hjemmebesok.casework.unsettled import unsettled
from hjemmebesok.casework.visits import (
    PRESENCE,
    OpenVisit,
    close_visit,
    correct_visit,
    enter_visit,
    keep_draft,
    open_visit,
    save_answer,
    save_presence,
)
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.eligibility.facts import Fact
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.ui.screens.visit.photo_model import PhotoModel
from hjemmebesok.ui.screens.visit.who import Who


class VisitModel:
    """Starts the visit where it is only planned, and she may write. Raises Refused where it is not on this laptop.

    What changes something returns casework's Changes, for `window.changed`.
    """

    def __init__(self, desk: Desk, visit_id: str) -> None:
        self.desk, self.id = desk, visit_id
        self.saved_at: datetime | None = None  # local time of the last draft or answer that reached the disk
        self.photos = PhotoModel(desk, visit_id)
        self._shown: dict[str, OpenVisit] = {}  # the visit as each field last showed it
        self.started: object = enter_visit(desk, visit_id)
        self.read()

    def read(self) -> None:
        """Read the visit anew, as when something came from a colleague."""
        opened = self._read = open_visit(self.desk, self.id)
        self.behind = True  # whether something here is still to be shown
        self.visit, self.card = opened.visit, opened.card
        self.locked, self.reads_only = opened.locked or opened.form is None, opened.reads_only
        self.answers = dict(opened.form.answers) if opened.form else {}
        self.drafts = dict(opened.drafts)
        self.conflicts = opened.conflicts
        self.day = day_of(self.desk, opened)
        self.criteria, self.absent = self._criteria(opened)
        self._register = from_register(self.card)

    def _criteria(self, opened: OpenVisit) -> tuple[Criteria | None, Phrase | None]:
        try:
            return criteria_for(self.desk, opened), None
        except Refused as refused:
            return None, refused.phrase

    # what is there

    @property
    def standing(self) -> tuple[object, ...]:
        """What the form is drawn by: where one of these becomes another, it is drawn anew."""
        return self.locked, self.reads_only, self.visit.status

    def shown(self, key: str) -> Any:
        """What is to stand in a field: what is being typed, else what is saved."""
        return self.drafts[key] if key in self.drafts else self.answers.get(key)

    def note_shown(self, key: str) -> None:
        """The field of this key now shows what is here: whoever writes in it has seen that, and nothing later."""
        if key not in self.drafts:
            self._shown[key] = self._read

    def line_ids(self, field_id: str) -> list[str]:
        """The lines of a list, in the order they were made."""
        prefix = f"{field_id}/"
        keys = {key for key in (*self.answers, *self.drafts) if key.startswith(prefix) and self.shown(key) is not None}
        return sorted(key.removeprefix(prefix) for key in keys)

    def is_registers(self, key: str) -> bool:
        """Whether what stands in a field is what the tenant register says."""
        return key in self._register and self.shown(key) == self._register[key]

    @property
    def known(self) -> dict[str, Any]:
        """The answers with everything typed that can be read."""
        return known_answers(self.answers, self.drafts)

    @property
    def persons(self) -> tuple[str, ...]:
        """The names of those known to live here."""
        return tuple(person.name for person in self.card.persons)

    @property
    def who(self) -> Who:
        """Who is there: what is being typed, else what is saved."""
        typed = self.drafts.get(PRESENCE)
        return Who.of_draft(typed) if typed is not None else Who.of(self.visit, self.persons)

    def done(self, known: dict[str, Any]) -> set[str]:
        """The ids of the sections with nothing open."""
        return {section.id for section in SECTIONS if is_done(section, known)}

    def verdicts(self, known: dict[str, Any]) -> tuple[Verdict, ...]:
        """What may fit, as things stand: one verdict for each set of rules; none where `absent` tells why."""
        return assess_by_all(known, self.day, self.criteria) if self.criteria else ()

    def wanted(self, known: dict[str, Any]) -> frozenset[str]:
        """The names of the facts that the rules want, as things stand."""
        return wanted(self.verdicts(known))

    def advise(self, verdict: Verdict) -> Advice:
        """What would turn it; takes its time."""
        assert self.criteria is not None
        return advise(verdict, self.criteria.rates)

    def field_for(self, fact: Fact[Any]) -> str:
        """The id of the field that gives this fact."""
        return field_for(fact, self.known)

    def income(self, known: dict[str, Any]) -> CountedIncome:
        """What the income lines come to so far."""
        return counted_income(known, self.day, self.criteria)

    def open_points(self) -> list[Open]:
        """What is still open before the note is locked."""
        return still_open(self.visit, self.card, self.answers, self.drafts, self.conflicts)

    @property
    def unsettled(self) -> Words | None:
        """What two have written differently that the verdicts are worked out from."""
        return unsettled(self.conflicts)

    @property
    def unseen(self) -> Words | None:
        """What stands in a locked note though whoever locked it had not seen it."""
        return unseen_words(self.visit, self.answers)

    @property
    def correction(self) -> str:
        """The id of the visit that corrects this one, '' where there is none."""
        visits = open_household(self.desk, self.visit.case).visits
        return next((visit.id for visit in visits if visit.corrects == self.id), "")

    # what is done

    def keep(self, key: str, typed: Any) -> None:
        """Keep what stands in a field at this keystroke, encrypted and not yet sent."""
        keep_draft(self.desk, self.id, key, typed, self._shown.get(key, self._read))
        self.drafts[key] = typed
        self.saved_at = self.desk.now()

    def save(self, key: str) -> object:
        """Make the draft of a field its answer. Raises Refused, and keeps the draft, where it cannot be that."""
        if key not in self.drafts:
            return None
        changes = self._save_who() if key == PRESENCE else save_answer(self.desk, self.id, key, self.drafts[key])
        self.saved_at = self.desk.now()
        if changes:
            self._has_saved(key)
        else:
            self.read()  # what she saw stands no longer, where a colleague has written there
        return changes

    def _has_saved(self, key: str) -> None:
        typed = self.drafts.pop(key)
        if key != PRESENCE:
            self.answers[key] = typed
        self._shown[key] = open_visit(self.desk, self.id)  # she goes on from what she has written herself

    def save_all(self) -> list[object]:
        """Make every draft that can be read an answer, and leave the others as they are."""
        changes = []
        for key in list(self.drafts):
            try:
                changes.append(self.save(key))
            except Refused:
                continue
        return changes

    def close(self) -> object:
        """Lock the note. Raises Refused where something typed is no answer."""
        return close_visit(self.desk, self.id)

    def correct(self) -> object:
        """Make a new version of a locked visit; `correction` is its id."""
        return correct_visit(self.desk, self.id)

    def _save_who(self) -> object:
        who = self.who
        interpreter = who.interpreter(self.card.household.language)
        changes = save_presence(self.desk, self.id, who.staff_names, who.present_names, interpreter)
        self.visit = open_visit(self.desk, self.id).visit
        return changes
