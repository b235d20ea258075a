"""What a letter is asked to say: whom it is to, what it is about, and what the caseworker adds that is kept nowhere."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.meeting import Offer
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender

WRITTEN_IN = "nb"  # what caseworkers write their own notes in


@dataclass(frozen=True, slots=True)
class Slot:
    """A talk that is offered, at the office or at home; `starts` is local time. A bare date leaves the time open."""

    where: Offer
    starts: datetime | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the caseworker adds to a letter. Everything has a sensible value where she adds nothing."""

    slots: tuple[Slot, ...] = ()  # of a follow-up offer; else those already agreed
    reply_by: date | None = None  # else a week, or the day before if that is sooner
    photos: tuple[Photo, ...] = ()  # of a visit summary
    board: str = "Styret"  # whom a board proposal is to


@dataclass(frozen=True, slots=True)
class Wanted:
    """One letter to make. `about` is the visit or the meeting, where the kind is about one."""

    desk: Desk
    card: HouseholdCard
    about: str
    details: Details

    @property
    def addressed(self) -> dict[str, Any]:
        """What every letter to the household has. Raises Refused for a strengt fortrolig one, and without a phone."""
        home, household = self.card.dwelling, self.card.household
        address = (home.street_line, f"{home.postcode} {home.place}".strip()) if home else ()
        return {
            "recipient": Recipient(name=household.name, address=address, protection=household.protection),
            "reference": household.case_number,
            **signed(self.desk),
        }


def signed(desk: Desk) -> dict[str, Any]:
    """Who a letter is from, and its date. Raises Refused where the caseworker has no phone number."""
    if not desk.user.phone:
        raise Refused(Phrase("Skriv inn telefonnummeret ditt i innstillingene først. Det skal stå i brevet."))
    sender = Sender(
        municipality=desk.municipality, caseworker=desk.user.name, title="boligkonsulent", phone=desk.user.phone
    )
    return {"sender": sender, "written_on": desk.today()}
