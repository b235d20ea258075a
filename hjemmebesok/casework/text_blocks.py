"""The blocks of a letter text, each beside the Norwegian one that it translates."""

from dataclasses import dataclass
from enum import Enum

from hjemmebesok.casework.text_approval import Standings
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.frame import fixed_blocks

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
    marker: str  # as in the file: "# ", "## ", "", "- ", "1. "
    what: Words
    only: Words  # "" for a block that always stands there
    norwegian: str
    words: str
    state: BlockState
    fixed: bool  # the program needs it where it is


def text_blocks(standing: Standings, letter: str, language: str) -> list[TextBlock]:
    """Every block, in the order of the Norwegian text; what that does not have comes last.

    Raises Refused where the file cannot be read.
    """
    original, source = standing.texts.source(letter, ORIGINAL), standing.texts.source(letter, language)
    stamps, fixed = source.translated_from, fixed_blocks(standing.texts.shipped(letter, ORIGINAL), original)
    found = []
    for block in original.blocks.values():
        state = BlockState.CURRENT
        if block.id not in source.blocks:
            state = BlockState.MISSING
        elif language != ORIGINAL and stamps.get(block.id) != block.fingerprint:
            state = BlockState.STALE
        found.append(_seen(block, block, source.blocks.get(block.id), state, fixed=block.id in fixed))
    orphans = [block for block in source.blocks.values() if block.id not in original.blocks]
    return found + [_seen(block, None, block, BlockState.ORPHAN) for block in orphans]


def what_it_is(block: Block) -> Words:
    """A heading, an item of a list, a paragraph …"""
    return _WHAT[block.marker]


def only_when(block: Block) -> Words:
    """When the block stands in the letter; "" for one that always does."""
    return when(block.condition, unless=block.unless) if block.condition else ""


def when(field: str, *, unless: bool) -> Phrase:
    """That a block stands there only where this field is known, or only where it is missing."""
    if unless:
        return Phrase("Står der bare når {field} mangler", field=field)
    return Phrase("Står der bare når {field} er kjent", field=field)


def _seen(
    block: Block, norwegian: Block | None, own: Block | None, state: BlockState, *, fixed: bool = False
) -> TextBlock:
    return TextBlock(
        id=block.id,
        marker=block.marker,
        what=what_it_is(block),
        only=only_when(block),
        norwegian=norwegian.words if norwegian else "",
        words=own.words if own else "",
        state=state,
        fixed=fixed,
    )
