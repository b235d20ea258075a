"""One letter text in one language, written as it lies in resources/letters/<kind>/<language>.md."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts.block import Block, read_blocks

FENCE = "+++"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its front matter and its blocks, by id, in order."""

    name: str  # such as visit_summary/tr, for messages
    front: Mapping[str, Any]
    blocks: Mapping[str, Block]
    text: str  # the whole file

    @property
    def translated_from(self) -> Mapping[str, str]:
        """For each block, the fingerprint of the Norwegian block it was translated from."""
        return dict(self.front.get("of", {}))


def read_file(folder: Path, kind: str, language: str) -> str:
    """The text of one file. Raises Refused where it is missing."""
    try:
        return (folder / kind / f"{language}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refused(Phrase("Brevteksten {name} finnes ikke.", name=f"{kind}/{language}")) from None


def parse_source(name: str, text: str) -> Source:
    """The text of one file, as read. Raises Refused where it is not written as a letter text."""
    front, body = split(text, name)
    blocks = read_blocks(body)
    by_id = {block.id: block for block in blocks}
    if len(by_id) != len(blocks):
        twice = next(block.id for block in blocks if by_id[block.id] is not block)
        raise Refused(Phrase("Brevteksten {name} har merkelappen «{block}» to ganger.", name=name, block=twice))
    return Source(name, front, by_id, text)


def split(text: str, name: str) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a file. Raises Refused where the front matter cannot be read."""
    before, fence, rest = text.partition(f"{FENCE}\n")
    front, end, body = rest.partition(f"{FENCE}\n")
    try:
        if before or not fence or not end:
            raise ValueError(FENCE)
        return tomllib.loads(front), body
    except ValueError as error:  # TOMLDecodeError is one
        raise Refused(
            Phrase("Toppen av brevteksten {name} kan ikke leses: {why}.", name=name, why=str(error))
        ) from None
