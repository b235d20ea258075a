"""A block of a letter text: one paragraph, heading or list item, with an id and places for values."""

import hashlib
import re
from dataclasses import dataclass

from hjemmebesok.domain.phrase import Phrase, Refused

_BLOCK = re.compile(
    r"(\[hvis (?P<unless>ikke )?(?P<condition>[a-z_.]+)\]\s+)?(?P<marker># |## |- |\d\. |)"
    r"(?P<text>[^#\s](?:.*?\S)??)"  # ends in no space: a long row of them would be tried anew from each one
    r"\s*\{#(?P<id>[a-z0-9-]+)\}\s*",
    re.DOTALL,
)
_NEXT_BLOCK = re.compile(r"\n\s*(\n|#|- |\d\. |\[hvis )")
MARKERS = ("# ", "## ", "", "- ", "1. ")  # title, heading, paragraph, item, numbered item
_TOKEN = re.compile(r"(?P<bold>\*\*)|(?P<norwegian>\*)|\{(?P<path>[a-z_.]+)(\|(?P<forms>(?:[^{}]|\{n\})*))?\}")


@dataclass(frozen=True, slots=True)
class Literal:
    """Words of the letter's own. `norwegian` marks a Norwegian term kept as it is in a translation."""

    text: str
    bold: bool = False
    norwegian: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value goes. `forms` are plural forms or column headings, whichever the field's type calls for."""

    path: str
    forms: tuple[str, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block as written. `condition` names the field that must be there (or, with `unless`, must not)."""

    id: str
    marker: str  # "# " title, "## " heading, "- " item, "1. " numbered item, "" paragraph
    condition: str
    unless: bool
    parts: tuple[Literal | Place, ...]
    source: str

    @property
    def places(self) -> tuple[Place, ...]:
        """Where values go, in order."""
        return tuple(part for part in self.parts if isinstance(part, Place))

    @property
    def words(self) -> str:
        """What a municipality may change: the block without its condition, its marker and its label."""
        found = _BLOCK.fullmatch(self.source)
        return found["text"] if found else self.source

    def with_words(self, words: str) -> "Block":
        """The same block saying this. Raises Refused, quoting it, where it cannot be read as one block."""
        found = _BLOCK.fullmatch(self.source)
        assert found is not None  # it was read by the same expression
        before, after = self.source[: found.start("text")], self.source[found.end("text") :]
        blocks = read_blocks(f"{before}{' '.join(words.split())}{after}")
        if [block.id for block in blocks] != [self.id]:
            raise Refused(Phrase("«{label}» må ha ord.", label=self.id))
        return blocks[0]

    @property
    def fingerprint(self) -> str:
        """The first eight hexadecimal digits of the SHA-256 of the block; line breaks and spaces do not count."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:8]


def read_blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a text file's body. Raises Refused, quoting the line, where something is not a block."""
    blocks: list[Block] = []
    position = len(body) - len(body.lstrip())
    while position < len(body):
        block, position = block_at(body, position)
        blocks.append(block)
    return tuple(blocks)


def block_at(body: str, position: int) -> tuple[Block, int]:
    """The block that begins here, and where the next one does. Raises Refused as `read_blocks` does."""
    found = _BLOCK.match(body, position)
    if not found or _NEXT_BLOCK.search(found["text"]):
        line = body[position:].splitlines()[0][:60]
        raise Refused(Phrase("«{line}» mangler en merkelapp som {label} på slutten.", line=line, label="{#hilsen}"))
    return _block(found), found.end()


def new_block(label: str, marker: str, words: str, condition: str = "", *, unless: bool = False) -> Block:
    """A block to put into a text. Raises Refused, quoting the words, where they cannot be read as one block."""
    only = f"[hvis {'ikke ' if unless else ''}{condition}] " if condition else ""
    blocks = read_blocks(f"{only}{marker}{' '.join(words.split())} {{#{label}}}")
    if [(block.id, block.marker, block.condition) for block in blocks] != [(label, marker, condition)]:
        raise Refused(Phrase("«{words}» må være ord til ett avsnitt.", words=words.strip()[:60]))
    return blocks[0]


def _block(found: re.Match[str]) -> Block:
    return Block(
        id=found["id"],
        marker=re.sub(r"\d", "1", found["marker"]),
        condition=found["condition"] or "",
        unless=bool(found["unless"]),
        parts=_parts(" ".join(found["text"].split())),
        source=" ".join(found[0].split()),
    )


def _parts(text: str) -> tuple[Literal | Place, ...]:
    parts: list[Literal | Place] = []
    bold = norwegian = False
    position = 0
    for token in _TOKEN.finditer(text):
        parts += _literal(text[position : token.start()], bold, norwegian)
        position = token.end()
        if token["path"]:
            parts.append(Place(token["path"], _forms(token["forms"]), bold))
        bold ^= bool(token["bold"])
        norwegian ^= bool(token["norwegian"])
    if bold or norwegian:
        raise Refused(Phrase("«{text}» har en stjerne for lite eller for mye.", text=text[:60]))
    return (*parts, *_literal(text[position:], bold, norwegian))


def _forms(text: str | None) -> tuple[str, ...]:
    return () if text is None else tuple(text.split("|"))


def _literal(text: str, bold: bool, norwegian: bool) -> list[Literal | Place]:
    if "{" in text or "}" in text:
        raise Refused(Phrase("«{text}» har en krøllparentes som ikke hører til et felt.", text=text[:60]))
    return [Literal(text, bold, norwegian)] if text else []
