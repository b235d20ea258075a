"""A day on paper, for the caseworker who is on her way."""

from datetime import date

from hjemmebesok.casework import today
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters.meeting_list import where_words
from hjemmebesok.casework.letters.wanted import signed
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import Details
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused
from hjemmebesok.domain.visit import PURPOSE_WORDS
from hjemmebesok.letters.kinds.cell import AsWritten, Together
from hjemmebesok.letters.kinds.day_plan import Appointment, DayPlanOnPaper, Due
from hjemmebesok.letters.recipient import Recipient

_TWO = N_("Gå to sammen")
_NOTE = N_("Les om sikkerhet")


def day_plan(desk: Desk, about: str, details: Details) -> DayPlanOnPaper:
    """`about` is the day (ISO), today where none is given. What a safety note says stays off the paper, as health does.

    Raises Refused for what is no date.
    """
    plan = today.day_plan(desk, _day(desk, about))
    barred = _barred_cases(desk)
    shown = [one for one in plan.in_order if not (isinstance(one, today.VisitToday) and one.visit.case in barred)]
    due = [promise for promise in plan.promises if promise.follow_up.case not in barred]
    return DayPlanOnPaper(
        **signed(desk),
        recipient=Recipient(name=desk.user.name),
        day=plan.day,
        appointments=tuple(map(_appointment, shown)),
        due=tuple(Due(promise.follow_up.due, promise.household, promise.what) for promise in due),
        left_out=len(plan.in_order) - len(shown) + len(plan.promises) - len(due),
    )


def _day(desk: Desk, about: str) -> date:
    try:
        return date.fromisoformat(about) if about else desk.today()
    except ValueError:
        raise Refused(Phrase("«{day}» er ingen dato. Skriv den som 2026-10-12.", day=about[:20])) from None


def _barred_cases(desk: Desk) -> set[str]:
    with desk.read() as reading:
        return {each.id for each in reading.all(Household) if each.protection.barred_from_laptop}


def _appointment(one: today.VisitToday | today.MeetingToday) -> Appointment:
    if isinstance(one, today.MeetingToday):
        meeting = one.meeting
        whom = Phrase("Fellesmøte nr. {n}", n=meeting.number)
        what = Plural("{n} husstand", "{n} husstander", one.seats)
        return Appointment(one.starts.time(), whom, what, AsWritten(meeting.place), Together(one.missing))
    visit, card = one.visit, one.card
    careful = [Phrase(_TWO)] if visit.two_together else []
    careful += [Phrase(_NOTE)] if card.household.safety_note else []
    return Appointment(
        one.starts.time(),
        AsWritten(card.household.name),
        Phrase(PURPOSE_WORDS[visit.purpose]),
        where_words(card),
        Together((*careful, *one.missing)),
    )
