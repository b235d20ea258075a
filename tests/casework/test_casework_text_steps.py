"""Blocks of a Norwegian text come in, go out and change places, and the translations follow."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, text_history, texts_in_force
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.casework.text_back import use_shipped, use_version
from hjemmebesok.casework.text_blocks import text_blocks
from hjemmebesok.casework.text_drafts import (
    drop_text_draft,
    keep_text_draft,
    keep_text_steps,
    save_text_draft,
    text_draft,
)
from hjemmebesok.casework.text_edits import mark_block_current, save_block
from hjemmebesok.casework.text_steps import Step, added, moved, out, shaped
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.texts import SHIPPED, Texts
from hjemmebesok.letters.texts.block import new_block

MINE = new_block("apent", "", "Vi har åpent hver dag.")
BLOCKS = [*SHIPPED.source("information", "nb").blocks]


def in_force(desk: Desk) -> Texts:
    with desk.read() as reading:
        return texts_in_force(reading)


def order(desk: Desk, language: str = "nb") -> list[str]:
    return [*in_force(desk).source("information", language).blocks]


def wrong(desk: Desk, language: str) -> list[str]:
    return [str(problem.words) for problem in in_force(desk).problems("information", language)]


@pytest.fixture
def save(desk: Desk) -> Callable[..., None]:
    def save(*steps: Step, letter: str = "information") -> None:
        keep_text_steps(desk, letter, "nb", steps)
        save_text_draft(desk, letter, "nb")

    return save


def test_a_block_that_is_taken_out_leaves_the_translations_too(desk: Desk, save: Callable[..., None]) -> None:
    save(out("kontor"))
    for language in ("nb", "en", "tr"):
        assert "kontor" not in order(desk, language)
        assert wrong(desk, language) == []
        assert len(text_history(desk, "information", language)) == 1


def test_a_block_that_is_put_back_brings_its_translations(desk: Desk, save: Callable[..., None]) -> None:
    before = in_force(desk).source("information", "tr").blocks["kontor"].words
    save_block(desk, "information", "en", "tittel", "Would you like to own?")
    save(out("kontor"))
    use_shipped(desk, "information", "nb")
    assert order(desk, "tr") == BLOCKS
    assert in_force(desk).source("information", "tr").blocks["kontor"].words == before
    assert [wrong(desk, language) for language in ("nb", "en", "tr")] == [[], [], []]
    assert set(in_force(desk).own) == {("information", "en")}  # Turkish is the program's own again, to the letter
    use_version(desk, text_history(desk, "information", "nb")[1])
    assert "kontor" not in order(desk, "en")


def test_a_translation_that_comes_back_is_that_of_the_same_norwegian_words(
    desk: Desk, save: Callable[..., None]
) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er dette?")
    for language in ("en", "tr"):
        mark_block_current(desk, "information", language, "hva")
    save_block(desk, "information", "tr", "hva", "Bu nedir?")
    save(out("hva"))
    use_version(desk, text_history(desk, "information", "nb")[1])
    assert in_force(desk).source("information", "tr").blocks["hva"].words == "Bu nedir?"
    use_shipped(desk, "information", "nb")
    assert "ikke oppdatert: «hva»" in wrong(desk, "tr")[0]


def test_a_new_block_is_missing_in_the_translations_and_stops_them(
    desk: Desk, family: str, save: Callable[..., None]
) -> None:
    with desk.work() as work:
        work.put(replace(work.get(Dwelling, "d1"), postcode="0000", place="Eksempel"))
    save(added(MINE, "innledning"))
    assert order(desk)[:3] == ["tittel", "innledning", "apent"]
    assert wrong(desk, "nb") == []
    for language in ("en", "tr"):
        assert wrong(desk, language) == [f"Brevteksten information/{language} mangler «apent»."]
    assert make_letter(desk, "information", family, "nb")
    with pytest.raises(Refused, match="mangler «apent»"):
        make_letter(desk, "information", family, "tr")


def test_a_block_that_is_moved_moves_in_the_translations_too(desk: Desk, save: Callable[..., None]) -> None:
    save(moved("nei", "tolk"), moved("nei-tekst", "nei"))
    for language in ("nb", "en", "tr"):
        assert order(desk, language).index("nei-tekst") == order(desk, language).index("tolk") + 2
        assert wrong(desk, language) == []


def test_steps_and_words_are_one_version(desk: Desk) -> None:
    keep_text_steps(desk, "information", "nb", [added(MINE, "tittel"), out("hva")])
    keep_text_draft(desk, "information", "nb", "apent", "Vi har åpent alltid.")
    assert text_draft(desk, "information", "nb").blocks == {"apent", "hva"}
    assert order(desk) == BLOCKS
    save_text_draft(desk, "information", "nb")
    assert in_force(desk).source("information", "nb").blocks["apent"].words == "Vi har åpent alltid."
    assert len(text_history(desk, "information", "nb")) == 1
    assert text_draft(desk, "information", "nb").blocks == set()


def test_steps_that_are_dropped_change_nothing(desk: Desk) -> None:
    keep_text_steps(desk, "information", "nb", [out("hva")])
    drop_text_draft(desk, "information", "nb")
    assert not save_text_draft(desk, "information", "nb")
    assert order(desk) == BLOCKS


def test_what_a_colleague_changes_meanwhile_is_not_undone(desk: Desk) -> None:
    keep_text_steps(desk, "information", "nb", [moved("nei", "innledning"), out("kontor"), moved("skriv", "kontor")])
    source = in_force(desk).source("information", "nb")
    with desk.work() as work:
        text = source.text.replace("Har du spørsmål?", "Spørsmål?").replace(source.blocks["kontor"].source, "")
        save_version(desk, work, "information", "nb", text)
    save_text_draft(desk, "information", "nb")
    assert order(desk)[:3] == ["tittel", "innledning", "nei"]
    assert order(desk)[-1] == "skriv"  # what it was to follow is gone
    assert in_force(desk).source("information", "nb").blocks["sporsmal"].words == "Spørsmål?"


@pytest.mark.parametrize("step", [out("tittel"), moved("tittel", "hva")])
def test_the_title_stays_where_it_is(save: Callable[..., None], step: Step) -> None:
    with pytest.raises(Refused, match="«tittel» må stå der det står"):
        save(step)


@pytest.mark.parametrize("step", [out("merke"), moved("dato", "side"), added(MINE, "side")])
def test_the_letterhead_keeps_its_blocks(save: Callable[..., None], step: Step) -> None:
    with pytest.raises(Refused, match="må stå der det står"):
        save(step, letter="letterhead")


def test_a_letterhead_with_a_block_of_its_own_can_still_be_read_and_worded(desk: Desk) -> None:
    text = SHIPPED.source("letterhead", "nb").text + "\nEn linje til. {#mer}\n"
    with desk.work() as work:
        save_version(desk, work, "letterhead", "nb", text)
    with desk.read() as reading:
        blocks = text_blocks(standings(reading), "letterhead", "nb")
    assert all(block.fixed for block in blocks)


def test_a_translation_that_cannot_be_read_keeps_nobody_from_the_norwegian_text(
    desk: Desk, save: Callable[..., None]
) -> None:
    with desk.work() as work:
        save_version(desk, work, "information", "tr", SHIPPED.source("information", "tr").text + "\nMer. {#mer}\n")
        (version,) = [each for each in work.all(TextVersion) if each.language == "tr"]
        work.put(replace(version, id="newer", body="+++\nfrom a newer program", follows=(version.id,)))
    save(out("kontor"))
    assert "kontor" not in order(desk)
    assert "kontor" not in order(desk, "en")


@pytest.mark.parametrize(
    ("label", "words"), [("a", ""), ("a", "  "), ("a", "En {#b} to"), ("a", "Hei {"), ("a", "*Hei"), ("a", "# Hei")]
)
def test_words_that_are_not_one_block_make_none(label: str, words: str) -> None:
    with pytest.raises(Refused):
        new_block(label, "", words)


def test_a_new_block_may_have_a_kind_and_a_condition() -> None:
    block = new_block("post", "- ", "Skriv til {epost}.", "epost")
    assert (block.marker, block.condition, block.unless) == ("- ", "epost", False)
    assert new_block("post", "## ", "Ingen post", "epost", unless=True).unless


def _step(draw: Any) -> Step:
    block, after = draw(st.sampled_from(BLOCKS[1:])), draw(st.sampled_from(BLOCKS))
    return draw(st.sampled_from([out(block), moved(block, after), added(MINE, after)]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_the_steps_no_block_is_doubled_and_the_title_is_first(data: Any) -> None:
    steps = [_step(data.draw) for _ in range(data.draw(st.integers(0, 8)))]
    blocks = [*shaped(SHIPPED, "information", steps).source("information", "nb").blocks]
    gone = {step["block"] for step in steps if step["do"] == "out"}
    assert len(blocks) == len(set(blocks))
    assert blocks[0] == "tittel"
    assert set(BLOCKS) - gone <= set(blocks) <= {*BLOCKS, "apent"}
