"""Marking a translation as up to date: it keeps the fingerprint of each Norwegian block it was made from."""

import re
from collections.abc import Collection, Mapping

from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.source import FENCE, Source

_STAMPS = re.compile(r"\n*\[of\]\n.*", re.DOTALL)


def marked_current(original: Source, translation: Source, blocks: Collection[str] | None = None) -> str:
    """The translation's file, saying that these of its blocks (all, where None) follow the Norwegian ones as they are
    now. Stamps of blocks that are gone are left out."""
    stamps = {
        block.id: block.fingerprint if blocks is None or block.id in blocks else translation.translated_from[block.id]
        for block in original.blocks.values()
        if block.id in translation.blocks
        and (blocks is None or block.id in blocks or block.id in translation.translated_from)
    }
    return with_stamps(translation.text, stamps)


def with_stamps(text: str, stamps: Mapping[str, str]) -> str:
    """The file of a translation with these fingerprints, by block, in place of its own."""
    _, front, body = text.split(f"{FENCE}\n", 2)
    kept = _STAMPS.sub("\n", front).strip("\n")
    kept = f"{kept}\n\n" if kept else ""
    lines = "".join(f'{block} = "{fingerprint}"\n' for block, fingerprint in stamps.items())
    return f"{FENCE}\n{kept}[of]\n{lines}{FENCE}\n{body}"


def with_blocks(source: Source, blocks: Collection[Block]) -> str:
    """The file with these blocks in place of its own, a line each."""
    front = source.text.split(f"{FENCE}\n", 2)[1]
    return f"{FENCE}\n{front}{FENCE}\n\n" + "\n\n".join(block.source for block in blocks) + "\n"
