"""The blocks of a letter text, each beside the Norwegian one that it translates."""

from dataclasses import dataclass
from enum import Enum

from hjemmebesok.casework.text_approval import Standings
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.letters.texts.block import Block

_WHAT = {
    "# ": N_("Tittel"),
    "## ": N_("Overskrift"),
    "- ": N_("Punkt"),
    "1. ": N_("Nummerert punkt"),
    "": N_("Avsnitt"),
}


class BlockState(Enum):
    """How a block stands to the Norwegian text."""

    CURRENT = "current"
    STALE = "stale"  # the Norwegian block has been changed since
    MISSING = "missing"  # the Norwegian text has it, and this one does not
    ORPHAN = "orphan"  # the Norwegian text does not have it


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block: what it is, when it stands in the letter, its Norwegian words, and its own in this language."""

    id: str
    what: Words
    only: Words  # "" for a block that always stands there
    norwegian: str
    words: str
    state: BlockState


def text_blocks(standing: Standings, letter: str, language: str) -> list[TextBlock]:
    """Every block, in the order of the Norwegian text; what that does not have comes last.

    Raises Refused where the file cannot be read.
    """
    original, source = standing.texts.source(letter, ORIGINAL), standing.texts.source(letter, language)
    stamps = source.translated_from
    found = []
    for block in original.blocks.values():
        state = BlockState.CURRENT
        if block.id not in source.blocks:
            state = BlockState.MISSING
        elif language != ORIGINAL and stamps.get(block.id) != block.fingerprint:
            state = BlockState.STALE
        found.append(_seen(block, block, source.blocks.get(block.id), state))
    orphans = [block for block in source.blocks.values() if block.id not in original.blocks]
    return found + [_seen(block, None, block, BlockState.ORPHAN) for block in orphans]


def _seen(block: Block, norwegian: Block | None, own: Block | None, state: BlockState) -> TextBlock:
    return TextBlock(
        id=block.id,
        what=_WHAT[block.marker],
        only=_only(block),
        norwegian=norwegian.words if norwegian else "",
        words=own.words if own else "",
        state=state,
    )


def _only(block: Block) -> Words:
    if not block.condition:
        return ""
    if block.unless:
        return Phrase("Står der bare når {field} mangler", field=block.condition)
    return Phrase("Står der bare når {field} er kjent", field=block.condition)
