"""Letters are easy to read, in the words that the field uses, and say what they must."""

import re
from functools import cache

import pytest
from kind_samples import SAMPLES
from letter_samples import LANGUAGES, LETTERS

from hjemmebesok.language import language
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Heading, Items, Look, Paragraph, plain
from hjemmebesok.letters.kinds import KINDS
from hjemmebesok.letters.texts import letter_text
from hjemmebesok.letters.texts.block import Literal

WRITTEN = [(kind, code) for kind in KINDS for code in KINDS[kind].languages]
TEXTS = [*WRITTEN, *(("letterhead", code) for code in LANGUAGES)]
TO_READ = [(kind, shape, code) for kind, code in WRITTEN for shape in SAMPLES[kind] if shape in ("usual", "bare")]


@cache
def sentences(kind: str, shape: str, code: str) -> list[list[str]]:
    """The sentences of the letter's own, each as its words. A heading and a list item is a sentence each."""
    document = compose(SAMPLES[kind][shape], language(code, strict=True))
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.look is not Look.NOTE):
            texts.append(plain(block.words))
        if isinstance(block, Items):
            texts += [plain(words) for words in block.items]
    split = [sentence for text in texts for sentence in re.split(r"(?<=[.?!:])\s+", text)]
    return [words for words in (re.findall(r"[^\W\d_]+", sentence) for sentence in split) if words]


def lix(said: list[list[str]]) -> float:
    """Björnsson's readability index: words a sentence, and the share of words longer than six letters."""
    words = [word for sentence in said for word in sentence]
    return len(words) / len(said) + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize(("kind", "shape", "code"), [one for one in TO_READ if one[2] != "tr"])
def test_a_letter_is_easy_to_read(kind: str, shape: str, code: str) -> None:
    assert lix(sentences(kind, shape, code)) <= 40


@pytest.mark.parametrize(("kind", "shape"), [one[:2] for one in TO_READ if one[2] == "tr"])
def test_a_turkish_letter_has_short_sentences(kind: str, shape: str) -> None:
    # Long words are grammar in Turkish, so LIX says nothing there.
    lengths = [len(sentence) for sentence in sentences(kind, shape, "tr")]
    assert sum(lengths) / len(lengths) <= 15
    assert max(lengths) <= 20


@pytest.mark.parametrize(("kind", "code"), WRITTEN)
def test_a_kind_has_a_value_for_every_field_of_its_text_and_no_other(kind: str, code: str) -> None:
    declared = {path for path in letter_text(kind, code).fields if "." not in path}
    for letter in SAMPLES[kind].values():
        assert set(letter.fields()) == declared


@pytest.mark.parametrize(("kind", "code"), TEXTS)
def test_a_text_uses_every_field_it_declares(kind: str, code: str) -> None:
    text = letter_text(kind, code)
    used = {place.path for block in text.blocks.values() for place in block.places}
    used |= {block.condition for block in text.blocks.values()}
    declared = {path for path, field in text.fields.items() if field.type != "group"}
    shared = {"kommune", "saksbehandler", "telefon", "epost", "kontor", "avsender"}  # every kind may use the sender
    assert declared - used <= shared


@pytest.mark.parametrize(
    ("code", "terms"),
    [
        ("nb", ["Startlån", "Tilskudd", "Bostøtte", "taushetsplikt", "frivillig", "fellesmøte"]),
        ("en", ["start-up loan", "housing grant", "Housing allowance", "duty of confidentiality", "group meeting"]),
        (
            "tr",
            ["Başlangıç kredisi", "Konut edinme hibesi", "Konut yardımı", "gizlilik yükümlülüğü", "grup toplantısı"],
        ),
    ],
)
def test_the_letter_about_the_programme_uses_the_terms_of_the_field(code: str, terms: list[str]) -> None:
    blocks = letter_text("information", code).blocks.values()
    words = " ".join(part.text for block in blocks for part in block.parts if isinstance(part, Literal))
    assert [term for term in terms if term not in words] == []


@pytest.mark.parametrize("code", ["en", "tr"])
def test_a_translation_marks_the_norwegian_words_it_keeps(code: str) -> None:
    blocks = letter_text("information", code).blocks
    for block, word in {"startlan": "startlån", "tilskudd": "tilskudd", "bostotte": "bostøtte"}.items():
        assert Literal(word, norwegian=True) in blocks[block].parts


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_a_translation_says_that_the_norwegian_text_counts(code: str) -> None:
    first = compose(LETTERS["information"], language(code, strict=True)).blocks[0]
    assert isinstance(first, Heading) == (code == "nb")


def test_leie_til_eie_is_a_scheme_of_the_municipality_and_no_program() -> None:
    for kind in KINDS:
        blocks = letter_text(kind, "nb").blocks.values()
        words = " ".join(part.text for block in blocks for part in block.parts if isinstance(part, Literal))
        assert "programmet" not in words.casefold(), kind
