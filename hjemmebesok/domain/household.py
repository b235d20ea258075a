"""A household: the people who rent together, and the case about them."""

from dataclasses import dataclass
from typing import ClassVar

from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """One household; its id is the id of its case. The persons in it are records of their own."""

    kind: ClassVar[str] = "household"

    name: str
    case_number: str = ""
    register_id: str = ""  # the tenant's number in the municipality's housing register
    language: str = "nb"  # BCP 47, the language they read; never a nationality (GDPR art. 9)
    interpreter_needed: bool | None = None
    adults: int | None = None
    children: int | None = None
    protection: Protection = Protection.NONE
    reserved: bool = False  # has asked not to be contacted
    safety_note: str = ""  # what a colleague must know before going there
