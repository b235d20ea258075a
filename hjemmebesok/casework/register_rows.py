"""A row of the tenant register as the fields of our records."""

from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person, Role
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.exchange.register import RegisterRow
from hjemmebesok.store.codec import to_fields
from hjemmebesok.store.work import derived_id

LABELS = {
    "household.name": N_("Navn"),
    "household.language": N_("Språk"),
    "household.interpreter_needed": N_("Trenger tolk"),
    "household.protection": N_("Adressebeskyttelse"),
    "household.adults": N_("Voksne"),
    "household.children": N_("Barn"),
    "tenant.name": N_("Leietaker"),
    "tenant.born": N_("Fødselsdato"),
    "tenant.national_id": N_("Fødselsnummer"),
    "tenant.phone": N_("Telefon"),
    "tenant.email": N_("E-post"),
    "partner.name": N_("Medleietaker"),
    "dwelling.address": N_("Adresse"),
    "dwelling.postcode": N_("Postnummer"),
    "dwelling.place": N_("Poststed"),
    "dwelling.unit": N_("Bolignummer"),
    "dwelling.estate": N_("Eiendom"),
    "dwelling.borettslag_number": N_("Borettslag"),
    "dwelling.share_number": N_("Andelsnummer"),
    "dwelling.rooms": N_("Rom"),
    "dwelling.area_m2": N_("Kvadratmeter"),
    "tenancy.contract_number": N_("Kontraktsnummer"),
    "tenancy.starts": N_("Kontrakt fra"),
    "tenancy.ends": N_("Kontrakt til"),
    "tenancy.rent": N_("Husleie i måneden"),
    "tenancy.deposit": N_("Depositum"),
    "tenancy.arrears": N_("Restanse"),
}

_ALWAYS = ("register_id", "role", "dwelling")  # what ties the records together


@dataclass(frozen=True, slots=True)
class Part:
    """One record that a row speaks of, and the fields the row gives a value for. `name` is its name in the entry."""

    name: str
    kind: type[Record]
    id: str
    fields: dict[str, Any]


def household_id(row: RegisterRow) -> str:
    """The same tenant of the register is the same household on every laptop."""
    return derived_id("register", row.register_id)


def parts_of(row: RegisterRow) -> list[Part]:
    """The records of one row. What the register leaves empty is left out, so it never empties a field."""
    case = household_id(row)
    dwelling_id = derived_id(case, "dwelling", row.address, row.postcode, row.unit)
    tenancy_id = derived_id(case, "tenancy", row.contract_number or str(row.starts))
    records: list[tuple[str, Record]] = [("household", _household(case, row)), ("tenant", _tenant(case, row))]
    if row.co_tenant:
        partner = derived_id(case, "partner")
        records.append(("partner", Person(id=partner, case=case, name=row.co_tenant, role=Role.PARTNER)))
    if row.address:
        records.append(("dwelling", _dwelling(dwelling_id, case, row)))
        records.append(("tenancy", _tenancy(tenancy_id, case, dwelling_id, row)))
    return [Part(name, type(record), record.id, _given(name, record)) for name, record in records]


def _given(part: str, record: Record) -> dict[str, Any]:
    return {
        name: value
        for name, value in to_fields(record).items()
        if value not in (None, "") and (name in _ALWAYS or f"{part}.{name}" in LABELS)
    }


def _household(case: str, row: RegisterRow) -> Household:
    return Household(
        id=case,
        case=case,
        name=row.household_name,
        register_id=row.register_id,
        language=row.language or "nb",
        interpreter_needed=row.interpreter_needed,
        adults=row.adults,
        children=row.children,
        protection=row.protection,
    )


def _tenant(case: str, row: RegisterRow) -> Person:
    return Person(
        id=derived_id(case, "tenant"),
        case=case,
        name=row.name,
        born=row.born,
        national_id=row.national_id,
        phone=row.phone,
        email=row.email,
    )


def _dwelling(dwelling_id: str, case: str, row: RegisterRow) -> Dwelling:
    return Dwelling(
        id=dwelling_id,
        case=case,
        address=row.address,
        postcode=row.postcode,
        place=row.place,
        unit=row.unit,
        estate=row.estate,
        borettslag_number=row.borettslag_number,
        share_number=row.share_number,
        rooms=row.rooms,
        area_m2=row.area_m2,
    )


def _tenancy(tenancy_id: str, case: str, dwelling_id: str, row: RegisterRow) -> Tenancy:
    return Tenancy(
        id=tenancy_id,
        case=case,
        dwelling=dwelling_id,
        contract_number=row.contract_number,
        starts=row.starts,
        ends=row.ends,
        rent=row.rent,
        deposit=row.deposit,
        arrears=row.arrears,
    )
