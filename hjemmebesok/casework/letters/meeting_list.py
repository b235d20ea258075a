"""The list of those who take part in a group meeting, on paper for the caseworker."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.interpreting import needs_interpreter
from hjemmebesok.casework.letters.wanted import signed
from hjemmebesok.casework.meetings import open_meeting
from hjemmebesok.domain.letter import Details
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.language import LanguageName
from hjemmebesok.letters.kinds.cell import AsWritten, Together
from hjemmebesok.letters.kinds.meeting_list import Attendee, MeetingList
from hjemmebesok.letters.recipient import Recipient

_INTERPRETER = N_("Tolk")


def meeting_list(desk: Desk, about: str, details: Details) -> MeetingList:
    """`about` is the meeting. Strengt fortrolig households are counted and left out, fortrolig addresses masked."""
    if not about:
        raise Refused(Phrase("Velg hvilket fellesmøte listen gjelder."))
    opened = open_meeting(desk, about)
    meeting = opened.meeting
    cards = sorted((seat.card for seat in opened.seats), key=lambda card: card.household.name.casefold())
    shown = [card for card in cards if not card.household.protection.barred_from_laptop]
    return MeetingList(
        **signed(desk),
        recipient=Recipient(name=desk.user.name),
        number=meeting.number,
        starts=meeting.starts,
        place=meeting.place,
        spoken=meeting.language,
        interpreter=meeting.interpreter.name if meeting.interpreter else "",
        attendees=tuple(map(_attendee, shown)),
        left_out=len(cards) - len(shown),
    )


def where_words(card: HouseholdCard) -> Words | AsWritten:
    """The address on paper that travels: masked where it is protected."""
    return AsWritten(card.address) if isinstance(card.address, str) else card.address


def _attendee(card: HouseholdCard) -> Attendee:
    household = card.household
    phones = [person.phone for person in card.persons if person.phone]
    reads = (LanguageName(household.language), *((Phrase(_INTERPRETER),) if needs_interpreter(household) else ()))
    return Attendee(household.name, where_words(card), phones[0] if phones else "", Together(reads))
