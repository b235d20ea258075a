"""Home visits: planning, starting, filling in, closing and correcting."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from hjemmebesok.casework.conflicts import Conflict, fields_of
from hjemmebesok.casework.criteria import to_note
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import note_promises
from hjemmebesok.casework.home import with_heads
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.photos import carry_over
from hjemmebesok.casework.prefill import first_answers
from hjemmebesok.casework.unseen import fingerprints
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.kartlegging import Kartlegging, check_answer, field_of
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.domain.visit import Purpose, Visit, VisitStatus
from hjemmebesok.store import drafts
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.permission import may_write
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.seen import NOTHING, Seen
from hjemmebesok.store.work import Work, derived_id, new_id, seen_in

PRESENCE = "visit.presence"  # the draft of who was there, which is no field of the form


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit with its form. `drafts` holds what was typed and not yet saved, by field; it may not be valid.
    `conflicts` are the fields of visit and form that two people have written differently, `of_visit` and `of_form`
    all that stands in the two. `reads_only`: she may not write."""

    visit: Visit
    card: HouseholdCard
    form: Kartlegging | None
    drafts: dict[str, Any]
    conflicts: tuple[Conflict, ...] = ()
    of_visit: Seen = NOTHING
    of_form: Seen = NOTHING
    reads_only: bool = False

    def seen(self, field: str) -> Seen:
        """What stands in this field, or in those that say who was there."""
        if field == PRESENCE:
            return self.of_visit.around(Visit.kind, "staff", "present", "interpreter")
        return self.of_form.around(Kartlegging.kind, field)

    @property
    def locked(self) -> bool:
        """True where the note is closed and only a correction can follow, and for who may only read."""
        return self.visit.status is VisitStatus.CLOSED or self.reads_only


def plan_visit(
    desk: Desk,
    household_id: str,
    starts: datetime,
    minutes: int = 90,
    purpose: Purpose = Purpose.KARTLEGGING,
    *,
    interpreter_booked: bool = False,
    two_together: bool = False,
) -> Changes:
    """Put a visit in the calendar; `starts` is local time without a zone. `made` is its id."""
    with desk.work() as work:
        _refuse_reserved(work.get(Household, household_id))
        visit = Visit(id=new_id(), case=household_id, starts=starts, minutes=minutes, purpose=purpose)
        work.put(replace(visit, interpreter_booked=interpreter_booked, two_together=two_together))
        return work.made(visit.id)


def save_plan(desk: Desk, visit: Visit, seen: Visit | None = None) -> Changes:
    """Save a changed plan (time, interpreter booked, go two together …). `seen`: the visit as it was when she began,
    so that what a colleague has changed since stays. Raises Refused for one that is cancelled."""
    with desk.work() as work:
        if _open_for_writing(work, visit.id).status is VisitStatus.CANCELLED:
            raise Refused(Phrase("Besøket er avlyst."))
        work.put(visit, seen)
        return work.changes


def cancel_visit(desk: Desk, visit_id: str) -> Changes:
    """Take a planned visit out of the calendar. Raises Refused for one that has been started."""
    with desk.work() as work:
        visit = _open_for_writing(work, visit_id)
        if visit.status is VisitStatus.STARTED:
            raise Refused(Phrase("Besøket er startet og kan ikke avlyses."))
        work.put(replace(visit, status=VisitStatus.CANCELLED))
        return work.changes


def start_visit(desk: Desk, visit_id: str) -> Changes:
    """Start the visit: the form opens with what is known already. Starting twice changes nothing, and two who start it
    without having heard of each other fill in one form."""
    with desk.work() as work:
        visit = _open_for_writing(work, visit_id)
        if visit.status is VisitStatus.STARTED:
            return work.changes
        form_id = _form_id(visit.id)
        if work.find(Kartlegging, form_id) is None:
            answers = first_answers(work, card_of(work, visit.case))
            work.put(Kartlegging(id=form_id, case=visit.case, visit=visit.id, answers=answers))
        staff = visit.staff or (desk.user.name,)
        work.put(replace(visit, status=VisitStatus.STARTED, staff=staff, kartlegging=form_id))
        return work.changes


def enter_visit(desk: Desk, visit_id: str) -> Changes:
    """Go in: a visit that is only planned is started, save by who may only read. She sees what is there."""
    opened = open_visit(desk, visit_id)
    planned = opened.visit.status is VisitStatus.PLANNED
    return start_visit(desk, visit_id) if planned and not opened.reads_only else Changes()


def open_visit(desk: Desk, visit_id: str) -> OpenVisit:
    """The visit as it stands, with the unsaved drafts. Raises Refused where it is not on this laptop."""
    with desk.read() as reading:
        return _open(reading, visit_id)


def keep_draft(desk: Desk, visit_id: str, field: str, typed: Any, seen: OpenVisit | None = None) -> None:
    """Keep what stands in a field at this keystroke, valid or not. It is no change yet and is not sent. `seen`: the
    visit as the field showed it when she began, where a colleague's answer may have come since; the draft remembers."""
    with desk.store.writing_connection() as connection:
        reading = Reading(connection)
        form = form_of(reading, reading.get(Visit, visit_id))
        before = (seen or _open(reading, visit_id)).seen(field)
        drafts.keep_draft(connection, form.id, field, typed, desk.now().isoformat(), before)


def new_line_id() -> str:
    """The id of a new line of a list in the form, as in `economy.income/<id>`; lines made later sort later."""
    return new_id()


def save_answer(desk: Desk, visit_id: str, field: str, value: Any) -> Changes:
    """Save one answer; None takes it back. A colleague's, which came after she began to type, stays beside it. Raises
    Refused, and saves nothing, where the value cannot be its answer."""
    check_answer(field, value)
    with desk.work() as work:
        form = form_of(work, _open_for_writing(work, visit_id))
        work.set_field(form, field, value, drafts.seen_before(work.connection, form.id, field))
        drafts.drop_drafts(work.connection, form.id, field)
        return work.changes


def save_presence(
    desk: Desk, visit_id: str, staff: tuple[str, ...], present: tuple[str, ...], interpreter: Interpreter | None
) -> Changes:
    """Save who was there; what a colleague wrote of it after she began stays beside it."""
    with desk.work() as work:
        visit = _open_for_writing(work, visit_id)
        seen = drafts.seen_before(work.connection, visit.kartlegging, PRESENCE)
        work.put(replace(visit, staff=staff, present=present, interpreter=interpreter), seen)
        drafts.drop_drafts(work.connection, visit.kartlegging, PRESENCE)
        return work.changes


def close_visit(desk: Desk, visit_id: str) -> Changes:
    """Lock the note, count who lives there and turn the agreed steps into follow-ups with dates.

    Raises Refused, and closes nothing, where something typed is not saved or cannot be an answer, or where something
    has two values: of a locked note, only the one that is shown could be chosen.
    """
    with desk.work() as work:
        visit = _open_for_writing(work, visit_id)
        form = form_of(work, visit)
        refuse_unsaved(work, form)
        _refuse_two_values(work, visit)
        work.put(with_heads(work.get(Household, visit.case), form.answers, desk.today()))
        note_promises(work, visit, form)
        rules, seen = to_note(work, form.answers, desk.today()), fingerprints(form.answers)
        closed = replace(visit, status=VisitStatus.CLOSED, rules=rules, locked_answers=seen)
        work.put(replace(closed, closed_at=desk.now().astimezone(UTC), closed_by=desk.user.name))
        return work.changes


def correct_visit(desk: Desk, visit_id: str) -> Changes:
    """Open a new version of a closed visit; the old one stays as it is. `made` is the new visit's id: the one there is
    already where somebody has begun a correction, so that a version is never corrected twice over."""
    with desk.work() as work:
        old = work.get(Visit, visit_id)
        if old.status is not VisitStatus.CLOSED:
            raise Refused(Phrase("Besøket er ikke avsluttet, så du kan endre det som det er."))
        fresh_id = derived_id(old.id, "correction")
        if work.find(Visit, fresh_id) is None:
            form = replace(form_of(work, old), id=_form_id(fresh_id), visit=fresh_id)
            work.put(form)
            fresh = replace(old, id=fresh_id, kartlegging=form.id, status=VisitStatus.STARTED, version=old.version + 1)
            work.put(replace(fresh, corrects=old.id, closed_at=None, closed_by="", rules=(), locked_answers=None))
            carry_over(work, old, fresh)
        return work.made(fresh_id)


def _open(reading: Reading, visit_id: str) -> OpenVisit:
    visit = reading.get(Visit, visit_id)
    form = form_of(reading, visit) if visit.kartlegging else None
    typed = drafts.drafts_of(reading.connection, form.id) if form else {}
    of_visit, of_form = (seen_in(reading.connection, each) for each in (visit.id, visit.kartlegging))
    card, conflicts = card_of(reading, visit.case), tuple(_two_values(reading, visit))
    reads_only = not may_write(reading.connection)
    return OpenVisit(visit, card, form, typed, conflicts, of_visit, of_form, reads_only)


def _form_id(visit_id: str) -> str:
    return derived_id(visit_id, Kartlegging.kind)


def _refuse_reserved(household: Household) -> None:
    if household.reserved:
        raise Refused(Phrase("{name} har bedt om ikke å bli kontaktet.", name=household.name))


def _open_for_writing(work: Work, visit_id: str) -> Visit:
    visit = work.get(Visit, visit_id)
    if visit.status is VisitStatus.CLOSED:
        raise Refused(Phrase("Notatet er låst. Lag en rettelse i stedet."))
    return visit


def form_of(reading: Reading, visit: Visit) -> Kartlegging:
    """The form of a visit. Raises Refused where the visit is not started."""
    if not visit.kartlegging:
        raise Refused(Phrase("Besøket er ikke startet."))
    return reading.get(Kartlegging, visit.kartlegging)


def refuse_unsaved(work: Work, form: Kartlegging) -> None:
    """Raises Refused where something typed in the form is not saved."""
    for key in drafts.drafts_of(work.connection, form.id):
        label = N_("Hvem er med") if key == PRESENCE else field_of(key).label
        raise Refused(Phrase("«{label}» er ikke lagret ennå. Gå til feltet og rett det først.", label=Phrase(label)))


def _two_values(reading: Reading, visit: Visit) -> list[Conflict]:
    return [each for each in open_conflicts(reading.connection) if each.record in (visit.id, visit.kartlegging)]


def _refuse_two_values(work: Work, visit: Visit) -> None:
    fields = fields_of(_two_values(work, visit))
    if fields:
        raise Refused(
            Phrase(
                "To har skrevet ulikt i {fields} av notatet. Velg hva som gjelder, under «I takt med serveren», før du "
                "låser det.",
                fields=fields,
            )
        )
