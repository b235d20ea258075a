"""The summary of a home visit, from the locked note and the promises that came of it."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from hjemmebesok.casework.assess import assess_by_all, criteria_for, day_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import agreed_in, promised
from hjemmebesok.casework.guidance import guidance
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.letters.closed_visit import closed_visit
from hjemmebesok.casework.letters.wanted import WRITTEN_IN, Wanted
from hjemmebesok.casework.noted import noted
from hjemmebesok.casework.photos import Shown, photos_of
from hjemmebesok.casework.signing import signatures_of
from hjemmebesok.casework.visits import OpenVisit
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.signature import Signature, Signer
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.visit_summary import AgreedStep, VisitSummary
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.signature import DrawnSignature

_NORWAY = ZoneInfo("Europe/Oslo")


def visit_summary(wanted: Wanted) -> VisitSummary:
    """Raises Refused where the visit is not closed or is another household's, or what it was weighed by is not here."""
    opened, answers = closed_visit(wanted)
    visit, note = opened.visit, str(answers.get("summary.note", ""))
    known, criteria = known_answers(answers, {}), criteria_for(wanted.desk, opened)
    verdicts = assess_by_all(known, day_of(wanted.desk, opened), criteria)
    return VisitSummary(
        **wanted.addressed,
        visited_at=visit.starts,
        present=visit.present,
        staff=visit.staff,
        interpreter=visit.interpreter,
        noted=noted(answers, WRITTEN_IN),
        guidance=guidance(*verdicts),
        steps=_steps(wanted.desk, opened),
        note=FreeText(note, WRITTEN_IN) if note else None,
        photos=_photos(wanted.desk, visit.id),
        **_signed(wanted.desk, visit.id),
    )


def _signed(desk: Desk, visit_id: str) -> dict[str, Any]:
    """What has been signed by now, since a letter that is made again as of its day knows nothing later."""
    signed = [each for each in signatures_of(desk, visit_id) if each.signature.signed_at <= desk.now()]
    standing = [each.signature for each in signed if each.stands]
    fallen = [_day(each.signature) for each in signed if not each.stands]
    return {
        "signed": tuple(DrawnSignature(each.name, _day(each), each.strokes) for each in standing),
        "signed_home": any(each.signer is Signer.HOME for each in standing),
        "changed_since": max(fallen, default=None),
    }


def _day(signature: Signature) -> date:
    return signature.signed_at.astimezone(_NORWAY).date()


def _photos(desk: Desk, visit_id: str) -> tuple[Photo, ...]:
    """Those chosen on the screen. Raises Refused where one is not here: a letter never lacks what was chosen for it."""
    chosen = [shown for shown in photos_of(desk, visit_id) if shown.photo.in_summary]
    return tuple(_on_paper(shown) for shown in chosen)


def _on_paper(shown: Shown) -> Photo:
    if shown.image is None:
        raise Refused(
            Phrase("Et bilde er ikke kommet hit ennå. Koble til serveren, eller ta det ut av oppsummeringen.")
        )
    caption = FreeText(shown.photo.caption, WRITTEN_IN) if shown.photo.caption else None
    return Photo(shown.image, FreeText(shown.photo.shows, WRITTEN_IN), caption)


def _steps(desk: Desk, opened: OpenVisit) -> tuple[AgreedStep, ...]:
    with desk.read() as reading:
        agreed = agreed_in(reading, opened.visit, opened.form) if opened.form else []
    return tuple(AgreedStep(promised(each), each.owner, each.due) for each in agreed)
