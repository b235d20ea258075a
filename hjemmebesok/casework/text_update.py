"""Settling an update of the program's text: block by block, the municipality's own or the program's new one."""

from collections.abc import Collection

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import texts_in_force
from hjemmebesok.casework.text_following import save_and_follow
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.letters.texts.marking import with_blocks, with_stamps
from hjemmebesok.letters.texts.order import joined_order
from hjemmebesok.letters.texts.source import Source
from hjemmebesok.store.changes import Changes


def settle_update(desk: Desk, letter: str, language: str, taken: Collection[str] = ()) -> Changes:
    """Take these blocks as the program has them now, and leave all others as the municipality wrote them.

    A block that the program has no longer is taken by taking it out. After this there is nothing new.
    """
    with desk.work() as work:
        texts = texts_in_force(work)
        body = settled(texts.source(letter, language), texts.shipped(letter, language), taken)
        save_and_follow(desk, work, letter, language, body)
        return work.changes


def settled(own: Source, program: Source, taken: Collection[str]) -> str:
    """Our file with these blocks of the program's, and with what they were translated from."""
    theirs = {block: program.blocks[block] for block in taken if block in program.blocks}
    kept = {block.id: block for block in own.blocks.values() if block.id not in taken or block.id in theirs}
    both = {**kept, **theirs}
    body = with_blocks(own, [both[block] for block in joined_order([*kept], [*program.blocks], theirs)])
    if program.name.rpartition("/")[2] == ORIGINAL:
        return body
    stamps = {block: stamp for block, stamp in own.translated_from.items() if block in both}
    return with_stamps(body, {**stamps, **{block: program.translated_from[block] for block in theirs}})
