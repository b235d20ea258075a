"""A whole page."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from hjemmebesok.letters.document import Block
from hjemmebesok.letters.web.blocks import write_blocks

_LOOK = """
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif;
  color: #1c1c1c; background: #fff; }
h1, h2, h3 { line-height: 1.25; margin: 2rem 0 .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0; padding: 0; }
a { color: #0b5394; }
a, nav li { display: inline-block; min-height: 1.5rem; padding: .25rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
blockquote { border-left: 4px solid #767676; margin: 1rem 0; padding-left: 1rem; }
"""
_WITHIN_A_LINE = {"a", "br", "small", "span", "strong"}


@dataclass(frozen=True, slots=True)
class Link:
    """Where else to go. `lang` is the language of the words and of the page they lead to, where it is another."""

    href: str
    words: str
    lang: str = ""


def web_page(
    blocks: Sequence[Block], *, lang: str, title: str, links: Sequence[Link] = (), links_are: str = ""
) -> bytes:
    """The blocks as HTML in UTF-8. `lang` is BCP 47; `links_are` says what the links lead to."""
    page = Element("html", lang=lang)
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = title
    body = SubElement(page, "body")
    if links:
        body.append(_navigation(links, links_are))
    write_blocks(SubElement(body, "main"), blocks)
    SubElement(head, "style").text = _LOOK
    for element in page.iter():
        if element.tag not in _WITHIN_A_LINE:
            element.tail = "\n"
    return f"<!DOCTYPE html>\n{tostring(page, encoding='unicode', method='html')}\n".encode()


def _navigation(links: Sequence[Link], links_are: str) -> Element:
    navigation = Element("nav", {"aria-label": links_are})
    items = SubElement(navigation, "ul")
    for link in links:
        there = SubElement(SubElement(items, "li"), "a", href=link.href)
        there.text = link.words
        if link.lang:
            there.set("lang", link.lang)
            there.set("hreflang", link.lang)
    return navigation
