"""Photos from a visit: taken in bare and encrypted, described, chosen for the summary, and taken away again.

They are taken in only while the household says yes to it on the form. A photo belongs to the visit it was added at; its
words and whether the summary shows it can be changed after the note is locked, since the summary is made then.
"""

from dataclasses import dataclass, replace

from hjemmebesok.casework.desk import Desk
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.photo import CONSENT, MOST_A_VISIT, Photo
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store import file_queue, files
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import Work, derived_id

MOST_PIXELS = 1600  # on the longer side: twice what paper shows
LARGEST_TAKEN_IN = 40  # MB, before it is made smaller
SHORTEST = 6  # letters in what a photo shows: less than that describes nothing


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo and its picture; None while that has not come from the server."""

    photo: Photo
    image: bytes | None


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A photo that was taken away, for whoever regrets it at once: it is nowhere else."""

    photos: tuple[Photo, ...]
    image: bytes | None


def add_photo(desk: Desk, visit_id: str, image: bytes) -> Changes:
    """Take in a JPEG or PNG, made smaller, without where and when it was taken. `made` is the photo's id; the same
    picture twice is one photo.

    Raises Refused for what is no picture or too large, for a locked note, for too many, and until the household has
    said yes.
    """
    from hjemmebesok.letters.picture import MEDIA_TYPE, bare  # brings Pillow

    if len(image) > LARGEST_TAKEN_IN * 1024 * 1024:
        raise Refused(Phrase("Bildet er for stort. Det kan være på høyst {n} MB.", n=LARGEST_TAKEN_IN))
    data = bare(image, MOST_PIXELS).data
    with desk.work() as work:
        visit = work.get(Visit, visit_id)
        _refuse_adding(work, visit)
        sha256 = files.put(work.connection, data)
        photo = Photo(
            id=derived_id(visit.id, sha256), case=visit.case, visit=visit.id, sha256=sha256, media_type=MEDIA_TYPE,
            size=len(data), taken_on=visit.starts.date(), number=len(work.of_parent(Photo, visit.id)) + 1,
        )  # fmt: skip
        if work.find(Photo, photo.id) is None:
            work.put(photo)
        return work.made(photo.id)


def listed_photos(desk: Desk, visit_id: str) -> list[Photo]:
    """What is known about the photos of a visit, in the order they were added."""
    with desk.read() as reading:
        return sorted(reading.of_parent(Photo, visit_id), key=lambda photo: (photo.number, photo.id))


def picture_of(desk: Desk, photo: Photo) -> bytes | None:
    """The picture, as a JPEG; None while it has not come from the server."""
    with desk.read() as reading:
        return files.read(reading.connection, photo.sha256)


def photos_of(desk: Desk, visit_id: str) -> list[Shown]:
    """The photos of a visit with their pictures."""
    return [Shown(photo, picture_of(desk, photo)) for photo in listed_photos(desk, visit_id)]


def describe_photo(desk: Desk, photo_id: str, *, caption: str, shows: str, seen: Photo | None = None) -> Changes:
    """Save what stands under a photo, and what it shows. One without the latter is in no summary. `seen`: the photo as
    it was when she began, so that what a colleague has written since stays."""
    with desk.work() as work:
        there = work.get(Photo, photo_id)
        photo = seen or there
        caption, shows = caption.strip(), shows.strip()
        in_summary = photo.in_summary and len(shows) >= SHORTEST
        work.put(replace(photo, caption=caption, shows=shows, in_summary=in_summary), seen)
        return work.changes


def choose_photo(desk: Desk, photo_id: str, *, in_summary: bool) -> Changes:
    """Show the photo in the summary, or not. Raises Refused where nobody has said what it shows."""
    with desk.work() as work:
        photo = work.get(Photo, photo_id)
        if in_summary and len(photo.shows) < SHORTEST:
            raise Refused(Phrase("Skriv først hva bildet viser, for den som ikke ser det."))
        work.put(replace(photo, in_summary=in_summary))
        return work.changes


def take_away_photo(desk: Desk, photo_id: str) -> tuple[Changes, TakenAway]:
    """Take the picture away from the household's file, also from corrections of the visit: no byte of it stays."""
    with desk.work() as work:
        photo = work.get(Photo, photo_id)
        same = tuple(each for each in work.in_case(Photo, photo.case) if each.sha256 == photo.sha256)
        taken = TakenAway(same, files.read(work.connection, photo.sha256))
        for each in same:
            work.remove(each)
        file_queue.sweep(work.connection, [photo.sha256])
        changes = work.changes
    desk.store.wipe_log()
    return changes, taken


def put_back_photo(desk: Desk, taken: TakenAway) -> Changes:
    """Let a photo that was taken away be there again."""
    with desk.work() as work:
        if taken.image is not None:
            files.put(work.connection, taken.image)
        for photo in taken.photos:
            work.put(photo)
        return work.changes


def carry_over(work: Work, old: Visit, fresh: Visit) -> None:
    """Let the correction of a visit have its photos."""
    for photo in work.of_parent(Photo, old.id):
        work.put(replace(photo, id=derived_id(fresh.id, photo.sha256), visit=fresh.id))


def _refuse_adding(work: Work, visit: Visit) -> None:
    if visit.status is VisitStatus.CLOSED:
        raise Refused(Phrase("Notatet er låst. Lag en rettelse i stedet."))
    form = work.find(Kartlegging, visit.kartlegging)
    if form is None or form.answers.get(CONSENT) is not True:
        raise Refused(Phrase("Spør familien først om det er greit at vi tar bilder. Svaret står under Samtykke."))
    if len(work.of_parent(Photo, visit.id)) >= MOST_A_VISIT:
        raise Refused(Phrase("Det er {n} bilder fra besøket. Flere er det ikke plass til.", n=MOST_A_VISIT))
