"""Steps that change which blocks a Norwegian text has, and their order: kept while it is worked on, done when saved.

They are steps and not a finished text, so that what a colleague changes meanwhile is not undone by them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hjemmebesok.casework.text_approval import Standings
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts import ORIGINAL, Texts
from hjemmebesok.letters.texts.block import Block, read_blocks
from hjemmebesok.letters.texts.frame import fixed_blocks, is_letter
from hjemmebesok.letters.texts.marking import with_blocks

Step = Mapping[str, str]  # plain, as drafts are kept; made by the three functions below


def out(block: str) -> Step:
    """Take this block out."""
    return {"block": block, "do": "out"}


def moved(block: str, after: str) -> Step:
    """Put this block after that one."""
    return {"block": block, "do": "move", "after": after}


def added(block: Block, after: str) -> Step:
    """Put a new block after that one."""
    return {"block": block.id, "do": "add", "after": after, "source": block.source}


def shaped(texts: Texts, letter: str, steps: Iterable[Step]) -> Texts:
    """The texts as they would be after these steps. A step that can no longer be done is left out.

    Raises Refused where a step touches what the program needs where it is.
    """
    source = texts.source(letter, ORIGINAL)
    shipped = texts.shipped(letter, ORIGINAL)
    fixed = fixed_blocks(shipped, source)
    blocks = list(source.blocks.values())
    for step in steps:
        if step["block"] in fixed or not is_letter(shipped):
            raise Refused(Phrase("«{block}» må stå der det står. Ordene kan du endre.", block=step["block"]))
        blocks = _after(blocks, step)
    if blocks == list(source.blocks.values()):
        return texts
    return replace(texts, own={**texts.own, (letter, ORIGINAL): with_blocks(source, blocks)})


def standing_shaped(standing: Standings, letter: str, steps: Iterable[Step]) -> Standings:
    """How things would stand after these steps. Raises Refused as `shaped` does."""
    return replace(standing, texts=shaped(standing.texts, letter, steps))


def _after(blocks: list[Block], step: Step) -> list[Block]:
    there = {block.id: block for block in blocks}
    if step["do"] == "add":
        (block,) = read_blocks(step["source"])
        return blocks if block.id in there else _placed(blocks, block, step["after"])
    if step["block"] not in there:
        return blocks
    others = [block for block in blocks if block.id != step["block"]]
    return others if step["do"] == "out" else _placed(others, there[step["block"]], step["after"])


def _placed(blocks: list[Block], block: Block, after: str) -> list[Block]:
    # Last, where the one that it was to follow is gone.
    place = next((place for place, each in enumerate(blocks, 1) if each.id == after), len(blocks))
    return [*blocks[:place], block, *blocks[place:]]
