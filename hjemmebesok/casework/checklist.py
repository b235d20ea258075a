"""What still stands open in a visit, for whoever is about to lock the note. Open is never wrong; unreadable is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hjemmebesok.casework.conflicts import Conflict
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.casework.interpreting import needs_interpreter
from hjemmebesok.casework.known import known_answers
from hjemmebesok.casework.visits import PRESENCE
from hjemmebesok.domain.kartlegging import SECTIONS, Kartlegging, check_answer, field_of
from hjemmebesok.domain.kartlegging.fields import Section, is_open, lines
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.kartlegging.summary import AGREED
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.domain.visit import Visit

IN_STEP = "in_step"  # where one chooses between two values


@dataclass(frozen=True, slots=True)
class Open:
    """One line of the list. `key` is where to go: an answer's key, PRESENCE, or IN_STEP. `blocks`: cannot be locked
    with it."""

    words: Words
    key: str
    blocks: bool = False


def is_done(section: Section, answers: Mapping[str, Any]) -> bool:
    """Whether every question of the section that should have an answer has one."""
    return not any(is_open(field, answers) for field in section.fields)


def still_open(
    visit: Visit,
    card: HouseholdCard,
    answers: Mapping[str, Any],
    drafts: Mapping[str, Any],
    conflicts: Sequence[Conflict] = (),
) -> list[Open]:
    """Everything that is still open, what blocks first. `conflicts` are those of the visit and its form."""
    known = known_answers(answers, drafts)
    blocking = [*_unreadable(drafts), *_steps_without_words(known), *_two_values(conflicts)]
    return [*blocking, *_who(visit, card), *_ages(known), *_questions(known)]


def _unreadable(drafts: Mapping[str, Any]) -> Iterator[Open]:
    for key, typed in drafts.items():
        if key == PRESENCE:
            yield Open(Phrase("Hvem som er med, er ikke fylt ut riktig."), key, blocks=True)
            continue
        try:
            check_answer(key, typed)
        except Refused:
            yield Open(Phrase("«{label}» kan ikke leses.", label=Phrase(field_of(key).label)), key, blocks=True)


def _steps_without_words(known: Mapping[str, Any]) -> Iterator[Open]:
    for line_id, line in lines(known, AGREED.id):
        if not line.get("step"):
            yield Open(Phrase("Et avtalt steg mangler hva som skal gjøres."), f"{AGREED.id}/{line_id}", blocks=True)


def _two_values(conflicts: Sequence[Conflict]) -> Iterator[Open]:
    for kind, field in dict.fromkeys((each.kind, each.field) for each in conflicts):
        label = Phrase(field_of(field).label if kind == Kartlegging.kind else N_("Hvem er med og når"))
        words = Phrase("To har skrevet ulikt i «{label}». Velg under «I takt med serveren».", label=label)
        yield Open(words, IN_STEP, blocks=True)


def _who(visit: Visit, card: HouseholdCard) -> Iterator[Open]:
    if not visit.present:
        yield Open(Phrase("Hvem som var hjemme, er ikke ført opp."), PRESENCE)
    if needs_interpreter(card.household) and visit.interpreter is None:
        yield Open(Phrase("Tolken er ikke ført opp."), PRESENCE)


def _ages(known: Mapping[str, Any]) -> Iterator[Open]:
    unknown = [f"{MEMBERS.id}/{line_id}" for line_id, line in lines(known, MEMBERS.id) if line.get("age") is None]
    if unknown:
        words = Plural("Alderen til én i husstanden mangler.", "Alderen til {n} i husstanden mangler.", len(unknown))
        yield Open(words, unknown[0])


def _questions(known: Mapping[str, Any]) -> Iterator[Open]:
    for section in SECTIONS:
        unanswered = [field for field in section.fields if is_open(field, known)]
        if unanswered:
            title = Phrase(section.title)
            words = Plural(
                "{section}: ett spørsmål er åpent", "{section}: {n} spørsmål er åpne", len(unanswered), section=title
            )
            yield Open(words, unanswered[0].id)
