"""The offer of a talk: at the times the caseworker gives, else on the days already agreed."""

from collections.abc import Iterator

from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.letter import Slot
from hjemmebesok.domain.meeting import OFFER_WORDS, Offer
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.kinds.follow_up_offer import FollowUpOffer, OfferedTalk

_TALKS = {"office_talk": Offer.OFFICE, "home_talk": Offer.HOME}  # steps


def follow_up_offer(wanted: Wanted) -> FollowUpOffer:
    """Raises Refused where there is no time to offer, one is past, or it is too soon to answer a letter about it."""
    slots = wanted.details.slots or tuple(_agreed(wanted))
    if not slots:
        raise Refused(Phrase("Legg inn minst én tid som husstanden kan velge."))
    talks = sorted((_talk(slot) for slot in slots), key=lambda talk: (talk.day, str(talk.at or "")))
    return FollowUpOffer(**wanted.invited, talks=tuple(talks), reply_by=wanted.reply_by(talks[0].day))


def _talk(slot: Slot) -> OfferedTalk:
    if slot.where not in _TALKS.values():
        raise Refused(Phrase("En samtale kan være på kontoret eller hjemme, ikke et annet sted."))
    return OfferedTalk(Phrase(OFFER_WORDS[slot.where]), slot.day, slot.at)


def _agreed(wanted: Wanted) -> Iterator[Slot]:
    """The talks that were said yes to, and have a day from tomorrow on."""
    with wanted.desk.read() as reading:
        promises = reading.in_case(FollowUp, wanted.card.household.id)
    for promise in promises:
        if promise.step in _TALKS and promise.done_on is None and promise.due and promise.due > wanted.desk.today():
            yield Slot(_TALKS[promise.step], promise.due)
