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

from functools import cache
from pathlib import Path

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.texts.in_force import ORIGINAL, SHIPPED, LetterText, Texts

__all__ = ["ORIGINAL", "SHIPPED", "LetterText", "Texts", "found_problems", "letter_text"]


@cache
def letter_text(kind: str, language: str, folder: Path | None = None) -> LetterText:
    """The text of a letter kind in a language as it comes with the program. Raises Refused, with the first reason,
    where it must not be used."""
    return Texts(folder=folder).text(kind, language)


def found_problems(kind: str, language: str, folder: Path | None = None) -> list[Phrase]:
    """Everything that keeps this text from being used, for whoever edits it."""
    return [problem.words for problem in Texts(folder=folder).problems(kind, language)]
