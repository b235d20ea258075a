"""What tells whether something still says the same."""

import hashlib
import json
from typing import Any


def fingerprint(plain: Any) -> str:
    """The SHA-256 of a plain value, in hexadecimal: another one whenever a word of it is, in whichever order its names
    stand."""
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
