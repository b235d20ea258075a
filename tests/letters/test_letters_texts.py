"""A text that has something wrong with it stops its letter, with one sentence that says what."""

from pathlib import Path

import pytest

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.texts import found_problems, letter_text
from hjemmebesok.letters.texts.__main__ import complaints, main, mark_translated
from hjemmebesok.letters.texts.block import Literal, Place

NB = """\
+++
[fields]
navn = "text"
frist = "date?"
barn = "count"
rader = "table"

haster = "flag"

[fields.tolk]
navn = "text"
+++

# Hei {#tittel}

Dette brevet er til {navn}
på {barn|ett barn|{n} barn}. {#hilsen}
[hvis frist] - Svar innen **{frist}**. {#frist}
[hvis ikke frist] - Svar når du vil. {#uten-frist}
[hvis tolk] - Tolk: {tolk.navn}, *takk* {#tolk}
{rader|Hva|Når} {#rader}
"""
EN = """\
+++
+++

# Hello {#tittel}

For {barn|one child|{n} children}, this letter is to {navn}. {#hilsen}
[hvis frist] - Answer by {frist}. {#frist}
[hvis ikke frist] - Answer when you like. {#uten-frist}
[hvis tolk] - Interpreter: {tolk.navn} {#tolk}
{rader|What|When} {#rader}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "brev").mkdir()
    (tmp_path / "brev" / "nb.md").write_text(NB, encoding="utf-8")
    (tmp_path / "brev" / "en.md").write_text(EN, encoding="utf-8")
    mark_translated("brev", "en", tmp_path)
    return tmp_path


def edit(folder: Path, language: str, old: str, new: str) -> None:
    path = folder / "brev" / f"{language}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusal(folder: Path, language: str) -> str:
    with pytest.raises(Refused) as refused:
        letter_text("brev", language, folder)
    assert str(refused.value) in [str(problem) for problem in found_problems("brev", language, folder)]
    return str(refused.value)


def test_the_shipped_texts_have_nothing_wrong_with_them() -> None:
    assert complaints() == []
    assert main([]) == ""


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_current_text_may_become_a_letter(folder: Path, language: str) -> None:
    text = letter_text("brev", language, folder)
    assert list(text.blocks) == ["tittel", "hilsen", "frist", "uten-frist", "tolk", "rader"]
    assert found_problems("brev", language, folder) == []


def test_a_block_is_read_into_words_and_places(folder: Path) -> None:
    block = letter_text("brev", "nb", folder).blocks["hilsen"]
    assert block.parts == (
        Literal("Dette brevet er til "),
        Place("navn"),
        Literal(" på "),
        Place("barn", ("ett barn", "{n} barn")),
        Literal("."),
    )
    frist = letter_text("brev", "nb", folder).blocks["frist"]
    assert (frist.marker, frist.condition, frist.unless) == ("- ", "frist", False)
    assert Place("frist", bold=True) in frist.parts
    assert Literal("takk", norwegian=True) in letter_text("brev", "nb", folder).blocks["tolk"].parts


def test_a_changed_norwegian_block_stops_the_translation_and_not_the_original(folder: Path) -> None:
    edit(folder, "nb", "# Hei", "# Hei på deg")
    assert refusal(folder, "en") == "Brevteksten brev/en er ikke oppdatert: «tittel» er endret på norsk."
    assert letter_text("brev", "nb", folder)


def test_marking_a_translation_makes_it_current_again(folder: Path) -> None:
    edit(folder, "nb", "# Hei", "# Hei på deg")
    mark_translated("brev", "en", folder)
    assert found_problems("brev", "en", folder) == []


def test_marking_keeps_the_words_and_can_be_done_twice(folder: Path) -> None:
    before = (folder / "brev" / "en.md").read_text(encoding="utf-8")
    mark_translated("brev", "en", folder)
    assert (folder / "brev" / "en.md").read_text(encoding="utf-8") == before
    assert before.endswith(EN.split("+++\n")[2])


def test_new_line_breaks_in_the_norwegian_text_are_no_change(folder: Path) -> None:
    edit(folder, "nb", "{navn}\npå", "{navn} på")
    assert letter_text("brev", "en", folder)


def test_the_version_changes_with_the_text_and_with_the_norwegian_one(folder: Path, tmp_path: Path) -> None:
    before = letter_text("brev", "en", folder).version
    edit(folder, "nb", "[fields]", "# a remark\n[fields]")
    letter_text.cache_clear()
    assert letter_text("brev", "en", folder).version != before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# Hello {#tittel}\n", "", "mangler «tittel»"),
        ("{#rader}", "{#rader}\nMore. {#mer}", "«mer», som ikke finnes på norsk"),
        ("{frist}", "{dato}", "andre felt"),
        ("[hvis frist]", "[hvis barn]", "andre felt, vilkår"),
        ("# Hello", "## Hello", "andre felt, vilkår eller merker"),
        ("|What|When}", "|What|When|Who}", "andre felt"),
        ("{barn|one child|{n} children}", "{barn|{n} children}", "feil antall flertallsformer"),
        ("Answer by {frist}. {#frist}", "Answer by {frist}.", "mangler en merkelapp"),
        ("Hello {#tittel}", "Hello {you} {#tittel}", "andre felt"),
        ("# Hello {#tittel}", "# Hello {#hilsen}", "to ganger"),
        ("Hello {#", "**Hello {#", "en stjerne for lite"),
        ("Hello {#", "Hello { {#", "krøllparentes"),
    ],
)
def test_a_translation_that_differs_is_refused(folder: Path, old: str, new: str, said: str) -> None:
    edit(folder, "en", old, new)
    assert said in refusal(folder, "en")


def test_a_translation_in_another_order_is_refused(folder: Path) -> None:
    edit(folder, "en", "# Hello {#tittel}\n", "")
    edit(folder, "en", "{#rader}\n", "{#rader}\n# Hello {#tittel}\n")
    assert "annen rekkefølge" in refusal(folder, "en")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("til {navn}", "til {navnn}", "feltet navnn, som ikke finnes"),
        ("[hvis tolk]", "[hvis tolken]", "feltet tolken, som ikke finnes"),
        ("[hvis frist] ", "", "feltet frist, som kan mangle"),
        ("[hvis tolk] ", "", "feltet tolk.navn, som kan mangle"),
        ("til {navn}", "til {haster}", "feltet haster, som ikke finnes"),
        ("[hvis frist] - Svar", "[hvis ikke frist] - Svar", "feltet frist, som kan mangle"),
        ("{rader|Hva|Når}", "Se her: {rader|Hva|Når}", "må stå alene"),
        ("|ett barn|{n} barn}", "|{n} barn}", "feil antall flertallsformer"),
        ('"count"', '"number"', "ukjent type «number»"),
        ("[fields]", "[fields", "kan ikke leses"),
        ("+++\n[fields]", "[fields]", "kan ikke leses"),
    ],
)
def test_a_norwegian_text_with_a_fault_is_refused(folder: Path, old: str, new: str, said: str) -> None:
    edit(folder, "nb", old, new)
    assert said in refusal(folder, "nb")


def test_a_text_that_is_not_there_is_refused(folder: Path) -> None:
    assert refusal(folder, "tr") == "Brevteksten brev/tr finnes ikke."


def test_the_command_refuses_what_it_does_not_know() -> None:
    assert "mark KIND LANGUAGE" in main(["mark", "information", "nb"])
    assert "finnes ikke" in main(["mark", "information", "sv"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_read_once(language: str) -> None:
    assert letter_text("information", language) is letter_text("information", language)
