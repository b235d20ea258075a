"""An update of the program's text: what is new is shown block by block, and the municipality chooses for each."""

from dataclasses import replace

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import text_heads, texts_in_force
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.casework.text_news import updates
from hjemmebesok.casework.text_update import settle_update
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.letters.texts import SHIPPED, Texts

SHIPPED_TITLE = "Vil du eie din egen bolig?"


def in_force(desk: Desk) -> Texts:
    with desk.read() as reading:
        return texts_in_force(reading)


def head(desk: Desk, language: str = "nb") -> TextVersion:
    with desk.read() as reading:
        return text_heads(reading, "information", language)[-1]


def as_if_saved_over(desk: Desk, language: str, *changes: tuple[str, str], own: bool = True) -> None:
    """As if the program's text had said the second of each pair when the municipality saved, and hers too if `own`."""
    saved = head(desk, language)
    over, body = saved.over, saved.body
    for now, before in changes:
        assert now in over
        over, body = over.replace(now, before), body.replace(now, before) if own else body
    with desk.work() as work:
        work.put(replace(saved, id="older", over=over, body=body, follows=(saved.id,)))


def words(desk: Desk, block: str, language: str = "nb") -> str:
    return in_force(desk).source("information", language).blocks[block].words


def test_what_the_program_has_changed_is_shown_beside_the_own(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    as_if_saved_over(desk, "nb", (SHIPPED_TITLE, "Gammel tittel?"), ("Hvem er det for?", "Hvem?"))
    title, who = updates(head(desk))
    assert (title.block, title.own.words, title.now.words) == ("tittel", "Gammel tittel?", SHIPPED_TITLE)
    assert title.untouched
    assert who.block == "hvem"


def test_a_block_both_have_changed_is_not_untouched(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", "Vår tittel?")
    as_if_saved_over(desk, "nb", (SHIPPED_TITLE, "Gammel tittel?"))
    (title,) = updates(head(desk))
    assert (title.before.words, title.own.words, title.untouched) == ("Gammel tittel?", "Vår tittel?", False)


def test_the_choice_is_made_for_each_block_and_then_there_is_nothing_new(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    as_if_saved_over(desk, "nb", (SHIPPED_TITLE, "Gammel tittel?"), ("Hvem er det for?", "Hvem?"))
    settle_update(desk, "information", "nb", {"tittel"})
    assert (words(desk, "tittel"), words(desk, "hvem"), words(desk, "hva")) == (
        SHIPPED_TITLE, "Hvem?", "Hva er tilbudet?",
    )  # fmt: skip
    assert updates(head(desk)) == ()


def test_a_block_the_program_has_got_comes_where_the_program_has_it_with_its_translations(desk: Desk) -> None:
    gone = SHIPPED.source("information", "nb").blocks["folder"].source + "\n\n"
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    as_if_saved_over(desk, "nb", (gone, ""))
    (new,) = updates(head(desk))
    assert (new.own.words, new.now.words) == ("", SHIPPED.source("information", "nb").blocks["folder"].words)
    settle_update(desk, "information", "nb", {"folder"})
    assert [*in_force(desk).source("information", "nb").blocks] == [*SHIPPED.source("information", "nb").blocks]
    assert [problem.block for problem in in_force(desk).problems("information", "tr")] == ["hva"]


def test_a_block_the_program_has_no_longer_is_kept_or_taken_out(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    line = "Vennlig hilsen {#hilsen}"
    as_if_saved_over(desk, "nb", (line, f"Ha det bra. {{#adjo}}\n\n{line}"))
    (gone,) = updates(head(desk))
    assert (gone.own.words, gone.now.words) == ("Ha det bra.", "")
    settle_update(desk, "information", "nb", {"adjo"})
    assert "adjo" not in in_force(desk).source("information", "nb").blocks


def test_to_take_all_is_the_program_s_own_text(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", "Vår tittel?")
    as_if_saved_over(desk, "nb", (SHIPPED_TITLE, "Gammel tittel?"))
    settle_update(desk, "information", "nb", {"tittel"})
    assert in_force(desk).own == {}


def test_a_translated_block_comes_with_what_it_was_translated_from(desk: Desk) -> None:
    save_block(desk, "information", "tr", "hva", "Bu nedir?")
    title = SHIPPED.source("information", "tr").blocks["tittel"]
    stamp = SHIPPED.source("information", "tr").translated_from["tittel"]
    as_if_saved_over(desk, "tr", (title.words, "Eski başlık"), (f'tittel = "{stamp}"', 'tittel = "00000000"'))
    assert in_force(desk).problems("information", "tr") != []
    settle_update(desk, "information", "tr", {"tittel"})
    assert in_force(desk).problems("information", "tr") == []
    assert (words(desk, "tittel", "tr"), words(desk, "hva", "tr")) == (title.words, "Bu nedir?")


def test_a_condition_that_the_program_has_changed_is_new_too(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    as_if_saved_over(desk, "nb", ("[hvis kontor] Du er", "Du er"))
    (change,) = updates(head(desk))
    assert change.own.words == change.now.words
    assert str(change.now.only) == "Står der bare når kontor er kjent"
