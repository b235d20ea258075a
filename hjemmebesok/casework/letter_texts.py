"""Letter texts: the municipality's own versions beside those that come with the program, and what is in force."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.domain.letter_text import TEXTS_CASE, TextVersion
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.letters.texts import SHIPPED, Texts
from hjemmebesok.letters.texts.source import Source, parse_source
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import Work, new_id

NOT_YOURS = N_("Brevtekstene gjelder hele kommunen, og endres av dem som leder et team.")


def texts_in_force(reading: Reading, at: datetime | None = None) -> Texts:
    """What letters are written with; at an earlier time, what they were written with then."""
    saved = [each for each in reading.all(TextVersion) if at is None or each.saved_at <= at]
    return Texts({place: version.body for place, version in _newest(saved).items() if version.body})


def text_heads(reading: Reading, letter: str, language: str) -> list[TextVersion]:
    """The versions that no other follows, the one in force last. Two where two people saved without seeing the other's;
    none where the program's own text has always been used."""
    return _heads(_saved(reading, letter, language))


def text_history(desk: Desk, letter: str, language: str) -> list[TextVersion]:
    """Every version that was saved, newest first."""
    with desk.read() as reading:
        return text_versions(reading, letter, language)


def text_versions(reading: Reading, letter: str, language: str) -> list[TextVersion]:
    """Every version that was saved, newest first."""
    return sorted(_saved(reading, letter, language), key=_age, reverse=True)


def check_may_write(reading: Reading) -> None:
    """Raises Refused where she may not change or approve the municipality's texts."""
    if not may_publish(reading):
        raise Refused(Phrase(NOT_YOURS))


def save_version(desk: Desk, work: Work, letter: str, language: str, body: str) -> None:
    """Put this whole file in force; it follows every version that its author could see.

    "", or a file that says what the program's own does, is the program's own. Raises Refused where she may not.
    """
    check_may_write(work)
    shipped = SHIPPED.shipped(letter, language)
    version = TextVersion(
        id=new_id(),
        case=TEXTS_CASE,
        letter=letter,
        language=language,
        body="" if not body or _same(parse_source(shipped.name, body), shipped) else body,
        over=shipped.text,
        follows=tuple(each.id for each in text_heads(work, letter, language)),
        saved_at=desk.now().astimezone(UTC),
        saved_by=desk.user.name,
    )
    work.put(version)


def _same(source: Source, shipped: Source) -> bool:
    stamps = {block: source.translated_from.get(block) for block in source.blocks}
    return list(source.blocks.values()) == list(shipped.blocks.values()) and stamps == {
        block: shipped.translated_from.get(block) for block in shipped.blocks
    }


def _saved(reading: Reading, letter: str, language: str) -> list[TextVersion]:
    return [each for each in reading.all(TextVersion) if (each.letter, each.language) == (letter, language)]


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
