"""What an update of the program has changed in a text that the municipality has words of its own for."""

from collections.abc import Iterator
from dataclasses import dataclass

from hjemmebesok.casework.text_blocks import only_when, what_it_is
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.domain.phrase import Refused, Words
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.source import Source, parse_source


@dataclass(frozen=True, slots=True)
class Said:
    """A block as one of the two texts has it. `words` are "" where it does not have it."""

    words: str
    only: Words  # when it stands in the letter, "" for always


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that the update changed, and that the municipality's own text does not say in the same way."""

    block: str
    what: Words
    before: Said  # in the program, when the municipality last saved
    own: Said
    now: Said  # in the program

    @property
    def untouched(self) -> bool:
        """Whether the municipality's own is the program's as it was, so that the new one takes nothing of hers."""
        return self.own == self.before


def updates(version: TextVersion) -> tuple[BlockChange, ...]:
    """What the program's own text says now that it did not when this version was saved over it.

    None where the version cannot be read. In a translation only of blocks that both have: which there are is for the
    Norwegian text to say.
    """
    if not version.body:
        return ()
    name = f"{version.letter}/{version.language}"
    try:
        before, own = parse_source(name, version.over), parse_source(name, version.body)
    except Refused:
        return ()
    return tuple(_changes(before, own, SHIPPED.shipped(version.letter, version.language)))


def _changes(before: Source, own: Source, now: Source) -> Iterator[BlockChange]:
    blocks = dict.fromkeys((*before.blocks, *now.blocks))
    for block in blocks:
        was, ours, theirs = before.blocks.get(block), own.blocks.get(block), now.blocks.get(block)
        if was == theirs or ours == theirs or (own.name.rpartition("/")[2] != ORIGINAL and not (ours and theirs)):
            continue
        shown = theirs or ours
        if shown:
            yield BlockChange(block, what_it_is(shown), _said(was), _said(ours), _said(theirs))


def _said(block: Block | None) -> Said:
    return Said(block.words, only_when(block)) if block else Said("", "")
