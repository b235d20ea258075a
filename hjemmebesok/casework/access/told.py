"""What is told of a case: its records, changes, drafts and double values, through the sieve."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from hjemmebesok.casework.access.asker import Asker, asker
from hjemmebesok.casework.access.sieve import Sieve, sieve_for
from hjemmebesok.casework.consents import consent_on
from hjemmebesok.casework.exports import refuse_barred
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.record import Record
from hjemmebesok.store import casefile
from hjemmebesok.store.casefile import PlainChange, PlainDraft, PlainRecord
from hjemmebesok.store.reading import Reading
from hjemmebesok.wire.messages import Conflict, Value

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Version:
    """One of two values of a field: what, by whom, when (ISO 8601)."""

    value: Any
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class TwoValues:
    """A field that two people wrote; `open` while nobody has chosen."""

    record: str
    kind: str
    field: str
    shown: Version
    other: Version
    open: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that may be told to one person, as plain values."""

    household: Household
    asker: Asker
    records: tuple[PlainRecord, ...]
    changes: tuple[PlainChange, ...]
    drafts: tuple[PlainDraft, ...]
    two_values: tuple[TwoValues, ...]
    consent_on: date | None
    held_back: int  # so many fields are about others

    def all(self, kind: type[R]) -> list[R]:
        """The records of one kind as values, oldest first."""
        found = (record.typed(kind) for record in self.records)
        return [record for record in found if record is not None]


def told(reading: Reading, household_id: str, person_id: str, included: frozenset[str]) -> Told:
    """What this person of the household may be told, and of the others there those in `included` (ids).

    Raises Refused where she is not of the household, and for a strengt fortrolig one.
    """
    household = reading.get(Household, household_id)
    refuse_barred(household)
    who = asker(reading.in_case(Person, household_id), person_id, included)
    if who is None:
        raise Refused(Phrase("Velg hvem i husstanden som ber om innsyn."))
    connection = reading.connection
    held = casefile.records_of(connection, household_id)
    sieve = sieve_for(who, household_id, held, masks_address=household.protection.masks_address)
    kinds = {record.id: record.kind for record in held}
    return Told(
        household, who,
        records=tuple(_records(sieve, held)),
        changes=tuple(_changes(sieve, casefile.changes_of(connection, household_id))),
        drafts=tuple(_drafts(sieve, casefile.drafts_of(connection, household_id), kinds)),
        two_values=tuple(_two_values(sieve, casefile.conflicts_of(connection, household_id))),
        consent_on=consent_on(reading, household_id),
        held_back=len(sieve.held_back),
    )  # fmt: skip


def _records(sieve: Sieve, records: Iterable[PlainRecord]) -> Iterable[PlainRecord]:
    for record in records:
        if fields := sieve.fields(record.kind, record.id, record.fields):
            yield replace(record, fields=fields)


def _changes(sieve: Sieve, changes: Iterable[PlainChange]) -> Iterable[PlainChange]:
    for change in changes:
        if fields := sieve.fields(change.kind, change.record, change.fields):
            yield replace(change, fields=fields)


def _drafts(sieve: Sieve, drafts: Iterable[PlainDraft], kinds: dict[str, str]) -> Iterable[PlainDraft]:
    for draft in drafts:
        if passed := sieve.fields(kinds[draft.record], draft.record, {draft.field: draft.value}):
            yield replace(draft, value=passed[draft.field])


def _two_values(sieve: Sieve, conflicts: Iterable[Conflict]) -> Iterable[TwoValues]:
    for each in conflicts:
        versions = [_version(sieve, each, value) for value in (each.shown, each.other)]
        shown, other = versions
        if shown and other:
            yield TwoValues(each.record, each.kind, each.field, shown, other, each.state == "open")


def _version(sieve: Sieve, conflict: Conflict, value: Value) -> Version | None:
    several = isinstance(value.value, dict) and conflict.field in value.value  # fields that are merged as one
    passed = sieve.fields(conflict.kind, conflict.record, value.value if several else {conflict.field: value.value})
    return Version(passed if several else passed[conflict.field], value.author, value.at) if passed else None
