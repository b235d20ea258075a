"""A letter text as a page for everybody: what is only for one reader, or from one caseworker, is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hjemmebesok.language import Language
from hjemmebesok.letters.document import Block, Heading, Look, Paragraph
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED, LetterText, Texts
from hjemmebesok.letters.texts.block import Block as Written
from hjemmebesok.letters.texts.fill import Filling

_OF_A_LETTER = ("folder", "hilsen", "avsender")  # a page encloses nothing, greets nobody and is signed by nobody


def public_blocks(code: str, say: Language, values: Mapping[str, Any], texts: Texts = SHIPPED) -> tuple[Block, ...]:
    """The text of this kind of letter in this language. Whatever speaks of a field without a value here is left out,
    and a heading with nothing left under it.

    A translation says below its title that it is one. Raises Refused where the text may not be used.
    """
    text = texts.text(code, say.code)
    every = {path: None for path in text.fields if "." not in path} | dict(values)
    kept = {name: block for name, block in text.blocks.items() if _is_public(name, block, values)}
    title, *rest = _without_bare_headings(Filling(replace(text, blocks=kept), every, say).blocks())
    return (title, *_translation_note(texts.text("letterhead", say.code), say), *rest)


def _is_public(name: str, block: Written, values: Mapping[str, Any]) -> bool:
    return name not in _OF_A_LETTER and all(values.get(place.path) not in (None, "") for place in block.places)


def _without_bare_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    following: list[Block | None] = [*blocks[1:], None]
    for block, after in zip(blocks, following, strict=True):
        if not isinstance(block, Heading) or block.level == 1 or (after and not isinstance(after, Heading)):
            yield block


def _translation_note(paper: LetterText, say: Language) -> Iterator[Block]:
    if say.code != ORIGINAL:
        yield Paragraph(Filling(paper, {}, say).words("oversettelse"), Look.SMALL)
