"""Where things stand on the page: seen from outside, in the finished file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_samples import SAMPLES
from letter_photos import photo
from letter_samples import INFORMATION, LANGUAGES, LETTERS, SUMMARY

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.document import Heading, Paragraph, Run, Table
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.layout.columns import column_widths
from hjemmebesok.letters.layout.flow import column
from hjemmebesok.letters.layout.lay_out import drawn
from hjemmebesok.letters.layout.lines import Part, wrap
from hjemmebesok.letters.layout.pages import Room, paginate
from hjemmebesok.letters.layout.strip import Piece, Rectangle, Strip
from hjemmebesok.letters.layout.style import BODY, CELL
from hjemmebesok.letters.layout.table import table_strips
from hjemmebesok.letters.pdf.structure import Element
from hjemmebesok.letters.pdf.writer import Artifact
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.render import render

MM = 72 / 25.4
Box = tuple[str, float, float, float, float]  # text, left, top, right, bottom; millimetres from the upper left corner


@cache
def pages(name: str, code: str) -> list[list[Box]]:
    return boxes(render(LETTERS[name], code).pdf)


def boxes(pdf: bytes) -> list[list[Box]]:
    return [list(_boxes(page)) for page in pypdfium2.PdfDocument(pdf)]


def _boxes(page: pypdfium2.PdfPage) -> Iterator[Box]:
    text = page.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top)
        yield words, left / MM, 297 - top / MM, right / MM, 297 - bottom / MM


def in_zone(box: Box) -> bool:
    """Whether a window may show it: left of 120 mm, between 30.5 and 79 mm."""
    _, left, top, _, bottom = box
    return left < 120 and bottom > 30.5 and top < 79


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_window_shows_the_address_and_nothing_else(name: str, code: str) -> None:
    shown = [box for box in pages(name, code)[0] if in_zone(box)]
    words = " ".join(text for text, *_ in shown).replace("\r\n", " ")
    assert " ".join(words.split()) == " ".join(LETTERS[name].recipient.lines)
    for _, left, top, right, bottom in shown:
        assert left >= 20 - 0.1 and right <= 96 and top >= 45 and bottom <= 59


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_comes_near_the_edges(name: str) -> None:
    for page in pages(name, "tr"):
        for _, left, top, right, bottom in page:
            assert left >= 18 and right <= 192 and top >= 10 and bottom <= 287


@pytest.mark.parametrize("name", ["information", "summary, long names"])
def test_a_letter_in_two_languages_shows_the_same_in_the_window(name: str) -> None:
    shown = [box for box in boxes(render(LETTERS[name], ("nb", "tr")).pdf)[0] if in_zone(box)]
    words = " ".join(text for text, *_ in shown).replace("\r\n", " ")
    assert " ".join(words.split()) == " ".join(LETTERS[name].recipient.lines)


def test_all_ink_keeps_to_the_margins_of_svarut_and_of_the_post() -> None:
    # 10 mm at the long sides and 3 mm at the short ones; 18 mm to the left where a digital letter is printed after all
    photos = (Photo(photo(), FreeText("Et bad"), FreeText("Badet")), Photo(photo(900, 1600), FreeText("Ei trapp")))
    for sheet in pypdfium2.PdfDocument(render(replace(SUMMARY, photos=photos), ("nb", "tr")).pdf):
        for thing in sheet.get_objects():
            left, bottom, right, top = (side / MM for side in thing.get_bounds())
            assert left >= 18 and right <= 200 and bottom >= 3 and top <= 294


def test_a_name_too_long_for_the_window_is_refused() -> None:
    recipient = Recipient(name="Gülçiçek " * 40, address=("Fjellåsen 14", "0000 Eksempel"))
    with pytest.raises(Refused, match="for lange for konvoluttvinduet"):
        render(replace(INFORMATION, recipient=recipient), "nb")


def test_a_table_over_many_pages_repeats_its_headings() -> None:
    many = pages("summary, many pages", "nb")
    assert len(many) >= 6
    for page in many[1:4]:
        assert page[0][0].startswith("Tema")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
def test_a_name_to_sign_over_never_stands_alone_on_a_page(name: str, code: str) -> None:
    headings = {
        "nb": ("Har du spørsmål?", "Underskrift "),
        "en": ("Do you have any questions?", "Signature "),
        "tr": ("Sorunuz mu var?", "İmza "),
    }
    words = " ".join(text for text, *_ in pages(name, code)[-1])
    assert any(heading in words for heading in headings[code])


@pytest.mark.parametrize("kind", SAMPLES)
def test_no_page_holds_a_closing_and_little_else(kind: str) -> None:
    usual = SAMPLES[kind]["usual"]
    for languages in [(each,) for each in usual.languages] + [("nb", each) for each in usual.languages if each != "nb"]:
        sheets = drawn(compose_for(usual, languages))[1].sheets
        written = [sum(strip.height for _, _, strip in sheet.strips) for sheet in sheets]
        assert [each for each in written if each < 12 * BODY.leading] == [], languages


def test_a_full_letter_fits_on_two_pages() -> None:
    for letter in (INFORMATION, SUMMARY):
        assert {render(letter, code).pages for code in LANGUAGES} == {2}


def strips(count: int, *, held: range = range(0)) -> list[Strip]:
    return [Strip(height=10, holds=number in held) for number in range(count)]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert [len(page) for page in paginate(strips(12), Room(50, 0, 100))] == [5, 7]


def test_what_is_held_together_moves_together() -> None:
    assert [len(page) for page in paginate(strips(8, held=range(3, 6)), Room(50, 0, 100))] == [3, 5]


def test_what_is_higher_than_a_page_is_cut_all_the_same() -> None:
    assert [len(page) for page in paginate(strips(25, held=range(25)), Room(50, 0, 100))] == [5, 10, 10]


def test_a_few_lines_too_many_stand_closer_and_need_no_page_of_their_own() -> None:
    [page] = paginate(strips(10), Room(5, 0, 100, least=30))
    assert page[-1][0] + page[-1][1].height <= 100
    assert len(paginate(strips(11), Room(5, 0, 100, least=30))) == 2


@given(st.integers(1, 60))
def test_a_last_page_is_worth_turning_to_and_nothing_is_lost(count: int) -> None:
    made = paginate(strips(count), Room(50, 0, 100, least=30))
    assert sum(map(len, made)) == count
    assert len(made) <= len(paginate(strips(count), Room(50, 0, 100)))
    assert len(made) == 1 or all(len(page) >= 3 for page in made[-2:])


def test_what_goes_over_takes_its_heading_along() -> None:
    made = paginate(strips(8, held=range(4, 5)), Room(30, 0, 100, least=30))
    assert [len(page) for page in made] == [4, 4]


def test_where_nothing_can_go_over_the_pages_stay_as_they_were() -> None:
    held = strips(8, held=range(6))
    assert [len(page) for page in paginate(held, Room(30, 0, 100, least=30))] == [7, 1]


def test_closer_lines_are_the_same_ink_with_less_room() -> None:
    shade, rule = Rectangle(0, 0, 9, 15, (0, 0, 0)), Rectangle(0, 14.4, 9, 0.6, (0, 0, 0))
    piece = Piece(Artifact.PAGE, 0, 10.5, "Ord", 10.5, False, (0, 0, 0))
    closer = Strip(15, (piece,), (shade, rule), before=13, after=6).closer()
    assert (closer.height, closer.pieces[0].drop, closer.pieces[0].size) == (14, 10, 10.5)
    assert [each.height for each in closer.rectangles] == [14, 0.6]
    assert (closer.before, closer.after) == (13 * 14 / 15, 6 * 14 / 15)


def test_room_between_is_the_larger_wish_and_none_at_the_top() -> None:
    column = [Strip(10, before=7, after=3), Strip(10, before=5), Strip(80, before=20)]
    [first, second] = paginate(column, Room(0, 0, 100))
    assert [top for top, _ in first] == [0, 15]
    assert [top for top, _ in second] == [0]


def test_the_headings_of_a_table_never_end_a_page() -> None:
    cell = (Paragraph((Run("En celle"),)),)
    table = Table(((Run("Hode"),), (Run("Hale"),)), ((cell, cell),) * 2)
    for above in range(30):
        made = paginate([*strips(above), *table_strips(table, Element("Document"), 400)], Room(0, 0, 300))
        assert not [page for page in made if page[-1][1].pieces and page[-1][1].pieces[0].text == "Hode"]


def test_a_heading_keeps_two_lines_below_it_or_moves() -> None:
    blocks = [Heading(2, (Run("Overskrift"),)), *[Paragraph((Run("En linje."),))] * 2, Heading(2, (Run("Slutt"),))]
    made = column(blocks, Element("Document"), 400)
    assert [strip.holds for strip in made[:3]] == [True, True, False]


def test_two_paragraphs_in_a_cell_have_room_between_them() -> None:
    paragraph = Paragraph((Run("En celle"),))
    heights = [
        sum(strip.height for strip in table_strips(Table(((Run("Hode"),),), ((cell,),)), Element("Document"), 400)[1:])
        for cell in ((paragraph,), (paragraph, paragraph))
    ]
    assert heights[1] - heights[0] > CELL.leading


@given(st.lists(st.lists(st.text("abc ", max_size=200), min_size=3, max_size=3), min_size=1, max_size=4))
def test_columns_use_all_the_room_and_leave_each_its_share(rows: list[list[str]]) -> None:
    table = Table(
        tuple((Run(word),) for word in ("Tema", "Svar", "Hvorfor")),
        tuple(tuple((Paragraph((Run(text),)),) for text in row) for row in rows),
    )
    widths = column_widths(table, 400)
    assert sum(widths) == pytest.approx(400)
    assert min(widths) > 20


def wrapped(text: str, room: float) -> list[str]:
    owner = Element("P")
    return ["".join(part.text for part in line) for line in wrap([Part(text, False, owner)], room, 10)]


def test_lines_break_at_spaces_and_keep_them() -> None:
    assert "".join(wrapped("Vi ringer deg innen to uker.", 60)) == "Vi ringer deg innen to uker."
    assert len(wrapped("Vi ringer deg innen to uker.", 60)) == 3


def test_an_amount_is_not_broken_at_its_own_space() -> None:
    assert any("2\u00a0345\u00a0678\u00a0kr" in line for line in wrapped("lån på 2\u00a0345\u00a0678\u00a0kr", 70))


@pytest.mark.parametrize("text", ["Sørbråten" * 12, f"en {'Sørbråten' * 12} og en til"])
def test_a_word_wider_than_the_line_is_cut_and_is_still_one_word(text: str) -> None:
    lines = wrapped(text, 60)
    assert len(lines) > 1
    assert "".join(lines) == text


def test_a_word_is_cut_after_its_hyphen_where_it_has_one() -> None:
    assert wrapped("Özdemiroğlu-Bjørnstjerne", 90) == ["Özdemiroğlu-", "Bjørnstjerne"]
