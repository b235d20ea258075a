"""The words people see: every one is in the catalogues, translated, with its places for values intact.

`python3 dev.py words` brings the catalogues up to date; what it leaves empty is for a translator. Beside our own words
there are those of Click, which the terminal shows: there we translate what our commands can come to say.
"""

import ast
import string
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dev import WORD_CALLS
from hjemmebesok.assets import translations
from hjemmebesok.language import DOMAIN, LANGUAGES

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "hjemmebesok"
TRANSLATED = [code for code in LANGUAGES if code != "nb"]  # bokmål is the text in the code
FILES = sorted(translations().glob("*/LC_MESSAGES/*.po"))
MARKERS = {call.partition(":")[0] for call in WORD_CALLS}
SPEAKERS = {"say": 0, "bind": 2}  # which argument holds the words


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_word_in_the_code_is_in_the_catalogue_and_no_other(code: str) -> None:
    in_catalogue = {message.id for message in words_of(read(po_file(code)))}
    assert sorted(map(str, words_in_the_code() - in_catalogue)) == [], "run python3 dev.py words"
    assert sorted(map(str, in_catalogue - words_in_the_code())) == [], "run python3 dev.py words"


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_word_of_click_that_is_translated_is_still_one_of_clicks(code: str) -> None:
    words_of_click = words_in(Path(click.__file__).parent, "_", "ngettext:1,2")
    assert {message.id for message in words_of(read(po_file(code, "click")))} - words_of_click == set()


def test_every_word_is_translated(catalogue: Catalog) -> None:
    assert [message.id for message in words_of(catalogue) if not all(forms(message)) or message.fuzzy] == []


def test_every_plural_has_each_form_its_language_needs(catalogue: Catalog) -> None:
    assert [m.id for m in words_of(catalogue) if m.pluralizable and len(forms(m)) != catalogue.num_plurals] == []


def test_every_translation_keeps_the_places_for_values(catalogue: Catalog) -> None:
    assert [message.id for message in translated(catalogue) if not same_places(message)] == []


def test_every_translation_begins_and_ends_as_its_source(catalogue: Catalog) -> None:
    assert [m.id for m in translated(catalogue) for form in forms(m) if edges(form) != edges(sources(m)[0])] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_the_compiled_catalogue_is_made_from_this_very_text(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read(path))
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run python3 dev.py words"


def test_every_word_is_written_out_where_it_is_marked() -> None:
    """A text put together from pieces is never found in a catalogue."""
    assembled = (ast.JoinedStr, ast.BinOp)
    assert [place for place, name, words in word_calls() if name in MARKERS and isinstance(words, assembled)] == []


def test_no_word_is_spoken_without_being_marked() -> None:
    """`say("Lagre")` would never be translated; `say(N_("Lagre"))` is."""
    assert [place for place, name, words in word_calls() if name in SPEAKERS and is_bare(words)] == []


def is_bare(words: ast.expr) -> bool:
    """A text as it stands, or put together on the spot; nothing to say is no text."""
    return isinstance(words, ast.JoinedStr | ast.BinOp) or (isinstance(words, ast.Constant) and words.value != "")


def words_in_the_code() -> set[Any]:
    """What `python3 dev.py words` extracts."""
    return words_in(PACKAGE, *WORD_CALLS)


def words_in(folder: Path, *calls: str) -> set[Any]:
    """The texts in the calls of all files: a text, or the two of a plural."""
    return {words for _, _, words, _, _ in extract_from_dir(folder, keywords=parse_keywords(calls))}


def word_calls() -> Iterator[tuple[str, str, ast.expr]]:
    """Every call that marks or speaks words: (file and line, what is called, the words)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                words = call.args[SPEAKERS.get(name, 0) :]
                if words and name in MARKERS | set(SPEAKERS):
                    yield f"{path.relative_to(ROOT)}:{call.lineno}", name, words[0]


def po_file(code: str, domain: str = DOMAIN) -> Path:
    return translations() / code / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def words_of(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def translated(catalogue: Catalog) -> list[Message]:
    return [message for message in words_of(catalogue) if all(forms(message))]


def forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (str(message.string),)


def sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if message.pluralizable else (str(message.id),)


def same_places(message: Message) -> bool:
    """Each form has the places of one of its sources; only the count of a plural may be left out or put in."""
    free = {"n"} if message.pluralizable else set()
    wanted = [places(source) - free for source in sources(message)]
    return all(places(form) - free in wanted for form in forms(message))


def places(text: str) -> set[str]:
    """The `{names}` in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def edges(text: str) -> tuple[str, str]:
    """The white space before and after."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
