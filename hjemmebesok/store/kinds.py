"""The kinds of record the store knows, and which of their fields it indexes."""

from dataclasses import dataclass

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.letter_text import TextApproval, TextVersion
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.register import RegisterEntry
from hjemmebesok.domain.rules import RateTable, RuleSettings
from hjemmebesok.domain.signature import Signature
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind is kept: the field that gives its day, the field that points to its parent, whether its words are
    searched and whether rules are held up against it. `open_field` is a dict whose entries are fields of their own."""

    record: type[Record]
    day: str = ""
    parent: str = ""
    searched: bool = False
    weighed: bool = False
    open_field: str = ""


KINDS: dict[str, Kind] = {
    kind.record.kind: kind
    for kind in (
        Kind(Household, searched=True),
        Kind(Person, searched=True),
        Kind(Dwelling, searched=True),
        Kind(Tenancy, day="ends"),
        Kind(Visit, day="starts", weighed=True),  # which form is the newest, its visit tells
        Kind(Kartlegging, parent="visit", open_field="answers", weighed=True),
        Kind(Photo, parent="visit"),
        Kind(Signature, parent="visit"),
        Kind(Meeting, day="starts"),
        Kind(Participant, parent="meeting"),
        Kind(FollowUp, day="due", parent="origin"),
        Kind(RegisterEntry),
        Kind(IssuedLetter, day="made_at", parent="about"),
        Kind(TextVersion),
        Kind(TextApproval),
        Kind(RuleSettings),
        Kind(RateTable),
        Kind(Mailing),
        Kind(Export, day="made_at"),
    )
}
