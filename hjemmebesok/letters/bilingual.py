"""A letter in the languages its reader needs: one, or the Norwegian text first and theirs after it.

The Norwegian text is the one that counts, and says so in both languages. Who reads a language that we write no letters
in gets the Norwegian one, with a line about the interpreter in their own language above it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import LANGUAGES, Language, language
from hjemmebesok.letters.compose import compose, remark
from hjemmebesok.letters.document import Document, Look, Paragraph, Run, Translation
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.pdf.fonts import missing
from hjemmebesok.letters.tag import tag
from hjemmebesok.letters.texts import ORIGINAL, SHIPPED, Texts

_WITHOUT_A_LINE = "en"  # who reads a language, or a script, that we have no line in


def compose_for(letter: Letter, languages: Sequence[str], texts: Texts = SHIPPED, *, draft: bool = False) -> Document:
    """The letter in these languages, of which the first of two is Norwegian. Raises Refused as `compose` does."""
    *before, reader = languages
    if not before and reader not in LANGUAGES:
        raise Refused(Phrase("Vi skriver ikke brev på «{language}». Ta med den norske teksten.", language=reader))
    if not before:
        return compose(letter, language(reader, strict=True), texts, draft=draft)
    if before != [ORIGINAL] or reader == ORIGINAL:
        raise Refused(Phrase("Et brev på to språk har den norske teksten først."))
    norwegian = compose(letter, language(ORIGINAL), texts, draft=draft)
    if reader not in LANGUAGES:
        return replace(norwegian, blocks=(interpreter_line(reader), *norwegian.blocks))
    return _with_translation(norwegian, letter, language(reader, strict=True), texts, draft)


def _with_translation(norwegian: Document, letter: Letter, say: Language, texts: Texts, draft: bool) -> Document:
    other = compose(letter, say, texts, draft=draft, note="oversatt")
    both = [remark(texts, each, "to-sprak", sprak=say.code) for each in (language(ORIGINAL), say)]
    both[1] = replace(both[1], lang=other.language)
    return replace(
        norwegian,
        text_version=f"{norwegian.text_version}+{other.text_version}",
        blocks=(*both, *norwegian.blocks),
        translation=Translation(other.language, other.blocks, other.page_line),
    )


def interpreter_line(code: str) -> Paragraph:
    """That an interpreter is free, in this language; in English where we have no line, or no letters, for it."""
    lines = _interpreter_lines()
    bare = code.partition("-")[0]
    if bare not in lines or missing(lines[bare]):
        bare, code = _WITHOUT_A_LINE, _WITHOUT_A_LINE
    return Paragraph((Run(lines[bare], bold=True),), Look.NOTE, tag(code))


@cache
def _interpreter_lines() -> Mapping[str, str]:
    path = resource("letters") / "interpreter.toml"
    return {code: str(line) for code, line in tomllib.loads(path.read_text(encoding="utf-8")).items()}
