"""What is written, and the words by which it is known again."""

from typing import Any


def a_value(name: str, case: str, number: int, pick: int) -> Any:
    """Something to write in this field, that nobody has written before where the field has room for that."""
    word = f"{mark(case)} {number}"
    lines = ["en", "to", "tre"]
    lines[pick % 3] = word
    values: dict[str, Any] = {
        "reserved": bool(pick % 2), "minutes": pick, "note": "\n".join(lines), "done_on": "2026-10-12",
        "due": "2026-10-13", "starts": f"2026-10-{1 + pick % 28:02}T10:30:00", "rooms": pick % 7,
        "staff": ["Kari", "Ola", "Ada"][: pick % 4], "present": [word], "form_help": ["income", word],
    }  # fmt: skip
    return values.get(name, word)


def mark(case: str) -> str:
    """A word that stands in the texts of this case and nowhere else."""
    return f"kanarifugl{case}x"
