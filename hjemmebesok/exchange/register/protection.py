"""Adressebeskyttelse as registers word it: Folkeregisteret's grades, NAV's codes, everyday speech."""

import re

from hjemmebesok.domain.protection import Protection

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_STRICT = {"6", "19", "spsf", "utland", "abroad", "strictly"}
_FORTROLIG = {"7", "fortrolig", "spfo", "confidential"}
_SAYS_NOTHING = {"kode", "adresse", "sperret", "code", "address"}
_OPEN = {
    *("", "ugradert", "ugradert adresse", "ikke gradert", "ingen", "ingen adressebeskyttelse", "nei", "0"),
    *("no", "none", "false", "usann"),
}
# Elsewhere in a row, as in a note or in the place of the address.
_MENTIONED = re.compile(r"\bstreng\w*[\W_]*fortrolig|\bkode[\W_]*(6|19)\b|\bspsf\b|\bstrictly confidential\b")


def protection(cell: str) -> Protection | None:
    """What the wording says, from Folkeregisteret, NAV's codes or everyday speech; None where it is unknown."""
    words = _WORDS.findall(cell.casefold())
    if any(word in _STRICT or word.startswith("streng") for word in words):
        return Protection.UTLAND if {"utland", "abroad", "19"} & set(words) else Protection.STRENGT_FORTROLIG
    telling = set(words) - _SAYS_NOTHING
    if telling and telling <= _FORTROLIG:
        return Protection.FORTROLIG
    is_open = " ".join(words) in _OPEN and (words or cell in ("", "-", "–"))
    return Protection.NONE if is_open else None


def mentions_strict(cell: str) -> bool:
    """True for any cell that speaks of strengt fortrolig address, whatever its column."""
    return bool(_MENTIONED.search(cell.casefold()))
