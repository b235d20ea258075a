"""What must be true of what is typed in forms, and of notes that are locked, whatever has happened."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from laptops import Laptop, told
from town import Town
from typed import Locked, said_by

from hjemmebesok.casework.leaving import Unsaved, cases_leaving
from hjemmebesok.casework.unseen import notes_to_read, unseen_answers
from hjemmebesok.casework.visits import PRESENCE
from hjemmebesok.domain.kartlegging import Kartlegging, check_answer
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.visit import Visit, VisitStatus


def drafts_are_there(laptop: Laptop) -> None:
    """What was typed last stands in its field until it is saved, by its author or for her; and nothing else does."""
    there, typed = laptop.drafts(), laptop.typed
    for place, draft in list(typed.drafts.items()):
        if place not in there and said_by(draft.record, draft.fields) <= typed.saved:
            del typed.drafts[place]
    assert there == {place: draft.value for place, draft in typed.drafts.items()}


def only_what_leaves_is_saved_for_her(laptop: Laptop) -> None:
    """After a round, only what was typed in a case that is leaving is no draft any more."""
    leaving, typed = cases_leaving(laptop.desk), laptop.typed
    for place in typed.drafts.keys() - laptop.drafts().keys():
        draft = typed.drafts.pop(place)
        assert said_by(draft.record, draft.fields) <= typed.saved
        assert draft.case in leaving


def only_what_cannot_be_saved_is_left(left: Sequence[Unsaved]) -> None:
    """What was typed in a case that leaves is saved, but for who was there, and for what a note that is locked or its
    question does not take."""
    for each in left:
        takes = [name for name, value in each.typed.items() if name != PRESENCE and _is_answer(name, value)]
        assert each.locked or takes == []


def nothing_is_sent_before_it_is_saved(town: Town, laptops: Sequence[Laptop]) -> None:
    """What was typed and never saved is on no server."""
    journal = told(town.journal())
    for laptop in laptops:
        assert journal & (laptop.typed.saw.keys() - laptop.typed.saved) == set()


def what_was_not_seen_is_told(town: Town, laptops: Sequence[Laptop]) -> None:
    """Every laptop says of a locked note which answers were others when it was locked, or had not come; whoever locked
    it is asked to read these until she has read or corrected it, and nobody else is."""
    locked = {change: each for laptop in laptops for change, each in laptop.typed.locked.items()}
    closing = {record.id: record.versions.get("status", "") for record in town.records().values()}
    for laptop in laptops:
        to_read = set()
        with laptop.store.read() as reading:
            visits = [visit for visit in reading.all(Visit) if visit.status is VisitStatus.CLOSED]
            corrected = {visit.corrects for visit in reading.all(Visit)}
            for visit in visits:
                form = reading.find(Kartlegging, visit.kartlegging)
                note, now = locked.get(closing[visit.id]), form.answers if form else {}
                unseen = _unseen(note, now)
                assert unseen_answers(visit, now) == unseen, (laptop.folder.name, visit.id)
                hers = closing[visit.id] in laptop.typed.locked and visit.id not in corrected
                to_read |= {visit.id} if hers and unseen and laptop.typed.read.get(visit.id) != unseen else set()
            assert {each.visit for each in notes_to_read(reading)} == to_read, laptop.folder.name


def _unseen(note: Locked | None, now: Mapping[str, Any]) -> dict[str, Any]:
    if note is None:  # locked by a program that did not keep what it said
        return {}
    return {name: now.get(name) for name in {*now, *note.answers} if now.get(name) != note.answers.get(name)}


def _is_answer(name: str, value: Any) -> bool:
    with suppress(Refused):
        check_answer(name, value)
        return True
    return False
