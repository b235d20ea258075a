"""The programme's texts for everybody: whole pages in three languages, with nobody's name on them."""

import re
from itertools import pairwise

import pytest
from lxml import html

from hjemmebesok.casework.web_pack import PublicContact, web_pack
from hjemmebesok.language import LANGUAGES

CONTACT = PublicContact(municipality="Eksempel kommune", phone="000 00 100", email="bolig@eksempel.example")
PAGES = {f"{kind}-{code}.html" for kind in ("information", "information-folder") for code in LANGUAGES}


@pytest.fixture(scope="module")
def pages() -> dict[str, html.HtmlElement]:
    return {name: html.document_fromstring(page.decode()) for name, page in web_pack(CONTACT).items()}


def test_there_is_a_page_for_each_text_in_each_language_and_one_that_leads_to_them(
    pages: dict[str, html.HtmlElement],
) -> None:
    assert set(pages) == {"index.html", *PAGES}
    assert {link.get("href") for link in pages["index.html"].iter("a")} == PAGES
    tags = {"nb": "nb-NO", "en": "en-GB", "tr": "tr-TR"}
    assert {name: page.get("lang") for name, page in pages.items() if name != "index.html"} == {
        name: tags[name.removesuffix(".html")[-2:]] for name in PAGES
    }


def test_each_page_has_one_title_and_its_headings_in_order(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3")]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        headings = [each for each in page.iter("h2") if (after := each.getnext()) is None or after.tag == "h2"]
        assert headings == [], name
        assert page.findtext(".//title"), name


def test_every_link_leads_to_a_page_of_the_pack_in_the_language_it_says(pages: dict[str, html.HtmlElement]) -> None:
    for page in pages.values():
        for link in page.iter("a"):
            assert pages[link.get("href")].get("lang") == link.get("hreflang") == link.get("lang")


def test_no_place_for_a_value_is_left_open_and_no_caseworker_is_named() -> None:
    for name, page in web_pack(CONTACT).items():
        body = page.decode().partition("<body")[2]
        assert re.findall(r"[{}]|None", body) == [], name
        assert "boligkonsulent" not in body, name
        assert name == "index.html" or "Eksempel kommune" in body, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_whom_to_ask_is_on_the_pages_where_it_is_known_and_not_where_it_is_not(code: str) -> None:
    name = f"information-{code}.html"
    assert b"000 00 100" in web_pack(CONTACT)[name]
    bare = web_pack(PublicContact(municipality="Eksempel kommune"))[name].decode()
    full = web_pack(CONTACT)[name].decode()
    assert bare.count("<h2>") == full.count("<h2>") - 1
    assert "@" not in bare


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "nb"])
def test_a_translation_says_that_it_is_one(pages: dict[str, html.HtmlElement], code: str) -> None:
    assert pages[f"information-{code}.html"].find(".//main/p/small") is not None
    assert pages["information-nb.html"].find(".//main/p/small") is None


def test_the_same_texts_give_the_same_pages() -> None:
    assert web_pack(CONTACT) == web_pack(CONTACT)
