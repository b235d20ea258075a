"""Fellesmøte (group meeting): 5–10 households who share a language, with time for each of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import VisitStatus

SMALLEST, LARGEST = 5, 10  # households; a warning, not a block (Drammen's programme, step 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting; it is a case of its own, and holds nothing about any household. Times are local."""

    kind: ClassVar[str] = "meeting"

    number: int
    starts: datetime
    minutes: int = 120
    place: str = ""
    language: str = "nb"
    capacity: int = LARGEST
    status: VisitStatus = VisitStatus.PLANNED
    interpreter: Interpreter | None = None
    interpreter_booked: bool = False
    topics: str = ""
    closed_at: datetime | None = None  # UTC
    closed_by: str = ""


class Talk(StrEnum):
    """The individual talk."""

    WAITING = "waiting"
    ONGOING = "ongoing"
    DONE = "done"
    DECLINED = "declined"


TALK_WORDS = {
    Talk.WAITING: N_("Venter"),
    Talk.ONGOING: N_("Pågår"),
    Talk.DONE: N_("Ferdig"),
    Talk.DECLINED: N_("Vil ikke"),
}


class Offer(StrEnum):
    """The answer to the offer of a follow-up."""

    NOT_ASKED = "not_asked"
    OFFICE = "office"
    HOME = "home"
    NEW_MEETING = "new_meeting"
    DECLINED = "declined"


OFFER_WORDS = {
    Offer.NOT_ASKED: N_("Ikke spurt"),
    Offer.OFFICE: N_("Kontor"),
    Offer.HOME: N_("Hjemme"),
    Offer.NEW_MEETING: N_("Nytt møte"),
    Offer.DECLINED: N_("Nei takk"),
}

# What a household can get help to fill in at the meeting: code and words.
FORM_HELP = (("income", N_("Inntekt og gjeld")), ("documents", N_("Dokumenter til søknaden")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A household at a meeting. It lies in the household's case, so nobody else's file ever shows its note."""

    kind: ClassVar[str] = "participant"

    meeting: str  # id of the Meeting
    invited: bool = True
    attended: bool | None = None
    talk: Talk = Talk.WAITING
    note: str = ""
    form_help: tuple[str, ...] = ()  # codes of FORM_HELP
    offer: Offer = Offer.NOT_ASKED
    offer_on: date | None = None  # the day agreed for the follow-up
    step: str = ""  # code of the agreed next step, see domain/steps.py
