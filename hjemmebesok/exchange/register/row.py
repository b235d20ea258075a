"""What reading a register gives: rows that can be taken, and remarks about what cannot."""

from dataclasses import dataclass, field
from datetime import date

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.protection import Protection


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One tenant and one lease. "" and None mean that the register says nothing, which is never the same as no."""

    line: int  # where the row begins in the file, counted from 1
    register_id: str  # the same tenant's in the next export: see register/keys.py
    name: str
    protection: Protection
    co_tenant: str = ""
    national_id: str = field(default="", repr=False)  # eleven digits; kept out of logs
    born: date | None = None
    adults: int | None = None
    children: int | None = None
    residents: int | None = None
    language: str | None = None  # BCP 47
    interpreter_needed: bool | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    unit: str = ""  # bolignummer, such as H0302
    estate: str = ""
    borettslag_number: str = ""  # nine digits
    share_number: str = ""
    rooms: int | None = None
    area_m2: int | None = None
    contract_number: str = ""
    starts: date | None = None
    ends: date | None = None  # None too where the lease has no end
    rent: Money | None = None  # a month
    deposit: Money | None = None
    arrears: Money | None = None  # negative where the tenant has paid in advance
    caseworker: str = ""

    @property
    def household_name(self) -> str:
        """Both tenants as one name: 'Ayşe og Mehmet Yılmaz', 'Liv Strand og Tomasz Nowak'."""
        if not self.co_tenant:
            return self.name
        first, _, surname = self.name.rpartition(" ")
        shared = first and self.co_tenant.endswith(f" {surname}")
        return f"{first if shared else self.name} og {self.co_tenant}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong, and where. `column` is the heading as the file has it; "" for the row as a whole."""

    line: int
    column: str
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Register:
    """A whole file, judged. A line is either in `rows` or has one or more remarks in `refused`."""

    rows: tuple[RegisterRow, ...]
    refused: tuple[Remark, ...]  # one for each fault, in the order of the lines
    warnings: tuple[Remark, ...]  # about rows that are taken all the same
    ignored: tuple[str, ...]  # headings of columns that are not read
    withheld: frozenset[str] = field(default=frozenset(), repr=False)  # register ids of rows to be handled by hand
