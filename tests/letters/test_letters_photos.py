"""Photos and lines to sign on, as they lie in the finished file."""

import io
from dataclasses import replace

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_photos import MAKER, photo, see_through, with_profile
from letter_samples import SUMMARY
from PIL import Image

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import language
from hjemmebesok.letters.check import check
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Block, Document, Heading, Look, Paragraph, Picture, Pictures, Run, Signatures
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.passages import Passage, passages
from hjemmebesok.letters.pdf.photo import MOST_PIXELS, for_print
from hjemmebesok.letters.photo import Photo

ALT = "Et bad med sprekk i flisene"


def picture(image: bytes, caption: str = "") -> Picture:
    words = (Paragraph((Run(caption),), Look.SMALL),) if caption else ()
    return Picture(image, ALT, words)


def letter(*blocks: Block) -> Document:
    document = compose(SUMMARY, language("nb", strict=True))
    return replace(document, blocks=(*document.blocks, Heading(2, (Run("Vedlagt"),)), *blocks))


def images(pdf: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [each for sheet in opened.pages for each in sheet.Resources.get("/XObject", {}).values()]
        return [Image.open(io.BytesIO(each.read_raw_bytes())) for each in found]


def valid(pdf: bytes) -> bool:
    return all(page.validate_pdf_bytes(pdf, profile=profile).is_compliant for profile in ("2a", "ua1"))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_photos_with_captions_pass_both_validators(count: int) -> None:
    document = letter(Pictures(tuple(picture(photo(), f"Bilde nummer {n} " * 9) for n in range(count))))
    pdf, _ = lay_out(document)
    assert check(pdf, passages(document)) == []
    assert valid(pdf)


def test_a_photo_is_read_as_its_description_and_then_its_caption() -> None:
    said = passages(letter(Pictures((picture(photo(), "Badet"),))))
    assert said[-2:] == [Passage("Figure", "nb-NO", ALT), Passage("P", "nb-NO", "Badet")]


@pytest.mark.parametrize("image", [photo(), photo(600, 400), photo(form="PNG"), photo(turned=True), with_profile()])
def test_where_and_when_it_was_taken_stays_behind(image: bytes) -> None:
    made = for_print(image).data
    assert MAKER.encode() not in made and b"Exif" not in made and b"ICC_PROFILE" not in made
    assert not Image.open(io.BytesIO(made)).getexif()


def test_a_large_photo_is_made_as_small_as_print_needs_and_a_small_one_kept_as_it_is() -> None:
    large, small = for_print(photo(3000, 2000)), for_print(photo(600, 400))
    assert (large.width, large.height) == (MOST_PIXELS, 453)
    assert (small.width, small.height) == (600, 400)
    kept, original = (Image.open(io.BytesIO(data)).tobytes() for data in (small.data, photo(600, 400)))
    assert kept == original


def test_a_photo_taken_on_its_side_is_put_upright() -> None:
    made = for_print(photo(turned=True))
    assert made.width < made.height
    red, _, blue = Image.open(io.BytesIO(made.data)).convert("RGB").getpixel((made.width - 20, 20))
    assert red > 150 and blue < 90


def test_what_is_clear_becomes_white_paper() -> None:
    made = Image.open(io.BytesIO(for_print(see_through()).data))
    assert made.getpixel((5, 5)) == (255, 255, 255)


def test_the_same_photo_gives_the_same_bytes_and_lies_in_the_file_once() -> None:
    document = letter(Pictures((picture(photo()),) * 2))
    for_print.cache_clear()
    first, _ = lay_out(document)
    for_print.cache_clear()
    assert lay_out(document)[0] == first
    assert first.count(b"/DCTDecode") == 1


@pytest.mark.parametrize("image", [b"", b"GIF89a", photo()[:4000], photo(600, 400)[:-2], photo(form="PNG")[:900]])
def test_what_is_no_whole_picture_is_refused(image: bytes) -> None:
    with pytest.raises(Refused, match="kan ikke leses"):
        for_print(image)


@pytest.mark.filterwarnings("ignore:.*EXIF.*", "ignore:Truncated", "ignore:Tag data", "ignore:Metadata Warning")
@settings(max_examples=100, deadline=None)
@given(st.integers(2, 2000), st.binary(min_size=1, max_size=4))
def test_a_damaged_picture_is_drawn_or_refused_but_never_an_error(place: int, junk: bytes) -> None:
    whole = photo(600, 400)
    damaged = whole[:place] + junk + whole[place + len(junk) :]
    try:
        assert for_print(damaged).data[:2] == b"\xff\xd8"
    except Refused as refused:
        assert "kan ikke leses" in str(refused)


def test_a_photo_that_nobody_has_described_is_refused() -> None:
    with pytest.raises(Refused, match="mangler beskrivelse"):
        Photo(photo(), FreeText(" bad "))


def test_each_who_signs_has_a_line_for_place_date_and_name() -> None:
    labels = tuple((Run(label),) for label in ("Sted", "Dato", "Underskrift"))
    document = letter(Signatures(labels, ((Run("Ayşe Yılmaz"),), (Run("Kari Nordmann"),))))
    pdf, _ = lay_out(document)
    assert check(pdf, passages(document)) == []
    assert [passage.text for passage in passages(document)][-3:] == ["Sted", "Dato", "Underskrift: Kari Nordmann"]
    assert valid(pdf)
