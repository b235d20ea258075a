"""Which cases may be on no laptop: those of a household with a strictly protected address (kode 6)."""

from collections.abc import Mapping
from typing import Any

# The grades that may leave the server. Any other keeps the case there, and so does one of a later version.
_GOES_OUT = {("household", "protection"): (None, "none", "fortrolig")}


def is_restricted(kind: str, fields: Mapping[str, Any]) -> bool:
    """True where the record keeps its case on the server."""
    return any(kind == one and fields.get(field) not in grades for (one, field), grades in _GOES_OUT.items())
