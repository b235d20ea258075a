"""Words as a web page that works alone and reads well aloud."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_samples import INFORMATION, SUMMARY
from lxml import html

from hjemmebesok.language import language
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Block, Heading, Look, Paragraph, Pictures, Run, Signatures
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.passages import tidy
from hjemmebesok.letters.web import Link, web_page

VOID = {"meta", "br"}


class Strict(HTMLParser):
    """Every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def blocks_of(letter: Letter) -> tuple[Block, ...]:
    blocks = compose(letter, language("nb")).blocks
    return tuple(block for block in blocks if not isinstance(block, Pictures | Signatures))


def parsed(page: bytes) -> html.HtmlElement:
    strict = Strict()
    strict.feed(page.decode())
    strict.close()
    assert strict.open == []
    return html.document_fromstring(page.decode())


@pytest.mark.parametrize("letter", [INFORMATION, SUMMARY], ids=["information", "summary"])
def test_a_page_is_whole_and_its_headings_come_in_order(letter: Letter) -> None:
    page = parsed(web_page(blocks_of(letter), lang="nb-NO", title="Leie til eie"))
    assert page.get("lang") == "nb-NO"
    assert page.findtext(".//title") == "Leie til eie"
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.findall(".//main")) == 1


def test_tables_tell_which_cells_are_headings() -> None:
    page = parsed(web_page(blocks_of(SUMMARY), lang="nb-NO", title="Oppsummering"))
    assert {each.get("scope") for each in page.iterfind(".//thead//th")} == {"col"}
    assert {each.get("scope") for each in page.iterfind(".//tbody//th")} == {"row"}


def test_a_page_has_no_script_and_nothing_from_outside() -> None:
    written = web_page(blocks_of(INFORMATION), lang="nb-NO", title="T", links=[Link("en.html", "English", "en-GB")])
    page = parsed(written)
    assert list(page.iter("script", "link", "img", "iframe", "object")) == []
    assert re.findall(rb"https?:|url\(|@import|src=| on\w+=", written) == []
    (link,) = page.iterfind(".//nav//a")
    assert (link.get("href"), link.get("lang"), link.get("hreflang")) == ("en.html", "en-GB", "en-GB")


def test_words_in_another_language_say_so() -> None:
    words = (Run("a start-up loan ("), Run("startlån", lang="nb-NO"), Run(")"))
    page = parsed(web_page([Heading(1, words)], lang="en-GB", title="T"))
    assert page.find(".//h1").text_content() == "a start-up loan (startlån)"
    assert page.find(".//h1/span").get("lang") == "nb-NO"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_whatever_somebody_wrote_is_text_and_nothing_else(text: str) -> None:
    page = parsed(web_page([Paragraph((Run(text),), Look.NOTE)], lang="nb-NO", title=text))
    assert tidy(page.find(".//main").text_content()) == tidy(text)
    assert list(page.find(".//blockquote/p")) == []


def test_control_characters_are_left_out() -> None:
    assert b"\x00" not in web_page([Paragraph((Run("a\x00b\x1fc"),))], lang="nb-NO", title="T")


def test_no_space_comes_between_words_that_are_written_together() -> None:
    words = (Run("Start", bold=True), Run("lån", lang="nb-NO"), Run("."))
    page = parsed(web_page([Paragraph(words)], lang="nb-NO", title="T"))
    assert page.find(".//main/p").text_content() == "Startlån."
