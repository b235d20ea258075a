"""Adressebeskyttelse (protected address): who may be on a laptop at all, and what others may see of it."""

from enum import StrEnum


class Protection(StrEnum):
    """Grades of the Folkeregister. Source: folkeregisterloven § 10-4; domain rules S6."""

    NONE = "none"
    FORTROLIG = "fortrolig"  # kode 7: the address is masked everywhere outward
    STRENGT_FORTROLIG = "strengt_fortrolig"  # kode 6: handled manually, never on a laptop
    UTLAND = "utland"  # abroad, treated as kode 6

    @property
    def barred_from_laptop(self) -> bool:
        """True where nothing of the person may be stored on this machine."""
        return self in (Protection.STRENGT_FORTROLIG, Protection.UTLAND)

    @property
    def masks_address(self) -> bool:
        """True where the address must not be seen in lists, routes, labels or exports."""
        return self is not Protection.NONE
