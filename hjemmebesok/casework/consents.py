"""Consent to kartlegging: what the notes that hold say of it. It is kept nowhere else, so nothing can say otherwise."""

from datetime import date

from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store.reading import Reading

GIVEN = "consent.given"


def consent_on(reading: Reading, household_id: str) -> date | None:
    """The day of the newest locked note in which somebody was asked, where the answer there is yes.

    None where it is no, where nobody was asked, and where a newer note cannot be read: nobody is to go by a consent
    that may have been taken back. Of a note that was corrected, the correction counts alone.
    """
    for visit in _locked_notes(reading, household_id):
        form = _form(reading, visit)
        given = form.answers.get(GIVEN) if form else False
        if given is not None:
            return visit.closed_at.astimezone().date() if given and visit.closed_at else None
    return None


def _locked_notes(reading: Reading, household_id: str) -> list[Visit]:
    """Those that hold, newest first."""
    locked = [each for each in reading.in_case(Visit, household_id) if each.status is VisitStatus.CLOSED]
    corrected = {visit.corrects for visit in locked}
    holding = [visit for visit in locked if visit.id not in corrected]
    return sorted(holding, key=lambda visit: (visit.starts, visit.version), reverse=True)


def _form(reading: Reading, visit: Visit) -> Kartlegging | None:
    try:
        return reading.find(Kartlegging, visit.kartlegging) if visit.kartlegging else None
    except Refused:
        return None
