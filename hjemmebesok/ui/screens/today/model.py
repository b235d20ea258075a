"""The day as the screen shows it: plain values and words, made anew from casework each time."""

from datetime import date, datetime

from hjemmebesok.casework.interpreting import needs_interpreter
from hjemmebesok.casework.today import DayPlan, MeetingToday, Promise, VisitToday
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.domain.visit import PURPOSE_WORDS, VisitStatus
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households import words
from hjemmebesok.ui.screens.households.promises import Promised
from hjemmebesok.ui.screens.meetings.words import language_and_interpreter, meeting_status, seats
from hjemmebesok.ui.spoken import Capital, NearDay, clock, dotted, length, shown
from hjemmebesok.ui.widgets.agenda_card import AgendaLine
from hjemmebesok.ui.widgets.fact_list import Fact
from hjemmebesok.ui.widgets.status import Status

Item = VisitToday | MeetingToday

_SOON = 120  # minutes: nearer than this, the card counts down


def line(item: Item) -> AgendaLine:
    """What the list shows of a visit or meeting."""
    return _visit_line(item) if isinstance(item, VisitToday) else _meeting_line(item)


def key(item: Item) -> str:
    """The id of the visit or meeting."""
    return item.visit.id if isinstance(item, VisitToday) else item.meeting.id


def status_of(item: Item) -> VisitStatus:
    """Where it is in its life."""
    return item.visit.status if isinstance(item, VisitToday) else item.meeting.status


def _visit_line(item: VisitToday) -> AgendaLine:
    visit, card = item.visit, item.card
    return AgendaLine(
        key=visit.id,
        when=plain(clock(visit.starts)),
        lasts=length(visit.minutes),
        name=plain(card.household.name),
        place=words.address(card),
        facts=dotted(PURPOSE_WORDS[visit.purpose], words.people(card.household), _visit_language(item)),
        status=visit_status(item),
    )


def _visit_language(item: VisitToday) -> Words:
    needed = needs_interpreter(item.card.household)
    return language_and_interpreter(item.card.household.language, item.visit, needed=needed)


def _meeting_line(item: MeetingToday) -> AgendaLine:
    meeting = item.meeting
    return AgendaLine(
        key=meeting.id,
        when=plain(clock(meeting.starts)),
        lasts=length(meeting.minutes),
        name=Phrase("Fellesmøte nr. {n}", n=meeting.number),
        place=plain(meeting.place) if meeting.place else N_("Mangler sted"),
        facts=dotted(seats(item.seats, meeting), language_and_interpreter(meeting.language, meeting)),
        status=meeting_status(meeting, item.missing),
    )


def visit_status(item: VisitToday) -> Status:
    """One state: what has happened; else what is dangerous; else what is missing; else that all is ready."""
    visit = item.visit
    if visit.status is VisitStatus.CLOSED:
        return Status(N_("Ferdig, notat låst"), "ok", "lock")
    if visit.status is VisitStatus.STARTED:
        return Status(N_("Pågår"), "info", "pen-line")
    if visit.two_together:
        return Status(N_("Gå to sammen"), "bad", "shield-alert")
    if item.card.household.safety_note:
        return Status(N_("Les om sikkerhet"), "bad", "shield-alert")
    if item.missing:
        return Status(item.missing[0], "warn")
    return Status(N_("Klar"), "ok")


def next_item(plan: DayPlan) -> Item | None:
    """What is going on now, else the first that is not done."""
    order = [item for item in plan.in_order if status_of(item) is not VisitStatus.CLOSED]
    started = [item for item in order if status_of(item) is VisitStatus.STARTED]
    return next(iter(started + order), None)


def heading(plan: DayPlan) -> Words:
    """'4 hjemmebesøk og 1 fellesmøte · neste kl. 10:30'."""
    if not plan.in_order:
        return N_("Ingen besøk eller møter i dag")
    coming = next_item(plan)
    if coming is None:
        return dotted(_counts(plan), N_("alt er ferdig"))
    if status_of(coming) is VisitStatus.STARTED:
        return dotted(_counts(plan), N_("ett pågår nå"))
    return dotted(_counts(plan), Phrase("neste kl. {time}", time=clock(coming.starts)))


def _counts(plan: DayPlan) -> Words:
    visits = Plural("{n} hjemmebesøk", "{n} hjemmebesøk", len(plan.visits))
    meetings = Plural("{n} fellesmøte", "{n} fellesmøter", len(plan.meetings))
    if plan.visits and plan.meetings:
        return Phrase("{visits} og {meetings}", visits=visits, meetings=meetings)
    return visits if plan.visits else meetings


def countdown(item: Item, now: datetime) -> Status | None:
    """'om 35 min'; that it should have begun; None while it is far off, or begun. `now` is local, without a zone."""
    minutes = round((item.starts - now).total_seconds() / 60)
    if status_of(item) is not VisitStatus.PLANNED or minutes > _SOON:
        return None
    if minutes < 0:
        return Status(N_("Skulle ha begynt"), "warn", "clock")
    return Status(Phrase("om {n} min", n=minutes), "info", "clock")


def promised(promise: Promise) -> Promised:
    """'Liv Strand: se på strømutgiftene', with its date."""
    words = Phrase("{name}: {what}", name=promise.household, what=promise.what)
    return Promised(promise.follow_up.id, words, promise.follow_up.due)


def past_visit(item: VisitToday, today: date) -> Words:
    """'I går kl. 10:30 · Hjemmebesøk', and whether it has been started."""
    starts = item.visit.starts
    started = N_("Pågår") if item.visit.status is VisitStatus.STARTED else ""
    when = Phrase("{day} kl. {time}", day=Capital(NearDay(starts.date(), today)), time=clock(starts))
    return dotted(when, PURPOSE_WORDS[item.visit.purpose], started)


def safety(item: Item) -> list[Words]:
    """What a colleague must know before going there."""
    if isinstance(item, MeetingToday):
        return []
    found: list[Words] = [N_("Gå to sammen")] if item.visit.two_together else []
    note = item.card.household.safety_note
    return [*found, plain(note)] if note else found


def facts(item: Item) -> list[Fact]:
    """Where, who and in which language; then what to ask or arrange."""
    return _visit_facts(item) if isinstance(item, VisitToday) else _meeting_facts(item)


def _visit_facts(item: VisitToday) -> list[Fact]:
    card = item.card
    return [
        Fact("map-pin", words.address(card)),
        Fact("phone", plain(words.phone(card)) if words.phone(card) else ""),
        Fact("users", words.people(card.household)),
        Fact("languages", shown(Capital(_visit_language(item)))),
        *(Fact("circle-question-mark", question) for question in item.questions),
    ]


def _meeting_facts(item: MeetingToday) -> list[Fact]:
    meeting = item.meeting
    return [
        Fact("map-pin", plain(meeting.place) if meeting.place else ""),
        Fact("users", seats(item.seats, meeting)),
        Fact("languages", shown(Capital(language_and_interpreter(meeting.language, meeting)))),
        *(Fact("circle-question-mark", lack) for lack in item.missing),
    ]
