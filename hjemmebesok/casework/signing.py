"""Signing the note of a visit on the screen: always of their own will, bound to the text as it stood, never moved on.

What is signed is what the summary tells of the visit: who was there, every answer, and the photos it shows. Whatever is
changed in that afterwards, here or by a colleague, leaves the signature where it is and lets it count no more.
"""

from dataclasses import dataclass
from datetime import UTC

from hjemmebesok.casework.conflicts import fields_of
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.fingerprint import fingerprint
from hjemmebesok.casework.visits import OpenVisit, form_of, refuse_unsaved
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.signature import Signature, Signer, Strokes, check_strokes
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.codec import to_fields
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import new_id

_OF_VISIT = ("starts", "staff", "present", "interpreter")
_OF_PHOTO = ("sha256", "caption", "shows")


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, and whether the note still is as it was when it was signed."""

    signature: Signature
    stands: bool


def may_sign(desk: Desk, opened: OpenVisit) -> list[tuple[Signer, str]]:
    """Whom the screen offers: those who were at home, else those who live there; and those from the municipality."""
    home = opened.visit.present or tuple(person.name for person in opened.card.persons)
    offered = [(Signer.HOME, name) for name in home or (opened.card.household.name,)]
    offered += [(Signer.MUNICIPALITY, name) for name in opened.visit.staff or (desk.user.name,)]
    return list(dict.fromkeys(offered))


def sign_visit(desk: Desk, visit_id: str, signer: Signer, name: str, strokes: Strokes) -> Changes:
    """Keep a signature under the note as it stands; one that the same person drew before is taken away.

    Raises Refused where nothing is drawn, the visit is not started, something typed is not saved yet, or two people
    have written differently in what would be signed.
    """
    check_strokes(strokes)
    with desk.work() as work:
        visit = work.get(Visit, visit_id)
        refuse_unsaved(work, form_of(work, visit))
        _refuse_two_values(work, visit)
        for earlier in work.of_parent(Signature, visit_id):
            if (earlier.signer, earlier.name) == (signer, name):
                work.remove(earlier)
        signature = Signature(
            id=new_id(), case=visit.case, visit=visit_id, signer=signer, name=name, strokes=strokes,
            signed_at=desk.now().astimezone(UTC), text_sha256=_text(work, visit),
        )  # fmt: skip
        work.put(signature)
        return work.made(signature.id)


def take_away_signature(desk: Desk, signature_id: str) -> Changes:
    """Let the note be unsigned by this one again. Also a locked one: who has signed may regret it."""
    with desk.work() as work:
        work.remove(work.get(Signature, signature_id))
        return work.changes


def put_back_signature(desk: Desk, signature: Signature) -> Changes:
    """Let a signature that was taken away by mistake be there again."""
    with desk.work() as work:
        work.put(signature)
        return work.changes


def signatures_of(desk: Desk, visit_id: str) -> list[Signed]:
    """The signatures under a visit's note, in the order they were made."""
    with desk.read() as reading:
        visit = reading.get(Visit, visit_id)
        made = [each for each in reading.of_parent(Signature, visit_id) if each.case == visit.case]
        text = _text(reading, visit) if made else ""
    return [Signed(each, each.text_sha256 == text and _is_whole(each)) for each in made]


def _text(reading: Reading, visit: Visit) -> str:
    """The SHA-256 of what is signed: it is another one whenever a word of it is."""
    photos = [to_fields(photo) for photo in reading.of_parent(Photo, visit.id) if photo.in_summary]
    told = {
        "visit": {name: value for name, value in to_fields(visit).items() if name in _OF_VISIT},
        "form": to_fields(form_of(reading, visit)),  # which visit it is of, too
        "photos": sorted([photo[name] for name in _OF_PHOTO] for photo in photos),
    }
    return fingerprint(told)


def _refuse_two_values(reading: Reading, visit: Visit) -> None:
    photos = [photo.id for photo in reading.of_parent(Photo, visit.id) if photo.in_summary]
    whole = {visit.kartlegging, *photos}
    fields = fields_of(
        each
        for each in open_conflicts(reading.connection)
        if each.record in whole or (each.record == visit.id and each.field in _OF_VISIT)
    )
    if fields:
        raise Refused(
            Phrase(
                "To har skrevet ulikt i {fields} av det som signeres. Velg først hva som gjelder, under «I takt med "
                "serveren».",
                fields=fields,
            )
        )


def _is_whole(signature: Signature) -> bool:
    """Whether it can be drawn; what came from elsewhere is not trusted to."""
    try:
        check_strokes(signature.strokes)
    except Refused:
        return False
    return True
