"""What is known before the first question: last visit's answers, the persons of the household, the tenant register."""

from collections.abc import Mapping
from typing import Any

from hjemmebesok.casework.home import members_known
from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store.reading import Reading

# Asked anew at every visit.
_EACH_TIME = ("consent.", "summary.")


def first_answers(reading: Reading, card: HouseholdCard) -> dict[str, Any]:
    """The answers a new form starts with. The register's figures are newer than last visit's."""
    answers = _last_time(reading, card.household.id)
    kept = {key: value for key, value in answers.items() if not key.startswith(_EACH_TIME)}
    return kept | members_known(card, kept) | from_register(card)


def _last_time(reading: Reading, household_id: str) -> Mapping[str, Any]:
    forms = {form.visit: form.answers for form in reading.in_case(Kartlegging, household_id)}
    visits = [visit for visit in reading.in_case(Visit, household_id) if visit.id in forms]
    last = max(visits, key=lambda visit: (visit.starts, visit.version), default=None)
    return forms[last.id] if last else {}


def from_register(card: HouseholdCard) -> dict[str, Any]:
    """What the tenant register answers, by field."""
    tenancy = card.tenancy
    known = {
        "dwelling.municipal": True if tenancy else None,
        "dwelling.rent": tenancy.rent.ore if tenancy and tenancy.rent else None,
        "dwelling.contract_ends": tenancy.ends.isoformat() if tenancy and tenancy.ends else None,
    }
    return {key: value for key, value in known.items() if value is not None}
