"""The interpreter at a visit or a meeting. Source: tolkeloven §§ 4, 6, 7 and 17."""

from dataclasses import dataclass
from enum import StrEnum

from hjemmebesok.domain.phrase import N_, Phrase, Refused


class Attends(StrEnum):
    """How the interpreter takes part."""

    HERE = "here"
    PHONE = "phone"
    VIDEO = "video"


ATTENDS_WORDS = {
    Attends.HERE: N_("Til stede"),
    Attends.PHONE: N_("På telefon"),
    Attends.VIDEO: N_("På video"),
}

# Categories of Nasjonalt tolkeregister, best first; "" is somebody outside it, which needs a reason (§ 7).
CATEGORIES = ("A", "B", "C", "D", "E", "")


@dataclass(frozen=True, slots=True)
class Interpreter:
    """An adult who interprets. A child never does (tolkeloven § 4)."""

    name: str
    language: str  # BCP 47
    attends: Attends = Attends.HERE
    category: str = ""
    reason: str = ""  # why somebody outside the register was used
    adult: bool = True

    def __post_init__(self) -> None:
        if not self.adult:
            raise Refused(Phrase("Barn skal aldri tolke (tolkeloven § 4). Velg en voksen tolk."))
        if self.category not in CATEGORIES:
            raise Refused(
                Phrase("Tolkekategorien «{category}» finnes ikke. Velg A, B, C, D eller E.", category=self.category)
            )
