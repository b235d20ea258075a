"""What a letter is asked to say: whom it is to, what it is about, and what the caseworker adds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import Details
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender

WRITTEN_IN = "nb"  # what caseworkers write their own notes in
BOARD = N_("Styret")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One letter to make. `about` is the visit or the meeting, where the kind is about one. `again`: it has been used,
    and is made again as it was."""

    desk: Desk
    card: HouseholdCard
    about: str
    details: Details
    again: bool = False

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

    @property
    def invited(self) -> dict[str, Any]:
        """The same of a letter that asks for something. Raises Refused where the household asked to be left alone."""
        if self.card.household.reserved:
            raise Refused(Phrase("{name} har bedt om ikke å bli kontaktet.", name=self.card.household.name))
        return self.addressed

    def reply_by(self, first: date) -> date:
        """The last day to answer about something that is on this day or later: a week, or the day before if sooner.

        Raises Refused where no letter could be answered in time.
        """
        last = self.details.reply_by or min(self.desk.today() + timedelta(days=7), first - timedelta(days=1))
        if self.desk.today() <= last < first:
            return last
        raise Refused(Phrase("Det blir for kort tid til å svare på et brev. Ring heller, eller velg en senere dag."))


def signed(desk: Desk) -> dict[str, Any]:
    """Who a letter is from, and its date. Raises Refused where the caseworker has no phone number."""
    if not desk.user.phone:
        raise Refused(Phrase("Skriv inn telefonnummeret ditt i innstillingene først. Det skal stå i brevet."))
    sender = Sender(
        municipality=desk.municipality, caseworker=desk.user.name, title="boligkonsulent", phone=desk.user.phone
    )
    return {"sender": sender, "written_on": desk.today()}


def refuse_barred(household: Household) -> None:
    """Raise Refused for a strengt fortrolig household, also in papers that are not to it."""
    if household.protection.barred_from_laptop:
        raise Refused(Phrase("Brev til strengt fortrolig adresse lages ikke her. De håndteres manuelt."))


def to_board(details: Details) -> Recipient:
    """The landlord's board, by the name the caseworker gave it."""
    return Recipient(name=details.board.strip() or BOARD)
