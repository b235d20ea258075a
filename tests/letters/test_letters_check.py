"""The check is only worth its time if it sees a broken letter: here are many, each broken in one way."""

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from letter_samples import SUMMARY
from pikepdf import Array, Dictionary, Name, String

from hjemmebesok.language import language
from hjemmebesok.letters.check import check
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.render import render

Breakage = Callable[[pikepdf.Pdf], object]


@cache
def whole() -> bytes:
    return render(SUMMARY, "tr").pdf


@cache
def expected() -> list[Passage]:
    return passages(compose(SUMMARY, language("tr", strict=True)))


def elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Object]:
    return [found for found in pdf.objects if isinstance(found, Dictionary) and found.get("/S") == Name(f"/{tag}")]


def paint(pdf: pikepdf.Pdf, code: bytes) -> None:
    page = pdf.pages[0]
    page.contents_add(code, prepend=True)


def swap_kids(element: pikepdf.Object) -> None:
    kids = list(element.K)
    element.K = Array([kids[1], kids[0], *kids[2:]])


def retitle(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Noe annet"


def drop_text(pdf: pikepdf.Pdf) -> None:
    # The first letters of the first text on the last page are lost.
    page = pdf.pages[-1]
    instructions = list(pikepdf.parse_content_stream(page))
    spot = next(number for number, found in enumerate(instructions) if str(found.operator) == "Tj")
    operands = [String(bytes(instructions[spot].operands[0])[3:])]
    instructions[spot] = pikepdf.ContentStreamInstruction(operands, pikepdf.Operator("Tj"))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def add_link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 10, 10], F=4)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def map_to_nothing(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0041>", b"<0000>"))


def unembed(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.FontDescriptor.FontFile2


def metadata(old: bytes, new: bytes) -> Breakage:
    return lambda pdf: pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))


def without(key: str) -> Breakage:
    return lambda pdf: pdf.Root.__delitem__(key)


def forget_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "TH")[0].A


def shorten_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[1]
    row.K = Array(list(row.K)[:1])


def own_twice(pdf: pikepdf.Pdf) -> None:
    first, second = elements(pdf, "H2")[:2]
    second.K = first.K


def lead_astray(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


BREAKAGES: dict[str, Breakage] = {
    "no language": without("/Lang"),
    "a language that is none": lambda pdf: pdf.Root.__setitem__("/Lang", String("norsk")),
    "not marked as tagged": without("/MarkInfo"),
    "no structure tree": without("/StructTreeRoot"),
    "no output intent": without("/OutputIntents"),
    "no metadata": without("/Metadata"),
    "title not shown": without("/ViewerPreferences"),
    "another title in the metadata": retitle,
    "another date in the metadata": metadata(b"2026-10-12T", b"2026-10-13T"),
    "not declared PDF/A-2a": metadata(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<"),
    "not declared PDF/UA-1": metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "the pdfuaid schema is not described": metadata(b"<pdfaSchema:prefix>pdfuaid<", b"<pdfaSchema:prefix>other<"),
    "runs something when opened": lambda pdf: pdf.Root.__setitem__(
        "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    ),
    "an attached file": lambda pdf: pdf.attachments.__setitem__("a.txt", b"hei"),
    "a font that is not in the file": unembed,
    "a font that cannot be read back": lambda pdf: next(iter(pdf.pages[0].Resources.Font.values())).__delitem__(
        "/ToUnicode"
    ),
    "a letter that maps to nothing": map_to_nothing,
    "ink that is neither tagged nor an artifact": lambda pdf: paint(pdf, b"0 0 10 10 re f"),
    "marked content that never ends": lambda pdf: paint(pdf, b"/Artifact <<>> BDC"),
    "marked content that ends without having begun": lambda pdf: paint(pdf, b"EMC"),
    "a mark that nobody owns": lambda pdf: paint(pdf, b"/P <</MCID 999>> BDC 0 0 1 1 re f EMC"),
    "a mark used twice": lambda pdf: paint(pdf, b"/P <</MCID 0>> BDC 0 0 1 1 re f EMC"),
    "an artifact within a paragraph": lambda pdf: paint(
        pdf, b"/P <</MCID 999>> BDC /Artifact BMC 0 0 1 1 re f EMC EMC"
    ),
    "a mark with two owners": own_twice,
    "no way back from the pages": lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "a page without a way back": lambda pdf: pdf.pages[0].obj.__delitem__("/StructParents"),
    "a way back to another element": lead_astray,
    "a tab order of its own": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "a link outside the tree": add_link,
    "a heading that skips a level": lambda pdf: elements(pdf, "H2")[0].__setitem__("/S", Name.H3),
    "a first heading that is not the title": lambda pdf: elements(pdf, "H1")[0].__setitem__("/S", Name.H2),
    "a list item outside its list": lambda pdf: elements(pdf, "L")[0].__setitem__("/S", Name.Div),
    "a figure without words": lambda pdf: elements(pdf, "Figure")[0].__delitem__("/Alt"),
    "a figure whose words say nothing": lambda pdf: elements(pdf, "Figure")[0].__setitem__("/Alt", String("logo")),
    "a table heading without scope": forget_scope,
    "a table row that is too short": shorten_row,
    "a paragraph in the wrong language": lambda pdf: next(
        found for found in elements(pdf, "P") if found.get("/Lang") == String("nb-NO")
    ).__delitem__("/Lang"),
    "another reading order": lambda pdf: swap_kids(elements(pdf, "Document")[0]),
    "words that are lost": drop_text,
}

# Nothing is wrong with these but that they are not the letter.
ONLY_HEARD = {"a paragraph in the wrong language", "another reading order", "words that are lost"}


def broken(breakage: Breakage) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole())) as pdf:
        breakage(pdf)
        pdf.save(out)
    return out.getvalue()


def test_a_whole_letter_has_no_findings() -> None:
    assert check(whole(), expected()) == []


def test_a_letter_saved_again_by_somebody_else_is_still_whole() -> None:
    assert check(broken(lambda pdf: None), expected()) == []


@pytest.mark.parametrize("name", BREAKAGES)
def test_a_broken_letter_is_seen(name: str) -> None:
    assert check(broken(BREAKAGES[name]), expected())


@pytest.mark.parametrize("name", sorted(BREAKAGES.keys() - ONLY_HEARD))
def test_most_breakages_are_seen_by_the_rules_alone(name: str) -> None:
    assert check(broken(BREAKAGES[name]))


def test_an_encrypted_letter_is_seen() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="eier", user=""))
    assert "the file is encrypted" in check(out.getvalue())


def test_what_is_no_pdf_is_seen() -> None:
    assert check(b"hei")


def test_the_rules_alone_do_not_hear_a_wrong_word_but_the_reading_does() -> None:
    said = [passage._replace(text=passage.text.replace("kira", "faiz")) for passage in expected()]
    assert check(whole()) == []
    [finding] = check(whole(), said)
    assert "kira" not in finding  # it names the place, never the words
