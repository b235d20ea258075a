"""Changing a letter text, block by block or as a whole file; each change is a version of its own."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, texts_in_force
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.letters.texts.marking import marked_current, with_blocks
from hjemmebesok.letters.texts.source import parse_source
from hjemmebesok.store.changes import Changes


def save_block(desk: Desk, letter: str, language: str, block: str, words: str) -> Changes:
    """Save one block's words as a new version. Raises Refused, quoting it, where they cannot be read as one block.

    A translated block that is changed is taken to follow the Norwegian one as it is now.
    """
    with desk.work() as work:
        texts = texts_in_force(work)
        source = texts.source(letter, language)
        if source.blocks[block].words != " ".join(words.split()):
            changed = {**source.blocks, block: source.blocks[block].with_words(words)}
            body = with_blocks(source, changed.values())
            if language != ORIGINAL:
                rewritten = parse_source(source.name, body)
                body = marked_current(texts.source(letter, ORIGINAL), rewritten, {block})
            save_version(desk, work, letter, language, body)
        return work.changes


def save_file(desk: Desk, letter: str, language: str, body: str) -> Changes:
    """Save a whole file, as it comes back from a translator. Raises Refused where it is no letter text."""
    parse_source(f"{letter}/{language}", body)
    with desk.work() as work:
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
        save_version(desk, work, letter, language, with_blocks(source, ordered + orphans))
        return work.changes


def remove_block(desk: Desk, letter: str, language: str, block: str) -> Changes:
    """Take a block out. What it said is in the version before."""
    with desk.work() as work:
        source = texts_in_force(work).source(letter, language)
        kept = [each for each in source.blocks.values() if each.id != block]
        if not kept:
            raise Refused(Phrase("Det må være minst ett avsnitt igjen i brevet."))
        save_version(desk, work, letter, language, with_blocks(source, kept))
        return work.changes
