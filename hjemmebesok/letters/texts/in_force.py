"""The texts in force: those that come with the program, and in their place a municipality's own."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.texts.block import Block
from hjemmebesok.letters.texts.fields import Field, read_fields
from hjemmebesok.letters.texts.frame import frame_problems
from hjemmebesok.letters.texts.problems import Problem, problems
from hjemmebesok.letters.texts.source import Source, parse_source, read_file

ORIGINAL = "nb"


@dataclass(frozen=True, slots=True)
class LetterText:
    """A text that may become a letter: nothing in it is missing, unknown or behind."""

    language: str
    fields: Mapping[str, Field]
    blocks: Mapping[str, Block]
    version: str  # changes when the text or the Norwegian one does


@dataclass(frozen=True, slots=True)
class Texts:
    """`own` holds whole files, by letter and language. The fields are always the shipped ones: they are what the
    program has values for, whatever a municipality writes around them."""

    own: Mapping[tuple[str, str], str] = field(default_factory=dict)
    folder: Path | None = None  # of the shipped texts, where it is another

    def text(self, kind: str, language: str) -> LetterText:
        """The text of a letter kind in a language. Raises Refused, with the first reason, where it may not be used."""
        return _usable(kind, language, *self._files(kind, language))

    def problems(self, kind: str, language: str) -> list[Problem]:
        """Everything that keeps this text from being used, for whoever edits it."""
        try:
            return list(_problems(kind, language, *self._files(kind, language)))
        except Refused as refused:
            return [Problem("", refused.phrase)]

    def version(self, kind: str, language: str) -> str:
        """What tells this wording from every other. Raises Refused where there is no text."""
        return _version(*self._files(kind, language)[1:])

    def source(self, kind: str, language: str) -> Source:
        """The file in force, as read. Raises Refused where there is none, or it cannot be read."""
        return _parsed(kind, language, self._file(kind, language))

    def fields(self, kind: str) -> Mapping[str, Field]:
        """What the program has values for in this kind of letter."""
        return _fields(kind, self._shipped(kind, ORIGINAL))

    def shipped(self, kind: str, language: str) -> Source:
        """The file that comes with the program. Raises Refused where there is none."""
        return _parsed(kind, language, self._shipped(kind, language))

    def _files(self, kind: str, language: str) -> tuple[str, str, str]:
        # the shipped Norwegian file, which declares the fields; the Norwegian one in force; the one in this language
        return self._shipped(kind, ORIGINAL), self._file(kind, ORIGINAL), self._file(kind, language)

    def _file(self, kind: str, language: str) -> str:
        return self.own.get((kind, language)) or self._shipped(kind, language)

    def _shipped(self, kind: str, language: str) -> str:
        return read_file(self.folder, kind, language) if self.folder else _installed(kind, language)


SHIPPED = Texts()


@cache
def _installed(kind: str, language: str) -> str:
    return read_file(resource("letters"), kind, language)


# What is kept is told apart by the files' whole text, so that an edited text is never taken for the one before it.


@lru_cache(maxsize=256)
def _usable(kind: str, language: str, shipped: str, norwegian: str, text: str) -> LetterText:
    for problem in _problems(kind, language, shipped, norwegian, text):
        raise Refused(problem.words)
    blocks = _parsed(kind, language, text).blocks
    return LetterText(language, _fields(kind, shipped), blocks, _version(norwegian, text))


def _problems(kind: str, language: str, shipped: str, norwegian: str, text: str) -> Iterator[Problem]:
    original = _parsed(kind, ORIGINAL, norwegian)
    yield from frame_problems(_parsed(kind, ORIGINAL, shipped), original)
    yield from problems(original, _fields(kind, shipped), _parsed(kind, language, text))


def _fields(kind: str, shipped: str) -> Mapping[str, Field]:
    return read_fields(_parsed(kind, ORIGINAL, shipped).front.get("fields", {}))


@lru_cache(maxsize=256)
def _parsed(kind: str, language: str, text: str) -> Source:
    return parse_source(f"{kind}/{language}", text)


def _version(norwegian: str, text: str) -> str:
    digests = "".join(hashlib.sha256(each.encode()).hexdigest() for each in (norwegian, text))
    return hashlib.sha256(digests.encode()).hexdigest()[:12]
