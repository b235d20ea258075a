"""What has left the program about a household: as what, when, by whom, with which hash. Immutable."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record


class Outward(StrEnum):
    """What it left as."""

    ARCHIVE = "archive"  # a package for the municipality's archive
    EDITABLE = "editable"  # a letter that can be edited in a word processor
    CALENDAR = "calendar"  # an appointment with the address in it
    ACCESS = "access"  # the whole file, for somebody's right of access


OUTWARD_WORDS = {
    Outward.ARCHIVE: N_("Arkivpakke laget"),
    Outward.EDITABLE: N_("Brev lagret for redigering"),
    Outward.CALENDAR: N_("Avtale med adresse lagret"),
    Outward.ACCESS: N_("Hele mappen gitt ut (innsyn)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Record):
    """One line of the log of exports (personvernforordningen art. 30 and 32). The file itself is not kept."""

    kind: ClassVar[str] = "export"

    what: Outward
    made_at: datetime  # UTC
    made_by: str
    sha256: str  # of the file
    about: tuple[str, ...] = ()  # ids of the letters, the appointment or the person it concerns
