"""The forms of their visits: what caseworkers type and save there, leave unsaved, lock, read and correct."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import proof_of_forms
from desks import PICK, SELDOM, WHO, Desks
from hypothesis import strategies as st
from hypothesis.stateful import rule
from killing import Killed, killed_after
from laptops import Laptop
from typed import Draft, Locked
from values import an_answer

from hjemmebesok.casework.unseen import has_read, notes_to_read
from hjemmebesok.casework.visits import (
    PRESENCE,
    OpenVisit,
    close_visit,
    correct_visit,
    keep_draft,
    open_visit,
    save_answer,
    save_presence,
    start_visit,
)
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.wire.groups import group_of

# One of each policy, two that are merged as one, a line of a list, and who was there.
ASKED = ("economy.savings", "summary.note", "wishes.price", "wishes.joint_debt", "economy.income/1", PRESENCE)


class Forms(Desks):
    """What is done with forms."""

    @rule(who=WHO, pick=PICK)
    def start_a_visit(self, who: int, pick: int) -> None:
        laptop, visit = self._visit(who, pick, VisitStatus.PLANNED)
        if visit:
            start_visit(laptop.desk, visit.id)
            laptop.note_all_waiting()

    @rule(who=WHO, pick=PICK)
    def open_a_page(self, who: int, pick: int) -> None:
        """Which shows what stands there now until it is opened again, and may be typed in long after."""
        laptop, visit = self._visit(who, pick)
        if visit:
            laptop.typed.pages[visit.id] = open_visit(laptop.desk, visit.id)

    @rule(who=WHO, pick=PICK, field=st.sampled_from(ASKED), on_page=st.booleans())
    def type_in_a_field(self, who: int, pick: int, field: str, on_page: bool) -> None:
        laptop, visit = self._visit(who, pick)
        if visit:
            self._type(laptop, visit, field, pick, laptop.typed.pages.get(visit.id) if on_page else None)

    @rule(who=WHO, pick=PICK, goes_on=st.booleans())
    def save_what_is_typed(self, who: int, pick: int, goes_on: bool) -> None:
        laptop = self.laptops[who]
        places = sorted(laptop.typed.drafts)
        if not places:
            return
        form, field = places[pick % len(places)]
        draft = laptop.typed.drafts[form, field]
        with suppress(Refused):  # it cannot be an answer, or the note is locked
            if goes_on:
                draft = self._draft(laptop, open_visit(laptop.desk, draft.visit).visit, field, pick)
            self._save(laptop, field, draft)

    @rule(who=WHO, pick=PICK, field=st.sampled_from(ASKED))
    def answer(self, who: int, pick: int, field: str) -> None:
        """At once; where something is typed there already, it is what that has become."""
        laptop, visit = self._visit(who, pick)
        if visit:
            self._answer(laptop, visit, field, pick)

    @rule(pick=PICK, field=st.sampled_from(ASKED), on_page=st.booleans())
    def two_type_before_they_hear_of_each_other(self, pick: int, field: str, on_page: bool) -> None:
        """And save it after they have."""
        there = self._where_all_are(pick)[:2]
        for laptop, visit in there:
            if on_page:
                laptop.typed.pages[visit.id] = open_visit(laptop.desk, visit.id)
            else:
                self._type(laptop, visit, field, pick)
        for laptop, visit in there:
            self._sync(laptop)
            if visit.id not in {each.id for each in _visits(laptop)}:
                continue  # it has left, and its page with it
            if on_page:
                self._type(laptop, visit, field, pick, laptop.typed.pages[visit.id])
            self._answer(laptop, visit, field, pick + 1)
            self._sync(laptop)

    @rule(who=WHO, pick=PICK, field=st.sampled_from(ASKED), statements=st.integers(0, 6), saving=st.booleans())
    def kill_the_laptop_while_typing(self, who: int, pick: int, field: str, statements: int, saving: bool) -> None:
        with suppress(Killed), killed_after(self.laptops[who].engine, statements):
            if saving:
                self.answer(who, pick, field)
            else:
                self.type_in_a_field(who, pick, field, on_page=False)
        self.laptops[who].start_again()

    @rule(who=WHO, pick=PICK)
    def lock(self, who: int, pick: int) -> None:
        laptop, visit = self._visit(who, pick)
        if visit:
            self._lock(laptop, visit)

    @rule(pick=PICK, field=st.sampled_from(ASKED))
    def lock_over_what_a_colleague_has_sent(self, pick: int, field: str) -> None:
        there = self._where_all_are(pick)
        if len(there) > 1:
            (locking, visit), (other, _) = there[pick % len(there)], there[pick % len(there) - 1]
            if pick % 2:
                self._answer(other, visit, field, pick)
            else:
                self._answer(locking, visit, field, 1)
                for laptop in (locking, other):
                    self._sync(laptop)
                self._take_back(other, visit)
            self._sync(other)
            for place in [each for each in locking.typed.drafts if each[0] == visit.kartlegging]:
                self._answer(locking, visit, place[1], 1)
            self._lock(locking, visit)

    @rule(who=WHO, pick=PICK)
    def read_a_note(self, who: int, pick: int) -> None:
        laptop = self.laptops[who]
        with laptop.store.read() as reading:
            notes = notes_to_read(reading)
        if notes:
            note = notes[pick % len(notes)]
            has_read(laptop.desk, note.visit)
            laptop.typed.read[note.visit] = note.answers

    @rule(who=WHO, pick=PICK)
    def correct(self, who: int, pick: int) -> None:
        laptop, visit = self._visit(who, pick, VisitStatus.CLOSED)
        if visit and visit.kartlegging and not pick % SELDOM:
            correct_visit(laptop.desk, visit.id)
            laptop.note_all_waiting()

    def _visit(self, who: int, pick: int, status: VisitStatus = VisitStatus.STARTED) -> tuple[Laptop, Any]:
        laptop = self.laptops[who]
        visits = _visits(laptop, status)
        return laptop, visits[pick % len(visits)] if visits else None

    def _where_all_are(self, pick: int) -> list[tuple[Laptop, Visit]]:
        """The laptops that hold a started visit as it is now, and the visit."""
        _, visit = self._visit(pick % 3, pick)
        for laptop in self.laptops if visit else ():
            if visit.case in self.town.holders() and self.town.is_open(laptop.user):
                self.town.grant(visit.case, laptop.user)
            self._sync(laptop)
        held = [(laptop, each) for laptop in self.laptops for each in _visits(laptop) if visit and each.id == visit.id]
        return held[pick % 3 :] + held[: pick % 3]

    def _type(self, laptop: Laptop, visit: Visit, field: str, pick: int, page: OpenVisit | None = None) -> None:
        draft = self._draft(laptop, visit, field, pick, page)
        keep_draft(laptop.desk, visit.id, field, draft.value, page)
        laptop.typed.drafts[visit.kartlegging, field] = draft

    def _answer(self, laptop: Laptop, visit: Visit, field: str, pick: int) -> None:
        with suppress(Refused):  # it cannot be an answer, or the note is locked
            self._save(laptop, field, self._draft(laptop, visit, field, pick))

    def _take_back(self, laptop: Laptop, visit: Visit) -> None:
        """What the form says first."""
        form = open_visit(laptop.desk, visit.id).form
        with suppress(Refused):
            for field in sorted(form.answers if form else ())[:1]:
                save_answer(laptop.desk, visit.id, field, None)
                laptop.typed.drafts.pop((visit.kartlegging, field), None)
        laptop.note_all_waiting()

    def _sync(self, laptop: Laptop) -> bool:
        in_step = super()._sync(laptop)
        if in_step:
            proof_of_forms.only_what_leaves_is_saved_for_her(laptop)
        return in_step

    def _lock(self, laptop: Laptop, visit: Visit) -> None:
        with suppress(Refused):  # something is not saved, or has two values
            close_visit(laptop.desk, visit.id)
            self._note_locked(laptop, visit)

    def _draft(self, laptop: Laptop, visit: Visit, field: str, pick: int, page: Any = None) -> Draft:
        """Something new in this field, over what stands there: as she has left it, or as she sees it now."""
        begun = laptop.typed.drafts.get((visit.kartlegging, field)) or self._begun(laptop, visit, field, page)
        value = an_answer(field, visit.case, self._number(), pick, begun.value)
        draft = replace(
            begun, value=value, fields={"present": value["present"]} if field == PRESENCE else {field: value}
        )
        laptop.typed.note_typed(draft)
        return draft

    def _begun(self, laptop: Laptop, visit: Visit, field: str, page: OpenVisit | None) -> Draft:
        shown = page or open_visit(laptop.desk, visit.id)
        if field == PRESENCE:
            there = {"staff": list(shown.visit.staff), "present": list(shown.visit.present)}
            seen = laptop.typed.look(visit.id, there, shown.of_visit.versions)
            return Draft(visit.id, visit.case, there, visit.id, there, seen)
        there = shown.of_form.values.get(field)
        seen = laptop.typed.look(visit.kartlegging, group_of(Kartlegging.kind, field), shown.of_form.versions)
        return Draft(visit.id, visit.case, there, visit.kartlegging, {field: there}, seen)

    def _save(self, laptop: Laptop, field: str, draft: Draft) -> None:
        visit = open_visit(laptop.desk, draft.visit).visit
        if field == PRESENCE:
            save_presence(laptop.desk, visit.id, tuple(draft.value["staff"]), tuple(draft.value["present"]), None)
        else:
            save_answer(laptop.desk, visit.id, field, draft.value)
        laptop.typed.drafts.pop((visit.kartlegging, field), None)
        laptop.note_all_waiting()

    def _note_locked(self, laptop: Laptop, visit: Visit) -> None:
        form = open_visit(laptop.desk, visit.id).form
        assert form
        for change in laptop.waiting():
            if change.record == visit.id and change.set.get("status") == VisitStatus.CLOSED:
                laptop.typed.locked[change.id] = Locked(visit.id, dict(form.answers))
        laptop.note_all_waiting()


def _visits(laptop: Laptop, status: VisitStatus = VisitStatus.STARTED) -> list[Visit]:
    with laptop.store.read() as reading:
        return [visit for visit in reading.all(Visit) if visit.status is status]
