"""A municipal dwelling that someone rents."""

from dataclasses import dataclass
from typing import ClassVar

from hjemmebesok.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Dwelling(Record):
    """Where the household lives now."""

    kind: ClassVar[str] = "dwelling"

    address: str
    postcode: str = ""  # four digits, leading zeros kept
    place: str = ""
    unit: str = ""  # bolignummer, such as H0302
    estate: str = ""  # the building or estate in the register
    borettslag_number: str = ""  # organisation number of the housing cooperative
    share_number: str = ""  # andelsnummer
    rooms: int | None = None
    area_m2: int | None = None

    @property
    def street_line(self) -> str:
        """Street and unit on one line, as on a door or an envelope."""
        return f"{self.address}, {self.unit}" if self.unit else self.address
