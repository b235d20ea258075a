"""Many letters in few files: what is where, that it is the same every time, and that nobody gets another's."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
from letter_photos import photo
from letter_samples import DAY, INFORMATION, LETTERS, RECIPIENT, SENDER, SUMMARY

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.batch import Order, Padding, PrintFile, print_files
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.information import InformationFolder
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.render import render

SENT = {"sender": SENDER, "written_on": DAY}
PHOTOS = (Photo(photo(), FreeText("Et bad med sprekk i flisene"), FreeText("Badet")),) * 2


def to(number: int, letter: Letter = INFORMATION, *languages: str) -> Order:
    recipient = Recipient(name=f"Åse Prøve-Ğül {number}", address=(f"Eksempelveien {number}", "0000 Eksempel"))
    return Order(replace(letter, recipient=recipient), languages or ("nb",))


MIXED = (
    to(1),
    to(2, SUMMARY, "tr"),
    to(3, INFORMATION, "nb", "en"),
    to(4, LETTERS["summary, bare"]),
    to(5, replace(SUMMARY, photos=PHOTOS)),
)


@cache
def mixed(padding: Padding) -> PrintFile:
    [file] = print_files(MIXED, padding=padding)
    return file


def texts(pdf: bytes) -> list[str]:
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("padding", Padding)
def test_a_print_file_passes_both_validators(padding: Padding) -> None:
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(mixed(padding).pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("padding", Padding)
def test_the_manifest_says_who_is_where(padding: Padding) -> None:
    file = mixed(padding)
    pages = texts(file.pdf)
    for line in file.letters:
        letter = MIXED[line.order].letter
        own = pages[line.first_page - 1 : line.first_page - 1 + line.pages]
        assert " ".join(letter.recipient.lines) in own[0]
        assert line.title in " ".join(own)
        assert pages[line.first_page - 1 + line.pages :][: line.blank] == [""] * line.blank
    assert sum(line.pages + line.blank for line in file.letters) == len(pages)


def test_pages_are_counted_letter_by_letter() -> None:
    file = mixed(Padding.EQUAL)
    pages = texts(file.pdf)
    for line in file.letters:
        if len(MIXED[line.order].languages) > 1:
            continue
        for number in range(1, line.pages + 1):
            ends = (f"Side {number} av {line.pages}", f"Sayfa {number} / {line.pages}")
            assert pages[line.first_page + number - 2].endswith(ends)


def test_paper_printed_on_both_sides_begins_each_letter_on_a_sheet_of_its_own() -> None:
    assert {line.first_page % 2 for line in mixed(Padding.EVEN).letters} == {1}
    assert {line.blank for line in mixed(Padding.EVEN).letters} <= {0, 1}


def test_a_file_that_is_cut_by_counting_has_letters_of_one_length() -> None:
    lengths = {line.pages + line.blank for line in mixed(Padding.EQUAL).letters}
    assert lengths == {max(line.pages for line in mixed(Padding.EQUAL).letters)}


def test_each_letter_is_a_part_of_the_tree_in_its_own_language_and_has_a_bookmark() -> None:
    with pikepdf.open(io.BytesIO(mixed(Padding.NONE).pdf)) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K.K)
        assert [str(part.S) for part in parts] == ["/Part"] * len(MIXED)
        assert [str(part.Lang) for part in parts] == ["nb-NO", "tr-TR", "nb-NO", "nb-NO", "nb-NO"]
    marks = pypdfium2.PdfDocument(mixed(Padding.NONE).pdf).get_toc()
    found = [(mark.get_title(), mark.get_dest().get_index() + 1) for mark in marks]
    file = mixed(Padding.NONE)
    assert found == [(MIXED[line.order].letter.recipient.name, line.first_page) for line in file.letters]


def test_the_digest_of_a_letter_is_that_of_the_same_letter_as_a_file_of_its_own() -> None:
    [file] = print_files(MIXED, padding=Padding.EVEN, digests=True)
    alone = [render(each.letter, each.languages).sha256 for each in MIXED]
    assert [line.sha256 for line in file.letters] == alone
    assert file == replace(mixed(Padding.EVEN), letters=file.letters)
    assert hashlib.sha256(file.pdf).hexdigest() == file.sha256


def test_names_with_rare_letters_are_drawn_from_fonts_of_their_own_and_shared_where_they_are_the_same() -> None:
    names = ("Łukasz Żółć", "Nguyễn Đắc", "Żółć Łukasz", "Ola Nordmann", "Łukasz Żółć")
    orders = [
        Order(replace(INFORMATION, recipient=Recipient(name=name, address=(f"Eksempelveien {n}", "0000 X"))), ("nb",))
        for n, name in enumerate(names, 1)
    ]
    [file] = print_files(orders, digests=True)
    assert [line.sha256 for line in file.letters] == [render(each.letter, ("nb",)).sha256 for each in orders]
    for line, name in zip(file.letters, names, strict=True):
        assert name in texts(file.pdf)[line.first_page - 1]
    for profile in ("2a", "ua1"):
        assert [each.message for each in page.validate_pdf_bytes(file.pdf, profile=profile).failures] == []
    with pikepdf.open(io.BytesIO(file.pdf)) as pdf:
        fonts = {font.objgen for sheet in pdf.pages for font in sheet.Resources.Font.values()}
    assert len(fonts) == 2 + 3  # regular and bold, and the rare letters of the first, the second and the third


@pytest.mark.parametrize(("padding", "blank"), [(Padding.EVEN, [0, 1, 0]), (Padding.EQUAL, [0, 0, 3])])
def test_what_lies_in_the_same_envelope_comes_after_its_letter(padding: Padding, blank: list[int]) -> None:
    enclosing = replace(to(1), enclosed=(InformationFolder(recipient=to(1).letter.recipient, **SENT),))
    [file] = print_files([enclosing, to(2)], padding=padding)
    assert [(line.order, line.pages, line.blank) for line in file.letters] == [
        (order, pages, after) for (order, pages), after in zip([(0, 2), (0, 3), (1, 2)], blank, strict=True)
    ]
    assert "Fra å leie til å eie" in texts(file.pdf)[2]


def test_a_letter_is_left_out_together_with_what_lies_with_it() -> None:
    unreadable = InformationFolder(recipient=Recipient(name="漢字"), **SENT)
    [file] = print_files([replace(to(1), enclosed=(unreadable,)), to(2)])
    assert [line.order for line in file.letters] == [1]
    assert [each.order for each in file.left_out] == [0]


def test_the_same_orders_give_the_same_bytes_in_another_process_too() -> None:
    # Norwegian ones: the catalogues of the other languages are the tests' own here.
    code = "import test_letters_batch as t; [file] = t.print_files(t.MIXED[3:]); print(file.sha256)"
    paths = {"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONHASHSEED": "7"}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=paths)
    [file] = print_files(MIXED[3:])
    assert said.stdout.strip() == file.sha256


def test_a_long_batch_is_many_files_and_forgets_no_one() -> None:
    files = list(print_files((to(number) for number in range(25)), in_a_file=10))
    assert [len(file.letters) for file in files] == [10, 10, 5]
    assert [line.order for file in files for line in file.letters] == list(range(25))
    assert [file.letters[0].first_page for file in files] == [1, 1, 1]


def test_letters_are_asked_for_only_when_their_file_is_begun() -> None:
    asked: list[int] = []

    def orders() -> Iterator[Order]:
        for number in range(20):
            asked.append(number)
            yield to(number)

    next(print_files(orders(), in_a_file=5))
    assert len(asked) == 5


def test_a_batch_can_be_stopped_between_letters_and_what_was_made_is_whole() -> None:
    orders = [to(number) for number in range(20)]
    files = list(print_files(orders, in_a_file=5, goes_on=lambda done: done < 13))
    assert [len(file.letters) for file in files] == [5, 5]


def test_a_letter_that_cannot_be_made_is_left_out_with_the_reason_and_the_others_go() -> None:
    nameless = replace(INFORMATION, recipient=replace(RECIPIENT, name="Ola ሳባ"))
    too_long = replace(INFORMATION, recipient=replace(RECIPIENT, name="Gülçiçek " * 40))
    orders = [to(1), Order(nameless, ("nb",)), Order(too_long, ("nb",)), to(2)]
    [file] = print_files(orders)
    assert [line.order for line in file.letters] == [0, 3]
    assert [out.order for out in file.left_out] == [1, 2]
    assert "ሳ" in str(Refused(file.left_out[0].why)) and "konvoluttvinduet" in str(Refused(file.left_out[1].why))


def test_a_file_without_a_single_letter_has_no_bytes() -> None:
    [file] = print_files([to(1, INFORMATION, "so")])
    assert (file.pdf, file.letters, len(file.left_out)) == (b"", (), 1)
    assert list(print_files([])) == []


def test_a_letter_that_names_another_recipient_stops_the_file() -> None:
    told = replace(SUMMARY, note=FreeText("Naboen åse prøve-ğül 1, er hyggelig."))
    with pytest.raises(Refused, match="letter 2: it names the recipient of letter 1"):
        list(print_files([to(1), to(2, told)]))


def test_a_letter_that_gives_another_recipients_street_stops_the_file() -> None:
    told = replace(SUMMARY, note=FreeText("De ser til søsteren i Eksempelveien 1."))
    with pytest.raises(Refused, match="letter 1: it names the recipient of letter 2"):
        list(print_files([to(2, told), to(1)]))


def test_who_is_called_the_same_as_the_caseworker_or_lives_in_the_same_house_stops_nothing() -> None:
    namesake = replace(INFORMATION, recipient=Recipient(name=SENDER.caseworker, address=("Eksempelveien 9", "0000 X")))
    neighbour = replace(INFORMATION, recipient=Recipient(name="Åse", address=("Eksempelveien 9", "0000 X")))
    [file] = print_files([Order(namesake, ("nb",)), Order(neighbour, ("nb",)), to(9)])
    assert len(file.letters) == 3
