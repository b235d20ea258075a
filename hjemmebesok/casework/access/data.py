"""Everything told, as JSON for other programs (personvernforordningen art. 20 asks for such a form too)."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from hjemmebesok.casework.access.told import Told

FORMAT = "hjemmebesok.innsyn/1"


def as_json(told: Told, municipality: str, made_by: str, made_at: datetime) -> bytes:
    """All records, changes, drafts and double values. Amounts are øre, days and times ISO 8601."""
    plain: dict[str, Any] = {
        "format": FORMAT,
        "municipality": municipality,
        "made_by": made_by,
        "made_at": made_at.isoformat(timespec="seconds"),
        "person": told.asker.person.id,
        "household": told.household.id,
        "held_back_fields": told.held_back,
        "records": [asdict(record) for record in told.records],
        "changes": [asdict(change) for change in told.changes],
        "not_saved": [asdict(draft) for draft in told.drafts],
        "two_values": [asdict(each) for each in told.two_values],
    }
    return f"{json.dumps(plain, ensure_ascii=False, indent=2)}\n".encode()
