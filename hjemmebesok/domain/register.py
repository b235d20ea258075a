"""What the tenant register last said about a household."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry(Record):
    """The register's own values at the last import, so that the next one brings only what the register has changed
    and never writes over what a caseworker has corrected since."""

    kind: ClassVar[str] = "register_entry"

    register_id: str
    read_on: date
    values: dict[str, Any] = field(default_factory=dict)  # "tenancy.rent" -> plain value
