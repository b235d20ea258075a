"""Letter texts: one readable file for each letter and language, which a municipality can edit without code.

Bokmål is the source. A file is a front matter in TOML between +++ lines, then blocks. Each block ends in a label:

    # Title {#tittel}            ## Heading {#hjelp}
    - A list item. {#steg}       1. A numbered item. {#forst}
    [hvis tolk] **Tolk:** {tolk.navn} {#tolk}         [hvis ikke steg] Vi avtalte ikke noe nytt. {#ingen}
    Vi ringer deg innen {uker|én uke|{n} uker}. {#ring}
    {steg|Hva|Hvem|Når} {#steg}  a table alone in its block, with the headings of its columns
    başlangıç kredisi (*startlån*) {#lan}              a Norwegian term within a translation

The decision that shaped it: a translation keeps the fingerprint of each Norwegian block it was made from. When one
falls behind, the letter stops in that language and says so; nobody ever gets a letter that is half of each.
`python -m hjemmebesok.letters.texts` lists what is wrong with the texts and marks a translation as up to date.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.fields import Field, read_fields
from hjemmebesok.letters.texts.problems import problems
from hjemmebesok.letters.texts.source import Source, read_source

ORIGINAL = "nb"


@dataclass(frozen=True, slots=True)
class LetterText:
    """A text that may become a letter: nothing in it is missing, unknown or behind."""

    language: str
    fields: Mapping[str, Field]
    blocks: Mapping[str, Block]
    version: str  # changes when the text or the Norwegian one does


@cache
def letter_text(kind: str, language: str, folder: Path | None = None) -> LetterText:
    """The text of a letter kind in a language. Raises Refused, with the first reason, where it must not be used."""
    original, fields, source = read(kind, language, folder)
    for problem in problems(original, fields, source):
        raise Refused(problem)
    version = hashlib.sha256((original.digest + source.digest).encode()).hexdigest()[:12]
    return LetterText(language, fields, source.blocks, version)


def found_problems(kind: str, language: str, folder: Path | None = None) -> list[Phrase]:
    """Everything that keeps this text from being used, for whoever edits it."""
    try:
        return list(problems(*read(kind, language, folder)))
    except Refused as refused:
        return [refused.phrase]


def read(kind: str, language: str, folder: Path | None) -> tuple[Source, Mapping[str, Field], Source]:
    """The Norwegian source, its fields, and the source in this language."""
    folder = folder or resource("letters")
    original = read_source(folder, kind, ORIGINAL)
    source = original if language == ORIGINAL else read_source(folder, kind, language)
    return original, read_fields(original.front.get("fields", {})), source
