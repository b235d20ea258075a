"""The photos of one visit as the screen holds them. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.photos import (
    LARGEST_TAKEN_IN,
    TakenAway,
    add_photo,
    choose_photo,
    describe_photo,
    listed_photos,
    picture_of,
    put_back_photo,
    take_away_photo,
)
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import Phrase, Refused

_MOST_READ = LARGEST_TAKEN_IN * 1024 * 1024 + 1  # bytes: one more than is taken in, so that more is never in memory


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of the files that were brought: what changed, and a sentence about each that was not taken in."""

    changes: tuple[object, ...]
    refused: tuple[Phrase, ...]


class PhotoModel:
    """What changes something returns casework's Changes."""

    def __init__(self, desk: Desk, visit_id: str) -> None:
        self._desk, self._visit = desk, visit_id
        self._taken: TakenAway | None = None

    def all(self) -> list[Photo]:
        """What is known about each."""
        return listed_photos(self._desk, self._visit)

    def picture(self, photo: Photo) -> bytes | None:
        """The JPEG; None while it has not come."""
        return picture_of(self._desk, photo)

    def bring(self, paths: Sequence[Path]) -> Brought:
        """Take in these files; takes its time. One that is refused holds up no other."""
        changes, refused = [], []
        for path in paths:
            try:
                changes.append(add_photo(self._desk, self._visit, _read(path)))
            except Refused as trouble:
                refused.append(Phrase("{file}: {why}", file=path.name, why=trouble.phrase))
        return Brought(tuple(changes), tuple(refused))

    def describe(self, seen: Photo, caption: str, shows: str) -> object:
        """Save the words of a photo, as it was `seen` when they were written."""
        return describe_photo(self._desk, seen.id, caption=caption, shows=shows, seen=seen)

    def choose(self, photo_id: str, *, in_summary: bool) -> object:
        """Show it in the summary, or not. Raises Refused where nobody has said what it shows."""
        return choose_photo(self._desk, photo_id, in_summary=in_summary)

    def take_away(self, photo_id: str) -> object:
        """Take it away; `put_back` brings the last one back."""
        changes, self._taken = take_away_photo(self._desk, photo_id)
        return changes

    def put_back(self) -> object:
        """Let the one that was last taken away be there again."""
        taken, self._taken = self._taken, None
        return put_back_photo(self._desk, taken) if taken else None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_READ)
    except OSError as error:
        raise Refused(Phrase("Filen kan ikke leses.")) from error
