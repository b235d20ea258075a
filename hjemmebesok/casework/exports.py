"""The log of what has left the program about a household, and what may never leave it."""

import hashlib
from datetime import UTC

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.export import Export, Outward
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id


def exported(desk: Desk, household_id: str, what: Outward, data: bytes, about: tuple[str, ...] = ()) -> Export:
    """The line for the log of a file that is about to be handed out; nothing is written yet. Raises Refused where she
    may only read: it could not be noted, and so is not handed out."""
    refuse_reader(desk)
    return Export(
        id=new_id(),
        case=household_id,
        what=what,
        made_at=desk.now().astimezone(UTC),
        made_by=desk.user.name,
        sha256=hashlib.sha256(data).hexdigest(),
        about=about,
    )


def note_export(desk: Desk, export: Export) -> Changes:
    """Note that the file has been handed out. Noting it twice changes nothing."""
    with desk.work() as work:
        work.put(export)
        return work.changes


def refuse_barred(household: Household) -> None:
    """Raises Refused for strengt fortrolig address (kode 6): nothing about it is written to a file here."""
    if household.protection.barred_from_laptop:
        raise Refused(Phrase("Saken har strengt fortrolig adresse. Den håndteres manuelt, og ingenting lagres herfra."))
