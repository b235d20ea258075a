"""What is written, and the words by which it is known again."""

import re
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


def an_answer(field: str, case: str, number: int, pick: int, before: Any) -> Any:
    """Something to answer in this field of a form that nobody has answered before, where this stood `before`; now and
    then what is half typed, and can be no answer."""
    word, amount = f"{mark(case)} {number}", number * 100
    if field == "summary.note":
        lines = (before or "en\nto\ntre").split("\n")[:6]
        lines[pick % len(lines)] = word
        return "\n".join(lines)
    if field == "visit.presence":
        return before | {"present": [*before["present"][pick % 3 :][:4], word]}
    if field == "economy.income/1":
        return {"type": "lonn_fast", "who": word, "amount": amount}
    return amount if pick % 5 else f"{word} kr"


def words(value: Any) -> set[str]:
    """The words in a value that nobody has written before."""
    return set(re.findall(r"kanarifugl\w+x \d+", repr(value)))


def mark(case: str) -> str:
    """A word that stands in the texts of this case and nowhere else."""
    return f"kanarifugl{case}x"
