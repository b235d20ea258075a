"""What stands in a locked note though whoever locked it had not seen it: it was written on another laptop, and sent
before she sent that she had locked it.

The note keeps it, since nothing that was heard at the table may get lost; but nobody answers for words that she has
not seen without being told. So a note says, with a fingerprint of each answer, what it said when it was locked.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.fingerprint import fingerprint
from hjemmebesok.casework.followups import is_corrected, locked_by
from hjemmebesok.domain.kartlegging import FIELDS, Kartlegging
from hjemmebesok.domain.phrase import Phrase, Plural, Refused
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.settings import read_setting, write_setting

_NOTES = "notes_with_unseen"  # setting: id of the visit -> a fingerprint of what she has read of it, "" of nothing
_DIGITS = 8  # hexadecimal: one changed answer in four thousand million would pass for the same


@dataclass(frozen=True, slots=True)
class UnseenInNote:
    """A note that she has locked, and the answers in it that she had not seen, in the order of the form; None where an
    answer that she had seen was taken back."""

    visit: str
    case: str
    form: str
    answers: dict[str, Any]


def fingerprints(answers: Mapping[str, Any]) -> dict[str, str]:
    """What tells, of each answer of a form, whether it is still the same."""
    return {key: _short(value) for key, value in answers.items() if value is not None}


def unseen_answers(visit: Visit, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of its note that whoever locked it had not seen so, in the order of the form; none where it is not
    locked, or was by a program that did not note what it said."""
    if visit.locked_answers is None:
        return {}
    now = fingerprints(answers)
    other = {key for key in {*now, *visit.locked_answers} if now.get(key) != visit.locked_answers.get(key)}
    return {key: answers.get(key) for key in sorted(other, key=_place_in_form)}


def unseen_words(visit: Visit, answers: Mapping[str, Any]) -> Plural | None:
    """The line above a note with answers that whoever locked it had not seen; None where there are none."""
    unseen = unseen_answers(visit, answers)
    questions = list(dict.fromkeys(key.partition("/")[0] for key in unseen))
    if not questions:
        return None
    first = FIELDS.get(questions[0])
    return Plural(
        "Svaret på «{label}» kom fra en annen PC, og {who} hadde ikke sett det da notatet ble låst. Lag en rettelse "
        "hvis noe er galt.",
        "{n} svar, blant dem «{label}», kom fra en annen PC, og {who} hadde ikke sett dem da notatet ble låst. Lag en "
        "rettelse hvis noe er galt.",
        len(questions),
        label=Phrase(first.label) if first else questions[0],
        who=visit.closed_by,
    )


def note_unseen(desk: Desk) -> None:
    """After a round: which of the notes she has locked have answers that she had not seen."""
    with desk.read() as reading:
        known = read_setting(reading.connection, _NOTES, {})
        found = [visit.id for visit in locked_by(reading, desk) if _unseen_in(reading, visit)]
    noted = {visit: known.get(visit, "") for visit in found}
    if noted != known:
        with desk.store.writing_connection() as connection:
            write_setting(connection, _NOTES, noted)


def notes_to_read(reading: Reading) -> list[UnseenInNote]:
    """The notes with answers that she had not seen when she locked them, save those that are being corrected and those
    that she has said she has read."""
    noted = read_setting(reading.connection, _NOTES, {})
    notes = (_not_corrected(reading, visit_id) for visit_id in noted)
    return [note for note in notes if note and noted[note.visit] != _short(note.answers)]


def has_read(desk: Desk, visit_id: str) -> Changes:
    """She has read what she had not seen in this note; it still says so itself. What comes after that is asked anew."""
    with desk.work() as work:
        visit = work.get(Visit, visit_id)
        note = _unseen_in(work, visit)
        read = {visit_id: _short(note.answers)} if note else {}
        write_setting(work.connection, _NOTES, {**read_setting(work.connection, _NOTES, {}), **read})
    return Changes(frozenset({Visit.kind}), frozenset({visit.case}))


def _not_corrected(reading: Reading, visit_id: str) -> UnseenInNote | None:
    with suppress(Refused):  # a newer program has written there, and who comes in must not be kept out by it
        visit = reading.find(Visit, visit_id)
        return _unseen_in(reading, visit) if visit and not is_corrected(reading, visit) else None
    return None


def _unseen_in(reading: Reading, visit: Visit) -> UnseenInNote | None:
    form = reading.find(Kartlegging, visit.kartlegging)
    answers = unseen_answers(visit, form.answers) if form else {}
    return UnseenInNote(visit.id, visit.case, visit.kartlegging, answers) if answers else None


def _short(answer: Any) -> str:
    """A fingerprint that is small enough to go with every answer."""
    return fingerprint(answer)[:_DIGITS]


def _place_in_form(key: str) -> tuple[int, str]:
    return _PLACES.get(key.partition("/")[0], len(_PLACES)), key


_PLACES = {field: place for place, field in enumerate(FIELDS)}
