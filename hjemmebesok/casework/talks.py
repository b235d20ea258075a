"""Each household at a meeting: attendance, the individual talk and its note, the offer of a follow-up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.meetings import NOTE, Seat, note_promises_of, open_for_writing, put_note, save_typed_note
from hjemmebesok.domain.meeting import Meeting, Offer, Participant, Talk
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.store import drafts
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import seen_in


def set_attendance(desk: Desk, participant_id: str, attended: bool | None) -> Changes:
    """Came, did not come, or not known yet."""
    return _change(desk, participant_id, lambda seat: replace(seat, attended=attended))


def set_talk(desk: Desk, participant_id: str, talk: Talk) -> Changes:
    """Where the individual talk stands."""
    return _change(desk, participant_id, lambda seat: replace(seat, talk=talk))


def keep_note_draft(desk: Desk, participant_id: str, typed: str, seen: Seat | None = None) -> None:
    """Keep the note as it stands at this keystroke. `seen`: the seat as it was shown when she began, where a
    colleague's note may have come since; the draft remembers."""
    with desk.store.writing_connection() as connection:
        before = seen.saved_note if seen else seen_in(connection, participant_id).around(Participant.kind, NOTE)
        drafts.keep_draft(connection, participant_id, NOTE, typed, desk.now().isoformat(), before)


def save_note(desk: Desk, participant_id: str, note: str) -> Changes:
    """Save the note of one household's talk."""
    with desk.work() as work:
        participant = work.get(Participant, participant_id)
        open_for_writing(work, participant.meeting)
        put_note(work, participant, note)
        return work.changes


def save_left_notes(desk: Desk) -> Changes:
    """Save the notes still being typed of meetings that have been closed meanwhile, by a colleague on another laptop:
    whoever talked with the household has not lost what she wrote."""
    with desk.work() as work:
        for participant_id in drafts.with_draft(work.connection, NOTE):
            participant = work.find(Participant, participant_id)
            meeting = participant and work.find(Meeting, participant.meeting)
            if participant and meeting and meeting.status is VisitStatus.CLOSED:
                save_typed_note(work, participant)
        return work.changes


def set_form_help(desk: Desk, participant_id: str, forms: tuple[str, ...]) -> Changes:
    """Which forms the household was helped with."""
    return _change(desk, participant_id, lambda seat: replace(seat, form_help=forms))


def answer_offer(
    desk: Desk, participant_id: str, offer: Offer, on: date | None = None, seen: Participant | None = None
) -> Changes:
    """The household's answer to the offer of a follow-up, and the day agreed. `seen`: the seat as it was when she
    began, where a colleague's answer may have come since."""
    return _change(desk, participant_id, lambda seat: replace(seat, offer=offer, offer_on=on), seen)


def agree_step(desk: Desk, participant_id: str, step: str) -> Changes:
    """The agreed next step, a code of domain/steps.py; "" takes it back."""
    return _change(desk, participant_id, lambda seat: replace(seat, step=step))


def _change(
    desk: Desk,
    participant_id: str,
    changed: Callable[[Participant], Participant],
    seen: Participant | None = None,
) -> Changes:
    with desk.work() as work:
        participant = work.get(Participant, participant_id)
        open_for_writing(work, participant.meeting)
        work.put(changed(seen or participant), seen)
        seat = work.get(Participant, participant_id)
        if (seat.offer, seat.offer_on, seat.step) != (participant.offer, participant.offer_on, participant.step):
            note_promises_of(work, seat)
        return work.changes
