"""The municipality's own letter texts: versions beside the shipped ones, checked, approved, and never lost."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import save_version, text_heads, text_history, texts_in_force
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.casework.text_approval import approval_log, set_status, standings
from hjemmebesok.casework.text_back import use_shipped, use_version
from hjemmebesok.casework.text_check import check_text, length_findings, preview_text
from hjemmebesok.casework.text_drafts import (
    TextDraft,
    as_typed,
    drop_text_draft,
    keep_text_draft,
    save_text_draft,
    text_draft,
)
from hjemmebesok.casework.text_edits import add_missing, mark_block_current, remove_block, save_block
from hjemmebesok.casework.text_list import text_list
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.letter_text import TextStatus, TextVersion
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.texts import SHIPPED, Texts
from hjemmebesok.store.settings import PUBLISHES, write_setting
from hjemmebesok.sync.enrol import SERVER

OURS = "Vil du kjøpe ditt eget hjem?"
SHIPPED_TITLE = "Vil du eie din egen bolig?"


def in_force(desk: Desk) -> Texts:
    with desk.read() as reading:
        return texts_in_force(reading)


def title(desk: Desk, language: str = "nb") -> str:
    return in_force(desk).source("information", language).blocks["tittel"].words


def wrong(desk: Desk, language: str) -> list[str]:
    return [str(problem.words) for problem in in_force(desk).problems("information", language)]


def approve(desk: Desk, language: str = "nb", status: TextStatus = TextStatus.APPROVED) -> None:
    set_status(desk, "information", language, status, "Styringsgruppen", desk.today())


def status(desk: Desk, language: str = "nb") -> TextStatus:
    with desk.read() as reading:
        return standings(reading).status("information", language)


def read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.fixture
def letters_to(desk: Desk, family: str) -> str:
    with desk.work() as work:
        work.put(replace(work.get(Dwelling, "d1"), postcode="0000", place="Eksempel"))
    return family


def test_a_municipality_s_own_words_stand_in_the_letter(desk: Desk, letters_to: str) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    assert title(desk) == OURS
    assert OURS in read(make_letter(desk, "information", letters_to, "nb").pdf)


def test_saving_the_same_words_makes_no_version(desk: Desk) -> None:
    assert not save_block(desk, "information", "nb", "tittel", f"  {SHIPPED_TITLE} ")
    assert text_history(desk, "information", "nb") == []


def test_every_version_is_kept_and_can_be_put_in_force_again(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    save_block(desk, "information", "nb", "tittel", "Noe annet?")
    use_shipped(desk, "information", "nb")
    assert title(desk) == SHIPPED_TITLE
    history = text_history(desk, "information", "nb")
    assert len(history) == 3
    use_version(desk, history[-1])
    assert title(desk) == OURS


def test_a_change_in_norwegian_stops_the_translation_until_it_is_changed_or_marked(desk: Desk, letters_to: str) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    assert wrong(desk, "tr") == ["Brevteksten information/tr er ikke oppdatert: «tittel» er endret på norsk."]
    with pytest.raises(Refused, match="ikke oppdatert"):
        make_letter(desk, "information", letters_to, "tr")
    mark_block_current(desk, "information", "tr", "tittel")
    assert wrong(desk, "tr") == []
    assert wrong(desk, "en") != []
    save_block(desk, "information", "en", "tittel", "Would you like to buy a home?")
    assert wrong(desk, "en") == []


def test_marking_one_block_leaves_the_others_behind(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    save_block(desk, "information", "nb", "hva", "Hva er tilbudet?")
    mark_block_current(desk, "information", "tr", "hva")
    assert [problem.block for problem in in_force(desk).problems("information", "tr")] == ["tittel"]


def test_a_translated_block_that_is_missing_can_be_fetched(desk: Desk) -> None:
    remove_block(desk, "information", "tr", "hva")
    assert "mangler «hva»" in wrong(desk, "tr")[0]
    add_missing(desk, "information", "tr", "hva")
    assert "ikke oppdatert: «hva»" in wrong(desk, "tr")[0]
    assert list(in_force(desk).source("information", "tr").blocks)[2] == "hva"


def test_a_translated_block_that_norwegian_does_not_have_is_told_and_taken_out(desk: Desk) -> None:
    file = SHIPPED.source("information", "tr").text + "\nFazla. {#fazla}\n"
    with desk.work() as work:
        save_version(desk, work, "information", "tr", file)
    assert "har «fazla», som ikke finnes på norsk" in wrong(desk, "tr")[0]
    remove_block(desk, "information", "tr", "fazla")
    assert wrong(desk, "tr") == []


def test_an_unknown_field_is_refused_by_name(desk: Desk) -> None:
    save_block(desk, "information", "nb", "ring", "Ring {saksbehandlerr} på {telefon}.")
    assert "bruker feltet saksbehandlerr, som ikke finnes" in wrong(desk, "nb")[0]
    with pytest.raises(Refused, match="krøllparentes"):
        save_block(desk, "information", "nb", "ring", "Ring {saksbehandler på {telefon}.")


def test_words_that_would_make_another_block_are_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="må ha ord"):
        save_block(desk, "information", "nb", "tittel", "En {#en} To")


def test_two_who_save_without_seeing_the_other_leave_both_and_the_next_version_follows_both(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    with desk.work() as work:
        mine = text_heads(work, "information", "nb")[0]
        hers = replace(mine, id="elsewhere", body=mine.body.replace(OURS, "Hennes?"), saved_by="Liv")
        work.put(replace(hers, saved_at=mine.saved_at + timedelta(hours=1)))
    with desk.read() as reading:
        heads = text_heads(reading, "information", "nb")
    assert [head.saved_by for head in heads] == ["Kari Nordmann", "Liv"]
    assert title(desk) == "Hennes?"
    use_version(desk, heads[0])
    with desk.read() as reading:
        assert len(text_heads(reading, "information", "nb")) == 1
    assert title(desk) == OURS


def test_the_fields_are_the_programme_s_whatever_the_own_text_says(desk: Desk) -> None:
    text = SHIPPED.source("information", "nb").text.replace('uker = "count"\n', "")
    with desk.work() as work:
        save_version(desk, work, "information", "nb", text.replace(SHIPPED_TITLE, OURS))
    assert wrong(desk, "nb") == []
    assert "uker" in in_force(desk).fields("information")


def test_a_wording_is_approved_and_a_changed_one_is_a_draft_again(desk: Desk) -> None:
    assert status(desk) is TextStatus.DRAFT
    approve(desk, status=TextStatus.DISCUSSED)
    assert status(desk) is TextStatus.DISCUSSED
    approve(desk)
    assert status(desk) is TextStatus.APPROVED
    approve(desk, "tr")
    save_block(desk, "information", "nb", "tittel", OURS)
    assert status(desk) is TextStatus.DRAFT
    assert status(desk, "tr") is TextStatus.DRAFT
    use_shipped(desk, "information", "nb")
    assert (status(desk), status(desk, "tr")) == (TextStatus.APPROVED, TextStatus.APPROVED)
    assert [step.status for step in approval_log(desk, "information", "nb")] == ["approved", "discussed"]


def test_approval_needs_a_name_a_day_that_has_been_and_a_text_without_faults(desk: Desk) -> None:
    with pytest.raises(Refused, match="Skriv hvem"):
        set_status(desk, "information", "nb", TextStatus.APPROVED, " ", desk.today())
    with pytest.raises(Refused, match="framtiden"):
        set_status(desk, "information", "nb", TextStatus.APPROVED, "Ola", desk.today() + timedelta(days=1))
    save_block(desk, "information", "nb", "tittel", OURS)
    with pytest.raises(Refused, match="ikke oppdatert"):
        approve(desk, "tr")


def test_a_letter_says_that_it_is_a_draft_until_its_text_is_approved(desk: Desk, letters_to: str) -> None:
    said = read(make_letter(desk, "information", letters_to, "nb").pdf)
    assert "Kommunen har ikke godkjent denne teksten" in said
    assert "Utkast · Side 1 av" in said
    approve(desk)
    assert "Utkast" not in read(make_letter(desk, "information", letters_to, "nb").pdf)
    assert "Taslak" in read(make_letter(desk, "information", letters_to, "tr").pdf)


def test_an_own_letterhead_must_be_approved_too(desk: Desk, letters_to: str) -> None:
    approve(desk)
    save_block(desk, "letterhead", "nb", "telefon", "Ring oss: {telefon}")
    assert "Utkast" in read(make_letter(desk, "information", letters_to, "nb").pdf)
    set_status(desk, "letterhead", "nb", TextStatus.APPROVED, "Styringsgruppen", date(2026, 10, 1))
    assert "Utkast" not in read(make_letter(desk, "information", letters_to, "nb").pdf)


def test_what_is_typed_is_kept_seen_at_once_and_saved_as_one_version(desk: Desk) -> None:
    keep_text_draft(desk, "information", "nb", "tittel", OURS)
    keep_text_draft(desk, "information", "nb", "hva", "Hva er tilbudet?")
    typed = text_draft(desk, "information", "nb")
    assert title(desk) == SHIPPED_TITLE
    with desk.read() as reading:
        standing = as_typed(standings(reading), "information", "nb", typed)
    assert OURS in read(preview_text(desk, standing, "information", "nb", everything=True).pdf)
    save_text_draft(desk, "information", "nb")
    assert title(desk) == OURS
    assert len(text_history(desk, "information", "nb")) == 1
    assert text_draft(desk, "information", "nb") == TextDraft()


def test_a_draft_that_cannot_be_read_is_refused_and_not_lost(desk: Desk) -> None:
    keep_text_draft(desk, "information", "nb", "tittel", "Hei {")
    with pytest.raises(Refused, match="krøllparentes"):
        save_text_draft(desk, "information", "nb")
    assert text_draft(desk, "information", "nb").words == {"tittel": "Hei {"}
    drop_text_draft(desk, "information", "nb")
    assert text_draft(desk, "information", "nb") == TextDraft()


def findings(desk: Desk, language: str) -> list[tuple[str, str]]:
    with desk.read() as reading:
        found = check_text(standings(reading), "information", language)
    assert not any(each.stops for each in found)
    return [(each.block, str(each.words)) for each in found]


def test_a_block_that_is_hard_to_read_says_so_itself_and_stops_nothing(desk: Desk) -> None:
    hard = "Boligsosialt virkemiddelapparat samordnes gjennom tverrsektoriell kommunaløkonomisk planlegging. "
    save_block(desk, "information", "nb", "hva-tekst", hard * 4)
    ((block, words),) = findings(desk, "nb")
    assert block == "hva-tekst"
    assert words.startswith("Avsnittet er tungt å lese: lesbarhetstallet (LIX) er ")


def test_a_text_that_is_hard_to_read_says_so_for_the_whole(desk: Desk) -> None:
    hard = "Boligsosialt virkemiddelapparat samordnes gjennom tverrsektoriell kommunaløkonomisk planlegging. "
    save_block(desk, "information", "nb", "hva-tekst", hard * 100)
    told = dict(findings(desk, "nb"))
    assert told[""].startswith("Teksten er tung å lese")
    assert told["hva-tekst"].startswith("Avsnittet er tungt å lese")


def test_a_long_block_and_a_long_turkish_sentence_are_told_where_they_stand(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva-tekst", "Vi ser på det. " * 20)
    assert findings(desk, "nb") == [("hva-tekst", "Avsnittet har 80 ord, og bør ha høyst 60. Del det i to.")]
    mark_block_current(desk, "information", "tr", "hva-tekst")
    save_block(desk, "information", "tr", "hva-tekst", " ".join(["ev"] * 25) + ".")
    assert findings(desk, "tr") == [("hva-tekst", "En setning har 25 ord. Del den: høyst 20 ord.")]


def test_a_letter_that_is_too_long_says_where_to_begin(desk: Desk) -> None:
    save_block(desk, "information", "nb", "folder", "Vi ser på det. " * 20)
    with desk.read() as reading:
        standing = standings(reading)
    assert [(each.block, str(each.words)) for each in length_findings(standing, "information", "nb", 3)] == [
        ("", "Brevet kan bli 3 sider langt, og bør være høyst 2 sider."),
        ("folder", "Brevet er for langt, og dette er det lengste avsnittet. Begynn her."),
    ]


@pytest.mark.parametrize("everything", [True, False])
def test_every_text_can_be_seen_as_a_letter_without_anybody_s_data(desk: Desk, everything: bool) -> None:
    with desk.read() as reading:
        standing = standings(reading)
    for line in text_list(desk):
        made = preview_text(desk, standing, line.letter, line.language, everything=everything)
        assert list(length_findings(standing, line.letter, line.language, made.pages)) == []


def test_the_list_tells_how_every_text_stands(desk: Desk) -> None:
    approve(desk)
    save_block(desk, "information", "en", "tittel", "Hello")
    save_block(desk, "information_folder", "nb", "tittel", "Hei")
    lines = {(line.letter, line.language): line for line in text_list(desk)}
    assert lines["information", "nb"].approval is not None
    assert (lines["information", "en"].own, lines["information", "nb"].own) == (True, False)
    assert lines["information_folder", "tr"].wrong == 1
    assert ("board_proposal", "tr") not in lines


def test_the_texts_of_an_earlier_day_are_those_in_force_then(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    with desk.read() as reading:
        assert texts_in_force(reading, desk.now() - timedelta(minutes=1)).own == {}
        assert texts_in_force(reading, desk.now()).own != {}


def test_versions_reach_a_colleague_as_records_of_one_case(desk: Desk, tmp_path: Path) -> None:
    save_block(desk, "information", "nb", "tittel", OURS)
    with desk.work() as work:
        (version,) = work.all(TextVersion)
        save_version(desk, work, "information", "nb", "")
        assert {each.case for each in work.all(TextVersion)} == {version.case} == {"letter-texts"}


def test_who_may_not_write_the_municipalitys_texts_neither_changes_nor_approves_them(desk: Desk) -> None:
    version = save_block(desk, "information", "nb", "tittel", "Vil du kjøpe din egen bolig?")
    with desk.store.writing_connection() as connection:
        write_setting(connection, SERVER, {"url": "http://127.0.0.1:9", "token": "x", "authority": ""})
        write_setting(connection, PUBLISHES, False)
    for forbidden in (
        lambda: save_block(desk, "information", "nb", "tittel", "Vil du eie?"),
        lambda: use_shipped(desk, "information", "nb"),
        lambda: set_status(desk, "information", "nb", TextStatus.APPROVED, "Styringsgruppen", desk.today()),
    ):
        with pytest.raises(Refused, match="gjelder hele kommunen"):
            forbidden()
    assert version.kinds == {"letter_text"}
    assert len(text_history(desk, "information", "nb")) == 1
