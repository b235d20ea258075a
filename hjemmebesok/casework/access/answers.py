"""A form's answers as they stand, question by question, in the reader's language. Here nothing is left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from hjemmebesok.casework.noted import value_words
from hjemmebesok.domain.kartlegging import SECTIONS
from hjemmebesok.domain.kartlegging.fields import Field, Lines, lines
from hjemmebesok.language import Language
from hjemmebesok.letters.freetext import FreeText


def answers_told(answers: Mapping[str, Any], say: Language) -> Iterator[tuple[str, str]]:
    """Each question that has an answer, and the answer."""
    for section in SECTIONS:
        for field in section.fields:
            yield from _of_field(field, answers, say)


def _of_field(field: Field, answers: Mapping[str, Any], say: Language) -> Iterator[tuple[str, str]]:
    if isinstance(field, Lines):
        for _, line in lines(answers, field.id):
            cells = (
                f"{say.say(each.label)}: {_text(each, line[each.id], say)}" for each in field.columns if each.id in line
            )
            yield say.say(field.label), "; ".join(cells)
    elif answers.get(field.id) not in (None, ""):
        yield say.say(field.label), _text(field, answers[field.id], say)


def _text(field: Field, value: Any, say: Language) -> str:
    try:
        words = value_words(field, value, "nb")
    except (TypeError, ValueError):
        return str(value)  # written by a newer version, or as it should not have been: told as it is
    if isinstance(words, FreeText):
        return words.text
    return say.say(words) if isinstance(words, str) else say.show(words)
