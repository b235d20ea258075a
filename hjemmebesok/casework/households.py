"""Households: finding them, and the whole story of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hjemmebesok.casework.consents import consent_on
from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.export import Export
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store import search
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.reading import Reading
from hjemmebesok.wire.messages import Conflict

MASKED = Phrase("Fortrolig adresse")


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """What a list or a heading shows of a household."""

    household: Household
    persons: tuple[Person, ...]
    dwelling: Dwelling | None
    tenancy: Tenancy | None

    @property
    def address(self) -> str | Phrase:
        """Street and unit, or that it is protected; "" where it is not known."""
        if self.household.protection.masks_address:
            return MASKED
        return self.dwelling.street_line if self.dwelling else ""


@dataclass(frozen=True, slots=True)
class HouseholdFile:
    """One household's story. `meetings` are those of the talks, as far as they are on this laptop; `consent_on` is the
    day they agreed to kartlegging, None where they have not."""

    card: HouseholdCard
    consent_on: date | None
    visits: tuple[Visit, ...]
    talks: tuple[Participant, ...]
    meetings: tuple[Meeting, ...]
    follow_ups: tuple[FollowUp, ...]
    letters: tuple[IssuedLetter, ...]
    exports: tuple[Export, ...]
    conflicts: tuple[Conflict, ...]


def find_households(desk: Desk, typed: str, limit: int = 100) -> list[str]:
    """Ids of the households in which every typed word begins a name, address, number or phone; all where nothing is
    typed. A long list asks for the cards of those in sight with `household_cards`."""
    with desk.store.reading_connection() as connection:
        behind = search.is_behind(connection)
    if behind:
        with desk.store.writing_connection() as connection:
            search.bring_up_to_date(connection)
    with desk.store.reading_connection() as connection:
        return search.search(connection, typed, limit)


def household_cards(desk: Desk, household_ids: Sequence[str]) -> dict[str, HouseholdCard]:
    """The cards of these households, by id; one that has left this laptop meanwhile is left out."""
    with desk.read() as reading:
        cards = {each: find_card(reading, each) for each in household_ids}
    return {each: card for each, card in cards.items() if card}


def search_households(desk: Desk, typed: str, limit: int = 100) -> list[HouseholdCard]:
    """The cards of the households that `find_households` finds."""
    return list(household_cards(desk, find_households(desk, typed, limit)).values())


def household_names(desk: Desk) -> dict[str, str]:
    """The name of every household on this laptop, by id."""
    with desk.read() as reading:
        return {household.id: household.name for household in reading.all(Household)}


def open_household(desk: Desk, household_id: str) -> HouseholdFile:
    """Everything about one household. Raises Refused where it is not on this laptop."""
    with desk.read() as reading:
        conflicts = [conflict for conflict in open_conflicts(reading.connection) if conflict.case == household_id]
        talks = tuple(reading.in_case(Participant, household_id))
        held_at = {talk.meeting for talk in talks}
        return HouseholdFile(
            card=card_of(reading, household_id),
            consent_on=consent_on(reading, household_id),
            visits=_newest_first(reading.in_case(Visit, household_id)),
            talks=talks,
            meetings=tuple(meeting for meeting in reading.all(Meeting) if meeting.id in held_at),
            follow_ups=tuple(reading.in_case(FollowUp, household_id)),
            letters=tuple(reading.in_case(IssuedLetter, household_id)),
            exports=tuple(reading.in_case(Export, household_id)),
            conflicts=tuple(conflicts),
        )


def save_household(desk: Desk, household: Household, seen: Household | None = None) -> Changes:
    """Save what the caseworker changed on the household itself. `seen`: the household as it was when she began, so that
    what a colleague has changed since stays."""
    with desk.work() as work:
        work.get(Household, household.id)
        work.put(household, seen)
        return work.changes


def save_person(desk: Desk, person: Person, seen: Person | None = None) -> Changes:
    """Save one person of a household; `seen` as above."""
    with desk.work() as work:
        work.put(person, seen)
        return work.changes


def card_of(reading: Reading, household_id: str) -> HouseholdCard:
    """The card of one household. Raises Refused where it is not on this laptop."""
    household = reading.get(Household, household_id)
    tenancies = sorted(reading.in_case(Tenancy, household_id), key=lambda tenancy: str(tenancy.starts or ""))
    tenancy = tenancies[-1] if tenancies else None
    dwellings = reading.in_case(Dwelling, household_id)
    rented = [dwelling for dwelling in dwellings if tenancy and dwelling.id == tenancy.dwelling] or dwellings
    persons = tuple(reading.in_case(Person, household_id))
    return HouseholdCard(household, persons, rented[-1] if rented else None, tenancy)


def find_card(reading: Reading, household_id: str) -> HouseholdCard | None:
    """The card of one household, for a list that shows the others where it is not on this laptop or not readable."""
    try:
        return card_of(reading, household_id)
    except Refused:
        return None


def _newest_first(visits: Iterable[Visit]) -> tuple[Visit, ...]:
    return tuple(sorted(visits, key=lambda visit: (visit.starts, visit.version), reverse=True))
