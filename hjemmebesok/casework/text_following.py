"""The translations follow the Norwegian text: what is taken out there leaves them, what is moved moves in them too.

What comes in is missing in them, and stops the letter in that language, but where the same Norwegian words have been
translated before: then that translation is back. So a block that is taken out and put back loses nothing.
"""

from collections.abc import Mapping

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, text_versions, texts_in_force
from hjemmebesok.casework.text_list import written_in
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.marking import with_blocks, with_stamps
from hjemmebesok.letters.texts.source import Source, parse_source
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import Work

Known = Mapping[tuple[str, str], Block]  # a translated block by its id and the fingerprint of the Norwegian one


def save_and_follow(desk: Desk, work: Work, letter: str, language: str, body: str) -> None:
    """Put this file in force; where it is the Norwegian one, the translations follow, each with a version of its own.

    Raises Refused where she may not.
    """
    save_version(desk, work, letter, language, body)
    if language != ORIGINAL:
        return
    for code in written_in(letter):
        if code != ORIGINAL:
            _follow(desk, work, letter, code)


def following(original: Source, translation: Source, known: Known) -> str:
    """The translation's file with the blocks that the Norwegian text has, as far as they are known, in its order."""
    stamps = dict(translation.translated_from)
    blocks = []
    for block in original.blocks.values():
        if block.id in translation.blocks:
            blocks.append(translation.blocks[block.id])
        elif before := known.get((block.id, block.fingerprint)):
            blocks.append(before)
            stamps[block.id] = block.fingerprint
    kept = {block.id: stamps[block.id] for block in blocks if block.id in stamps}
    return with_stamps(with_blocks(translation, blocks), kept)


def _follow(desk: Desk, work: Work, letter: str, language: str) -> None:
    texts = texts_in_force(work)
    try:
        source = texts.source(letter, language)
    except Refused:
        return  # it stops its letters already, and says why
    body = following(texts.source(letter, ORIGINAL), source, _known(work, letter, language))
    if [*parse_source(source.name, body).blocks] != [*source.blocks]:
        save_version(desk, work, letter, language, body)


def _known(reading: Reading, letter: str, language: str) -> Known:
    shipped = SHIPPED.shipped(letter, language)
    bodies = [shipped.text, *(each.body for each in reversed(text_versions(reading, letter, language)) if each.body)]
    known: dict[tuple[str, str], Block] = {}
    for body in bodies:
        try:
            source = parse_source(shipped.name, body)
        except Refused:
            continue  # of a newer program, perhaps; nothing can be fetched from it
        stamps = source.translated_from
        known |= {(block.id, stamps[block.id]): block for block in source.blocks.values() if block.id in stamps}
    return known
