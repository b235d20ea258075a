"""The code lists of Fiks Arkiv version 1 that our messages use. They are files beside the schema, not part of it."""

from types import MappingProxyType

LISTS = MappingProxyType(
    {
        "journalposttype": frozenset("IUNXS"),
        "journalstatus": frozenset("JFGEAUMSR"),
        "saksstatus": frozenset("BAURSPF"),
        "korrespondanseparttype": frozenset(("EA", "EM", "EK", "GM", "IA", "IM", "IK")),
        "tilknyttetRegistreringSom": frozenset("HV"),
        "variantformat": frozenset("PAOS"),
        "dokumentstatus": frozenset("BF"),
        "dokumenttype": frozenset(("KORR", "NOTAT", "DOKUMENT", "SAKSFRAMLEGG", "VEDLEGG")),  # those we may need
    }
)
"""Element of the message -> the codes it may hold. Which restrictions of access there are (tilgangsrestriksjon), each
archive decides for itself."""


def checked(element: str, code: str) -> str:
    """The code, where the list of the element has it. Raises ValueError: such a message must never be written."""
    if code not in LISTS[element]:
        raise ValueError(f"{code!r} is not a {element} of Fiks Arkiv version 1")
    return code
