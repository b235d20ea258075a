"""Changing the blocks of a letter text; each change is a version of its own."""

from collections.abc import Collection, Mapping

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, texts_in_force
from hjemmebesok.letters.texts import ORIGINAL, Texts
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.marking import marked_current, with_blocks, with_stamps
from hjemmebesok.letters.texts.source import Source, parse_source
from hjemmebesok.store.changes import Changes


def edited(texts: Texts, letter: str, language: str, words: Mapping[str, str]) -> str:
    """The file with these words in these blocks. Raises Refused, quoting it, where one cannot be read as a block.

    A translated block that is changed is taken to follow the Norwegian one as it is now. Words of a block that the file
    does not have are left alone.
    """
    source = texts.source(letter, language)
    changed = {
        block.id: block.with_words(words[block.id])
        for block in source.blocks.values()
        if block.id in words and block.words != " ".join(words[block.id].split())
    }
    if not changed:
        return source.text
    body = with_blocks(source, {**source.blocks, **changed}.values())
    if language == ORIGINAL:
        return body
    return marked_current(texts.source(letter, ORIGINAL), parse_source(source.name, body), changed)


def save_block(desk: Desk, letter: str, language: str, block: str, words: str) -> Changes:
    """Save one block's words as a new version. Raises Refused as `edited` does."""
    with desk.work() as work:
        texts = texts_in_force(work)
        body = edited(texts, letter, language, {block: words})
        if body != texts.source(letter, language).text:
            save_version(desk, work, letter, language, body)
        return work.changes


def mark_block_current(desk: Desk, letter: str, language: str, block: str) -> Changes:
    """Note that a translated block follows the Norwegian one as that is now."""
    with desk.work() as work:
        texts = texts_in_force(work)
        original, source = texts.source(letter, ORIGINAL), texts.source(letter, language)
        save_version(desk, work, letter, language, marked_current(original, source, {block}))
        return work.changes


def add_missing(desk: Desk, letter: str, language: str, block: str) -> Changes:
    """Put a block that a translation lacks where the Norwegian text has it, with the Norwegian words to begin from.

    It does not count as translated before it has been changed or marked as up to date.
    """
    with desk.work() as work:
        texts = texts_in_force(work)
        original, source = texts.source(letter, ORIGINAL), texts.source(letter, language)
        both = {**source.blocks, block: original.blocks[block]}
        ordered = [both[each] for each in original.blocks if each in both]
        orphans = [each for each in source.blocks.values() if each.id not in original.blocks]
        save_version(desk, work, letter, language, _unmarked(source, ordered + orphans, block))
        return work.changes


def remove_block(desk: Desk, letter: str, language: str, block: str) -> Changes:
    """Take a block out of a translation. What it said is in the version before."""
    with desk.work() as work:
        source = texts_in_force(work).source(letter, language)
        kept = [each for each in source.blocks.values() if each.id != block]
        save_version(desk, work, letter, language, _unmarked(source, kept, block))
        return work.changes


def _unmarked(source: Source, blocks: Collection[Block], block: str) -> str:
    """The file with these blocks, where this one is not taken for translated, whatever it was before."""
    body = with_blocks(source, blocks)
    stamps = {each: stamp for each, stamp in source.translated_from.items() if each != block}
    return with_stamps(body, stamps) if source.translated_from else body
