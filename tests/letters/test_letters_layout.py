"""Where things stand on the page: seen from outside, in the finished file."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_photos import photo
from letter_samples import INFORMATION, LANGUAGES, LETTERS, SUMMARY

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.document import Heading, Paragraph, Run, Table
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.layout.columns import column_widths
from hjemmebesok.letters.layout.flow import column
from hjemmebesok.letters.layout.lines import Part, wrap
from hjemmebesok.letters.layout.pages import paginate
from hjemmebesok.letters.layout.strip import Strip
from hjemmebesok.letters.layout.style import CELL
from hjemmebesok.letters.layout.table import table_strips
from hjemmebesok.letters.pdf.structure import Element
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


def test_a_full_letter_fits_on_two_pages() -> None:
    for letter in (INFORMATION, SUMMARY):
        assert {render(letter, code).pages for code in LANGUAGES} == {2}


def strips(count: int, *, held: range = range(0)) -> list[Strip]:
    return [Strip(height=10, holds=number in held) for number in range(count)]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert [len(page) for page in paginate(strips(12), first_top=50, top=0, bottom=100)] == [5, 7]


def test_what_is_held_together_moves_together() -> None:
    assert [len(page) for page in paginate(strips(8, held=range(3, 6)), 50, 0, 100)] == [3, 5]


def test_what_is_higher_than_a_page_is_cut_all_the_same() -> None:
    assert [len(page) for page in paginate(strips(25, held=range(25)), 50, 0, 100)] == [5, 10, 10]


def test_room_between_is_the_larger_wish_and_none_at_the_top() -> None:
    column = [Strip(10, before=7, after=3), Strip(10, before=5), Strip(80, before=20)]
    [first, second] = paginate(column, 0, 0, 100)
    assert [top for top, _ in first] == [0, 15]
    assert [top for top, _ in second] == [0]


def test_the_headings_of_a_table_never_end_a_page() -> None:
    cell = (Paragraph((Run("En celle"),)),)
    table = Table(((Run("Hode"),), (Run("Hale"),)), ((cell, cell),) * 2)
    for above in range(30):
        made = paginate([*strips(above), *table_strips(table, Element("Document"), 400)], 0, 0, 300)
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
