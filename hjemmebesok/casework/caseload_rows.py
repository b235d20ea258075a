"""The caseload as rows for the short way, kept in the store and worked out anew only where something has changed.

That is where an answer was saved, somebody had a birthday, an income ended, or a figure that holds today is another.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256

from hjemmebesok import __version__
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.known import known_answers
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.eligibility.answers import facts_from_answers
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.lasting import answers_last
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.short_way import ShortWay
from hjemmebesok.store import weighed
from hjemmebesok.store.weighed import Lasting, NumberedForm, Rows, WorkedOutWith

GoesOn = Callable[[int, int], bool]  # told how many of how many are done; False stops the work


class Stopped(Exception):
    """Somebody did not want to wait. What has been worked out is kept, and the next time goes on from there."""


def caseload_rows(desk: Desk, ways: Sequence[ShortWay], rates: Rates, goes_on: GoesOn) -> list[Rows]:
    """The rows for each way, over the same households. Raises Stopped where `goes_on` says so."""
    day = desk.today()
    for way in ways:
        _bring_up_to_date(desk, way, rates, day, goes_on)
    with desk.store.reading_connection() as connection, undisturbed():
        return [weighed.rows(connection, way.rules.id) for way in ways]


def facts_of(form: Kartlegging, day: date) -> Facts:
    """What the form says, as far as it can be read."""
    return facts_from_answers(known_answers(form.answers, {}), day)


def _bring_up_to_date(desk: Desk, way: ShortWay, rates: Rates, day: date, goes_on: GoesOn) -> None:
    now = WorkedOutWith(way.rules.id, _stamp(way, rates, day), day)
    with desk.store.reading_connection() as connection:
        if not weighed.is_behind(connection, now):
            return
    with desk.store.writing_connection() as connection:
        all_of_them = left = weighed.note_all_behind(connection, now)
    while left:
        if not goes_on(all_of_them - left, all_of_them):
            raise Stopped
        with desk.store.writing_connection() as connection, undisturbed():
            left = weighed.weigh_some(connection, now, lambda form: _row(way, form, rates, day))


def _row(way: ShortWay, numbered: NumberedForm, rates: Rates, day: date) -> Lasting:
    answers = known_answers(numbered.form.answers, {})
    row, until = way.row(facts_from_answers(answers, day), rates=rates, on=day)
    return Lasting(row, min(until, answers_last(answers, day)))


def _stamp(way: ShortWay, rates: Rates, day: date) -> str:
    """What the rows are worked out with: this version's rules, and the rates that hold."""
    held = sha256(repr(rates.in_force(day)).encode()).hexdigest()
    return f"{__version__} {way.rules.version} {held}"


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the garbage collector, which looks at all there is so far again and again: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
