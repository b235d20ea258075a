"""What the archive is told of one letter."""

from dataclasses import dataclass
from datetime import date, datetime

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.protection import Protection


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whom the letter is to. A fortrolig address (kode 7) is never told; strengt fortrolig (kode 6) is refused."""

    name: str
    street: str = ""
    postcode: str = ""
    place: str = ""
    protection: Protection = Protection.NONE
    person: bool = True  # else an office, whose name may be seen

    def __post_init__(self) -> None:
        if self.protection.barred_from_laptop:
            raise Refused(Phrase("Saker med strengt fortrolig adresse arkiveres ikke herfra. De håndteres manuelt."))


@dataclass(frozen=True, slots=True)
class Shielding:
    """Why outsiders may not see who it is about: the archive's own code, and the legal basis in words."""

    restriction: str
    hjemmel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDocument:
    """One letter. `case_title` is there where the archive must make the case first, and "" where it has it already.

    Titles and file name stand in the public journal: they say what it is, and never whom it is about.
    """

    key: str  # our own permanent id of the letter
    case_key: str  # our own permanent id of the case
    title: str
    case_title: str = ""
    outgoing: bool = True  # else an internal document that nobody has to follow up
    pdf: bytes
    file_name: str
    written_on: date
    made_at: datetime  # with its zone
    made_by: str
    municipality: str
    party: Party
    shielding: Shielding | None = None
    open_case: bool = False  # the case is about nobody: it is open, also where this document in it is shielded
