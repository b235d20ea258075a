"""Letter texts: the municipality's own versions beside those that come with the program, and what is in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.domain.letter_text import TEXTS_CASE, TextVersion
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.texts import SHIPPED, Texts
from hjemmebesok.letters.texts.source import Source, parse_source
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import Work, new_id


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What an update changed in one block: the words it had, and has now. "" where it was not there, or is gone."""

    block: str
    before: str
    now: str


def texts_in_force(reading: Reading, at: datetime | None = None) -> Texts:
    """What letters are written with; at an earlier time, what they were written with then."""
    saved = [each for each in reading.all(TextVersion) if at is None or each.saved_at <= at]
    return Texts({place: version.body for place, version in _newest(saved).items() if version.body})


def text_heads(reading: Reading, letter: str, language: str) -> list[TextVersion]:
    """The versions that no other follows, the one in force last. Two where two people saved without seeing the other's;
    none where the program's own text has always been used."""
    return _heads([each for each in reading.all(TextVersion) if (each.letter, each.language) == (letter, language)])


def text_history(desk: Desk, letter: str, language: str) -> list[TextVersion]:
    """Every version that was saved, newest first."""
    with desk.read() as reading:
        kept = [each for each in reading.all(TextVersion) if (each.letter, each.language) == (letter, language)]
    return sorted(kept, key=_age, reverse=True)


def check_may_write(reading: Reading) -> None:
    """Raises Refused where she may not change or approve the municipality's texts."""
    if not may_publish(reading):
        raise Refused(Phrase("Brevtekstene gjelder hele kommunen, og endres av dem som leder et lag."))


def save_version(desk: Desk, work: Work, letter: str, language: str, body: str) -> None:
    """Put this whole file in force; it follows every version that its author could see. "" is the program's own.

    Raises Refused where she may not.
    """
    check_may_write(work)
    version = TextVersion(
        id=new_id(),
        case=TEXTS_CASE,
        letter=letter,
        language=language,
        body=body,
        over=SHIPPED.shipped(letter, language).text,
        follows=tuple(each.id for each in text_heads(work, letter, language)),
        saved_at=desk.now().astimezone(UTC),
        saved_by=desk.user.name,
    )
    work.put(version)


def use_shipped(desk: Desk, letter: str, language: str) -> Changes:
    """Go back to the text that comes with the program; the municipality's versions are kept."""
    with desk.work() as work:
        save_version(desk, work, letter, language, "")
        return work.changes


def use_version(desk: Desk, version: TextVersion) -> Changes:
    """Put an earlier version, or one of two, in force again."""
    with desk.work() as work:
        save_version(desk, work, version.letter, version.language, version.body)
        return work.changes


def keep_own(desk: Desk, letter: str, language: str) -> Changes:
    """The update of the program's text has been looked at, and the municipality's own stands as it is."""
    with desk.work() as work:
        own = texts_in_force(work).own[letter, language]
        save_version(desk, work, letter, language, own)
        return work.changes


def updates(version: TextVersion) -> tuple[BlockChange, ...]:
    """What the program's own text says now that it did not when this version was saved over it."""
    if not version.body:
        return ()
    name = f"{version.letter}/{version.language}"
    before, now = parse_source(name, version.over), SHIPPED.shipped(version.letter, version.language)
    blocks = dict.fromkeys((*before.blocks, *now.blocks))
    changes = (BlockChange(each, _words(before, each), _words(now, each)) for each in blocks)
    return tuple(change for change in changes if change.before != change.now)


def _words(source: Source, block: str) -> str:
    return source.blocks[block].words if block in source.blocks else ""


def _newest(versions: Iterable[TextVersion]) -> dict[tuple[str, str], TextVersion]:
    by_place: dict[tuple[str, str], list[TextVersion]] = {}
    for version in versions:
        by_place.setdefault((version.letter, version.language), []).append(version)
    return {place: _heads(kept)[-1] for place, kept in by_place.items()}


def _heads(versions: Sequence[TextVersion]) -> list[TextVersion]:
    followed = {each for version in versions for each in version.follows}
    return sorted((version for version in versions if version.id not in followed), key=_age)


def _age(version: TextVersion) -> tuple[object, str]:
    return version.saved_at, version.id
