"""A person in a household."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record


class Role(StrEnum):
    """What a person is in the household."""

    TENANT = "tenant"
    PARTNER = "partner"
    CHILD = "child"
    OTHER = "other"


ROLE_WORDS = {
    Role.TENANT: N_("Leietaker"),
    Role.PARTNER: N_("Ektefelle eller samboer"),
    Role.CHILD: N_("Barn"),
    Role.OTHER: N_("Andre i husstanden"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """One person. Birth date is a field of its own: from 2032 it no longer follows from the national id."""

    kind: ClassVar[str] = "person"

    name: str
    role: Role = Role.TENANT
    born: date | None = None
    national_id: str = ""  # eleven digits, leading zeros kept; checked as a warning only
    phone: str = ""
    email: str = ""
