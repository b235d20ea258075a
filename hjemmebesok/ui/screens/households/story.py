"""What has happened with a household, newest first, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.households import HouseholdFile
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.domain.export import OUTWARD_WORDS
from hjemmebesok.domain.followup import OWNER_WORDS, FollowUp
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import OFFER_WORDS, TALK_WORDS, Meeting, Offer, Participant
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.visit import PURPOSE_WORDS, Visit, VisitStatus
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.households.promises import Promised
from hjemmebesok.ui.spoken import AndList, NearDay, clock, dotted, shown, tongue

_STATUS_WORDS = {
    VisitStatus.PLANNED: N_("Planlagt"),
    VisitStatus.STARTED: N_("Pågår"),
    VisitStatus.CLOSED: N_("Ferdig, notat låst"),
    VisitStatus.CANCELLED: N_("Avlyst"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is planned. `opens` is the screen and the id it leads to, ("", "") for none."""

    at: datetime
    icon: str
    title: Words
    when: Words
    detail: Words
    opens: tuple[str, str] = ("", "")


def events(file: HouseholdFile, today: date) -> list[Event]:
    """The household's story, newest first."""
    found = [*_visits(file, today), *_talks(file, today), *_letters(file, today), *_exports(file, today)]
    found += _kept(file, today)
    return sorted(found, key=lambda event: event.at, reverse=True)


def open_promises(file: HouseholdFile) -> list[Promised]:
    """What is promised and not kept yet, the nearest date first."""
    still = [each for each in file.follow_ups if each.done_on is None]
    still.sort(key=lambda each: each.due or date.max)
    return [Promised(each.id, _promise(each), each.due) for each in still]


def visit_words(visit: Visit, today: date) -> Words:
    """Where a visit is in its life; one whose day went by without it was not held."""
    missed = visit.status is VisitStatus.PLANNED and visit.starts.date() < today
    return N_("Ikke gjennomført") if missed else _STATUS_WORDS[visit.status]


def current_visit(file: HouseholdFile, today: date) -> Visit | None:
    """The visit under way, else the one planned for today; None where there is neither."""
    started = [visit for visit in file.visits if visit.status is VisitStatus.STARTED]
    planned = [visit for visit in file.visits if visit.status is VisitStatus.PLANNED and visit.starts.date() == today]
    return next(iter(started + planned[::-1]), None)


def _promise(follow_up: FollowUp) -> Words:
    return dotted(promised(follow_up), OWNER_WORDS[follow_up.owner])


def _visits(file: HouseholdFile, today: date) -> Iterator[Event]:
    replaced = {visit.corrects for visit in file.visits}
    for visit in file.visits:
        status = N_("Erstattet av en rettelse") if visit.id in replaced else visit_words(visit, today)
        staff = shown(AndList(visit.staff)) if visit.staff else ""
        yield Event(
            at=visit.starts,
            icon="house",
            title=PURPOSE_WORDS[visit.purpose],
            when=_moment(visit.starts, today),
            detail=dotted(status, staff),
            opens=_opens(visit),
        )


def _opens(visit: Visit) -> tuple[str, str]:
    if visit.status is VisitStatus.PLANNED:
        return "visit_plan", f"visit/{visit.id}/household"
    return ("", "") if visit.status is VisitStatus.CANCELLED else ("visit", visit.id)


def _talks(file: HouseholdFile, today: date) -> Iterator[Event]:
    meetings = {meeting.id: meeting for meeting in file.meetings}
    for talk in file.talks:
        if talk.meeting in meetings:
            yield _talk(talk, meetings[talk.meeting], today)


def _talk(talk: Participant, meeting: Meeting, today: date) -> Event:
    came = {True: N_("Kom"), False: N_("Kom ikke")}.get(talk.attended, "") if talk.attended is not None else ""
    offer = OFFER_WORDS[talk.offer] if talk.offer is not Offer.NOT_ASKED else ""
    said = Phrase("Samtale: {talk}", talk=Phrase(TALK_WORDS[talk.talk])) if talk.attended else ""
    return Event(
        at=meeting.starts,
        icon="users",
        title=Phrase("Fellesmøte nr. {n}", n=meeting.number),
        when=_moment(meeting.starts, today),
        detail=dotted(came or _STATUS_WORDS[meeting.status], said, offer, plain(talk.note) if talk.note else ""),
        opens=("meeting", meeting.id),
    )


def _letters(file: HouseholdFile, today: date) -> Iterator[Event]:
    for letter in file.letters:
        made = letter.made_at.astimezone().replace(tzinfo=None)
        yield Event(made, "mail", _letter_title(letter), _moment(made, today), _letter_detail(letter))


def _exports(file: HouseholdFile, today: date) -> Iterator[Event]:
    for export in file.exports:
        made = export.made_at.astimezone().replace(tzinfo=None)
        by = Phrase("Av {name}", name=export.made_by)
        yield Event(made, "download", OUTWARD_WORDS[export.what], _moment(made, today), by)


def _letter_title(letter: IssuedLetter) -> Words:
    return dict(KINDS).get(letter.letter) or plain(letter.letter)


def _letter_detail(letter: IssuedLetter) -> Words:
    return Phrase("På {language}, laget av {name}", language=tongue(letter.language), name=letter.made_by)


def _kept(file: HouseholdFile, today: date) -> Iterator[Event]:
    for each in file.follow_ups:
        if each.done_on is not None:
            at = datetime.combine(each.done_on, datetime.min.time())
            yield Event(at, "check", N_("Gjort"), shown(NearDay(each.done_on, today)), _promise(each))


def _moment(at: datetime, today: date) -> Words:
    return Phrase("{day} kl. {time}", day=NearDay(at.date(), today), time=clock(at))
