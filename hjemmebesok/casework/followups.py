"""Follow-ups: keeping what was promised."""

from dataclasses import replace
from datetime import date

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.steps import step
from hjemmebesok.store.changes import Changes


def promised(follow_up: FollowUp) -> Phrase:
    """What was promised, with its typed values. A step this version does not know is shown by its code."""
    agreed = step(follow_up.step)
    if agreed is None:
        return Phrase("{code}", code=follow_up.step)
    kinds = dict(agreed.fields)
    return agreed.phrase(
        {place: Money(value) if kinds.get(place) == "amount" else value for place, value in follow_up.values.items()}
    )


def set_due(desk: Desk, follow_up_id: str, due: date | None) -> Changes:
    """Give a promise its date."""
    with desk.work() as work:
        work.put(replace(work.get(FollowUp, follow_up_id), due=due))
        return work.changes


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
