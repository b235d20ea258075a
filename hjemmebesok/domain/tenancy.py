"""A tenancy: the lease between the municipality and the household."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenancy(Record):
    """One lease. Most municipal leases are for a limited time."""

    kind: ClassVar[str] = "tenancy"

    dwelling: str  # id of the Dwelling
    contract_number: str = ""
    starts: date | None = None
    ends: date | None = None
    rent: Money | None = None  # a month
    deposit: Money | None = None
    arrears: Money | None = None
