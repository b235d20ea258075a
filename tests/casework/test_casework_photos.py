"""Photos of a visit, from the picture as a telephone takes it to the summary on paper."""

import io
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw

from hjemmebesok.casework.access import access_file
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.casework.photos import (
    LARGEST_TAKEN_IN,
    MOST_PIXELS,
    Shown,
    add_photo,
    choose_photo,
    describe_photo,
    photos_of,
    put_back_photo,
    take_away_photo,
)
from hjemmebesok.casework.visits import close_visit, correct_visit, plan_visit, save_answer, start_visit
from hjemmebesok.domain import photo as domain_photo
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store import files

SHOWS = "Et bad med sprekk i flisene"
MAKER = "Eksempelkamera"


def taken(width: int = 2400, height: int = 1800, form: str = "JPEG", colour: str = "red") -> bytes:
    """A picture with where it was taken in it."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 3, height // 3), fill=colour)
    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 44.0, 30.0)})
    out = io.BytesIO()
    picture.save(out, form, exif=exif)
    return out.getvalue()


@pytest.fixture
def visit(desk: Desk, family: str) -> str:
    """A visit under way, at which the family has said yes to photos."""
    made = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, made)
    save_answer(desk, made, domain_photo.CONSENT, True)
    return made


def only(desk: Desk, visit: str) -> Shown:
    (shown,) = photos_of(desk, visit)
    return shown


def images_in(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sum(len(page.Resources.get("/XObject", {})) for page in opened.pages)


def test_a_photo_is_kept_small_and_bare(desk: Desk, visit: str) -> None:
    made = add_photo(desk, visit, taken()).made
    shown = only(desk, visit)
    assert shown.photo.id == made
    assert shown.image is not None
    assert MAKER.encode() not in shown.image
    with Image.open(io.BytesIO(shown.image)) as opened:
        assert opened.size == (MOST_PIXELS, MOST_PIXELS * 3 // 4)
        assert not opened.getexif()
    assert shown.photo.size == len(shown.image)
    assert shown.photo.taken_on == datetime(2026, 10, 12).date()


def test_the_same_picture_twice_is_one_photo(desk: Desk, visit: str) -> None:
    first = add_photo(desk, visit, taken()).made
    describe_photo(desk, first, caption="Badet", shows=SHOWS)
    assert add_photo(desk, visit, taken()).made == first
    assert only(desk, visit).photo.caption == "Badet"


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        (b"%PDF-1.7 ingen bilde", "kan ikke leses"),
        (b"", "kan ikke leses"),
        (taken(300, 200)[:2000], "kan ikke leses"),
        (b"\0" * (LARGEST_TAKEN_IN * 1024 * 1024 + 1), "for stort"),
    ],
)
def test_what_is_no_photo_is_refused_with_one_sentence(desk: Desk, visit: str, image: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        add_photo(desk, visit, image)
    assert photos_of(desk, visit) == []


@pytest.mark.parametrize("answer", [None, False])
def test_no_photo_is_taken_in_until_the_family_has_said_yes(desk: Desk, visit: str, answer: bool | None) -> None:
    if answer is False:
        save_answer(desk, visit, domain_photo.CONSENT, answer)
    else:
        visit = plan_visit(desk, "h1", datetime(2026, 10, 13, 10, 30)).made
        start_visit(desk, visit)
    with pytest.raises(Refused, match="Spør familien"):
        add_photo(desk, visit, taken())
    with desk.read() as reading:
        assert reading.connection.exec_driver_sql("SELECT count(*) FROM file").scalar() == 0


def test_so_many_photos_and_no_more(desk: Desk, visit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hjemmebesok.casework.photos.MOST_A_VISIT", 1)
    add_photo(desk, visit, taken(300, 200))
    with pytest.raises(Refused, match="ikke plass"):
        add_photo(desk, visit, taken(300, 200, colour="blue"))


def test_a_photo_is_in_the_summary_only_when_it_has_been_described(desk: Desk, visit: str) -> None:
    made = add_photo(desk, visit, taken()).made
    with pytest.raises(Refused, match="hva bildet viser"):
        choose_photo(desk, made, in_summary=True)
    describe_photo(desk, made, caption=" Badet ", shows=SHOWS)
    choose_photo(desk, made, in_summary=True)
    assert only(desk, visit).photo.caption == "Badet"
    assert only(desk, visit).photo.in_summary
    describe_photo(desk, made, caption="Badet", shows="")
    assert not only(desk, visit).photo.in_summary


def test_the_summary_shows_those_chosen_and_no_others(desk: Desk, visit: str, family: str) -> None:
    chosen = add_photo(desk, visit, taken()).made
    add_photo(desk, visit, taken(form="PNG", colour="blue"))
    describe_photo(desk, chosen, caption="Badet", shows=SHOWS)
    close_visit(desk, visit)
    assert images_in(make_letter(desk, "visit_summary", family, "nb", visit).pdf) == 0
    choose_photo(desk, chosen, in_summary=True)  # also after the note is locked
    pdf = make_letter(desk, "visit_summary", family, "nb", visit).pdf
    assert images_in(pdf) == 1


def test_a_chosen_photo_that_has_not_come_holds_the_letter_back(desk: Desk, visit: str, family: str) -> None:
    made = add_photo(desk, visit, taken()).made
    describe_photo(desk, made, caption="", shows=SHOWS)
    choose_photo(desk, made, in_summary=True)
    close_visit(desk, visit)
    with desk.work() as work:
        files.forget(work.connection, only(desk, visit).photo.sha256)
    assert only(desk, visit).image is None
    with pytest.raises(Refused, match="ikke kommet hit"):
        make_letter(desk, "visit_summary", family, "nb", visit)


def test_a_locked_note_takes_no_more_photos_and_its_correction_has_the_same(desk: Desk, visit: str) -> None:
    made = add_photo(desk, visit, taken()).made
    describe_photo(desk, made, caption="Badet", shows=SHOWS)
    close_visit(desk, visit)
    with pytest.raises(Refused, match="låst"):
        add_photo(desk, visit, taken(colour="blue"))
    fresh = correct_visit(desk, visit).made
    assert only(desk, fresh).photo.caption == "Badet"
    assert only(desk, fresh).image == only(desk, visit).image
    second = add_photo(desk, fresh, taken(colour="blue")).made
    assert [shown.photo.caption for shown in photos_of(desk, fresh)] == ["Badet", ""]
    assert photos_of(desk, fresh)[1].photo.id == second


def test_a_photo_taken_away_is_gone_from_every_version_and_can_be_put_back(desk: Desk, visit: str) -> None:
    made = add_photo(desk, visit, taken()).made
    describe_photo(desk, made, caption="Badet", shows=SHOWS)
    close_visit(desk, visit)
    fresh = correct_visit(desk, visit).made
    before = [*photos_of(desk, visit), *photos_of(desk, fresh)]
    _, gone = take_away_photo(desk, made)
    assert photos_of(desk, visit) == photos_of(desk, fresh) == []
    with desk.read() as reading:
        assert reading.connection.exec_driver_sql("SELECT count(*) FROM file_piece").scalar() == 0
    put_back_photo(desk, gone)
    assert [*photos_of(desk, visit), *photos_of(desk, fresh)] == before


def test_no_byte_of_a_photo_lies_in_plain_on_the_laptop(desk: Desk, visit: str) -> None:
    add_photo(desk, visit, taken())
    image = only(desk, visit).image
    assert image is not None
    folder = Path(desk.store.folder)
    seen = b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any(image[start : start + 24] in seen for start in range(700, len(image) - 24, 997))
    assert sorted(path.name for path in folder.iterdir() if path.suffix not in (".db-wal", ".db-shm")) == [
        "header.json",
        "store.db",
    ]


def test_the_file_for_whoever_asks_for_it_has_the_photos_and_nobody_elses(desk: Desk, visit: str, family: str) -> None:
    add_photo(desk, visit, taken())
    with desk.work() as work:
        work.put(Person(id="p2", case=family, name="Ayşe Yılmaz"))
    alone = access_file(desk, family, "p1").files
    together = access_file(desk, family, "p1", frozenset({"p2"})).files
    assert not any(name.startswith("bilder/") for name in alone)
    assert together["bilder/1.jpg"] == only(desk, visit).image
