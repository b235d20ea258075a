"""The checklist of documents that an application needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.letters.letter import Letter

_NO_DATE = N_("Ikke avtalt")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChecklist(Letter):
    """To one household: the whole list, and what it has said it will find. `next_visit` is local time.

    Source of the list: Husbanken's own for applications, and the two bank refusals that municipalities ask for.
    Whoever has a protected address cannot apply on the web, and is told about the paper form.
    """

    code: ClassVar[str] = "document_checklist"

    agreed: tuple[tuple[Words, date | None], ...] = ()
    next_visit: datetime | None = None

    def fields(self) -> Mapping[str, Any]:
        """The fields of resources/letters/document_checklist."""
        visit = self.next_visit
        return {
            **self.sender.fields(),
            "avtalt": tuple((what, due or _NO_DATE) for what, due in self.agreed),
            "papir": self.recipient.protection.masks_address,
            "besok": {"dato": visit.date(), "klokka": visit.time()} if visit else None,
        }
