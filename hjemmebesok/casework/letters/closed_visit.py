"""The visit a letter is about; and its locked note, which alone may be told to anyone."""

from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.casework.visits import OpenVisit, open_visit
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import Visit, VisitStatus


def visit_of(wanted: Wanted) -> OpenVisit:
    """The visit that the letter is about. Raises Refused where none is chosen, or it is another household's."""
    if not wanted.about:
        raise Refused(Phrase("Velg hvilket besøk brevet gjelder."))
    opened = open_visit(wanted.desk, wanted.about)
    if opened.visit.case != wanted.card.household.id:
        raise Refused(Phrase("Besøket hører til en annen husstand."))
    return opened


def closed_visit(wanted: Wanted) -> tuple[OpenVisit, dict[str, Any]]:
    """The visit and its answers. Raises Refused where it is not closed, or another note has taken its place by now:
    what was agreed belongs to that one, and so the letter would not be what was signed."""
    opened = visit_of(wanted)
    if opened.visit.status is not VisitStatus.CLOSED or opened.form is None:
        raise Refused(Phrase("Avslutt besøket først. Da er notatet låst, og brevet stemmer med det."))
    if _corrected(wanted.desk, opened.visit):
        raise Refused(Phrase("Notatet er rettet siden. Lag brevet om rettelsen."))
    return opened, opened.form.answers


def _corrected(desk: Desk, visit: Visit) -> bool:
    """Whether a correction of the note is closed: now, or when a letter was made that is made again."""
    with desk.read() as reading:
        corrections = [each for each in reading.in_case(Visit, visit.case) if each.corrects == visit.id]
    return any(each.closed_at is not None and each.closed_at <= desk.now() for each in corrections)
