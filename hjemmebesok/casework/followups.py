"""Follow-ups: keeping what was promised."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.followup import FollowUp, Owner
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.kartlegging.fields import lines
from hjemmebesok.domain.kartlegging.summary import AGREED
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.steps import step
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import Work, derived_id, stored


def promised(follow_up: FollowUp) -> Phrase:
    """What was promised, with its typed values. A step this version does not know is shown by its code."""
    agreed = step(follow_up.step)
    if agreed is None:
        return Phrase("{code}", code=follow_up.step)
    kinds = dict(agreed.fields)
    return agreed.phrase(
        {place: Money(value) if kinds.get(place) == "amount" else value for place, value in follow_up.values.items()}
    )


def mark_done(desk: Desk, follow_up_id: str, done_on: date | None = None) -> Changes:
    """The promise was kept, today where no day is given."""
    with desk.work() as work:
        work.put(replace(work.get(FollowUp, follow_up_id), done_on=done_on or desk.today()))
        return work.changes


def mark_open(desk: Desk, follow_up_id: str) -> Changes:
    """It was not done after all."""
    with desk.work() as work:
        work.put(replace(work.get(FollowUp, follow_up_id), done_on=None))
        return work.changes


def note_promises(work: Work, visit: Visit, form: Kartlegging) -> None:
    """Make a follow-up of each agreed step of a visit that is being closed.

    In a correction it stays the same promise, and one that was taken out is removed. Raises Refused for a step that
    does not say what.
    """
    first = _first_version(work, visit)
    agreed = [_follow_up(visit, first, line_id, line) for line_id, line in lines(form.answers, AGREED.id)]
    kept = {follow_up.id for follow_up in agreed}
    for earlier in work.of_parent(FollowUp, visit.corrects) if visit.corrects else ():
        if earlier.id not in kept and earlier.done_on is None:
            work.remove(earlier)
    for follow_up in agreed:
        known = work.find(FollowUp, follow_up.id)
        work.put(replace(follow_up, done_on=known.done_on) if known else follow_up)


def note_left_promises(desk: Desk) -> Changes:
    """Make follow-ups also of those steps in a note she has locked that a colleague agreed and sent before she did, and
    that she had not heard of: they are in the note, and so the household has been promised them."""
    with desk.work() as work:
        for visit in locked_by(work, desk):
            with suppress(Refused):  # what it corrects is from a newer program
                _note_left(work, visit)
        return work.changes


def locked_by(reading: Reading, desk: Desk) -> list[Visit]:
    """The visits whose notes she has locked and nobody has begun to correct, on whatever day they were: a visit may be
    held before the day that it was planned for, a note locked long after it, and the clock of a laptop may be wrong."""
    locked = reading.with_value(Visit, "closed_by", desk.user.name)
    return [visit for visit in locked if not is_corrected(reading, visit)]


def is_corrected(reading: Reading, visit: Visit) -> bool:
    """Whether somebody has begun to correct its note."""
    return any(each.corrects == visit.id for each in reading.in_case(Visit, visit.case))


def agreed_in(reading: Reading, visit: Visit, form: Kartlegging) -> list[FollowUp]:
    """What was promised in this note. What a colleague agreed in a note of the same visit that the server set aside is
    promised too, since the family was told so at the table; but it is no part of this note."""
    first = _first_version(reading, visit)
    noted = {derived_id(first, line_id) for line_id, _ in lines(form.answers, AGREED.id)}
    return [each for each in reading.of_parent(FollowUp, visit.id) if each.id in noted and each.case == visit.case]


def _note_left(work: Work, visit: Visit) -> None:
    form, first = work.find(Kartlegging, visit.kartlegging), _first_version(work, visit)
    for line_id, line in lines(form.answers, AGREED.id) if form else ():
        if step(line.get("step", "")) and not stored(work.connection, derived_id(first, line_id))[0]:
            work.put(_follow_up(visit, first, line_id, line))


def _first_version(reading: Reading, visit: Visit) -> str:
    while visit.corrects:
        visit = reading.get(Visit, visit.corrects)
    return visit.id


def _follow_up(visit: Visit, first_version: str, line_id: str, line: dict[str, Any]) -> FollowUp:
    agreed = step(line.get("step", ""))
    if agreed is None:
        raise Refused(Phrase("Et avtalt steg mangler hva som skal gjøres. Velg fra listen."))
    due = line.get("due")
    return FollowUp(
        id=derived_id(first_version, line_id),  # the same step of the same visit is the same promise
        case=visit.case,
        step=agreed.code,
        values={place: line[place] for place, _ in agreed.fields if place in line},
        owner=Owner(line.get("owner", Owner.FAMILY)),
        due=date.fromisoformat(due) if due else None,
        origin=visit.id,
    )
