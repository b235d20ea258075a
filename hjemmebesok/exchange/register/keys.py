"""What tells one tenant from another, in this file and in the next."""

import hashlib
import re

from hjemmebesok.exchange.register.layout import Layout
from hjemmebesok.exchange.register.table import Record

_NOT_DIGITS = re.compile(r"[^0-9]")


def register_id(record: Record, layout: Layout) -> str:
    """The tenant's number in the register, else that of the contract, else a stand-in for the national id; else ""."""
    tenant = layout.cell(record, "tenant_id")
    contract = layout.cell(record, "contract_number")
    digits = _national_digits(record, layout)
    if tenant:
        return tenant
    if contract:
        return f"kontrakt {contract}"
    # A register id is shown and searched for; the national id itself must not be.
    return f"fnr {hashlib.sha256(digits.encode()).hexdigest()[:16]}" if digits else ""


def identities(record: Record, layout: Layout) -> set[tuple[str, str]]:
    """All that this tenant is known by: a number of theirs, or the flat they live in."""
    unit = layout.cell(record, "unit")
    home = f"{layout.cell(record, 'address')} {unit}".casefold() if unit else ""
    known = {
        ("tenant", layout.cell(record, "tenant_id")),
        ("contract", layout.cell(record, "contract_number")),
        ("national", _national_digits(record, layout)),
        ("home", home),
    }
    return {identity for identity in known if identity[1]}


def _national_digits(record: Record, layout: Layout) -> str:
    digits = _NOT_DIGITS.sub("", layout.cell(record, "national_id"))
    return digits if len(digits) == 11 else ""
