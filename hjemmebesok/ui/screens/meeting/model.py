"""The meeting as the screen shows it: plain values and words, made anew from casework each time."""

from collections.abc import Callable
from dataclasses import dataclass

from hjemmebesok.casework.interpreting import SAME_LANGUAGE
from hjemmebesok.casework.meetings import OpenMeeting, Seat
from hjemmebesok.domain.meeting import OFFER_WORDS, TALK_WORDS, Offer, Participant, Talk
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.domain.steps import STEPS
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.meetings.words import seats
from hjemmebesok.ui.spoken import AndList, Capital, ShortDay, Tongue, Weekday, dotted, hours, shown
from hjemmebesok.ui.widgets.status import Status

_TALK = {
    Talk.WAITING: Status(TALK_WORDS[Talk.WAITING], "muted", "clock"),
    Talk.ONGOING: Status(TALK_WORDS[Talk.ONGOING], "info", "message-circle"),
    Talk.DONE: Status(TALK_WORDS[Talk.DONE], "ok"),
    Talk.DECLINED: Status(TALK_WORDS[Talk.DECLINED], "muted"),
}
_STANDS = {
    VisitStatus.PLANNED: Status(N_("Planlagt"), "muted", "calendar"),
    VisitStatus.STARTED: Status(N_("Pågår"), "info", "users"),
    VisitStatus.CLOSED: Status(N_("Ferdig og låst"), "ok", "lock"),
    VisitStatus.CANCELLED: Status(N_("Avlyst"), "warn", "x"),
}
_OFFER_ICONS = {Offer.OFFICE: "calendar", Offer.HOME: "house", Offer.NEW_MEETING: "users"}

OPEN_TALKS = (Talk.WAITING, Talk.ONGOING)
DATED = tuple(_OFFER_ICONS)  # the answers that need a day

# A step with a place to fill in needs a visit; a talk at the office or at home is the offer above.
AGREED_STEPS = [
    (step.code, step.text) for step in STEPS if not step.fields and step.code not in ("office_talk", "home_talk")
]


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One household of the list; nothing of its note. `key` is the participant's id."""

    key: str
    name: str
    about: Words
    attended: bool | None
    talk: Status
    offer: Status

    @property
    def spoken(self) -> Words:
        """All of it, for a screen reader."""
        came = {True: N_("Kom"), False: N_("Kom ikke"), None: ""}[self.attended]
        return dotted(plain(self.name), self.about, came, self.talk.words, self.offer.words)


def seat_line(seat: Seat) -> SeatLine:
    """What the list shows of a household."""
    participant = seat.participant
    return SeatLine(
        key=participant.id,
        name=seat.card.household.name,
        about="" if participant.invited else N_("Kom uten påmelding"),
        attended=participant.attended,
        talk=talk_status(participant),
        offer=offer_status(participant),
    )


def talk_status(participant: Participant) -> Status:
    """Where the individual talk stands."""
    if participant.attended is False and participant.talk in OPEN_TALKS:
        return Status(N_("Ikke her"), "muted", "minus")
    return _TALK[participant.talk]


def offer_status(participant: Participant) -> Status:
    """What was answered to the offer of a follow-up."""
    offer, words = participant.offer, OFFER_WORDS[participant.offer]
    if offer is Offer.NOT_ASKED:
        return Status(words, "warn")
    if offer is Offer.DECLINED:
        return Status(N_("Takket nei"), "muted")
    if participant.offer_on is None:
        return Status(Phrase("{offer}, uten dag", offer=Phrase(words)), "warn", _OFFER_ICONS[offer])
    dated = Phrase("{offer}, {day}", offer=Phrase(words), day=ShortDay(participant.offer_on))
    return Status(dated, "ok", _OFFER_ICONS[offer])


def title(opened: OpenMeeting) -> Words:
    """'Fellesmøte nr. 12'."""
    return Phrase("Fellesmøte nr. {n}", n=opened.meeting.number)


def moment(opened: OpenMeeting) -> Words:
    """'Mandag 12. oktober · 17:00–19:00 · Fjell grendehus'."""
    meeting = opened.meeting
    day = shown(Capital(Weekday(meeting.starts.date())))
    return dotted(day, plain(hours(meeting.starts, meeting.minutes)), plain(meeting.place) if meeting.place else "")


def counts(opened: OpenMeeting) -> Words:
    """'8 av 10 plasser · 7 har kommet'."""
    came = sum(seat.participant.attended is True for seat in opened.seats)
    return dotted(seats(len(opened.seats), opened.meeting), Plural("{n} har kommet", "{n} har kommet", came))


def pills(opened: OpenMeeting) -> list[Status]:
    """The language, who interprets, whether all share the language, and how the meeting stands."""
    meeting = opened.meeting
    found = [Status(shown(Capital(Tongue(meeting.language))), "info", "languages")]
    if meeting.status is VisitStatus.CANCELLED:
        return [*found, _STANDS[meeting.status]]
    found.append(_interpreter(opened))
    if opened.seats and all(seat.card.household.language == meeting.language for seat in opened.seats):
        found.append(Status(N_("Gruppert etter språk"), "muted", "users"))
    return [*found, _STANDS[meeting.status]]


def _interpreter(opened: OpenMeeting) -> Status:
    meeting = opened.meeting
    there = meeting.interpreter
    if there is not None and there.category:
        return Status(Phrase("Tolk, tolkeregisteret kategori {category}", category=there.category), "ok")
    if there is not None:
        return Status(N_("Tolk utenfor registeret"), "warn")
    if meeting.interpreter_booked:
        return Status(N_("Tolk er bestilt"), "ok")
    needed = meeting.language != SAME_LANGUAGE
    return Status(N_("Tolk er ikke bestilt"), "warn") if needed else Status(N_("Ingen tolk"), "muted")


def room_left(opened: OpenMeeting) -> Words:
    """'2 plasser er ledige'; that it is full."""
    free = opened.meeting.capacity - len(opened.seats)
    if free <= 0:
        return N_("Alle plassene er tatt.")
    return Plural("{n} plass er ledig.", "{n} plasser er ledige.", free)


def next_waiting(opened: OpenMeeting, after: str) -> str:
    """The participant to talk with next: the first one waiting after this one, then from the top; '' for none."""
    keys = [seat.participant.id for seat in opened.seats]
    start = keys.index(after) + 1 if after in keys else 0
    for seat in opened.seats[start:] + opened.seats[:start]:
        participant = seat.participant
        if participant.id != after and participant.attended is not False and participant.talk in OPEN_TALKS:
            return participant.id
    return ""


def unanswered(opened: OpenMeeting) -> list[Words]:
    """What nobody has an answer to yet, each with the names it is about."""
    asked: tuple[tuple[str, Callable[[Participant], bool | None]], ...] = (
        (N_("Oppmøte er ikke notert: {names}"), lambda each: each.attended is None),
        (N_("Samtalen er ikke ferdig: {names}"), lambda each: each.attended and each.talk in OPEN_TALKS),
        (N_("Ikke spurt om oppfølging: {names}"), lambda each: each.attended and each.offer is Offer.NOT_ASKED),
        (N_("Oppfølging uten dag: {names}"), lambda each: each.offer in DATED and each.offer_on is None),
    )
    found: list[Words] = []
    for words, lacks in asked:
        names = tuple(seat.card.household.name for seat in opened.seats if lacks(seat.participant))
        if names:
            found.append(Phrase(words, names=AndList(names)))
    return found
