"""Who a letter is to."""

from dataclasses import dataclass

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.protection import Protection


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """The name or names on the envelope, and the address under them.

    A fortrolig address (kode 7) is never printed, and a strengt fortrolig one (kode 6) is refused: such letters are
    handled by hand.
    """

    name: str
    address: tuple[str, ...] = ()  # street and door, then postcode and place
    protection: Protection = Protection.NONE

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refused(Phrase("Brevet mangler navnet til mottakeren."))
        if self.protection.barred_from_laptop:
            raise Refused(Phrase("Brev til strengt fortrolig adresse lages ikke her. De håndteres manuelt."))

    @property
    def lines(self) -> tuple[str, ...]:
        """What shows in the envelope's window."""
        return (self.name,) if self.protection.masks_address else (self.name, *filter(None, self.address))
