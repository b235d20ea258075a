"""Cases that are the whole municipality's: everyone of it reads them, and some roles write in them. No household's."""

from collections.abc import Mapping

# Which case a kind lies in, and in no other: so that nobody can put one where her own rights let her write.
CASE_OF_KIND: Mapping[str, str] = {
    "rule_settings": "rules",
    "rate_table": "rules",
    "letter_text": "letter-texts",
    "text_approval": "letter-texts",
}
MUNICIPAL_CASES = frozenset(CASE_OF_KIND.values())


def lies_right(kind: str, case: str) -> bool:
    """True where a record of this kind may lie in this case."""
    return CASE_OF_KIND.get(kind) == (case if case in MUNICIPAL_CASES else None)
