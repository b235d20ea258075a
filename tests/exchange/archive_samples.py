"""A letter for the archive, made of invented people."""

from datetime import UTC, date, datetime
from typing import Any

from hjemmebesok.exchange.archive import ArchiveDocument, Party, Shielding

HJEMMEL = "Offentleglova § 13, jf. forvaltningsloven § 13 første ledd nr. 1"


def document(**other: Any) -> ArchiveDocument:
    """A summary to a family, with some of its values replaced."""
    values: dict[str, Any] = {
        "key": "letter-1",
        "case_key": "case-1",
        "title": "Oppsummering av hjemmebesøk",
        "case_title": "Leie til eie: veiledning",
        "pdf": b"%PDF-1.7 a letter",
        "file_name": "visit-summary-2026-10-12.pdf",
        "written_on": date(2026, 10, 12),
        "made_at": datetime(2026, 10, 12, 6, 30, tzinfo=UTC),
        "made_by": "Kari Nordmann",
        "municipality": "Eksempel kommune",
        "party": Party(name="Ayşe og Mehmet Yılmaz", street="Fjellåsen 14, H0302", postcode="0000", place="Eksempel"),
        "shielding": Shielding("UO", HJEMMEL),
    }
    return ArchiveDocument(**values | other)
