"""Who a letter is from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The municipality, and the caseworker to ask."""

    municipality: str
    caseworker: str
    title: str  # in Norwegian, as on the door: boligkonsulent
    phone: str
    email: str = ""
    office: str = ""  # where to find them: street and place

    def fields(self) -> dict[str, object]:
        """The fields that every letter text may use about the sender."""
        return {
            "kommune": self.municipality,
            "saksbehandler": self.caseworker,
            "telefon": self.phone,
            "epost": self.email,
            "kontor": self.office,
            "avsender": (f"{self.caseworker}, {self.title}", self.municipality),
        }
