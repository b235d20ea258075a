"""Broken photos, translations and print files: the check must see each, as it sees a broken letter."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import page
import pikepdf
import pytest
from letter_photos import photo
from letter_samples import INFORMATION, SUMMARY
from pikepdf import Array, Dictionary, Name, String

from hjemmebesok.letters.batch import Order, Padding, print_files
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.check import check
from hjemmebesok.letters.document import Document
from hjemmebesok.letters.envelope import Envelope, envelope
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient

Breakage = Callable[[pikepdf.Pdf], object]
Whole = tuple[bytes, list[Passage], list[Envelope]]

PHOTO = Photo(photo(), FreeText("Et bad med sprekk i flisene"), FreeText("Badet"))
LETTER = replace(SUMMARY, photos=(PHOTO, replace(PHOTO, caption=None)))


@cache
def both() -> Whole:
    """A summary with photos in two languages."""
    document: Document = compose_for(LETTER, ("nb", "tr"))
    pdf, letter = lay_out(document)
    return pdf, passages(document), [envelope(document, letter)]


@cache
def print_file() -> Whole:
    """Three letters, of which two have a blank page after them."""
    caught: list[Whole] = []

    def catch(pdf: bytes, expected: list[Passage], envelopes: list[Envelope]) -> list[str]:
        caught.append((pdf, expected, envelopes))
        return check(pdf, expected, envelopes)

    orders = [
        Order(
            replace(letter, recipient=Recipient(name=f"Åse Prøve {n}", address=(f"Vei {n}", "0000 Eksempel"))), ("nb",)
        )
        for n, letter in enumerate((INFORMATION, LETTER, INFORMATION), 1)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hjemmebesok.letters.check.check", catch)
        list(print_files(orders, padding=Padding.EQUAL))
    return caught[0]


def broken(whole: Whole, breakage: Breakage) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole[0])) as pdf:
        breakage(pdf)
        pdf.save(out)
    return out.getvalue()


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    return [found for found in pdf.objects if isinstance(found, Dictionary) and found.get("/S") == Name(f"/{tag}")]


def set_key(tag: str, key: str, value: object, which: int = 0) -> Breakage:
    return lambda pdf: elements(pdf, tag)[which].__setitem__(key, value)


def forget(tag: str, key: str, which: int = 0) -> Breakage:
    return lambda pdf: elements(pdf, tag)[which].__delitem__(key)


def rewrite(number: int, old: bytes, new: bytes) -> Breakage:
    """Change what is drawn on a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[number].Contents
        drawn = stream.read_bytes()
        assert old in drawn
        stream.write(drawn.replace(old, new, 1))

    return change


def draw(number: int, code: bytes) -> Breakage:
    return lambda pdf: pdf.pages[number].contents_add(code)


def pictures(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [image for sheet in pdf.pages for image in sheet.Resources.get("/XObject", {}).values()]


def as_decoration(pdf: pikepdf.Pdf) -> None:
    number = next(n for n, sheet in enumerate(pdf.pages) if "/XObject" in sheet.Resources)
    rewrite(number, b"/Figure <</MCID", b"/Artifact <</Was")(pdf)


def move_kid(pdf: pikepdf.Pdf) -> None:
    first, second = elements(pdf, "Part")[:2]
    kids = list(second.K)
    first.K, second.K = Array([*first.K, kids[-1]]), Array(kids[:-1])
    kids[-1].P = first


def swap_pages(pdf: pikepdf.Pdf) -> None:
    order = list(pdf.pages)
    order[0], order[3] = order[3], order[0]
    del pdf.pages[:]
    pdf.pages.extend(order)


def swap_parts(pdf: pikepdf.Pdf) -> None:
    [document] = elements(pdf, "Document")
    first, second, *others = document.K
    document.K = Array([second, first, *others])


def translation_first(pdf: pikepdf.Pdf) -> None:
    [document] = elements(pdf, "Document")
    *kids, last = document.K
    document.K = Array([last, *kids])


IN_TWO_LANGUAGES: dict[str, Breakage] = {
    "a photo without words": forget("Figure", "/Alt", 1),
    "a photo whose words say nothing": set_key("Figure", "/Alt", String("Bilde"), 1),
    "a photo that does not say where it is": forget("Figure", "/A", 1),
    "a photo that is drawn as decoration": as_decoration,
    "a photo that owns nothing": forget("Figure", "/K", 1),
    "a caption that is no caption": set_key("Caption", "/S", Name.Sect),
    "a caption without its photo": set_key("Figure", "/S", Name.P, 1),
    "a photo that tells where it was taken": lambda pdf: pictures(pdf)[0].write(photo(), filter=Name.DCTDecode),
    "a photo in the colours of a printer": lambda pdf: pictures(pdf)[0].__setitem__("/ColorSpace", Name.DeviceCMYK),
    "a translation without its language": forget("Sect", "/Lang"),
    "a translation in the language of the original": set_key("Sect", "/Lang", String("nb-NO")),
    "a translation in a language that is none": set_key("Sect", "/Lang", String("tyrkisk")),
    "a translation without a title": set_key("H1", "/S", Name.P, 1),
    "a translation that is read first": translation_first,
    "a page number that is wrong": rewrite(1, b"(Side 2 av", b"(Side 3 av"),
    "a page number that is gone": rewrite(1, b"(Side 2 av", b"("),
    "a name that is not the recipient's": rewrite(0, b"og Mehmet", b"og Ahmet"),
}
IN_A_PRINT_FILE: dict[str, Breakage] = {
    "a page number that goes on from the letter before": rewrite(3, b"(Side 1 av", b"(Side 4 av"),
    "ink that nobody owns on a blank page": draw(2, b"0 0 10 10 re f"),
    "words on a blank page": draw(2, b"/Artifact BMC BT /R0 9 Tf 60 300 Td (Blank) Tj ET EMC"),
    "a blank page outside the structure": lambda pdf: pdf.pages[2].obj.__delitem__("/StructParents"),
    "a blank page with a tab order of its own": lambda pdf: pdf.pages[2].obj.__delitem__("/Tabs"),
    "a blank page too few": lambda pdf: pdf.pages.__delitem__(2),
    "two letters with each other's first page": swap_pages,
    "two letters with each other's place": swap_parts,
    "a letter that is no part": set_key("Part", "/S", Name.Sect, 1),
    "a paragraph in another's letter": move_kid,
    "another's name in the window": rewrite(0, b" 1) Tj", b" 2) Tj"),
    "words that a window may show": draw(0, b"/Artifact BMC BT /R0 9 Tf 60 650 Td (Hemmelig) Tj ET EMC"),
    "an address where no window shows it": rewrite(0, b"BT 56.69 7", b"BT 56.69 8"),
}


def test_the_whole_ones_have_no_findings() -> None:
    for pdf, expected, envelopes in (both(), print_file()):
        assert check(pdf, expected, envelopes) == []


@pytest.mark.parametrize("name", IN_TWO_LANGUAGES)
def test_a_broken_letter_in_two_languages_is_seen(name: str) -> None:
    assert check(broken(both(), IN_TWO_LANGUAGES[name]), *both()[1:])


@pytest.mark.parametrize("name", IN_A_PRINT_FILE)
def test_a_broken_print_file_is_seen(name: str) -> None:
    assert check(broken(print_file(), IN_A_PRINT_FILE[name]), *print_file()[1:])


@pytest.mark.parametrize("name", ["two letters with each other's first page", "a paragraph in another's letter"])
def test_letters_that_are_mixed_up_are_seen_though_each_word_is_in_its_place(name: str) -> None:
    # Neither the rules nor the words tell: only who is to find what in which envelope.
    pdf, _, envelopes = print_file()
    assert check(broken((pdf, [], []), IN_A_PRINT_FILE[name]), None, envelopes)
    assert page.validate_pdf_bytes(broken((pdf, [], []), swap_pages), profile="ua1").is_compliant


@pytest.mark.parametrize("code", [b"BT Tm ET", b"BT Tj ET", b"BT (a) (b) Td ET", b"BDC EMC"])
def test_a_page_that_makes_no_sense_is_a_finding_and_no_error(code: bytes) -> None:
    pdf, expected, envelopes = both()
    assert check(broken((pdf, [], []), draw(0, code)), expected, envelopes)
