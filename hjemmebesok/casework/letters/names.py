"""What each letter text is called, for sentences about it."""

from hjemmebesok.casework.letters.catalogue import KINDS, PAPERS
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.language import LanguageName

TEXT_NAMES: dict[str, str] = {**dict(KINDS), **dict(PAPERS), "letterhead": N_("Brevhode")}


def named(words: Phrase) -> Phrase:
    """A sentence of the letters room, where a text such as information/tr is called what people call it."""
    return Phrase(words.text, **{name: _called(value) for name, value in words.values})


def _called(value: object) -> object:
    letter, slash, language = value.partition("/") if isinstance(value, str) else ("", "", "")
    if not slash or letter not in TEXT_NAMES:
        return value
    return Phrase("«{letter}» ({language})", letter=Phrase(TEXT_NAMES[letter]), language=LanguageName(language))
