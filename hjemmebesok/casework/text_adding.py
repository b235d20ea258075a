"""A new block of a Norwegian letter text: typed, kept as a draft at each keystroke, then a step among the others."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import asdict, dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_steps import Step, added
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED
from hjemmebesok.letters.texts.block import new_block
from hjemmebesok.store import drafts

KINDS = (("", N_("Avsnitt")), ("## ", N_("Overskrift")), ("- ", N_("Punkt")), ("1. ", N_("Nummerert punkt")))
_LONGEST = 24  # characters of a label
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ı": "i", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Adding:
    """What is typed of it. `condition` is a field's name, and `unless` asks that it be missing; "" is always there."""

    after: str
    marker: str = ""
    condition: str = ""
    unless: bool = False
    words: str = ""


def keep_adding(desk: Desk, letter: str, adding: Adding) -> None:
    """Keep what now stands there."""
    with desk.store.writing_connection() as connection:
        drafts.keep_draft(connection, _place(letter), "block", asdict(adding), desk.now().isoformat())


def text_adding(desk: Desk, letter: str) -> Adding | None:
    """What was typed and not put in; None where nothing was."""
    with desk.store.reading_connection() as connection:
        kept = drafts.drafts_of(connection, _place(letter)).get("block")
    return Adding(**kept) if kept else None


def drop_adding(desk: Desk, letter: str) -> None:
    """Forget it."""
    with desk.store.writing_connection() as connection:
        drafts.drop_drafts(connection, _place(letter))


def step_of(letter: str, adding: Adding, there: Collection[str]) -> Step:
    """The step that puts it in, among the blocks that are there.

    Raises Refused where there are no words, or they cannot be read as one block.
    """
    if not adding.words.strip():
        raise Refused(Phrase("Skriv hva som skal stå der."))
    label = new_label(adding.words, {*there, *SHIPPED.source(letter, ORIGINAL).blocks})
    return added(new_block(label, adding.marker, adding.words, adding.condition, unless=adding.unless), adding.after)


def new_label(words: str, taken: Collection[str]) -> str:
    """A label that none of these is, made of the first words."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain) or ["avsnitt"]
    label: str = parts[0][:_LONGEST]
    for part in parts[1:]:
        if len(label) + 1 + len(part) > _LONGEST:
            break
        label = f"{label}-{part}"
    number, free = 2, label
    while free in taken:
        number, free = number + 1, f"{label}-{number}"
    return free


def _place(letter: str) -> str:
    return f"letter-text/{letter}/new"
