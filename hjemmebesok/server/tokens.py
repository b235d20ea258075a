"""Secrets that laptops show. Both begin with the municipality, so that each is looked up within it and nowhere else.

Only their SHA-256 is stored: they are random enough (256 and 80 bits) that nothing slower is needed.
"""

import hashlib
import re
import secrets
from datetime import datetime, timedelta

from hjemmebesok.server.columns import stamp

MUNICIPALITY = re.compile(r"\A[a-z0-9]{2,20}\Z")  # such as a municipality's number
TOKEN_LIVES = timedelta(days=90)  # unused; each day of use begins it anew
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: 5 bits a letter, none that look alike
_LOOK_ALIKE = str.maketrans("OIL", "011")
_CODE_LETTERS = 16


def new_token(municipality: str) -> str:
    """A device token: the municipality and 256 random bits."""
    return f"{municipality}.{secrets.token_urlsafe(32)}"


def new_code(municipality: str) -> str:
    """A one-time code to read aloud and type: the municipality and 80 random bits, such as 9999-7K3M-P0QX-T9HA-4WEZ."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LETTERS))
    return "-".join((municipality, *(letters[at : at + 4] for at in range(0, _CODE_LETTERS, 4))))


def typed_code(text: str) -> str:
    """The code as it was made, however it was typed: small letters, spaces, O for 0, I or L for 1."""
    bare = re.sub(r"[\s-]", "", text)[:100]
    municipality, letters = bare[:-_CODE_LETTERS].lower(), bare[-_CODE_LETTERS:].upper().translate(_LOOK_ALIKE)
    return "-".join((municipality, *(letters[at : at + 4] for at in range(0, len(letters), 4))))


def is_worn(expires_at: str, now: datetime) -> bool:
    """True once a token has been in use for a day, so that it is renewed once a day and not at every request."""
    return expires_at < stamp(now + TOKEN_LIVES - timedelta(days=1))


def municipality_of(secret: str) -> str:
    """The municipality a token or a code begins with; "" where it is neither."""
    head = re.split(r"[.-]", secret, maxsplit=1)[0]
    return head if MUNICIPALITY.match(head) else ""


def digest(secret: str) -> bytes:
    """What is stored of a secret."""
    return hashlib.sha256(secret.encode()).digest()
